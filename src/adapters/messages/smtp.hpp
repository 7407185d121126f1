#pragma once
#include <filesystem>
#include <string>

#include "ports/clock.hpp"
#include "ports/messenger.hpp"

namespace messages {

struct MailServer {
    std::string url;     // smtp://host:port or smtps://host:port
    std::string sender;  // the address in From
    std::string user = {}, password = {};
    bool starttls = true;        // demanded of smtp://; a server without it is not used
    std::string authority = {};  // file of certificates, else those of the system
    int timeout_seconds = 20;

    // A YAML or JSON file outside the repository: server, sender, user, password, tls (required | none),
    // authority. Errors name the member, never its value.
    static base::Result<MailServer> read(const std::filesystem::path& file);
};

// E-mail through libcurl. Safe to use from many threads.
class Smtp final : public ports::Messenger {
  public:
    Smtp(MailServer server, const ports::Clock& clock) : server_(std::move(server)), clock_(clock) {}
    base::Result<std::string> send(const ports::Message& message) override;

  private:
    MailServer server_;
    const ports::Clock& clock_;
};

}  // namespace messages
