#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"
#include "procedure/hearing_range.hpp"

namespace procedure {

namespace {

// 行政处罚法 第四十四条: from the first notice on it is settled whom the case is about; who was taken for the
// party by mistake settles nothing for the right one.
bool party_settled(const Look& look) {
    for (auto i = look.acts.size(); i > 0; --i) {
        const auto& act = look.acts[i - 1];
        if (act.type == "approve_notice" || act.type == "decide_on_spot") return true;
        if (act.type == "replace_party" && act.data.text("reason") == "wrong_party") return false;
    }
    return false;
}

std::string_view kind_name(casefile::PartyKind kind) {
    if (kind == casefile::PartyKind::organisation) return "organisation";
    return kind == casefile::PartyKind::sole_trader ? "sole_trader" : "person";
}

// acts.md §3.10 [design]; 行政处罚法 第六十三条: the limits of hearing and summary hang on who the party is.
// What was left open may still be filled in; another party comes in by replace_party and is told anew.
Finding party_swapped(const Look& look) {
    const bool meant = look.act.party || look.party.id == look.matter.parties.front().id;
    if (!party_settled(look) || !meant) return std::nullopt;
    const auto& data = look.data();
    const auto born = date_in(data, "born");
    const auto other = [&](std::string_view name, std::string_view known) {
        return data.has(name) && !known.empty() && data.text(name) != known;
    };
    const auto same = [&](std::string_view name, std::string_view known) {
        return !known.empty() && data.text(name) == known;
    };
    // A company renamed, a person of another name in the register: the number says that it is the same one.
    const bool renamed = same("code", look.party.code) || same("id_no", look.party.id_no);
    const char* field = data.text("kind") != kind_name(look.party.kind)        ? "kind"
                        : other("name", look.party.name) && !renamed           ? "name"
                        : other("code", look.party.code)                       ? "code"
                        : other("id_no", look.party.id_no)                     ? "id_no"
                        : born && look.party.born && *born != *look.party.born ? "born"
                                                                               : nullptr;
    if (field == nullptr) return std::nullopt;
    return Found{.code = "correction_not_clerical",
                 .detail = "已经作出行政处罚告知，当事人不得再变更",
                 .field = field,
                 .cure = {"replace_party"},
                 .basis = "行政处罚法 第四十四条、第六十三条"};
}

// The same by way of a correction or of a strike.
Finding party_corrected(const Look& look) {
    const auto* of = look.act_at(look.of());
    if (of == nullptr || of->type != "record_party" || !party_settled(look)) return std::nullopt;
    if (look.type.id == "strike")
        return Found{.code = "strike_not_allowed",
                     .detail = "已经作出行政处罚告知，当事人的登记不得作废",
                     .field = "of",
                     .cure = {"record_party"}};
    const auto field = look.data().text("field");
    if (field != "name" && field != "code" && field != "id_no") return std::nullopt;
    return Found{.code = "correction_not_clerical", .field = "field", .cure = {"replace_party"}};
}

// 行政处罚法 第六十三条; 听证办法 第五条: the party as it stands at the decision has the right to a hearing
// on what it was told, and was told of that right.
Finding hearing_never_offered(const Look& look) {
    if (!look.deciding_penalty() || !look.state.served_notice) return std::nullopt;
    const auto* notice = look.act_at(look.state.served_notice->n);
    if (notice == nullptr || notice->data.truth("hearing_offered")) return std::nullopt;
    // The sums of the day he was told: what the place set since neither gives the right nor takes it away.
    const auto limit = look.rules.sums.of(look.matter, look.party, notice->at.date()).hearing;
    if (!in_hearing_range(notice->data["penalty"], limit)) return std::nullopt;
    return Found{.code = "hearing_not_offered",
                 .detail = fmt::format("当事人变更后，听证标准为{}元", limit.str()),
                 .cure = {"approve_notice"}};
}

}  // namespace

std::vector<Guard> identity_guards() {
    return {
        {139, "hearing_not_offered",     {"decide"},            true,  hearing_never_offered},
        {170, "correction_not_clerical", {"record_party"},      false, party_swapped        },
        {170, "correction_not_clerical", {"correct", "strike"}, false, party_corrected      },
    };
}

}  // namespace procedure
