#pragma once
#include <vector>

#include "base/date.hpp"
#include "procedure/walk.hpp"
#include "synth/book.hpp"

namespace synth {

// Which way each case goes and when it begins. Every path comes first, some times over and early enough to be
// walked to its end; the rest fall as their shares say.
struct Planned {
    const Path* path = nullptr;
    base::Date from;
};

class Plan {
  public:
    // `days`: how far back the cases begin
    Plan(const Book& book, std::size_t cases, base::Date today, int days);
    Planned next(procedure::Dice& dice);

  private:
    const Book& book_;
    std::size_t sure_ = 0, given_ = 0;
    base::Date today_;
    int days_;
    std::uint64_t shares_ = 0;
};

}  // namespace synth
