#include "acts/judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/fast_track_entry.hpp"
#include "acts/penalty_finding.hpp"
#include "acts/reasoning_draft.hpp"
#include "procedure/register_number.hpp"
#include "procedure/stated_facts.hpp"

namespace acts {

namespace {

constexpr std::chrono::minutes clocks_differ_by{2};  // a browser's clock may run ahead of ours

std::optional<std::string> stand_in(const std::vector<casefile::Staff>& staff,
                                    const std::vector<std::string>& by, std::string_view role) {
    for (const casefile::Staff& person : staff) {
        const bool holds = std::ranges::find(person.roles, role) != person.roles.end();
        if (holds && std::ranges::find(by, person.id) == by.end()) return person.id;
    }
    return std::nullopt;
}

// acts.md §3.1: whoever receives the paper of the superior enters it, with its number and who signed it.
void ask_for_superiors_paper(procedure::Refusal& refusal, const casefile::Act& act) {
    if (act.type != "designate_jurisdiction" || refusal.code != "approval_missing") return;
    refusal.message += "；收到上级文书的，请填写上级文书的文号和签发人";
    refusal.field = act.data.has("number") ? "data.signed_by" : "data.number";
}

// The number of a list or of a form is the one the register gives: what somebody typed is not kept.
base::Value without_register_numbers(base::Value data, const procedure::ActType& type) {
    if (base::Object* members = data.as_object())
        for (const procedure::Field& field : type.fields)
            if (procedure::given_by_register(field)) members->erase(field.name);
    return data;
}

}  // namespace

base::Result<base::Instant> instant_of(const ActRequest& request, const procedure::Case& state,
                                       base::Instant now) {
    if (!request.at) return now;
    if (request.at->point() > now.point() + clocks_differ_by)
        return base::fail("at_in_future", "办理时间不能晚于现在", {}, "at");
    if (!state.acts().empty() && *request.at < state.acts().back().at)
        return base::fail("at_before_last_act",
                          fmt::format("时间不得早于上一行为（{}）", state.acts().back().at.chinese()), {},
                          "at");
    return *request.at > now ? now : *request.at;
}

base::Result<Judged> judge(const office::Office& office, const cases::LoadedCase& loaded,
                           const ActRequest& request, base::Instant at,
                           const std::optional<std::string>& approver) {
    Judged judged;
    judged.type = loaded.state.table(at.date()).find(request.act);
    if (judged.type == nullptr)
        return base::fail("unknown_act", fmt::format("未知的行为 {}", request.act), {}, "act");
    judged.act = casefile::Act{.n = static_cast<int>(loaded.record.version) + 1,
                               .type = request.act,
                               .at = at,
                               .by = request.by,
                               .party = request.party,
                               .data = without_register_numbers(request.data, *judged.type),
                               .paper = request.paper};
    judged.chain = loaded.state.approval_chain(judged.act);
    if (approver)
        judged.act.approved_by = approver;
    else if (!judged.chain.empty())
        judged.act.approved_by = stand_in(loaded.staff, request.by, judged.chain.back());
    procedure::Case after = loaded.state;
    judged.refusal = TRY(after.try_act(judged.act));
    if (judged.refusal) {
        ask_for_superiors_paper(*judged.refusal, judged.act);
        return judged;
    }
    TRY(procedure::check_stated_facts(*judged.type, request.data, office.today(), [&](std::string_view id) {
        return office.discretion.find(id) != nullptr;
    }));
    judged.refusal = other_fines_unstated(loaded, judged.act);
    if (!judged.refusal) judged.refusal = not_on_fast_list(office, loaded.record.agency, judged.act);
    if (judged.refusal) return judged;
    judged.finding = TRY(penalty_finding(office, loaded, judged.act));
    judged.refusal = outside_the_law(judged.finding);
    if (!judged.refusal) judged.refusal = item_left_out(judged.finding, judged.act);
    if (!judged.refusal) judged.refusal = unreasoned_deviation(judged.finding, judged.act);
    if (judged.refusal) return judged;
    base::Value noted = with_reasoning_note(office, judged.finding, loaded, judged.act);
    if (noted != judged.act.paper) {
        judged.act.paper = std::move(noted);
        after = loaded.state;
        judged.refusal = TRY(after.try_act(judged.act));
    }
    if (judged.refusal) return judged;
    judged.act = after.acts().back();
    judged.after = std::move(after);
    return judged;
}

}  // namespace acts
