#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"
#include "http/client.hpp"

namespace bench {

// A signed-in officer who speaks to the server as the desk does.
class DeskClient {
  public:
    explicit DeskClient(std::uint16_t port) : client_("127.0.0.1", port) {}
    base::Result<void> sign_in(std::string_view account, std::string_view password);
    // The number of a newly registered case.
    base::Result<std::string> open_case(std::string_view found_on);
    base::Result<std::int64_t> record_note(std::string_view case_no, std::int64_t version,
                                           std::string_view key);
    base::Result<base::Value> get(std::string_view target);

  private:
    base::Result<base::Value> post(std::string_view target, const base::Value& body,
                                   const http::Pairs& more = {});
    http::Client client_;
};

}  // namespace bench
