#pragma once
#include <optional>

#include "messages/file_drop.hpp"
#include "messages/smtp.hpp"

namespace messages {

// E-mail goes to the mail server where there is one; everything else, and all without one, to the outbox.
class Carriers final : public ports::Messenger {
  public:
    Carriers(std::filesystem::path outbox, std::optional<MailServer> server, const ports::Clock& clock)
        : drop_(std::move(outbox), clock) {
        if (server) smtp_.emplace(*std::move(server), clock);
    }
    base::Result<std::string> send(const ports::Message& message) override {
        return smtp_ && message.channel == "email" ? smtp_->send(message) : drop_.send(message);
    }

  private:
    FileDrop drop_;
    std::optional<Smtp> smtp_;
};

}  // namespace messages
