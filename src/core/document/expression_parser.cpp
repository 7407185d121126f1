#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "document/expression.hpp"

namespace document {

using base::Value;

namespace {

bool starts_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool goes_on_name(char c) {
    return starts_name(c) || (c >= '0' && c <= '9') || c == '.';
}

struct Token {
    enum class Kind { name, text, number, sign, end };
    Kind kind = Kind::end;
    std::string text;
};

constexpr std::array<std::string_view, 13> signs = {"??", "==", "!=", "<=", ">=", "<", ">",
                                                    "|",  "(",  ")",  ",",  "[",  "]"};

base::Result<std::vector<Token>> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t i = 0;
    while (i < text.size()) {
        const char c = text[i];
        if (c == ' ' || c == '\n') {
            ++i;
        } else if (c == '\'') {
            const auto close = text.find('\'', i + 1);
            if (close == std::string_view::npos) return base::fail("bad_template", "引号没有配对");
            tokens.push_back({Token::Kind::text, std::string(text.substr(i + 1, close - i - 1))});
            i = close + 1;
        } else if (starts_name(c)) {
            std::size_t end = i;
            while (end < text.size() && goes_on_name(text[end])) ++end;
            tokens.push_back({Token::Kind::name, std::string(text.substr(i, end - i))});
            i = end;
        } else if (c >= '0' && c <= '9') {
            std::size_t end = i;
            while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
            tokens.push_back({Token::Kind::number, std::string(text.substr(i, end - i))});
            i = end;
        } else {
            const auto sign =
                std::ranges::find_if(signs, [&](auto s) { return text.substr(i).starts_with(s); });
            if (sign == signs.end())
                return base::fail("bad_template", fmt::format("表达式中有不认识的字符：{}", text.substr(i)));
            tokens.push_back({Token::Kind::sign, std::string(*sign)});
            i += sign->size();
        }
    }
    tokens.push_back({});
    return tokens;
}

// Binding, loosest first: or · and · not · comparison · ?? and | filter.
class Parser {
  public:
    Parser(std::vector<Token> tokens, const Names& names) : tokens_(std::move(tokens)), names_(names) {}

    base::Result<Expression> whole() {
        Expression made = TRY(either());
        if (here().kind != Token::Kind::end)
            return base::fail("bad_template", fmt::format("多余的内容：{}", here().text));
        return made;
    }

  private:
    const Token& here() const { return tokens_[at_]; }
    bool take(std::string_view text, Token::Kind kind = Token::Kind::sign) {
        if (here().kind != kind || here().text != text) return false;
        ++at_;
        return true;
    }
    static Expression join(Expression::Kind kind, std::string name, Expression a, Expression b) {
        Expression made{.kind = kind, .name = std::move(name), .literal = {}, .parts = {}};
        made.parts.push_back(std::move(a));
        made.parts.push_back(std::move(b));
        return made;
    }

