#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "law/article_number.hpp"

namespace law {

// One provision that a basis names. Without an article the law is cited as a whole.
struct Cited {
    std::string law;  // as written: "程序规定", "公示规定（2021年）"
    std::optional<ArticleNumber> article;
    std::optional<ArticleNumber> through;  // 第四十九条至第五十四条
    int paragraph = 0;
    int item = 0;
    friend bool operator==(const Cited&, const Cited&) = default;
};

// "行政处罚法 第四十四条、第四十五条; 程序规定 第五十八条" → three; an article without a law is of the law
// before it. Words without any article are taken as names of laws.
std::vector<Cited> citations_in(std::string_view basis);

inline constexpr std::size_t citation_bytes_max = 2000;

}  // namespace law
