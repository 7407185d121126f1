#include "redact/patterns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace redact {

namespace {

using Letters = std::vector<Letter>;

struct Span {
    std::size_t from = 0, to = 0;  // letters
};

char32_t at(const Letters& letters, std::size_t i) {
    return i < letters.size() ? letters[i].letter : U'\0';
}

bool stands(const Letters& letters, std::size_t i, std::u32string_view words) {
    for (std::size_t k = 0; k < words.size(); ++k)
        if (at(letters, i + k) != words[k]) return false;
    return true;
}

// One of the words ends right before letter i, or with a colon or a short word between.
bool labelled(const Letters& letters, std::size_t i, std::initializer_list<std::u32string_view> labels) {
    constexpr std::size_t reach = 8;
    for (const std::u32string_view label : labels)
        for (std::size_t back = label.size(); back <= label.size() + reach && back <= i; ++back) {
            if (!stands(letters, i - back, label)) continue;
            bool clear = true;
            for (std::size_t k = i - back + label.size(); k < i; ++k) {
                const char32_t c = at(letters, k);
                clear = clear && c != U'，' && c != U',' && c != U'。' && c != U';' && !is_digit(c);
            }
            if (clear) return true;
        }
    return false;
}

void add(std::vector<Hit>& hits, const Letters& letters, Span span, std::string_view kind,
         std::string_view instead) {
    hits.push_back({.begin = letters[span.from].begin,
                    .end = letters[span.to - 1].end,
                    .kind = std::string(kind),
                    .instead = std::string(instead)});
}

bool is_masking(char32_t c) {
    return c == U'*' || c == U'×' || c == U'＊' || c == U'✱' || c == U'●';
}

int number(const Letters& letters, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value * 10 + static_cast<int>(at(letters, from + i) - U'0');
    return value;
}

bool is_day(const Letters& letters, std::size_t from, std::size_t year_digits) {
    const int year = year_digits == 4 ? number(letters, from, 4) : 1900 + number(letters, from, 2);
    const int month = number(letters, from + year_digits, 2),
              day = number(letters, from + year_digits + 2, 2);
    return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// GB 11643: eighteen places with a day of birth in the middle; the older fifteen; one that is masked in part
// still says where and when somebody was born.
void identities(const Letters& letters, std::vector<Hit>& hits) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!is_digit(at(letters, i)) || (i > 0 && is_word(at(letters, i - 1)))) continue;
        std::size_t end = i, masked = 0;
        while (is_digit(at(letters, end)) || is_masking(at(letters, end))) {
            masked += is_masking(at(letters, end)) ? 1 : 0;
            ++end;
        }
        if ((at(letters, end) == U'X' || at(letters, end) == U'x') && end - i == 17) ++end;
        if (is_word(at(letters, end))) continue;
        const std::size_t size = end - i;
        const bool whole = masked == 0 && ((size == 18 && is_day(letters, i + 6, 4)) ||
                                           (size == 15 && is_day(letters, i + 6, 2)));
        const bool in_part = masked >= 3 && masked < size && (size == 18 || size == 15);
        const bool named =
            size >= 15 && size <= 18 &&
            labelled(letters, i, {U"身份证号码", U"身份证号", U"身份证件号码", U"公民身份号码", U"身份号码"});
        if (whole || in_part || named) add(hits, letters, {i, end}, "identity", "（身份证件号码略）");
    }
}

Span digits_with_hyphens(const Letters& letters, std::size_t i, std::size_t& count) {
    std::size_t end = i;
    count = 0;
    while (is_digit(at(letters, end)) ||
           (count > 0 && (at(letters, end) == U'-' || at(letters, end) == U'—' || at(letters, end) == U'–') &&
            is_digit(at(letters, end + 1)))) {
        count += is_digit(at(letters, end)) ? 1 : 0;
        ++end;
    }
    return {i, end};
}

void phones_and_accounts(const Letters& letters, std::vector<Hit>& hits) {
    for (std::size_t i = 0; i < letters.size();) {
        if (!is_digit(at(letters, i)) || (i > 0 && is_word(at(letters, i - 1)))) {
            ++i;
            continue;
        }
        std::size_t count = 0;
        const Span span = digits_with_hyphens(letters, i, count);
        i = span.to;
        if (is_word(at(letters, span.to)) || at(letters, span.to) == U'号') continue;
        const bool mobile =
            count == 11 && at(letters, span.from) == U'1' && at(letters, span.from + 1) >= U'3';
        const bool with_country = count == 13 && stands(letters, span.from, U"861");
        const bool landline = at(letters, span.from) == U'0' && count >= 10 && count <= 12;
        const bool short_line =
            (count == 7 || count == 8) && labelled(letters, span.from, {U"电话", U"手机", U"联系方式"});
        const bool account =
            count >= 12 && count <= 21 &&
            labelled(letters, span.from, {U"账号", U"帐号", U"卡号", U"银行卡", U"账户", U"帐户"});
        if (mobile || with_country || landline || short_line)
            add(hits, letters, span, "phone", "（电话号码略）");
        else if (account || (count >= 16 && count <= 19 && stands(letters, span.from, U"62")))
            add(hits, letters, span, "bank", "（银行账号略）");
    }
}

