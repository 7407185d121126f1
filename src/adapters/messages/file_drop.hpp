#pragma once
#include <filesystem>

#include "ports/clock.hpp"
#include "ports/messenger.hpp"

namespace messages {

// Every message becomes a file `<id>.json` in a folder, for the gateway of the bureau
// (短信平台、即时通讯接口) to take and to remove. A file appears under its name only when it is whole and on
// disk.
class FileDrop final : public ports::Messenger {
  public:
    FileDrop(std::filesystem::path folder, const ports::Clock& clock)
        : folder_(std::move(folder)), clock_(clock) {}
    base::Result<std::string> send(const ports::Message& message) override;

  private:
    std::filesystem::path folder_;
    const ports::Clock& clock_;
};

}  // namespace messages
