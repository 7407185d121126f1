#include "office/rules_in_force.hpp"

namespace office {

void RulesInForce::take(calendar::WorkCalendar calendar) {
    auto next = std::make_unique<procedure::Rules>(now());
    next->calendar = std::move(calendar);
    const std::lock_guard guard(mutex_);
    kept_.push_back(std::move(next));
    current_.store(kept_.back().get());
}

}  // namespace office