void mails(const Letters& letters, std::vector<Hit>& hits) {
    const auto fits = [](char32_t c) {
        return is_word(c) || c == U'.' || c == U'_' || c == U'-' || c == U'+';
    };
    for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
        if (at(letters, i) != U'@') continue;
        Span span{i, i + 1};
        while (span.from > 0 && fits(at(letters, span.from - 1))) --span.from;
        while (fits(at(letters, span.to))) ++span.to;
        while (span.to > i + 1 && at(letters, span.to - 1) == U'.') --span.to;
        if (span.from < i && span.to > i + 3) add(hits, letters, span, "email", "（电子邮箱略）");
    }
}

constexpr std::u32string_view provinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

void plates(const Letters& letters, std::vector<Hit>& hits) {
    for (std::size_t i = 0; i + 6 < letters.size(); ++i) {
        if (!provinces.contains(at(letters, i)) || !is_capital(at(letters, i + 1))) continue;
        std::size_t from = i + 2;
        if (at(letters, from) == U'·' || at(letters, from) == U'.' || at(letters, from) == U'-') ++from;
        std::size_t end = from;
        while (is_digit(at(letters, end)) || is_capital(at(letters, end))) ++end;
        if (end - from == 5 || end - from == 6) add(hits, letters, {i, end}, "plate", "（车牌号略）");
    }
}

// 1980年1月2日出生, 出生日期：1980年1月2日, 生于1980-01-02.
void births(const Letters& letters, std::vector<Hit>& hits) {
    for (std::size_t i = 0; i + 7 < letters.size(); ++i) {
        if (!is_digit(at(letters, i)) || (i > 0 && is_digit(at(letters, i - 1)))) continue;
        std::size_t end = i;
        while (is_digit(at(letters, end)) || at(letters, end) == U'年' || at(letters, end) == U'月' ||
               at(letters, end) == U'日' || at(letters, end) == U'-' || at(letters, end) == U'.' ||
               at(letters, end) == U'/')
            ++end;
        if (end - i < 6) continue;
        const bool before = labelled(letters, i, {U"出生日期", U"出生年月", U"生于", U"生日", U"出生"});
        const bool after =
            stands(letters, end, U"出生") || stands(letters, end, U"生,") || stands(letters, end, U"生人");
        if (before || after) add(hits, letters, {i, end}, "birth", "（出生日期略）");
    }
}

// An address behind a label that only persons have; what a legal person calls its 住所 stays.
void addresses(const Letters& letters, std::vector<Hit>& hits) {
    for (const std::u32string_view label : {U"家庭住址", U"现住址", U"户籍地址", U"户籍所在地", U"居住地址",
                                            U"居住地", U"身份证住址", U"现住", U"家住"})
        for (std::size_t i = 0; i + label.size() < letters.size(); ++i) {
            if (!stands(letters, i, label)) continue;
            std::size_t from = i + label.size();
            while (at(letters, from) == U':' || at(letters, from) == U'为' || at(letters, from) == U'在' ||
                   at(letters, from) == U'于')
                ++from;
            std::size_t end = from;
            while (end < letters.size() &&
                   std::u32string_view(U",。;!()").find(at(letters, end)) == std::u32string_view::npos &&
                   end - from < 80)
                ++end;
            if (end > from + 2) add(hits, letters, {from, end}, "address", "（住址略）");
        }
}

void accounts_of_the_net(const Letters& letters, std::vector<Hit>& hits) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!is_word(at(letters, i)) || (i > 0 && is_word(at(letters, i - 1)))) continue;
        std::size_t end = i;
        while (is_word(at(letters, end)) || at(letters, end) == U'_' || at(letters, end) == U'-') ++end;
        if (end - i >= 5 && end - i <= 30 && labelled(letters, i, {U"微信号", U"微信", U"QQ号", U"QQ"}))
            add(hits, letters, {i, end}, "account", "（网络账号略）");
    }
}

}  // namespace

void find_patterns(const Letters& letters, std::vector<Hit>& hits) {
    identities(letters, hits);
    phones_and_accounts(letters, hits);
    mails(letters, hits);
    plates(letters, hits);
    births(letters, hits);
    addresses(letters, hits);
    accounts_of_the_net(letters, hits);
}

}  // namespace redact