    base::Result<Expression> either() {
        Expression left = TRY(both());
        while (take("or", Token::Kind::name))
            left = join(Expression::Kind::either, "or", std::move(left), TRY(both()));
        return left;
    }
    base::Result<Expression> both() {
        Expression left = TRY(negation());
        while (take("and", Token::Kind::name))
            left = join(Expression::Kind::both, "and", std::move(left), TRY(negation()));
        return left;
    }
    base::Result<Expression> negation() {
        if (!take("not", Token::Kind::name)) return comparison();
        Expression made{.kind = Expression::Kind::negate, .name = "not", .literal = {}, .parts = {}};
        made.parts.push_back(TRY(negation()));
        return made;
    }
    base::Result<Expression> comparison() {
        Expression left = TRY(piped());
        for (const std::string_view sign : {"==", "!=", "<=", ">=", "<", ">"})
            if (take(sign))
                return join(Expression::Kind::compare, std::string(sign), std::move(left), TRY(piped()));
        if (take("in", Token::Kind::name))
            return join(Expression::Kind::compare, "in", std::move(left), TRY(piped()));
        return left;
    }
    // `a ?? b | date` is (a ?? b) | date: both bind alike, from the left.
    base::Result<Expression> piped() {
        Expression value = TRY(primary());
        while (true) {
            if (take("??")) {
                value = join(Expression::Kind::coalesce, "??", std::move(value), TRY(primary()));
            } else if (take("|")) {
                if (here().kind != Token::Kind::name)
                    return base::fail("bad_template", "“|”之后应当是过滤器名称");
                const std::string name = tokens_[at_++].text;
                Expression made = TRY(call(name));
                made.parts.insert(made.parts.begin(), std::move(value));
                value = std::move(made);
            } else {
                return value;
            }
        }
    }
    base::Result<Expression> call(const std::string& name) {
        if (!is_filter(name)) return base::fail("bad_template", fmt::format("没有名为 {} 的过滤器", name));
        Expression made{.kind = Expression::Kind::filter, .name = name, .literal = {}, .parts = {}};
        if (!take("(")) return made;
        while (!take(")")) {
            made.parts.push_back(TRY(either()));
            if (!take(",") && here().text != ")")
                return base::fail("bad_template", fmt::format("{} 的参数没有写完", name));
        }
        return made;
    }
    base::Result<Expression> primary() {
        if (take("(")) {
            Expression inner = TRY(either());
            if (!take(")")) return base::fail("bad_template", "括号没有配对");
            return inner;
        }
        if (take("[")) return list();
        const Token token = here();
        if (token.kind == Token::Kind::end || token.kind == Token::Kind::sign)
            return base::fail("bad_template", "表达式没有写完");
        ++at_;
        if (token.kind == Token::Kind::text) return literal(Value(token.text));
        if (token.kind == Token::Kind::number) return number(token.text);
        if (token.text == "true" || token.text == "false") return literal(Value(token.text == "true"));
        if (token.text == "null") return literal(Value());
        if (here().text == "(" && here().kind == Token::Kind::sign) {
            Expression made = TRY(call(token.text));
            made.parts.insert(made.parts.begin(), literal(Value()));
            return made;
        }
        return path(token.text);
    }
    static base::Result<Expression> number(const std::string& text) {
        std::int64_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec != std::errc()) return base::fail("bad_template", fmt::format("数字 {} 过大", text));
        return literal(Value(value));
    }
    base::Result<Expression> list() {
        base::List values;
        while (!take("]")) {
            const Expression item = TRY(primary());
            if (item.kind != Expression::Kind::literal)
                return base::fail("bad_template", "列表里只能写文字和数字");
            values.push_back(item.literal);
            take(",");
        }
        return literal(Value(std::move(values)));
    }
    static Expression literal(Value value) {
        return Expression{
            .kind = Expression::Kind::literal, .name = {}, .literal = std::move(value), .parts = {}};
    }
    base::Result<Expression> path(const std::string& text) const {
        const Expression made{.kind = Expression::Kind::path, .name = text, .literal = {}, .parts = {}};
        const auto dot = text.find('.');
        const std::string root = text.substr(0, dot);
        if (std::ranges::find(names_.local, root) != names_.local.end()) return made;
        const Value& members = names_.vocabulary.facts[root];
        if (members.is_null())
            return base::fail("unknown_field", fmt::format("没有名为 {} 的案件事实", root), "", text);
        if (dot == std::string::npos || !members.as_list()) return made;
        const std::string member = text.substr(dot + 1, text.find('.', dot + 1) - dot - 1);
        if (std::ranges::find(members.items(), Value(member)) == members.items().end())
            return base::fail("unknown_field", fmt::format("{} 里没有 {}", root, member), "", text);
        return made;
    }

    std::vector<Token> tokens_;
    const Names& names_;
    std::size_t at_ = 0;
};

}  // namespace

base::Result<Expression> parse_expression(std::string_view text, const Names& names) {
    std::vector<Token> tokens = TRY(tokens_of(text));
    return Parser(std::move(tokens), names).whole();
}

}  // namespace document
