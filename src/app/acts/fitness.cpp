#include "acts/fitness.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "acts/belonging.hpp"
#include "procedure/guard.hpp"
#include "procedure/people.hpp"

namespace acts {

namespace {

constexpr std::array<std::string_view, 6> acts_of_the_host{
    "fix_hearing", "hold_hearing", "suspend_hearing", "resume_hearing", "end_hearing", "report_hearing"};

bool is_one_of(std::string_view act, std::span<const std::string_view> acts) {
    return std::ranges::find(acts, act) != acts.end();
}

template <class Holds>
bool in_any(const cases::LoadedCase& loaded, Holds holds) {
    return std::ranges::any_of(loaded.state.states(), holds);
}

// 程序规定 第四条: who is recused does nothing more; 行政处罚法 第四十二条第一款: the certificate is valid.
bool stands(const cases::LoadedCase& loaded, const casefile::Staff& person, const procedure::ActType& type,
            base::Date today) {
    const bool recused = in_any(loaded, [&](const auto& state) { return state.is_recused(person.id); });
    const bool left = person.until && *person.until < today;
    const bool uncertified = type.handlers && procedure::has_role(person, "HANDLER") &&
                             !procedure::certificate_valid(person, today);
    return !recused && !left && !uncertified;
}

// 程序规定 第四十九条、第五十条、第五十一条: nobody reviews his own case, and legal review is for legal
// reviewers.
bool may_review(const cases::LoadedCase& loaded, const casefile::Staff& person) {
    if (in_any(loaded, [&](const auto& state) { return state.was_handler(person.id); })) return false;
    const bool asked = in_any(loaded, [](const auto& state) { return !state.reviews.empty(); });
    return !asked || in_any(loaded, [&](const auto& state) {
        return std::ranges::any_of(state.reviews, [&](const procedure::ReviewRequest& request) {
            return request.review == 0 && procedure::has_role(person, request.legal ? "LEGAL" : "REVIEWER");
        });
    });
}

// 听证办法 第十一条、第十八条: the host who was named, and beside him nobody who handles the case.
bool may_hear(const cases::LoadedCase& loaded, const casefile::Staff& person,
              const procedure::ActType& type) {
    const bool handles = in_any(loaded, [&](const auto& state) { return state.was_handler(person.id); });
    if (handles && (type.id == "hold_hearing" || type.id == "report_hearing")) return false;
    const bool records = type.id == "hold_hearing" && procedure::has_role(person, "RECORDER");
    return records || in_any(loaded, [&](const auto& state) {
               return state.hearing.host.empty() || state.hearing.host == person.id;
           });
}

bool did_something(const cases::LoadedCase& loaded, const casefile::Staff& person) {
    return std::ranges::any_of(loaded.state.live_acts(), [&](const casefile::Act& act) {
        return std::ranges::find(act.by, person.id) != act.by.end();
    });
}

// An act that must point at another one is for nobody while there is none.
bool has_its_objects(const cases::LoadedCase& loaded, const procedure::ActType& type) {
    return std::ranges::all_of(type.fields, [&](const procedure::Field& field) {
        if (field.type != procedure::FieldType::act || !field.required || field.of_acts.empty()) return true;
        return std::ranges::any_of(loaded.state.live_acts(), [&](const casefile::Act& act) {
            return std::ranges::find(field.of_acts, act.type) != field.of_acts.end();
        });
    });
}

}  // namespace

bool is_fit(const cases::LoadedCase& loaded, const casefile::Staff& person, const procedure::ActType& type,
            base::Date today) {
    if (!stands(loaded, person, type, today) || !has_its_objects(loaded, type)) return false;
    if (type.id == "review") return may_review(loaded, person);
    if (type.id == "decide_referral") return procedure::acts_as(person, "CHIEF", today);  // 移送规定 第五条
    if (type.id == "correct" || type.id == "strike") return did_something(loaded, person);
    if (is_one_of(type.id, acts_of_the_host)) return may_hear(loaded, person, type);
    return true;
}

bool may_do(const cases::LoadedCase& loaded, const identity::Viewer& viewer, const procedure::ActType& type,
            base::Date today) {
    const auto* known = loaded.person(viewer.person);
    if (known == nullptr || loaded.record.agency != viewer.agency) return false;
    casefile::Staff person = *known;
    for (const std::string& role : viewer.roles)
        if (!procedure::has_role(person, role)) person.roles.push_back(role);
    return may_propose(loaded, person, type) && is_fit(loaded, person, type, today);
}

base::Result<void> check_is_colleague(const cases::LoadedCase& loaded, const identity::Viewer& viewer) {
    if (loaded.record.agency == viewer.agency) return {};
    return base::fail("not_permitted", "您可以查看其他机关的案件，不能在其中办理", "程序规定 第十九条");
}

}  // namespace acts
