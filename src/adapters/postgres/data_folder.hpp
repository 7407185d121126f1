#pragma once
#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace postgres {

// A file descriptor with an owner.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_;
};

// Makes the data folder when it is not there, and locks it against a second server for as long as the
// descriptor lives.
base::Result<Descriptor> lock_data_folder(const std::filesystem::path& data);
base::Result<Descriptor> open_folder(const std::filesystem::path& folder);
base::Result<Descriptor> open_log(const std::filesystem::path& file);

// A name for an open folder that is always short and needs no search right in the folders above.
std::string path_through(const Descriptor& folder);

}  // namespace postgres
