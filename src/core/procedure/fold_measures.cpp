#include <algorithm>

#include "procedure/fields.hpp"
#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;

std::int64_t of(const Act& act) {
    return act.data.integer("of").value_or(0);
}

bool names_item(const base::Value& holder, const base::Value& item) {
    return std::ranges::any_of(holder.list("items"), [&](const base::Value& each) {
        return each.text("name") == item.text("name");
    });
}

Measure begun(const Act& act, std::string state) {
    return {.n = act.n, .at = act.at, .urgent = act.data.truth("urgent"), .state = std::move(state)};
}

void end(Measure& measure, std::string state) {
    measure.ended = true;
    measure.state = std::move(state);
}

void register_preservation(State& state, const Act& act, const FoldContext&) {
    state.registrations.push_back(begun(act, "REGISTERED"));
}

void seize(State& state, const Act& act, const FoldContext&) {
    state.seizures.push_back(begun(act, "SEIZED"));
}

// 程序规定 第三十三条第二款、第三十六条第二款
void approve_urgent(State& state, const Act& act, const FoldContext&) {
    const bool approved = act.data.text("outcome") == "approve";
    if (auto* seizure = state.seizure(of(act))) seizure->urgent_approved = approved;
    if (auto* registration = state.registration(of(act))) registration->urgent_approved = approved;
}

// 程序规定 第三十五条: one of five measures within seven working days.
void resolve_preservation(State& state, const Act& act, const FoldContext&) {
    if (auto* registration = state.registration(of(act)))
        end(*registration, act.data.text("measure") == "lifted" ? "LIFTED" : "RESOLVED");
}

void extend_seizure(State& state, const Act& act, const FoldContext&) {
    if (auto* seizure = state.seizure(of(act))) {
        seizure->extended = true;
        seizure->state = "EXTENDED";
    }
}

// 行政强制法 第二十八条: lifted, and the goods go back at once. A part lifted leaves the rest seized.
void lift_seizure(State& state, const Act& act, const FoldContext&) {
    auto* seizure = state.seizure(of(act));
    if (seizure == nullptr || !act.data.truth("all")) return;
    end(*seizure, "LIFTED");
    seizure->returned = act.data.has("returned_on");
    seizure->announced_for_collection = act.data.truth("owner_missing");
}

void early_disposal(State& state, const Act& act, const FoldContext&) {
    if (auto* seizure = state.seizure(of(act))) {
        end(*seizure, "DISPOSED");
        seizure->returned = true;
    }
}

// 移送规定 第十二条; 行政强制法 第二十一条
void hand_over_goods(State& state, const Act& act, const FoldContext&) {
    if (auto* seizure = state.seizure(of(act))) {
        end(*seizure, "HANDED_OVER");
        seizure->returned = true;
    }
    if (auto* registration = state.registration(of(act))) end(*registration, "RESOLVED");
}

bool of_this_measure(const Measure& measure, const Act& disposal, const FoldContext& context) {
    const auto* taken = context.act(measure.n);
    return taken == nullptr || std::ranges::any_of(disposal.data.list("items"), [&](const base::Value& item) {
               return names_item(taken->data, item);
           });
}

// 行政处罚法 第七十四条; 程序规定 第四十二条第三款: of freed goods those that are named, what another measure
// held waits on; what is no longer confiscated is free.
void dispose_goods(State& state, const Act& act, const FoldContext& context) {
    const bool confiscated = act.data.text("origin") == "confiscated";
    if (confiscated && state.decision() != nullptr) state.decision()->goods_disposed = true;
    const auto* decision = state.decision();
    const bool fell = decision != nullptr && (decision->revoked || !decision->confiscates_goods);
    const auto is_free = [&](const Measure& seizure) {
        return seizure.state == "LIFTED" || (fell && seizure.state == "CONFISCATED");
    };
    for (auto& seizure : state.seizures)
        if (confiscated ? seizure.state == "CONFISCATED"
                        : is_free(seizure) && of_this_measure(seizure, act, context)) {
            seizure.state = "DISPOSED";
            seizure.returned = true;
        }
    if (confiscated) return;
    for (auto& registration : state.registrations)
        if (registration.state == "LIFTED" && of_this_measure(registration, act, context))
            registration.returned = true;
}

void return_goods(State& state, const Act& act, const FoldContext& context) {
    const auto* measure = context.act(of(act));
    const auto n = measure != nullptr && measure->type == "lift_seizure"
                       ? measure->data.integer("of").value_or(0)
                       : of(act);
    if (auto* seizure = state.seizure(n)) seizure->returned = true;
    if (auto* registration = state.registration(n)) registration->returned = true;
}

constexpr FoldRow rows[] = {
    {"register_preservation", register_preservation},
    {"seize",                 seize                },
    {"approve_urgent",        approve_urgent       },
    {"resolve_preservation",  resolve_preservation },
    {"extend_seizure",        extend_seizure       },
    {"lift_seizure",          lift_seizure         },
    {"early_disposal",        early_disposal       },
    {"hand_over_goods",       hand_over_goods      },
    {"dispose_goods",         dispose_goods        },
    {"return_goods",          return_goods         },
};

}  // namespace

std::span<const FoldRow> measure_folds() {
    return rows;
}

}  // namespace procedure
