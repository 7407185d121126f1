#pragma once
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "procedure/case.hpp"
#include "procedure/walk.hpp"
#include "synth/book.hpp"
#include "synth/cast.hpp"

namespace synth {

// A lawful history as far as it has come: every act was put to the procedure and accepted.
struct History {
    const Path* path = nullptr;
    bool complete = false;  // the path was walked to its end
    procedure::Case file;
    casefile::Matter begun;  // as it was registered; acts may have added parties since
};

// Where a history takes place and when.
struct Stage {
    const casefile::Matter& place;  // agency, province and staff; its parties are not read
    const Cast& cast;
    base::Date from, until;  // the first act's day; no act happens after `until`
};

// Tells histories along the paths of the book; the same dice give the same histories.
class Teller {
  public:
    Teller(const procedure::Rules& rules, const Book& book) : rules_(&rules), book_(&book) {}
    // Error `path_refused`, with path, act and refusal, when the procedure refuses an act of the path.
    base::Result<History> tell(const Path& path, const Stage& stage, procedure::Dice& dice) const;

  private:
    const procedure::Rules* rules_;
    const Book* book_;
};

// The history as a scenario of DESIGN §7, to be recorded through the use cases.
base::Value scenario_of(const procedure::Case& file);

}  // namespace synth
