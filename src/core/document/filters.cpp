#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/numerals.hpp"
#include "base/text.hpp"
#include "document/expression.hpp"

namespace document {

using base::Value;

namespace {

using Arguments = std::vector<Term>;
using Answer = base::Result<Value>;

const Value& argument(const Arguments& arguments, std::size_t i) {
    static const Value none;
    return i < arguments.size() ? arguments[i].value() : none;
}

base::Result<base::Date> day_of(const Value& value) {
    const std::string text = shown(value);
    if (text.size() == 10) return base::Date::parse(text);
    const base::Instant instant = TRY(base::Instant::parse(text));
    return instant.date();
}

Answer date(const Value& value, const Arguments&, const Scope&) {
    if (is_absent(value)) return Value();
    const base::Date day = TRY(day_of(value));
    return Value(day.chinese());
}

Answer year(const Value& value, const Arguments&, const Scope&) {
    if (is_absent(value)) return Value();
    const base::Date day = TRY(day_of(value));
    return Value(std::to_string(day.year()));
}

Answer time(const Value& value, const Arguments&, const Scope&) {
    if (is_absent(value)) return Value();
    const std::string text = shown(value);
    if (text.size() == 10) {
        const base::Date day = TRY(base::Date::parse(text));
        return Value(day.chinese());
    }
    const base::Instant instant = TRY(base::Instant::parse(text));
    return Value(instant.chinese());
}

// 86000.00 → 86000元, 86000.50 → 86000.5元: papers leave out empty decimals.
Answer yuan(const Value& value, const Arguments&, const Scope&) {
    if (is_absent(value)) return Value();
    const base::Money sum = TRY(base::Money::parse(shown(value)));
    std::string text = sum.str();
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return Value(text + "元");
}

Answer capital(const Value& value, const Arguments&, const Scope&) {
    if (is_absent(value)) return Value();
    const base::Money sum = TRY(base::Money::parse(shown(value)));
    return Value(base::rmb_capital(sum));
}

// A law enacted by the National People's Congress is cited with 中华人民共和国 before its name.
std::string formal_title(const std::string& law, const Scope& scope) {
    const std::string_view known = scope.vocabulary.laws.text(law);
    if (!known.empty()) return std::string(known);
    if (law.ends_with("法") && !law.ends_with("办法") && !law.starts_with("中华人民共和国"))
        return "中华人民共和国" + law;
    return law;
}

std::string citation(const Value& article, const Scope& scope, bool with_law) {
    const auto number = [&](std::string_view name) {
        return static_cast<int>(article.integer(name).value_or(0));
    };
    std::string text;
    if (with_law) text = fmt::format("《{}》", formal_title(std::string(article.text("law")), scope));
    if (number("article") == 0) return text + std::string(article.text("article"));
    return text + base::article_name(number("article"), number("paragraph"), number("item"));
}

Answer article(const Value& value, const Arguments&, const Scope& scope) {
    if (value.as_string()) return value;
    if (value.object().empty()) return Value();
    return Value(citation(value, scope, true));
}

// Articles of one law follow one another under its name, once.
Answer articles(const Value& value, const Arguments&, const Scope& scope) {
    if (value.as_string() || value.as_object()) return article(value, {}, scope);
    std::string text;
    std::string law_before;
    for (const Value& item : value.items()) {
        const std::string law(item.text("law"));
        if (!text.empty()) text += "、";
        text += citation(item, scope, law.empty() || law != law_before);
        law_before = law;
    }
    return text.empty() ? Value() : Value(text);
}

// 个人信息: the birth date inside a resident's number is hidden, as published papers do.
Answer mask_id(const Value& value, const Arguments&, const Scope&) {
    const std::string text = shown(value);
    if (text.size() < 10) return value;
    return Value(text.substr(0, 6) + std::string(text.size() - 10, '*') + text.substr(text.size() - 4));
}

Answer map(const Value& value, const Arguments& arguments, const Scope&) {
    base::List made;
    for (const Value& item : value.items())
        if (const Value& found = item.at(shown(argument(arguments, 0))); !is_absent(found))
            made.push_back(found);
    return Value(std::move(made));
}

Answer join(const Value& value, const Arguments& arguments, const Scope&) {
    if (!value.as_list()) return value;
    const std::string between = arguments.empty() ? "、" : shown(argument(arguments, 0));
    std::string text;
    for (const Value& item : value.items()) text += (text.empty() ? "" : between) + shown(item);
    return text.empty() ? Value() : Value(text);
}

Answer where(const Value& value, const Arguments& arguments, const Scope&) {
    base::List made;
    const std::string path = shown(argument(arguments, 0));
    const Value& wanted = argument(arguments, 1);
    for (const Value& item : value.items()) {
        const Value& found = item.at(path);
        const bool fits = wanted.as_list() ? std::ranges::find(wanted.items(), found) != wanted.items().end()
                                           : (arguments.size() > 1 ? found == wanted : !is_absent(found));
        if (fits) made.push_back(item);
    }
    return Value(std::move(made));
}

Answer first(const Value& value, const Arguments&, const Scope&) {
    return value.items().empty() ? Value() : value.items().front();
}

Answer last(const Value& value, const Arguments&, const Scope&) {
    return value.items().empty() ? Value() : value.items().back();
}

Answer count(const Value& value, const Arguments&, const Scope&) {
    return Value(value.items().size());
}

Answer sum(const Value& value, const Arguments& arguments, const Scope&) {
    base::Money total;
    for (const Value& item : value.items()) {
        const Value& part = arguments.empty() ? item : item.at(shown(argument(arguments, 0)));
        if (!is_absent(part)) total += TRY(base::Money::parse(shown(part)));
    }
    return Value(total.str());
}

Answer act(const Value& value, const Arguments&, const Scope& scope) {
    for (const Value& item : scope.facts.list("acts"))
        if (!value.is_null() && item["n"] == value) return item;
    return Value();
}

Answer get(const Value& value, const Arguments& arguments, const Scope&) {
    return value.at(shown(argument(arguments, 0)));
}

// Coded values are printed by the words of the shared table; a word not there is printed as it stands.
Answer label(const Value& value, const Arguments& arguments, const Scope& scope) {
    const Value& words = scope.vocabulary.labels[shown(argument(arguments, 0))];
    const auto word = [&](const Value& code) {
        const std::string_view found = words.text(shown(code));
        return found.empty() ? code : Value(found);
    };
    if (!value.as_list()) return word(value);
    base::List made;
    for (const Value& item : value.items()) made.push_back(word(item));
    return Value(std::move(made));
}

Answer tick(const Value& value, const Arguments&, const Scope&) {
    return Value(is_true(value) ? "☑" : "☐");
}

// Room to write by hand: so many full-width places.
Answer line(const Value& value, const Arguments& arguments, const Scope&) {
    if (!is_absent(value)) return value;
    std::string text;
    const std::int64_t* places = argument(arguments, 0).as_int();
    for (std::int64_t i = 0; places && i < *places; ++i) text += "＿";
    return Value(text);
}

Answer number_zh(const Value& value, const Arguments&, const Scope&) {
    if (!value.as_int()) return value;
    return Value(base::chinese_number(*value.as_int()));
}

// Ends a sentence somebody else wrote, once.
Answer stop(const Value& value, const Arguments&, const Scope&) {
    if (is_absent(value)) return Value();
    std::string text = shown(value);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    for (const std::string_view mark : {"。", "！", "？", "；", "："})
        if (text.ends_with(mark)) return Value(text);
    return Value(text + "。");
}

// 涉嫌经营…: what was suspected when the case was filed is named without 涉嫌 once it is found.
Answer found(const Value& value, const Arguments&, const Scope&) {
    std::string text = shown(value);
    constexpr std::string_view suspected = "涉嫌";
    if (text.starts_with(suspected)) text.erase(0, suspected.size());
    if (text.ends_with("案")) text.resize(text.size() - std::string_view("案").size());
    return text.empty() ? Value() : Value(text);
}

// A sentence somebody else wrote, to stand inside ours.
Answer bare(const Value& value, const Arguments&, const Scope&) {
    std::string text = shown(value);
    for (const std::string_view mark : {"。", "；", "，"})
        if (text.ends_with(mark)) text.resize(text.size() - mark.size());
    return text.empty() ? Value() : Value(text);
}

// “证明……”: what a piece of evidence proves, in whatever words it was written.
Answer proving(const Value& value, const Arguments&, const Scope&) {
    std::string text = shown(value);
    for (const std::string_view mark : {"。", "；", "，"})
        if (text.ends_with(mark)) text.resize(text.size() - mark.size());
    if (!text.starts_with("证明")) text.insert(0, "证明");
    return Value(text);
}

Answer mentions(const Value& value, const Arguments& arguments, const Scope&) {
    const std::string wanted = shown(argument(arguments, 0));
    return Value(!wanted.empty() && shown(value).find(wanted) != std::string::npos);
}

// A suspicion is named as one, in whatever words it was entered.
Answer suspected(const Value& value, const Arguments&, const Scope&) {
    const std::string text = shown(value);
    if (text.empty()) return Value();
    return text.starts_with("涉嫌") ? value : Value("涉嫌" + text);
}

Answer plus_days(const Value& value, const Arguments& arguments, const Scope&) {
    const std::int64_t* days = argument(arguments, 0).as_int();
    if (is_absent(value) || !days || *days < 0 || *days > 36500) return Value();
    const base::Date day = TRY(day_of(value));
    return Value(day.plus_days(static_cast<int>(*days)).str());
}

// Staff are recorded by id and printed by name.
Answer person(const Value& value, const Arguments&, const Scope& scope) {
    const auto name = [&](const Value& id) {
        const std::string_view known = scope.facts["people"].text(shown(id));
        return known.empty() ? id : Value(known);
    };
    if (!value.as_list()) return name(value);
    base::List made;
    for (const Value& id : value.items()) made.push_back(name(id));
    return Value(std::move(made));
}

Answer without(const Value& value, const Arguments& arguments, const Scope&) {
    base::List made;
    const base::List& unwanted = argument(arguments, 1).items();
    for (const Value& item : value.items())
        if (std::ranges::find(unwanted, item.at(shown(argument(arguments, 0)))) == unwanted.end())
            made.push_back(item);
    return Value(std::move(made));
}

// 〔证据1、3〕: which places of the list of evidence, as the forms print it, these records have.
Answer evidence_marks(const Value& value, const Arguments&, const Scope& scope) {
    const base::List& listed = scope.root("evidence").items();
    const base::List cited = value.as_list() ? value.items() : base::List{value};
    std::string numbers;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const auto is_it = [&](const Value& record) { return record["n"] == listed[i]["n"]; };
        if (std::ranges::any_of(cited, is_it))
            numbers += (numbers.empty() ? "" : "、") + std::to_string(i + 1);
    }
    return numbers.empty() ? Value() : Value(fmt::format("〔证据{}〕", numbers));
}

bool lists_numbers(std::string_view between) {
    static constexpr std::string_view comma = "、";
    bool has_digit = false;
    while (!between.empty()) {
        const bool is_digit = between.front() >= '0' && between.front() <= '9';
        if (!is_digit && !between.starts_with(comma)) return false;
        has_digit = has_digit || is_digit;
        between.remove_prefix(is_digit ? 1 : comma.size());
    }
    return has_digit;
}

// A paper that prints no list of evidence does not point into one. Only marks as they are made above are
// taken out: what else an officer puts between such brackets is his text.
Answer unmarked(const Value& value, const Arguments&, const Scope&) {
    static constexpr std::string_view open = "〔证据", close = "〕";
    std::string text = shown(value);
    for (auto at = text.find(open); at != std::string::npos;) {
        const auto inside = at + open.size(), end = text.find(close, inside);
        if (end == std::string::npos) break;
        const bool is_mark = lists_numbers(std::string_view(text).substr(inside, end - inside));
        if (is_mark) text.erase(at, end + close.size() - at);
        at = text.find(open, is_mark ? at : inside);
    }
    return text.empty() ? Value() : Value(text);
}

struct Filter {
    std::string_view name;
    Answer (*apply)(const Value&, const Arguments&, const Scope&);
    std::size_t least;  // arguments it cannot do without
};

constexpr std::array<Filter, 32> filters = {
    {{"date", date, 0},
     {"time", time, 0},
     {"year", year, 0},
     {"yuan", yuan, 0},
     {"capital", capital, 0},
     {"article", article, 0},
     {"articles", articles, 0},
     {"mask_id", mask_id, 0},
     {"map", map, 1},
     {"join", join, 0},
     {"where", where, 1},
     {"first", first, 0},
     {"last", last, 0},
     {"count", count, 0},
     {"sum", sum, 0},
     {"act", act, 0},
     {"get", get, 1},
     {"label", label, 1},
     {"tick", tick, 0},
     {"line", line, 1},
     {"stop", stop, 0},
     {"found", found, 0},
     {"number_zh", number_zh, 0},
     {"proving", proving, 0},
     {"without", without, 2},
     {"plus_days", plus_days, 1},
     {"person", person, 0},
     {"bare", bare, 0},
     {"mentions", mentions, 1},
     {"suspected", suspected, 0},
     {"evidence_marks", evidence_marks, 0},
     {"unmarked", unmarked, 0}}
};

const Filter* find_filter(std::string_view name) {
    const auto found_filter = std::ranges::find(filters, name, &Filter::name);
    return found_filter == filters.end() ? nullptr : &*found_filter;
}

}  // namespace

bool is_filter(std::string_view name) {
    return find_filter(name) != nullptr;
}

base::Result<Term> apply_filter(std::string_view name, const Term& input, const std::vector<Term>& arguments,
                                const Scope& scope) {
    const Filter* filter = find_filter(name);
    if (!filter || arguments.size() < filter->least)
        return base::fail("bad_template", fmt::format("过滤器 {} 缺少参数", name));
    Value made = TRY(filter->apply(input.value(), arguments, scope));
    return Term(std::move(made));
}

}  // namespace document
