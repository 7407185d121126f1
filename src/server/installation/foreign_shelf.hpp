#pragma once
#include <functional>
#include <set>
#include <shared_mutex>
#include <string>

#include "ports/foreign_volumes.hpp"
#include "ports/sweep.hpp"

namespace installation {

// The files of foreign volumes below the data folder, read with the code that checks our own.
class ForeignShelf final : public ports::ForeignShelf, public ports::Leavings {
  public:
    ForeignShelf(std::filesystem::path folder, volume::ForeignLimits limits)
        : folder_(std::move(folder)), limits_(limits) {}

    base::Result<void> put_piece(std::string_view id, std::uint64_t offset, std::string_view bytes) override;
    base::Result<void> claim(std::string_view id) override;
    base::Result<void> take(std::string_view id) override;
    base::Result<ports::CheckedVolume> check(std::string_view id) override;
    void release(std::string_view id) override;
    base::Result<void> keep(std::string_view id) override;
    void drop_unfinished(std::string_view id) override;
    void drop_kept(std::string_view id) override;
    base::Result<volume::Manifest> manifest(std::string_view id) override;
    base::Result<std::string> text(std::string_view id, std::uint64_t offset, std::uint64_t size) override;
    std::filesystem::path path(std::string_view id) override;
    const volume::ForeignLimits& limits() const override { return limits_; }
    std::string sm3_of(const volume::Manifest& manifest) const override;
    base::Result<base::Value> read_json(std::string_view text) const override;

    std::vector<ports::Leaving> all() override;
    base::Result<bool> remove(const ports::Leaving&,
                              const std::function<base::Result<bool>()>& is_unwanted) override;

  private:
    std::filesystem::path coming_in(std::string_view id) const;
    std::filesystem::path checking(std::string_view id) const;

    std::filesystem::path folder_;
    volume::ForeignLimits limits_;
    std::shared_mutex mutex_;                     // pieces share it, what is taken away has it alone
    std::set<std::string, std::less<>> claimed_;  // by callers of this process
};

}  // namespace installation
