#include "cases/case_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "procedure/fields.hpp"
#include "redact/letters.hpp"

namespace cases {

namespace {

constexpr std::size_t summary_characters_max = 60;

std::string shortened(std::string_view text, std::size_t characters_max) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
        if (characters++ == characters_max) return std::string(text.substr(0, i)) + "……";
    }
    return std::string(text);
}

std::vector<std::string> texts(const base::List& list) {
    std::vector<std::string> result;
    for (const base::Value& entry : list)
        if (const auto* text = entry.as_string()) result.push_back(*text);
    return result;
}

void read_clue(CaseFacts& facts, const casefile::Act& act) {
    facts.found_on = act.data.text("found_on");
    facts.source = act.data.text("source");
    facts.source_no = act.data.text("source_no");
    facts.content = act.data.text("content");
    facts.registered_on = act.at.date().str();
    facts.cause = shortened(facts.content, 30);
}

// 移送规定 第十三条: it may open a case, or come into one that was registered before.
void read_reverse_referral(CaseFacts& facts, const casefile::Act& act) {
    if (!facts.registered_on.empty()) return;
    facts.found_on = act.data.text("received_on");
    facts.source = "reverse_referral";
    facts.source_no = act.data.text("opinion_no");
    facts.content = act.paper.text("facts");
    facts.registered_on = act.at.date().str();
    facts.cause = shortened(facts.content, 30);
}

// 投诉举报处理办法 第九条: what came in, in the words of whoever brought it. 第三十七条: who reports is kept
// secret, so that a report, or words that name their author, give the case no title.
void read_complaint(CaseFacts& facts, const casefile::Act& act) {
    const bool is_report = act.data.text("kind") == "report";
    facts.source = is_report ? "report" : "complaint";
    facts.source_no = act.data.text("twelve_315_no");
    facts.found_on = act.data.text("received_on");
    facts.registered_on = act.at.date().str();
    facts.content = act.paper.text("facts");
    const bool may_be_shown = !is_report && !facts.content.empty() && !names_its_author(act.paper);
    facts.cause = may_be_shown ? shortened(facts.content, 30) : is_report ? "举报" : "投诉";
}

void read_filing(CaseFacts& facts, const casefile::Act& act) {
    facts.cause = act.data.text("cause");
    facts.violations = texts(act.data.list("violations"));
    facts.act_start = act.data.text("act_start");
    facts.act_end = act.data.text("act_end");
    facts.filed_on = act.at.date().str();
}

void read_goods(CaseFacts& facts, const casefile::Act& act) {
    if (act.type == "seize" || act.type == "register_preservation")
        for (const base::Value& item : act.data.list("items")) facts.goods.push_back(item);
}

void read_penalty(CaseFacts& facts, const casefile::Act& act) {
    if (!act.data.has("penalty")) return;
    facts.penalty = act.data["penalty"];
    if (const auto gains = facts.penalty.text("gains"); !gains.empty()) facts.gains = gains;
}

void read_discretion(CaseFacts& facts, const casefile::Act& act) {
    if (!act.paper.has("discretion")) return;
    facts.discretion_facts = act.paper["discretion"];
    const base::Value& given = facts.discretion_facts["facts"];
    if (const auto value = given.text("goods_value"); !value.empty()) facts.goods_value = value;
    if (const auto gains = given.text("illegal_gains"); !gains.empty()) facts.gains = gains;
}

void connect(CaseFacts& facts, const casefile::Act& act) {
    static constexpr std::array<std::tuple<std::string_view, std::string_view, std::string_view>, 6> rows{
        {{"join_case", "with", "joined_here"},
         {"be_joined", "host", "joined_into"},
         {"split_case", "into", "split_off"},
         {"split_case", "from", "split_from"},
         {"register_complaint", "letter_with", "letter_report"},
         {"register_clue", "letter_with", "letter_complaint"}}
    };
    for (const auto& [type, field, kind] : rows)
        if (act.type == type && act.data.has(field))
            facts.connections.push_back(
                {.kind = std::string(kind), .case_no = std::string(act.data.text(field))});
}

// 并案, 分案: violations go with the case that decides on them.
void move_violations(CaseFacts& facts, const casefile::Act& act) {
    for (const std::string& violation : texts(act.data.list("violations"))) {
        std::erase(facts.violations, violation);
        if (act.type == "join_case") facts.violations.push_back(violation);
    }
}

