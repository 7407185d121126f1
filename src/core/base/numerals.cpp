#include "base/numerals.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace base {

namespace {

struct Script {
    std::array<std::string_view, 10> digits;
    std::array<std::string_view, 4> units;      // within a group of four
    std::array<std::string_view, 4> groups;     // ones, 万, 亿, 万亿
};

const Script plain{{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, {"", "万", "亿", "万亿"}};
const Script capital{{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}, {"", "万", "亿", "万亿"}};

std::string group_of_four(int group, const Script& script) {
    std::string text;
    bool zero = false;
    constexpr std::array powers{1000, 100, 10, 1};
    for (std::size_t i = 0; i < powers.size(); ++i) {
        const int digit = group / powers[i] % 10;
        if (digit == 0) {
            zero = !text.empty();
            continue;
        }
        if (zero) text += script.digits[0];
        zero = false;
        text += script.digits[static_cast<std::size_t>(digit)];
        text += script.units[3 - i];
    }
    return text;
}

std::string whole_number(std::int64_t number, const Script& script) {
    if (number == 0) return std::string(script.digits[0]);
    std::string text;
    bool gap = false;
    for (std::size_t i = script.groups.size(); i-- > 0;) {
        std::int64_t power = 1;
        for (std::size_t k = 0; k < i; ++k) power *= 10000;
        const int group = static_cast<int>(number / power % 10000);
        if (group == 0) {
            gap = !text.empty();
            continue;
        }
        if (!text.empty() && (gap || group < 1000)) text += script.digits[0];
        gap = false;
        text += group_of_four(group, script);
        text += script.groups[i];
    }
    return text;
}

}  // namespace

std::string chinese_number(std::int64_t number) {
    std::string text = whole_number(number, plain);
    if (number >= 10 && number < 20) text.erase(0, plain.digits[1].size());
    return text;
}

std::string rmb_capital(Money sum) {
    const std::int64_t yuan = sum.in_fen() / 100;
    const auto jiao = static_cast<std::size_t>(sum.in_fen() / 10 % 10);
    const auto fen = static_cast<std::size_t>(sum.in_fen() % 10);
    if (sum.in_fen() == 0) return "零元整";
    std::string text;
    if (yuan > 0) text = whole_number(yuan, capital) + "元";
    if (jiao == 0 && fen == 0) return text + "整";
    if (jiao > 0) text += std::string(capital.digits[jiao]) + "角";
    if (jiao == 0 && yuan > 0) text += capital.digits[0];
    if (fen == 0) return text + "整";
    return text + std::string(capital.digits[fen]) + "分";
}

std::string article_name(int article, int paragraph, int item) {
    std::string name = "第" + chinese_number(article) + "条";
    if (paragraph > 0) name += "第" + chinese_number(paragraph) + "款";
    if (item > 0) name += "第（" + chinese_number(item) + "）项";
    return name;
}

}  // namespace base
