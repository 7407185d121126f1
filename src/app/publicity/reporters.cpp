#include "publicity/reporters.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "publicity/person_names.hpp"
#include "redact/letters.hpp"
#include "redact/redact.hpp"

namespace publicity {

namespace {

using Letters = std::vector<redact::Letter>;

constexpr std::u32string_view reporter = U"举报人";
// Between the word and the name: a colon, the line of a table, 为 or 系.
constexpr std::u32string_view links = U":|系为是即(";
// Surnames that are also how a sentence goes on: 举报人于2026年, 举报人向本局, 举报人应当.
constexpr std::u32string_view also_words = U"于向应曾任方关时从易成和经相因通来包查单支安连常能计全明终充对";
constexpr std::u32string_view marks = U",.;:!?()|，。；：、！？（）《》“”\"";
// What somebody whose name was said does next. Two letters before 的 or a comma are rather a word:
// 举报人陈述，.
constexpr std::u32string_view does[] = {U"举报", U"反映", U"投诉", U"称", U"来电", U"来信", U"来访", U"购买"};
constexpr std::u32string_view also_does[] = {U"于",   U"向",   U"的", U"来", U"通过", U"在", U"提",
                                             U"到",   U"购",   U"买", U"与", U"和",   U"是", U"系",
                                             U"要求", U"陈述", U"说", U"拍", U"因"};
// Words that begin like a name and are none.
constexpr std::u32string_view no_names[] = {
    U"陈述", U"信息", U"权益", U"权利", U"满意", U"居住", U"房屋", U"车辆", U"常客", U"单位", U"和解",
    U"方面", U"时间", U"家人", U"家属", U"应当", U"曾经", U"任何", U"强调", U"周边", U"路过", U"安全",
    U"经营", U"支付", U"符合", U"成功", U"全部", U"平时", U"平台", U"常年", U"万某", U"左右", U"年龄",
    U"毛病", U"高度", U"明确", U"明知", U"党员", U"利益", U"别人", U"关于", U"连续", U"解释", U"易于"};

bool stands(const Letters& letters, std::size_t at, std::u32string_view words) {
    for (std::size_t k = 0; k < words.size(); ++k)
        if (at + k >= letters.size() || letters[at + k].letter != words[k]) return false;
    return true;
}

bool is_mark(const Letters& letters, std::size_t at) {
    return at >= letters.size() || marks.contains(letters[at].letter);
}

bool stands_one_of(const Letters& letters, std::size_t at, std::span<const std::u32string_view> all) {
    return std::ranges::any_of(all, [&](std::u32string_view words) { return stands(letters, at, words); });
}

// A name of three letters is known by the mark behind it, one of two by less doubtful signs.
bool may_follow_a_name(const Letters& letters, std::size_t at, bool is_short, bool is_labelled) {
    if (stands(letters, at, U"(") || stands_one_of(letters, at, does)) return true;
    if (is_short && !is_labelled) return false;
    return is_mark(letters, at) || stands_one_of(letters, at, also_does);
}

std::string words(std::string_view text, const Letters& letters, std::size_t from, std::size_t to) {
    return std::string(text.substr(letters[from].begin, letters[to - 1].end - letters[from].begin));
}

bool is_name(std::string_view text, const Letters& letters, std::size_t from, std::size_t to) {
    const std::string name = words(text, letters, from, to);
    return !redact::plain(name).contains(U'某') && looks_like_a_person(name);
}

// The end of the name that begins at letter i; nothing when no name begins there.
std::optional<std::size_t> end_of_name(std::string_view text, const Letters& letters, std::size_t i,
                                       bool is_labelled) {
    if (stands_one_of(letters, i, no_names)) return std::nullopt;
    for (const std::size_t count : {3U, 2U, 4U}) {
        const std::size_t end = i + count;
        if (end > letters.size() || !may_follow_a_name(letters, end, count == 2, is_labelled)) continue;
        const bool is_word =
            also_words.contains(letters[i].letter) && !is_labelled && !stands(letters, end, U"(");
        if (!is_word && is_name(text, letters, i, end)) return end;
    }
    return std::nullopt;
}

std::size_t end_of_sentence(const Letters& letters, std::size_t at) {
    while (at < letters.size() && letters[at].letter != U'。' && letters[at].letter != U';') ++at;
    return at;
}

// A telephone, number or address of his, in the same sentence and before it speaks of the party.
std::optional<std::size_t> end_of_contact(const Letters& letters, std::size_t i,
                                          const std::vector<redact::Hit>& personal) {
    std::size_t until = end_of_sentence(letters, i);
    for (std::size_t k = i; k < until; ++k)
        if (stands(letters, k, U"当事人") || stands(letters, k, U"被举报")) until = k;
    if (until <= i) return std::nullopt;
    for (const redact::Hit& hit : personal)
        if (hit.begin >= letters[i].begin && hit.end <= letters[until - 1].end)
            for (std::size_t k = i; k < until; ++k)
                if (letters[k].end == hit.end) return k + 1;
    return std::nullopt;
}

// 王大明（举报人）
std::optional<std::size_t> begin_of_name(std::string_view text, const Letters& letters, std::size_t bracket) {
    for (const std::size_t count : {3U, 2U}) {
        if (count > bracket) continue;
        const std::size_t begin = bracket - count;
        if (begin > 0 && !is_mark(letters, begin - 1)) continue;
        if (is_name(text, letters, begin, bracket)) return begin;
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::string> reporters_told(std::string_view text) {
    std::vector<std::string> told;
    const Letters letters = redact::letters_of(text);
    std::vector<redact::Hit> personal;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!stands(letters, i, reporter) || (i > 0 && letters[i - 1].letter == U'被')) continue;
        if (personal.empty()) personal = redact::find(text, {});
        std::size_t next = i + reporter.size();
        if (i > 0 && letters[i - 1].letter == U'(' && stands(letters, next, U")"))
            if (const auto begin = begin_of_name(text, letters, i - 1)) {
                told.push_back(words(text, letters, *begin, next + 1));
                continue;
            }
        while (next < letters.size() && links.contains(letters[next].letter)) ++next;
        const auto last = next > i + reporter.size() ? letters[next - 1].letter : U'\0';
        const bool is_labelled = last == U':' || last == U'|';
        auto end = end_of_name(text, letters, next, is_labelled);
        if (const auto contact = end_of_contact(letters, next, personal)) end = contact;
        if (end) told.push_back(words(text, letters, i, *end));
    }
    return told;
}

std::vector<std::string> recorded_told(std::string_view text, const std::vector<std::string>& names) {
    std::vector<std::string> told;
    const Letters letters = redact::letters_of(text);
    for (const std::string& name : names) {
        const std::u32string wanted = redact::plain(name);
        if (wanted.size() < 2) continue;
        for (std::size_t i = 0; i + wanted.size() <= letters.size(); ++i)
            if (stands(letters, i, wanted)) {
                told.push_back(words(text, letters, i, i + wanted.size()));
                break;
            }
    }
    return told;
}

}  // namespace publicity
