#include "document/expression.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/money.hpp"
#include "base/text.hpp"

namespace document {

using base::Value;

base::Result<Vocabulary> Vocabulary::from(const Value& shared) {
    Vocabulary made{.facts = shared["facts"],
                    .labels = shared["labels"],
                    .texts = shared["texts"],
                    .laws = shared["laws"]};
    if (made.facts.object().empty()) return base::fail("bad_template", "文书公用表缺少 facts");
    for (const auto& [set, words] : made.labels.object())
        for (const auto& [code, word] : words.object())
            if (!word.as_string())
                return base::fail("bad_template", fmt::format("文书公用表 labels.{}.{} 不是文字", set, code));
    return made;
}

const Value& Scope::root(std::string_view name) const {
    for (auto it = names.rbegin(); it != names.rend(); ++it)
        if (it->first == name) return it->second;
    return facts[name];
}

bool is_absent(const Value& value) {
    if (value.is_null()) return true;
    if (const auto* text = value.as_string()) return base::is_blank(*text);
    if (const auto* list = value.as_list()) return list->empty();
    return false;
}

bool is_true(const Value& value) {
    if (const bool* truth = value.as_bool()) return *truth;
    return !is_absent(value);
}

std::string shown(const Value& value) {
    if (const auto* text = value.as_string()) return *text;
    if (const auto* number = value.as_int()) return std::to_string(*number);
    if (const auto* number = value.as_decimal()) return number->text;
    if (const bool* truth = value.as_bool()) return *truth ? "是" : "否";
    return {};
}

namespace {

bool comes_before(const Value& a, const Value& b) {
    if (a.as_int() && b.as_int()) return *a.as_int() < *b.as_int();
    const std::string left = shown(a);
    const std::string right = shown(b);
    const auto first = base::Money::parse(left);
    const auto second = base::Money::parse(right);
    if (first && second) return *first < *second;
    return left < right;
}

bool contains(const Value& where, const Value& what) {
    if (const auto* list = where.as_list()) return std::ranges::find(*list, what) != list->end();
    return false;
}

bool holds(std::string_view operation, const Value& a, const Value& b) {
    if (operation == "==") return a == b;
    if (operation == "!=") return a != b;
    if (operation == "in") return contains(b, a);
    if (is_absent(a) || is_absent(b)) return false;
    if (operation == "<") return comes_before(a, b);
    if (operation == ">") return comes_before(b, a);
    if (operation == "<=") return !comes_before(b, a);
    return !comes_before(a, b);
}

const Value& follow(const Scope& scope, std::string_view path) {
    const auto dot = path.find('.');
    const Value& root = scope.root(path.substr(0, dot));
    return dot == std::string_view::npos ? root : root.at(path.substr(dot + 1));
}

}  // namespace

base::Result<Term> Expression::evaluate(const Scope& scope) const {
    switch (kind) {
        case Kind::literal:
            return Term(literal);
        case Kind::path:
            return Term(follow(scope, name));
        case Kind::coalesce: {
            Term first = TRY(parts[0].evaluate(scope));
            if (!is_absent(first.value())) return first;
            return parts[1].evaluate(scope);
        }
        case Kind::negate: {
            const Term inner = TRY(parts[0].evaluate(scope));
            return Term(Value(!is_true(inner.value())));
        }
        case Kind::both:
        case Kind::either: {
            const Term first = TRY(parts[0].evaluate(scope));
            if (is_true(first.value()) != (kind == Kind::both)) return Term(Value(kind == Kind::either));
            const Term second = TRY(parts[1].evaluate(scope));
            return Term(Value(is_true(second.value())));
        }
        case Kind::compare: {
            const Term first = TRY(parts[0].evaluate(scope));
            const Term second = TRY(parts[1].evaluate(scope));
            return Term(Value(holds(name, first.value(), second.value())));
        }
        case Kind::filter: {
            const Term input = TRY(parts[0].evaluate(scope));
            std::vector<Term> arguments;
            for (std::size_t i = 1; i < parts.size(); ++i) arguments.push_back(TRY(parts[i].evaluate(scope)));
            return apply_filter(name, input, arguments, scope);
        }
    }
    return Term();
}

std::string Expression::field() const {
    if (kind == Kind::path) return name;
    for (const auto& part : parts)
        if (auto found = part.field(); !found.empty()) return found;
    return {};
}

}  // namespace document
