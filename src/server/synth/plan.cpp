#include "synth/plan.hpp"

#include <algorithm>

namespace synth {

namespace {

constexpr int longest_path_days = 430;
constexpr std::size_t times_for_sure = 3;

}  // namespace

Plan::Plan(const Book& book, std::size_t cases, base::Date today, int days)
    : book_(book), today_(today), days_(days) {
    sure_ = book.paths.size() * std::clamp<std::size_t>(cases / book.paths.size() / 2, 1, times_for_sure);
    for (const Path& path : book.paths) shares_ += static_cast<std::uint64_t>(path.share);
}

Planned Plan::next(procedure::Dice& dice) {
    if (given_ < sure_) {
        const Path& path = book_.paths[given_++ % book_.paths.size()];
        return {&path, today_.plus_days(-longest_path_days - static_cast<int>(dice.below(30)))};
    }
    const auto from = today_.plus_days(-static_cast<int>(dice.below(static_cast<std::uint64_t>(days_))));
    std::uint64_t left = dice.below(shares_);
    for (const Path& path : book_.paths) {
        if (left < static_cast<std::uint64_t>(path.share)) return {&path, from};
        left -= static_cast<std::uint64_t>(path.share);
    }
    return {&book_.paths.front(), from};
}

}  // namespace synth
