#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ports/messenger.hpp"

namespace messages {

// RFC 5322 with a subject by RFC 2047 and a body in base64: Chinese words pass every mail server. `date` is
// written as RFC 5322 asks: "Sun, 22 Nov 2026 09:30:00 +0800". Error `bad_account` for a line break or
// another control character where a header would end.
base::Result<std::string> mail_text(const ports::Message& message, std::string_view sender,
                                    std::string_view date);

// The domain a message id and the greeting are of.
std::string domain_of(std::string_view address);

}  // namespace messages
