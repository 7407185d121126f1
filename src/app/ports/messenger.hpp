#pragma once
#include <string>

#include "base/result.hpp"

namespace ports {

// A message to an account outside: `channel` is one of the ways of the address form (sms email im).
struct Message {
    std::string id;  // hexadecimal, one of its kind
    std::string channel;
    std::string to;
    std::string subject;
    std::string text;
};

class Messenger {
  public:
    virtual ~Messenger() = default;
    // What the carrier said when it took the message over; `message_not_sent` when it did not.
    virtual base::Result<std::string> send(const Message& message) = 0;
};

}  // namespace ports
