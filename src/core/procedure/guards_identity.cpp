#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/identifiers.hpp"
#include "base/text.hpp"
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
    std::vector<std::string> cure{"replace_party"};
    if (field == std::string_view("code") || field == std::string_view("id_no"))
        cure.emplace_back("correct_party");
    return Found{.code = "correction_not_clerical",
                 .detail = "已经作出行政处罚告知，当事人不得再变更",
                 .field = field,
                 .cure = std::move(cure),
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
    return Found{
        .code = "correction_not_clerical", .field = "field", .cure = {"correct_party", "replace_party"}
    };
}

constexpr std::size_t slips_max = 2;       // two neighbours that changed places are two
constexpr std::size_t longest_name = 100;  // in characters; nothing longer is compared

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> found;
    const auto begins = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U; };
    for (std::size_t i = 0, end = 0; i < text.size(); i = end) {
        for (end = i + 1; end < text.size() && !begins(end);) ++end;
        found.push_back(text.substr(i, end - i));
    }
    return found;
}

// How many characters were left out, put in or taken for another.
std::size_t slips(std::string_view from, std::string_view to) {
    const auto known = characters(from), meant = characters(to);
    std::vector<std::size_t> row(meant.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < known.size(); ++i) {
        std::size_t before = row[0]++;
        for (std::size_t j = 0; j < meant.size(); ++j) {
            const std::size_t replaced = before + (known[i] == meant[j] ? 0 : 1);
            before = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, before + 1});
        }
    }
    return row.back();
}

// GB 11643: places 7 to 14 are the day of birth.
bool born_otherwise(const casefile::Party& party, std::string_view id_no) {
    if (!party.born || id_no.size() != 18) return false;
    const std::string born = party.born->str();
    return id_no.substr(6, 8) != born.substr(0, 4) + born.substr(5, 2) + born.substr(8, 2);
}

// Why the number may belong to another one: its check digit fails after a slip, and holds without it.
std::optional<std::pair<std::string_view, std::string_view>> wrong_number(const Look& look,
                                                                          std::string_view known,
                                                                          std::string_view meant) {
    const bool is_code = look.data().text("field") == "code";
    const auto holds = is_code ? base::is_credit_code : base::is_resident_id;
    if (holds(known)) return std::pair{"原号码的校验码无误，可能是另一主体的号码", "from"};
    // 护照 and the like have no check digit; there the name and the slip are what can be seen.
    if (!is_code && known.size() != 18 && meant.size() != 18) return std::nullopt;
    if (!holds(meant)) return std::pair{"更正后的号码校验码不符", "to"};
    if (!is_code && born_otherwise(look.party, meant)) return std::pair{"与登记的出生日期不符", "to"};
    return std::nullopt;
}

// 行政处罚法 第四十四条、第五十九条; decision 0075: a slip in what was typed, where what stays shows that it
// is the same party still.
Finding another_party(const Look& look) {
    const auto refused = [](std::string_view detail, std::string_view field,
                            std::vector<std::string> cure = {"replace_party"}) {
        return Found{.code = "correction_not_clerical",
                     .detail = std::string(detail),
                     .field = std::string(field),
                     .cure = std::move(cure),
                     .basis = "行政处罚法 第四十四条、第五十九条"};
    };
    const auto field = look.data().text("field");
    const auto from = look.data().text("from"), to = look.data().text("to");
    const auto& party = look.party;
    const std::string& known = field == "code" ? party.code : field == "id_no" ? party.id_no : party.name;
    if (known.empty()) return refused("该项尚未登记，直接登记即可", "field", {"record_party"});
    if (from != known) return refused("原内容与登记的不一致", "from", {"correct_party"});
    if (to == known) return refused("更正前后的内容相同", "to", {"correct_party"});
    const bool is_long =
        base::character_count(from) > longest_name || base::character_count(to) > longest_name;
    if (is_long || slips(from, to) > slips_max)
        return refused(fmt::format("与原内容相差超过{}个字符，不是笔误", slips_max), "to");
    if (field == "name")
        return party.code.empty() && party.id_no.empty()
                   ? refused("没有登记统一社会信用代码或者身份证件号码，不能认定是同一当事人", "field",
                             {"record_party"})
                   : Finding();
    if (const auto wrong = wrong_number(look, from, to)) return refused(wrong->first, wrong->second);
    return std::nullopt;
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
        {170, "correction_not_clerical", {"correct_party"},     false, another_party        },
    };
}

}  // namespace procedure
