#include "law/article_number.hpp"

#include <array>
#include <charconv>

#include "base/numerals.hpp"

namespace law {

namespace {

constexpr std::size_t character_bytes = 3;
constexpr int number_max = 9999;

// The worth of one numeral: a digit below 10, or the unit 10, 100, 1000; -1 when it is none.
int worth(std::string_view character) {
    constexpr std::array<std::string_view, 10> digits{"零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};
    for (std::size_t i = 0; i < digits.size(); ++i)
        if (character == digits[i]) return static_cast<int>(i);
    if (character == "〇") return 0;
    if (character == "十") return 10;
    if (character == "百") return 100;
    if (character == "千") return 1000;
    return -1;
}

int value_of(std::string_view numerals) {
    int total = 0, digit = 0;
    for (std::size_t i = 0; i < numerals.size(); i += character_bytes) {
        const int each = worth(numerals.substr(i, character_bytes));
        if (each < 10) {
            digit = each;
            continue;
        }
        total += (digit == 0 ? 1 : digit) * each;
        digit = 0;
    }
    return total + digit;
}

bool is_as_the_law_counts(std::string_view numerals, int number) {
    if (number < 1 || number > number_max) return false;
    std::string written(numerals);
    for (auto at = written.find("〇"); at != std::string::npos; at = written.find("〇"))
        written.replace(at, character_bytes, "零");
    return base::chinese_number(number) == written;
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return {};
    return number >= 1 && number <= number_max ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string title_of(ArticleNumber number) {
    std::string title = base::article_name(number.number);
    if (number.inserted > 0) title += "之" + base::chinese_number(number.inserted);
    return title;
}

std::string address_of(ArticleNumber number) {
    std::string address = std::to_string(number.number);
    if (number.inserted > 0) address += "-" + std::to_string(number.inserted);
    return address;
}

std::optional<ArticleNumber> article_number(std::string_view text) {
    if (const LeadingArticle article = leading_article(text); article.bytes > 0)
        return article.bytes == text.size() ? std::optional(article.number) : std::nullopt;
    const auto dash = text.find('-');
    const auto number = whole_number(text.substr(0, dash));
    if (!number) return {};
    if (dash == std::string_view::npos) return ArticleNumber{*number, 0};
    const auto inserted = whole_number(text.substr(dash + 1));
    return inserted ? std::optional(ArticleNumber{*number, *inserted}) : std::nullopt;
}

LeadingNumber leading_number(std::string_view text) {
    std::size_t bytes = 0;
    while (bytes + character_bytes <= text.size() && worth(text.substr(bytes, character_bytes)) >= 0)
        bytes += character_bytes;
    constexpr std::size_t numerals_max = 7 * character_bytes;  // 九千九百九十九
    if (bytes == 0 || bytes > numerals_max) return {};
    const std::string_view numerals = text.substr(0, bytes);
    const int number = value_of(numerals);
    return is_as_the_law_counts(numerals, number) ? LeadingNumber{number, bytes} : LeadingNumber{};
}

LeadingArticle leading_article(std::string_view text) {
    constexpr std::string_view opening = "第", closing = "条", insertion = "之";
    if (!text.starts_with(opening)) return {};
    const auto number = leading_number(text.substr(opening.size()));
    std::size_t bytes = opening.size() + number.bytes;
    if (number.bytes == 0 || !text.substr(bytes).starts_with(closing)) return {};
    bytes += closing.size();
    LeadingArticle article{
        .number = {number.number, 0},
          .bytes = bytes
    };
    if (!text.substr(bytes).starts_with(insertion)) return article;
    const auto inserted = leading_number(text.substr(bytes + insertion.size()));
    if (inserted.bytes == 0) return article;
    article.number.inserted = inserted.number;
    article.bytes += insertion.size() + inserted.bytes;
    return article;
}

}  // namespace law
