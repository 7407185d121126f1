#include "naming/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace naming {

namespace {

using base::Value;

base::Error bad(std::string_view what) {
    return {"bad_catalogue", fmt::format("documents/file_names.yaml：{}", what)};
}

base::Result<std::vector<Letters>> words(const Value& row, std::string_view name, bool needed) {
    std::vector<Letters> found;
    for (const Value& one : row.list(name)) {
        const Line line = line_of(one.as_string() ? *one.as_string() : "");
        if (line.letters.empty()) return base::fail(bad(fmt::format("{} 中有空的或者不是文字的一项", name)));
        found.push_back(line.letters);
    }
    if (needed && found.empty()) return base::fail(bad(fmt::format("缺少 {}", name)));
    return found;
}

base::Result<Labels> labels(const Value& row) {
    return Labels{.party = TRY(words(row, "party", false)),
                  .number = TRY(words(row, "number", false)),
                  .date = TRY(words(row, "date", false)),
                  .undated = row.truth("undated"),
                  .addressed = row.truth("addressed")};
}

base::Result<std::int64_t> number(const Value& row, std::string_view name, std::int64_t most) {
    const auto value = row.integer(name);
    if (!value || *value < 1 || *value > most)
        return base::fail(bad(fmt::format("{} 应当是1至{}的整数", name, most)));
    return *value;
}

base::Result<NamePiece> piece(std::string_view text, bool optional) {
    static constexpr std::array<std::string_view, 4> fields{"kind", "party", "number", "date"};
    NamePiece made{.before = std::string(text), .field = {}, .after = {}, .optional = optional};
    const std::size_t open = text.find('{'), close = text.find('}');
    if (open == std::string_view::npos && close == std::string_view::npos && !optional) return made;
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return base::fail(bad(fmt::format("rule 的“{}”不完整", text)));
    made.before = text.substr(0, open);
    made.field = text.substr(open + 1, close - open - 1);
    made.after = text.substr(close + 1);
    if (std::ranges::find(fields, made.field) == fields.end() || made.after.contains('{'))
        return base::fail(bad(fmt::format("rule 不能使用“{}”", made.field)));
    return made;
}

// '{kind}[（{party}）]': what stands in brackets goes with its field.
base::Result<std::vector<NamePiece>> name_rule(std::string_view rule) {
    std::vector<NamePiece> pieces;
    while (!rule.empty()) {
        const bool optional = rule.front() == '[';
        if (optional) rule.remove_prefix(1);
        const std::size_t end = std::min(rule.find(optional ? ']' : '['), rule.size());
        if (optional && end == rule.size()) return base::fail(bad("rule 的 [ 没有对应的 ]"));
        pieces.push_back(TRY(piece(rule.substr(0, end), optional)));
        rule.remove_prefix(optional ? end + 1 : end);
    }
    if (pieces.empty()) return base::fail(bad("缺少 rule"));
    return pieces;
}

}  // namespace

base::Result<Rules> Rules::from(const Value& content, std::span<const Form> forms) {
    Rules rules;
    rules.name = TRY(name_rule(content.text("rule")));
    rules.head_lines = static_cast<std::size_t>(TRY(number(content, "head_lines", 100)));
    rules.words_max = static_cast<std::size_t>(TRY(number(content, "words_max", 1'000'000)));
    rules.needed = static_cast<int>(TRY(number(content, "needed", 10)));
    rules.file_bytes_max = TRY(number(content, "file_bytes_max", 1LL << 30));
    rules.read_pixels_max = static_cast<std::uint64_t>(TRY(number(content, "read_pixels_max", 200'000'000)));
    for (const Value& row : content.list("kinds")) {
        Kind kind{.id = std::string(row.text("id")),
                  .name = std::string(row.text("kind")),
                  .titles = TRY(words(row, "titles", true)),
                  .clues = TRY(words(row, "clues", false)),
                  .labels = TRY(labels(row))};
        if (kind.id.empty() || kind.name.empty()) return base::fail(bad("kinds 中有一项缺少 id 或者 kind"));
        if (std::ranges::find(rules.kinds, kind.id, &Kind::id) != rules.kinds.end())
            return base::fail(bad(fmt::format("kinds 中“{}”重复", kind.id)));
        rules.kinds.push_back(std::move(kind));
    }
    const Labels of_forms = TRY(labels(content["forms"]));
    for (const Form& form : forms)
        if (std::ranges::find(rules.kinds, form.id, &Kind::id) == rules.kinds.end())
            rules.kinds.push_back({.id = form.id,
                                   .name = form.title,
                                   .titles = {line_of(form.title).letters},
                                   .clues = {},
                                   .labels = of_forms});
    return rules;
}

}  // namespace naming
