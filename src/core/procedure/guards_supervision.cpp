#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

using casefile::Act;

// 执法监督规定 第十七条至第二十条: a notice is answered; a decision is carried out, reported on and objected
// to; what an opinion recommends is put right and reported on too.
Finding paper_of_another_kind(const Look& look) {
    const auto* paper = look.act_at(look.of());
    const std::string_view wanted = look.type.id == "answer_supervision" ? "notice" : "decision";
    if (paper == nullptr || paper->data.text("kind") == wanted) return std::nullopt;
    const bool is_opinion = paper->data.text("kind") == "opinion";
    if (is_opinion && wanted == "decision" && look.type.id != "object_supervision") return std::nullopt;
    return Found{.code = "reference_invalid",
                 .detail = wanted == "notice" ? "所指的不是执法监督通知书" : "所指的不是执法监督决定书",
                 .field = "of",
                 .cure = {"receive_supervision"},
                 .basis = look.type.basis};
}

// 执法监督规定 第十八条: the ten working days to report run from the day it was put right.
Finding nothing_put_right(const Look& look) {
    const bool done = std::ranges::any_of(look.acts, [&](const Act& act) {
        return act.type == "complete_rectification" && act.data.integer("of") == look.of();
    });
    if (done) return std::nullopt;
    return Found{.code = "reference_invalid",
                 .detail = "还没有完成整改",
                 .field = "of",
                 .cure = {"complete_rectification"},
                 .basis = "执法监督规定 第十八条"};
}

// 执法监督规定 第十九条
Finding objection_late(const Look& look) {
    const auto clock = look.clock("SUP_OBJECT", static_cast<int>(look.of()));
    const auto sent = date_in(look.data(), "sent_on").value_or(look.on);
    if (!clock || clocks::is_in_time(*clock, sent)) return std::nullopt;
    return Found{.code = "objection_late",
                 .detail = fmt::format("期限于{}届满", clock->due.chinese()),
                 .field = "sent_on"};
}

// 程序规定 第四十五条第二款: which letter is answered, and since when it waits.
Finding letter_unknown(const Look& look) {
    if (look.data().has("of")) return std::nullopt;
    for (const auto* name : {"letter", "received_on"}) {
        const auto* field = look.type.field(name);
        if (field != nullptr && !look.data().has(name))
            return Found{.code = "element_missing",
                         .detail = fmt::format("缺少“{}”", field->label),
                         .field = name,
                         .cure = {"receive_assistance_letter"}};
    }
    return std::nullopt;
}

}  // namespace

std::vector<Guard> supervision_guards() {
    return {
        {99,
         "reference_invalid",      {"answer_supervision", "object_supervision", "complete_rectification", "report_rectification"},
         false,                                                                                                                           paper_of_another_kind},
        {99,  "reference_invalid", {"report_rectification"},                                                                       false, nothing_put_right    },
        {145, "element_missing",   {"answer_assistance"},                                                                          false, letter_unknown       },
        {164, "objection_late",    {"object_supervision"},                                                                         false, objection_late       },
    };
}

}  // namespace procedure
