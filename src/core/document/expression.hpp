#pragma once
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace document {

// What templates may name: the roots of docs/document-facts.md, the known members of some of them, and the
// words (labels) by which coded values are printed.
struct Vocabulary {
    base::Value facts;   // root → list of members, or true when anything may follow
    base::Value labels;  // set → {code: 中文}
    base::Value texts;   // pieces of text used in several forms: {% use name %}
    base::Value laws;    // short name or code of a law → formal title
    static base::Result<Vocabulary> from(const base::Value& shared);
};

// A value seen in the facts, or one made on the way.
class Term {
  public:
    Term() = default;
    explicit Term(const base::Value& seen) : seen_(&seen) {}
    explicit Term(base::Value&& made) : made_(std::move(made)) {}
    const base::Value& value() const { return seen_ ? *seen_ : made_; }

  private:
    const base::Value* seen_ = nullptr;
    base::Value made_;
};

// The facts and, in front of them, what `let` and loops have named.
struct Scope {
    const base::Value& facts;
    const Vocabulary& vocabulary;
    std::vector<std::pair<std::string, base::Value>> names = {};
    const base::Value& root(std::string_view name) const;
};

// A parsed expression of a template.
struct Expression {
    enum class Kind { literal, path, filter, coalesce, compare, negate, both, either };
    Kind kind = Kind::literal;
    std::string name;  // of the filter or the comparison; the whole dotted path
    base::Value literal;
    std::vector<Expression> parts;

    base::Result<Term> evaluate(const Scope& scope) const;
    std::string field() const;  // the first path read: what a click on the printed words leads to
};

struct Names {  // names in scope while a template is parsed
    const Vocabulary& vocabulary;
    std::vector<std::string> local = {};
};

base::Result<Expression> parse_expression(std::string_view text, const Names& names);

bool is_absent(const base::Value& value);  // null, blank text, empty list
bool is_true(const base::Value& value);    // present and not false
std::string shown(const base::Value& value);

// Filters of the template language: `value | name(arguments)`.
bool is_filter(std::string_view name);
base::Result<Term> apply_filter(std::string_view name, const Term& input, const std::vector<Term>& arguments,
                                const Scope& scope);

}  // namespace document
