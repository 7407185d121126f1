#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace law {

// 第一百二十条之一 is number 120, inserted 1.
struct ArticleNumber {
    int number = 0;
    int inserted = 0;
    friend auto operator<=>(ArticleNumber, ArticleNumber) = default;
};

std::string title_of(ArticleNumber number);    // "第一百二十条之一"
std::string address_of(ArticleNumber number);  // "120-1", as it stands in a path
// From "120", "120-1" or "第一百二十条之一"; nothing when it is none of these.
std::optional<ArticleNumber> article_number(std::string_view text);

// The counting number a text begins with ("一百二十四条…"), and how many bytes it takes; 0 bytes when there
// is none. Only the form in which the law itself counts: 一百二十四, not 百二十四.
struct LeadingNumber {
    int number = 0;
    std::size_t bytes = 0;
};
LeadingNumber leading_number(std::string_view text);

// "第…条" or "第…条之…" at the beginning of a text.
struct LeadingArticle {
    ArticleNumber number;
    std::size_t bytes = 0;
};
LeadingArticle leading_article(std::string_view text);

}  // namespace law