void read(CaseFacts& facts, const casefile::Act& act) {
    connect(facts, act);
    if (act.type == "join_case" || act.type == "split_case") move_violations(facts, act);
    if (act.type == "register_clue") read_clue(facts, act);
    if (act.type == "register_complaint") read_complaint(facts, act);
    if (act.type == "report_violation_seen") facts.found_on = act.data.text("found_on");
    if (act.type == "receive_reverse_referral") read_reverse_referral(facts, act);
    if (act.type == "file_case") read_filing(facts, act);
    if (act.type == "determine_gains" && act.data.has("amount")) facts.gains = act.data.text("amount");
    if (act.type == "close") facts.closed_on = act.at.date().str();
    read_goods(facts, act);
    read_penalty(facts, act);
    read_discretion(facts, act);
}

}  // namespace

bool names_its_author(const base::Value& letter) {
    // However they are spaced: 138 1234 5678, 张 三.
    const std::u32string words = redact::plain(letter.text("facts"));
    return std::ranges::any_of(letter["complainant"].object(), [&](const auto& field) {
        const auto* text = field.second.as_string();
        const std::u32string told = text ? redact::plain(*text) : std::u32string();
        return !told.empty() && words.contains(told);
    });
}

CaseFacts facts_of(const procedure::Case& state) {
    CaseFacts facts;
    for (const casefile::Act& act : state.acts())
        if (!state.struck(act.n)) read(facts, act);
    facts.handlers = state.handlers();
    return facts;
}

const casefile::Act* last_act(const procedure::Case& state, std::string_view type) {
    const auto& acts = state.acts();
    for (auto act = acts.rbegin(); act != acts.rend(); ++act)
        if (act->type == type && !state.struck(act->n)) return &*act;
    return nullptr;
}

const casefile::Act* act_of(const procedure::Case& state, std::int64_t n) {
    const auto found =
        std::ranges::find_if(state.acts(), [&](const casefile::Act& act) { return act.n == n; });
    return found == state.acts().end() ? nullptr : &*found;
}

namespace {

std::string label_of(const procedure::ActType& type, const base::Value& data, std::string_view name) {
    const auto* field = type.field(name);
    if (field == nullptr) return {};
    for (const auto& choice : field->choices)
        if (choice.id == data.text(name)) return choice.label;
    return {};
}

// "《行政处罚决定书》直接送达，已送达，王某"
std::string summary_of_service(const procedure::Table& table, const casefile::Act& act) {
    const auto* paper = table.document(procedure::document_no(act.data["document"]));
    const auto* type = table.find(act.type);
    if (paper == nullptr || type == nullptr) return {};
    std::string text = "《" + paper->title + "》" + label_of(*type, act.data, "method");
    for (const std::string& part :
         {label_of(*type, act.data, "outcome"), std::string(act.data.text("receiver"))})
        if (!part.empty()) text += "，" + part;
    return text;
}

// "批准；理由…": what was chosen, before what was written.
std::string choices_of(const procedure::ActType& type, const base::Value& data) {
    std::string text;
    for (const char* name : {"outcome", "ground", "result", "proposes", "step", "item"})
        if (const auto label = label_of(type, data, name); !label.empty())
            text += (text.empty() ? "" : "，") + label;
    return text;
}

}  // namespace

std::string summary_of(const procedure::Table& table, const casefile::Act& act) {
    if (act.type == "serve")
        if (auto text = summary_of_service(table, act); !text.empty())
            return shortened(text, summary_characters_max);
    const auto* type = table.find(act.type);
    const std::string chosen = type == nullptr ? std::string() : choices_of(*type, act.data);
    const std::string written = summary_of(act);
    if (chosen.empty() || written.empty()) return chosen + written;
    return shortened(chosen + "；" + written, summary_characters_max);
}

std::string summary_of(const casefile::Act& act) {
    for (const auto* other : {"with", "host", "into", "from"})
        if (const auto no = act.data.text(other);
            !no.empty() && (act.type == "join_case" || act.type == "be_joined" || act.type == "split_case"))
            return shortened(fmt::format("{}，{}", no, act.data.text("reason")), summary_characters_max);
    static constexpr std::array fields = {"cause",  "content",  "findings", "name",      "product",
                                          "place",  "what",     "body",     "report_no", "opinion",
                                          "reason", "receiver", "text",     "archive_no"};
    for (const char* field : fields)
        if (const auto text = act.data.text(field); !text.empty())
            return shortened(text, summary_characters_max);
    if (const auto name = act.data["person"].text("name"); !name.empty()) return std::string(name);
    return {};
}

}  // namespace cases
