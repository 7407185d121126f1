#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace volume {

// A volume is a zip without compression in which every byte that is not content follows from the list of its
// entries: the same entries give the same container, so a container that differs was touched.
struct Entry {
    std::string path;
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
};

constexpr std::uint64_t container_bytes_max = 0xFFFF'FFFF - 1;  // the plain zip format ends there
constexpr std::size_t entries_max = 0xFFFF - 1;

std::string local_header(const Entry& entry);
std::string central_header(const Entry& entry, std::uint64_t offset);
std::string end_record(std::size_t count, std::uint64_t central_size, std::uint64_t central_offset);
constexpr std::size_t end_record_size = 22;

// All headers of the central directory with the end record behind them.
std::string directory(const std::vector<Entry>& entries);
std::uint64_t directory_offset(const std::vector<Entry>& entries);

// What a directory found in a file says; empty entries with `broken` set when it cannot be read.
struct Listed {
    Entry entry;
    std::uint64_t offset = 0;  // of its local header
    // What a stranger's directory may claim; a volume is neither encrypted nor compressed.
    bool is_encrypted = false, is_compressed = false;
};
struct Directory {
    bool broken = true;
    std::vector<Listed> entries = {};
};
struct End {
    bool broken = true;
    std::size_t count = 0;
    std::uint64_t size = 0, offset = 0;
};
End read_end(std::string_view last_bytes);
Directory read_directory(std::string_view bytes, std::size_t count);

class Crc32 {
  public:
    void update(std::string_view bytes);
    std::uint32_t value() const { return ~state_; }

  private:
    std::uint32_t state_ = 0xFFFF'FFFF;
};

// A name as it may stand in a volume: no way out of the folder, no control or direction marks, not too long.
std::string safe_name(std::string_view name, std::size_t bytes_max = 120);

}  // namespace volume
