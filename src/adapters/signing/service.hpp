#pragma once
#include <atomic>
#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace signing_keys {

// The other end: a signing service of its own process with its keys in a folder, one sealed file each. It
// stands for the hardware module or the bureau's service that an installation attaches, and proves the
// interface.
class Service {
  public:
    static base::Result<Service> open(const std::string& socket, std::filesystem::path keys);
    void run(const std::atomic<bool>& stop) const;  // answers one caller after the other

  private:
    Service(int listening, std::filesystem::path keys) : listening_(listening), keys_(std::move(keys)) {}
    int listening_;
    std::filesystem::path keys_;
};

}  // namespace signing_keys
