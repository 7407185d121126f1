#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

struct zip;

namespace spreadsheet {

// A zip archive in memory. What would unfold beyond the limits is refused before it is unfolded, and a part
// that says less than it holds is cut off where it lied.
class Archive {
  public:
    static constexpr std::uint64_t part_bytes_max = 32U << 20U;
    static constexpr std::uint64_t parts_max = 500;

    // `bytes` must outlive the archive. Errors: `bad_spreadsheet`, `zip_bomb`.
    static base::Result<Archive> open(std::string_view bytes);
    bool has(const std::string& name) const;
    base::Result<std::string> read(const std::string& name);
    const std::vector<std::string>& names() const { return names_; }

  private:
    struct Close {
        void operator()(zip* archive) const;
    };
    explicit Archive(zip* archive) : archive_(archive) {}
    std::unique_ptr<zip, Close> archive_;
    std::vector<std::string> names_;
    std::uint64_t unfolded_ = 0;
};

// An archive of these parts, each folded. The same parts give the same bytes.
base::Result<std::string> archive_of(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace spreadsheet
