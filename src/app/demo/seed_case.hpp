#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"
#include "demo/organisation.hpp"
#include "office/office.hpp"

namespace demo {

// A clock that stands where it is put: the demonstration lives through its cases at the times they tell.
class SetClock final : public ports::Clock {
  public:
    base::Instant now() const override { return now_; }
    void set(base::Instant now) { now_ = now; }

  private:
    base::Instant now_;
};

// Stands for the pictures and films a scenario names but does not carry.
struct Picture {
    std::string_view bytes;
    std::string_view name_ending;  // ".png"
};

// Lives through a scenario (acts.md §1) by the same use cases as people at their desks: whoever acts
// proposes, the others confirm, the chain approves. Gives the case number. `office` must run on `clock`.
base::Result<std::string> seed_case(const office::Office& office, SetClock& clock, const Organisation&,
                                    const base::Value& scenario, const Picture&);

// Words like "@-12" and "@-12 09:30" in a scenario stand for a day so many days from `today`, or an instant
// on it.
base::Value with_days_from(const base::Value& scenario, base::Date today);

}  // namespace demo
