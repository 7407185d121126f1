#include "proofread/knowledge.hpp"

#include <fmt/format.h>

namespace proofread {

namespace {

using base::Date;
using base::Result;
using base::Value;

Result<std::optional<Date>> day_of(const Value& row, std::string_view name) {
    if (!row.has(name)) return std::optional<Date>();
    return std::optional<Date>(TRY(Date::parse(row.text(name))));
}

std::vector<std::string> texts(const base::List& list) {
    std::vector<std::string> result;
    for (const Value& item : list)
        if (const std::string* text = item.as_string()) result.push_back(*text);
    return result;
}

Result<FixedPeriod> period_of(const Value& row) {
    FixedPeriod period{.id = std::string(row.text("id")),
                       .before = std::string(row.text("before")),
                       .after = std::string(row.text("after")),
                       .unless = texts(row.list("unless")),
                       .right = texts(row.list("right")),
                       .at_most = row.truth("at_most"),
                       .from = TRY(day_of(row, "from")),
                       .message = std::string(row.text("message")),
                       .basis = std::string(row.text("basis"))};
    if (period.id.empty() || period.before.empty() || period.right.empty() || period.message.empty())
        return base::fail("bad_catalogue", fmt::format("proofread/periods.yaml {}：缺少必要内容", period.id));
    return period;
}

Result<Subject> subject_of(const Value& row, const Value& law) {
    Subject subject{.law = std::string(law.text("law")),
                    .from = TRY(day_of(law, "from")),
                    .to = TRY(day_of(law, "to")),
                    .words = texts(row.list("words")),
                    .articles = {}};
    for (const Value& article : row.list("articles"))
        if (const auto* number = article.as_int()) subject.articles.push_back(static_cast<int>(*number));
    if (subject.words.empty() || subject.articles.empty())
        return base::fail("bad_catalogue",
                          fmt::format("proofread/articles.yaml {}：缺少必要内容", subject.law));
    return subject;
}

// A law by its code; the rows call it by its name.
std::string code_of(const law::Register* laws, std::string_view name) {
    return laws ? laws->code_of(name) : law::plain_name(name);
}

}  // namespace

Result<void> Knowledge::read(const Value& period_rows, const Value& laws_rows) {
    for (const Value& row : period_rows.items()) periods.push_back(TRY(period_of(row)));
    for (const Value& law : laws_rows.items()) {
        const auto count = law.integer("articles");
        if (count)
            extents.push_back({.law = code_of(laws, law.text("law")),
                               .from = TRY(day_of(law, "from")),
                               .to = TRY(day_of(law, "to")),
                               .articles = static_cast<int>(*count)});
        for (const Value& row : law.list("subjects")) {
            subjects.push_back(TRY(subject_of(row, law)));
            subjects.back().law = code_of(laws, law.text("law"));
        }
    }
    return {};
}

}  // namespace proofread
