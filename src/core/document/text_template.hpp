#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/expression.hpp"

namespace document {

// Literal text with {{ expression }}, {% if %} … {% end %} and {% for x in list sep '、' %} … {% end %}.
// A line beginning with ">>" stands to the right, with "^^" in the middle.
class TextTemplate {
  public:
    static base::Result<TextTemplate> parse(std::string_view text, const Names& names);
    // One paragraph a line. A printed path that is not in the facts is an error (`missing_field`).
    base::Result<std::vector<Paragraph>> render(Scope& scope) const;

    struct Piece;
    struct Branch;
    const std::vector<Piece>& pieces() const { return pieces_; }

  private:
    std::vector<Piece> pieces_;
};

struct TextTemplate::Branch {
    Expression condition;
    std::vector<Piece> pieces;
};

struct TextTemplate::Piece {
    enum class Kind { literal, print, choice, loop };
    Kind kind = Kind::literal;
    std::string text;  // literal words; name of the loop's variable
    std::string separator;
    Expression expression;
    std::vector<Branch> branches;  // of a choice; a loop has one
    std::string source;            // the expression as written, for errors
};

}  // namespace document
