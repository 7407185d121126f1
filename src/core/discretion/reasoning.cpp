#include <fmt/format.h>

#include <string>

#include "discretion/decide.hpp"

namespace discretion {

namespace {

using Node = Trace::Node;

// Reads one trace and writes the reasons of a decision: 事理, then 法理, then 道理 (discretion.md §6.6).
class Writer {
  public:
    Writer(const Trace& trace, const Catalogue& catalogue) : trace_(trace), catalogue_(catalogue) {}
    std::string write();
    Reasons parts();

  private:
    std::string get(const Node& node, std::string_view name) const;
    std::string get(std::string_view rule, std::string_view name) const;
    std::string day(const Node& node, std::string_view name) const;  // "2024年5月16日"
    template <class Visit>
    void each(std::string_view rule, Visit visit) const;

    std::string facts_found() const;
    std::string provision() const;
    std::string version() const;
    std::string police(const Node& node) const;
    std::string stop() const;
    std::string serious() const;
    std::string gate() const;
    std::string bracket() const;
    std::string concurrence() const;
    std::string grounds() const;
    std::string conflict() const;
    std::string band() const;
    std::string amount() const;
    std::string companions() const;

    const Trace& trace_;
    const Catalogue& catalogue_;
};

std::string Writer::get(const Node& node, std::string_view name) const {
    const Scalar* scalar = trace_.find(node, name);
    return scalar ? text_of(*scalar) : std::string();
}

std::string Writer::get(std::string_view rule, std::string_view name) const {
    const Node* node = trace_.find(rule);
    return node ? get(*node, name) : std::string();
}

std::string Writer::day(const Node& node, std::string_view name) const {
    const Scalar* scalar = trace_.find(node, name);
    const base::Date* date = scalar ? std::get_if<base::Date>(scalar) : nullptr;
    return date ? date->chinese() : std::string();
}

template <class Visit>
void Writer::each(std::string_view rule, Visit visit) const {
    for (const Node& node : trace_.nodes())
        if (node.rule == rule) visit(node);
}

void append(std::string& list, std::string_view item, std::string_view separator = "；") {
    if (!list.empty()) list += separator;
    list += item;
}

// In running text the law and its article stand together: 食品安全法第一百二十四条.
std::string prose(std::string_view citation) {
    std::string text(citation);
    for (auto gap = text.find(" 第"); gap != std::string::npos; gap = text.find(" 第", gap))
        text.erase(gap, 1);
    return text;
}

std::string title_of_tier(std::string_view word) {
    for (const Tier tier : tiers)
        if (word_of(tier) == word) return std::string(title_of(tier));
    return std::string(word);
}

std::string words_of_force(std::string_view force) {
    if (force == "must_lenient") return "应当从轻或者减轻处罚";
    if (force == "may_lenient") return "可以从轻或者减轻处罚";
    if (force == "must_aggravate") return "应当从重处罚";
    if (force == "may_aggravate") return "可以从重处罚";
    return {};
}

std::string with_evidence(const std::string& title, const std::string& evidence) {
    return evidence.empty() ? title : fmt::format("{}（证据：{}）", title, evidence);
}

// 事理: each circumstance with its evidence; what was not accepted stands with its reason.
std::string Writer::facts_found() const {
    std::string found;
    each("circumstance",
         [&](const Node& node) { append(found, with_evidence(get(node, "title"), get(node, "evidence"))); });
    each("serious_fact",
         [&](const Node& node) { append(found, with_evidence(get(node, "title"), get(node, "evidence"))); });
    std::string refused;
    each("ignored", [&](const Node& node) {
        append(refused, fmt::format("{}（{}）", get(node, "title"), get(node, "why")));
    });
    std::string text;
    if (!found.empty()) text += fmt::format("经查明，与裁量有关的事实有：{}。", found);
    if (!refused.empty()) text += fmt::format("不予采信或者不重复评价的情节：{}。", refused);
    return text;
}

std::string Writer::provision() const {
    const Node* node = nullptr;  // the last one: concurrence may have put another in its place
    each("provision", [&](const Node& one) { node = &one; });
    if (!node) return {};
    const std::string violated = prose(get(*node, "violated"));
    if (!trace_.find("bracket") && !trace_.find("gate"))
        return fmt::format("当事人的行为违反{}的规定。", violated);
    return fmt::format("当事人的行为违反{}的规定，依据{}处罚。", violated, prose(get(*node, "penalty")));
}

// 行政处罚法 第三十七条: which text, and how the two were weighed where the law changed.
std::string Writer::version() const {
    const Node* node = trace_.find("version");
    if (!node) return {};
    const std::string compared = get(*node, "compare");
    if (get(*node, "law") == "none")
        return "行为终了时没有对该行为规定处罚的有效法律文本，不适用后来的规定。";
    if (compared == "gone")
        return "作出决定时新的规定对该行为已不再处罚，依据行政处罚法第三十七条适用新的规定，不予行政处罚。";
    if (get("limitation", "barred") == "true") return {};
    if (compared.empty() || compared == "same" || compared == "unknown")
        return fmt::format("违法行为终了于{}，适用行为时有效的规定（{}文本）。", day(*node, "act_end"),
                           get(*node, "version_date"));
    const std::string ranges = fmt::format("行为时的规定罚款幅度为{}元，作出决定时的规定为{}元",
                                           get(*node, "older"), get(*node, "newer"));
    if (compared == "lighter") return ranges + "，新的规定处罚较轻，依据行政处罚法第三十七条适用新的规定。";
    if (compared == "heavier")
        return ranges + "，新的规定处罚较重，依据行政处罚法第三十七条适用行为时的规定。";
    return ranges + "，新旧规定轻重方向不一，须由办案机关判断适用。";
}

std::string Writer::police(const Node& node) const {
    const std::string crime = get(node, "crime");
    const std::string name = crime.empty() ? "犯罪" : fmt::format("{}（{}）", crime, prose(node.source));
    const std::string check = get(node, "police_check");
    if (check == "transfer")
        return fmt::format("该行为涉嫌{}，依据行政处罚法第二十七条第一款移送公安机关，暂不罚款。", name);
    if (check == "met") return fmt::format("已达到{}的数额，作出决定前应当先判断是否移送。", name);
    return {};
}

std::string Writer::stop() const {
    std::string text;
    const Node* limitation = trace_.find("limitation");
    if (limitation && get(*limitation, "barred") == "true")
        text += fmt::format(
            "违法行为终了于{}，于{}被发现，已超过{}年，依据行政处罚法第三十六条不再给予行政处罚。",
            day(*limitation, "act_end"), day(*limitation, "discovered_on"), get(*limitation, "years"));
    each("police", [&](const Node& node) { text += police(node); });
    each("must_none", [&](const Node& node) {
        if (get(node, "hit") == "true")
            text += fmt::format("{}，依据{}，不予行政处罚。", get(node, "words"), prose(node.source));
    });
    each("may_none", [&](const Node& node) {
        if (get(node, "hit") == "true")
            text += fmt::format("{}，依据{}，可以不予行政处罚。", get(node, "words"), prose(node.source));
    });
    return text;
}

std::string Writer::serious() const {
    if (get("serious", "limb") != "serious") return {};
    const Node* node = trace_.find("serious");
    const bool strict = get(*node, "fine_effect") == "aggravated";
    return fmt::format("依据{}属于情节严重{}。", prose(node->source), strict ? "，应当从重处罚" : "");
}

std::string Writer::gate() const {
    if (get("gate", "open") != "false") return {};
    return "该条以拒不改正、逾期不改正等事实为罚款的条件，该事实未查明存在，不予罚款。";
}

// 法理: the figure that selects the bracket, the base as it is counted, and the range it gives.
std::string Writer::bracket() const {
    const Node* node = trace_.find("bracket");
    if (!node) return {};
    std::string text;
    const std::string base = get(*node, "base");
    if (!base.empty()) text += fmt::format("{}为{}元", base, get(*node, "value"));
    if (const std::string limit = get(*node, "lt"); !limit.empty()) text += fmt::format("，不足{}元", limit);
    if (const std::string limit = get(*node, "gte"); !limit.empty())
        text += fmt::format("，在{}元以上", limit);
    if (const std::string counted = get(*node, "counted_as"); !counted.empty())
        text += fmt::format("，依法按{}元计算", counted);
    if (const std::string times = get(*node, "times_min"); !times.empty())
        text += fmt::format("，罚款为其{}倍以上{}倍以下", times, get(*node, "times_max"));
    if (const std::string cap = get(*node, "cap"); !cap.empty()) text += fmt::format("，最高不超过{}元", cap);
    if (!text.empty()) text += "，";
    const std::string word = get(*node, "mode") == "may" ? "可以处罚款，" : "";
    if (get(*node, "min") == get(*node, "max"))
        return fmt::format("{}{}法定罚款数额为{}元。", text, word, get(*node, "max"));
    return fmt::format("{}{}法定幅度为{}元至{}元。", text, word, get(*node, "min"), get(*node, "max"));
}

std::string Writer::concurrence() const {
    std::string text;
    each("concurrence", [&](const Node& node) {
        text += fmt::format(
            "同一行为同时属于“{}”和“{}”，依据行政处罚法第二十九条不给予两次罚款，按照罚款数额高的“{}”处罚。",
            get(node, "first"), get(node, "other"), get(node, "kept"));
    });
    return text;
}

// 道理: what moves the tier, each with its source; a finding without force weighs inside the tier only.
std::string Writer::grounds() const {
    std::string text;
    std::string weighed;
    each("circumstance", [&](const Node& node) {
        const std::string force = words_of_force(get(node, "force"));
        const std::string ref = get(node, "ref");
        if (!force.empty())
            append(text, fmt::format("当事人{}，依据{}{}", get(node, "title"),
                                     ref.empty() ? prose(node.source) : ref, force));
        if (get(node, "force") == "weight") append(weighed, get(node, "title"), "、");
    });
    each("benchmark", [&](const Node& node) {
        append(text, fmt::format("当事人{}，参照{}{}", get(node, "title"), node.source,
                                 words_of_force(get(node, "force"))));
    });
    each("list_ground", [&](const Node& node) {
        append(text, fmt::format("属于{}所列的情形，参照{}{}", get(node, "list"), node.source,
                                 words_of_force(get(node, "force"))));
    });
    each("special_ground", [&](const Node& node) {
        append(text, fmt::format("符合{}规定的条件，可以从轻或者减轻处罚", prose(node.source)));
    });
    if (!text.empty()) text += "。";
    if (!weighed.empty()) text += fmt::format("{}在确定幅度内的具体数额时一并考虑。", weighed);
    return text;
}

std::string Writer::conflict() const {
    const std::string flag = get("decide_tier", "flag");
    if (flag.empty()) return {};
    return "本案同时具有从轻、减轻与从重的情节，依据国市监法规〔2022〕2号第十七条综合全案权衡，由办案机关确定"
           "。";
}

std::string Writer::band() const {
    const Node* node = trace_.find("split");
    if (!node) return {};
    const std::string own_title = get(*node, "tier_title");
    const std::string tier = own_title.empty() ? title_of_tier(get(*node, "tier")) : own_title;
    const std::string min = get(*node, "min");
    const std::string max = get(*node, "max");
    const Node* table = trace_.find("benchmark_table");
    const std::string by = table ? fmt::format("参照{}，", table->source) : "";
    if (min == max) return fmt::format("{}{}处罚对应的数额为{}元。", by, tier, max);
    const bool min_incl = get(*node, "min_incl") == "true";
    const bool max_incl = get(*node, "max_incl") == "true";
    if (!min_incl && min == base::Money().str())
        return fmt::format("{}{}处罚对应幅度为不满{}元。", by, tier, max);
    if (!min_incl && !max_incl)
        return fmt::format("{}{}处罚对应幅度为{}元至{}元（均不含本数）。", by, tier, min, max);
    return fmt::format("{}{}处罚对应幅度为{}元{}至{}元{}。", by, tier, min, min_incl ? "" : "（不含本数）",
                       max, max_incl ? "" : "（不含本数）");
}

std::string Writer::amount() const {
    const Node* node = trace_.find("verdict");
    if (!node) return {};
    const std::string sum = get(*node, "proposed_fine");
    const std::string result = get(*node, "result");
    if (result == "fits_tier")
        return fmt::format("综合全案情节，拟罚款{}元，在{}处罚的幅度内。", sum,
                           title_of_tier(get(*node, "tier")));
    if (result == "no_fine_chosen") return "综合全案情节，拟不处罚款。";
    if (result == "outside_law") return fmt::format("拟罚款{}元超出法定幅度，不得采用。", sum);
    return fmt::format("拟罚款{}元属于{}处罚的幅度，与本案情节不符，须另有依据。", sum,
                       title_of_tier(get(*node, "tier")));
}

std::string Writer::companions() const {
    const Node* node = trace_.find("companions");
    if (!node) return {};
    std::string due;
    std::string open;
    for (const Trace::Entry& entry : trace_.entries(*node)) {
        const std::string_view title = catalogue_.title_of(entry.name);
        if (title.empty()) continue;
        const std::string value = text_of(entry.value);
        if (value == "mandatory")
            append(due, title, "、");
        else if (value == "optional" || value == "if_any")
            append(open, title, "、");
        else if (value == "undetermined")
            append(open, fmt::format("{}（数额待查明）", title), "、");
        else
            append(due, fmt::format("{}{}元", title, value), "、");
    }
    std::string text;
    if (!due.empty()) text += fmt::format("依法一并作出：{}。", due);
    if (!open.empty()) text += fmt::format("视查明的情况或者由办案机关决定：{}。", open);
    return text;
}

std::string Writer::write() {
    return facts_found() + provision() + version() + stop() + serious() + gate() + bracket() + concurrence() +
           grounds() + conflict() + band() + amount() + companions();
}

Reasons Writer::parts() {
    return {.facts = facts_found(),
            .law = provision() + version() + stop() + serious() + gate() + bracket() + concurrence(),
            .tier = grounds() + conflict() + band() + amount() + companions()};
}

}  // namespace

Reasons reasons_of(const Trace& trace, const Catalogue& catalogue) {
    return Writer(trace, catalogue).parts();
}

std::string reasoning_text(const Trace& trace, const Catalogue& catalogue) {
    return Writer(trace, catalogue).write();
}

}  // namespace discretion
