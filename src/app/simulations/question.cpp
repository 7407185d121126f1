#include "simulations/question.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace simulations {

namespace {

using base::Value;

constexpr int years_max = 10;
constexpr std::int64_t cases_max = 500;

base::Result<void> only(const Value& object, const std::string& place,
                        std::initializer_list<std::string_view> names) {
    if (object.as_object() == nullptr)
        return base::fail("wrong_type", "应当是一个 JSON 对象", {}, place.empty() ? "body" : place);
    for (const auto& [name, member] : object.object())
        if (std::ranges::find(names, name) == names.end())
            return base::fail("unknown_field", fmt::format("没有“{}”这一字段", name.substr(0, 40)), {},
                              place.empty() ? name : place + "." + name);
    return {};
}

base::Result<base::Date> day(const Value& body, const std::string& name) {
    auto read = base::Date::parse(body.text(name));
    if (!read)
        return base::fail(
            "bad_date", fmt::format("{}应当是2026-11-21这样的日期", name == "from" ? "起" : "止"), {}, name);
    return *read;
}

base::Result<std::optional<discretion::Decimal4>> share(const Value& draft, const char* name) {
    if (!draft.has(name)) return std::nullopt;
    const std::string field = fmt::format("draft.{}", name);
    const auto* text = draft[name].as_string();
    if (text == nullptr) return base::fail("wrong_type", "比例应当写作文字，如“0.3”", {}, field);
    const auto read = discretion::Decimal4::from(Value(base::Decimal{*text}));
    const bool is_share = read && read->ten_thousandths >= 0 && read->ten_thousandths <= 10'000;
    if (!is_share) return base::fail("bad_share", "比例应当在0和1之间，最多四位小数", {}, field);
    return std::optional(*read);
}

base::Result<DraftRules> read_draft(const Value& draft) {
    TRY(only(draft, "draft", {"table", "profile", "lenient_to", "aggravated_from", "floor"}));
    DraftRules rules{.profile = std::string(draft.text("profile"))};
    rules.lenient_to = TRY(share(draft, "lenient_to"));
    rules.aggravated_from = TRY(share(draft, "aggravated_from"));
    rules.floor = TRY(share(draft, "floor"));
    if (rules.is_empty() && draft.text("table").empty())
        return base::fail("missing_field", "请选择或者填写拟推演的基准", {}, "draft");
    const bool is_reversed =
        rules.lenient_to && rules.aggravated_from && *rules.lenient_to >= *rules.aggravated_from;
    if (is_reversed)
        return base::fail("bad_share", "从轻的上限应当小于从重的下限", {}, "draft.aggravated_from");
    return rules;
}

template <class Kind, std::size_t Count>
base::Result<std::optional<Kind>> choice(const Value& wanted, const char* name) {
    if (!wanted.has(name)) return std::nullopt;
    for (std::size_t i = 0; i < Count; ++i)
        if (simulation::word_of(static_cast<Kind>(i)) == wanted.text(name))
            return std::optional(static_cast<Kind>(i));
    return base::fail("unknown_choice", "没有这一选项", {}, fmt::format("cases.{}", name));
}

base::Result<WantedCases> read_wanted(const Value& wanted) {
    TRY(only(wanted, "cases", {"by", "key", "change", "replay", "after", "limit"}));
    WantedCases cases{.key = std::string(wanted.text("key")), .after = std::string(wanted.text("after"))};
    if (wanted.has("by")) {
        cases.by = simulation::grouping_of(wanted.text("by"));
        if (!cases.by)
            return base::fail("unknown_choice", "分组应当是 field、party 或者 size", {}, "cases.by");
    }
    cases.change = TRY((choice<simulation::Change, simulation::change_count>(wanted, "change")));
    cases.replay = TRY((choice<simulation::Replay, simulation::replay_count>(wanted, "replay")));
    if (wanted.has("limit")) {
        const auto limit = wanted.integer("limit");
        if (!limit || *limit < 1 || *limit > cases_max)
            return base::fail("wrong_type", "每页件数应当是1至500的整数", {}, "cases.limit");
        cases.limit = static_cast<std::size_t>(*limit);
    }
    return cases;
}

}  // namespace

base::Result<Question> Question::from_value(const Value& body) {
    TRY(only(body, {}, {"from", "until", "draft", "cases"}));
    Question question;
    question.from = TRY(day(body, "from"));
    question.until = TRY(day(body, "until"));
    if (question.until < question.from)
        return base::fail("ends_before_start", "期间的终了不能早于开始", {}, "until");
    if (question.from.plus_years(years_max) < question.until)
        return base::fail("period_too_long", "期间最长十年", {}, "until");
    question.rules = TRY(read_draft(body["draft"]));
    question.table = body["draft"].text("table");
    if (body.has("cases")) question.cases = TRY(read_wanted(body["cases"]));
    return question;
}

}  // namespace simulations
