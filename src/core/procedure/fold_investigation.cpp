#include <algorithm>

#include "procedure/fields.hpp"
#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;

void commission_test(State& state, const Act& act, const FoldContext&) {
    state.commissions.push_back({.n = act.n, .rights_holder = act.data.text("kind") == "rightsholder"});
}

void receive_test_result(State& state, const Act& act, const FoldContext&) {
    const auto of = act.data.integer("of").value_or(0);
    for (auto& commission : state.commissions)
        if (commission.n == of) commission.result = act.n;
}

void exclude_evidence(State& state, const Act& act, const FoldContext&) {
    state.excluded_evidence.push_back(static_cast<int>(act.data.integer("of").value_or(0)));
}

void determine_gains(State& state, const Act& act, const FoldContext&) {
    state.gains_determined = act.n;
}
void order_correction(State& state, const Act& act, const FoldContext&) {
    state.correction_ordered = act.n;
}
void order_refund(State& state, const Act& act, const FoldContext&) {
    state.refund_ordered = act.n;
    state.refund_sum += money_in(act.data, "sum");
}

void check_correction(State& state, const Act& act, const FoldContext&) {
    state.correction_checked = act.n;
    state.correction_outcome = act.data.text("outcome");
}

// 程序规定 第八十二条第（三）项: electronic service rests on the signed address form.
void confirm_address(State& state, const Act& act, const FoldContext&) {
    state.address_confirmed = true;
    state.electronic_consent = act.data.at("electronic.consent").as_bool() != nullptr &&
                               *act.data.at("electronic.consent").as_bool();
}

constexpr FoldRow rows[] = {
    {"commission_test",     commission_test    },
    {"receive_test_result", receive_test_result},
    {"exclude_evidence",    exclude_evidence   },
    {"determine_gains",     determine_gains    },
    {"order_correction",    order_correction   },
    {"order_refund",        order_refund       },
    {"check_correction",    check_correction   },
    {"confirm_address",     confirm_address    },
};

}  // namespace

std::span<const FoldRow> investigation_folds() {
    return rows;
}

}  // namespace procedure
