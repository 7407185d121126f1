#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace electronic_service {

// An account a message can go to. Error `bad_account`: it is no address of that kind; a line break in it
// would be a header of its own.
base::Result<void> check_account(std::string_view channel, std::string_view account);

bool is_mobile_number(std::string_view text);

// The party's device as it called itself, without what cannot be printed, at most 200 bytes.
std::string device_of(std::string_view user_agent);

// 203.0.113.9 → 203.0.*.*: enough to tell networks apart, too little to find a household.
std::string masked_address(std::string_view address);

// Six digits from 16 hexadecimal ones.
std::string code_from(std::string_view hexadecimal);

// A link as it was made: 32 hexadecimal digits. Anything else is not looked up.
bool is_link(std::string_view text);

}  // namespace electronic_service
