#include "procedure/state.hpp"

#include <algorithm>

namespace procedure {

namespace {

template <class Items>
auto* by_n(Items& items, std::int64_t n) {
    const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.n == n; });
    return found == items.end() ? nullptr : &*found;
}

bool holds(const std::vector<std::string>& people, std::string_view person) {
    return std::ranges::find(people, person) != people.end();
}

}  // namespace

std::string Hearing::state() const {
    if (ended != 0) return "ENDED";
    if (report != 0) return "REPORTED";
    if (suspended != 0) return "SUSPENDED";
    if (held != 0) return "HELD";
    if (notice_served_on) return "NOTIFIED";
    if (fixed != 0) return "FIXED";
    return host_act != 0 ? "HOST_NAMED" : "REQUESTED";
}

bool State::under_review() const {
    return std::ranges::any_of(remedies, [](const Remedy& remedy) { return !remedy.ended; });
}

bool State::is_handler(std::string_view person) const {
    return holds(handlers, person);
}
bool State::was_handler(std::string_view person) const {
    return holds(handlers, person) || holds(ever_handlers, person);
}
bool State::is_recused(std::string_view person) const {
    return holds(recused, person);
}

bool State::answers_open() const {
    return std::ranges::any_of(answers, [](const Answer& answer) { return answer.recheck == 0; });
}

const ReviewRequest* State::agreed_review() const {
    const auto found =
        std::ranges::find_if(reviews, [](const ReviewRequest& review) { return review.agreed; });
    return found == reviews.end() ? nullptr : &*found;
}

Measure* State::seizure(std::int64_t n) {
    return by_n(seizures, n);
}
const Measure* State::seizure(std::int64_t n) const {
    return by_n(seizures, n);
}
Measure* State::registration(std::int64_t n) {
    return by_n(registrations, n);
}
const Measure* State::registration(std::int64_t n) const {
    return by_n(registrations, n);
}

}  // namespace procedure
