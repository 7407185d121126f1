#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"

namespace proofread {

namespace {

// 行政复议法（2023年修订）施行之日.
constexpr base::Date new_law = base::Date(std::chrono::year(2024) / 1 / 1);

struct Body {
    const Page* page;
    Spot spot;
    Letters name;
};

// "向临江市城东区人民政府申请行政复议": who is named between 向 and what is asked of it.
std::vector<Body> bodies(const Page& page, LettersView asked) {
    std::vector<Body> found;
    constexpr std::size_t reach = 40;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const LettersView line = page.lines[i];
        for (const std::size_t at : places_of(line, asked)) {
            const LettersView before = line.substr(0, at);
            const auto to = before.rfind(U'向');
            if (to == nowhere || at - to > reach || to + 1 >= at) continue;
            LettersView name = before.substr(to + 1);
            name = name.substr(0, std::min(name.find(U'（'), name.size()));
            if (name.size() < 3 || name.find(U'，') != nowhere || name.find(U'。') != nowhere) continue;
            found.push_back({
                &page, {i, to + 1, to + 1 + name.size()},
                 Letters(name)
            });
        }
    }
    return found;
}

void compare(Checker& checker, const std::vector<Body>& told, const std::string& by_case,
             std::string_view rule, std::string_view what) {
    Letters right = letters_of(by_case);
    if (right.empty() && told.size() > 2) {
        const auto votes = [&](const Body& one_of) {
            return std::ranges::count(told, one_of.name, &Body::name);
        };
        const Body& usual = *std::ranges::max_element(told, {}, votes);
        if (votes(usual) * 2 > static_cast<std::ptrdiff_t>(told.size())) right = usual.name;
    }
    if (right.empty()) return;
    for (const Body& body : told)
        if (body.name != right && !has(body.name, U"有管辖权"))
            checker.add(
                *body.page, body.spot,
                {.rule = rule,
                 .found = text_of(body.name),
                 .expected = text_of(right),
                 .message = fmt::format("{}应为{}，此处写作{}", what, text_of(right), text_of(body.name))});
}

// 行政复议法 第二十四条: the people's government of the same level decides on what its departments did.
void check_body(Checker& checker, const Body& body) {
    if (!body.page->day || *body.page->day < new_law || has(body.name, U"人民政府")) return;
    bool is_department = false;
    for (const LettersView word : {U"局", U"厅", U"委员会", U"总局", U"分局"})
        is_department = is_department || body.name.ends_with(word);
    if (!is_department) return;
    checker.add(*body.page, body.spot,
                {.rule = "remedy.body",
                 .found = text_of(body.name),
                 .expected = checker.facts.reconsideration_body.empty() ? "本级人民政府"
                                                                        : checker.facts.reconsideration_body,
                 .message = "行政复议机关应为本级人民政府",
                 .basis = "行政复议法 第二十四条"});
}

void check_court(Checker& checker, const Body& body) {
    if (has(body.name, U"人民法院") || has(body.name, U"法院")) return;
    checker.add(*body.page, body.spot,
                {.rule = "remedy.court",
                 .found = text_of(body.name),
                 .expected = "人民法院",
                 .message = "行政诉讼应当向人民法院提起",
                 .basis = "行政诉讼法 第四十四条"});
}

// "向某人民法院提起诉讼", "向某人民法院起诉" say the same.
bool names_a_court(const Page& page) {
    for (const LettersView way : {U"提起诉讼", U"起诉"})
        for (const Body& body : bodies(page, way))
            if (has(body.name, U"法院")) return true;
    return false;
}

Spot last_body_line(const Page& page) {
    return {page.title_line, 0, page.lines.empty() ? 0 : page.lines[page.title_line].size()};
}

// 行政处罚法 第五十九条、行政强制法 第二十四条: the paper itself names both ways.
void check_named(Checker& checker, const Page& page) {
    struct Form {
        LettersView title;
        const char* basis;
    };
    constexpr std::array<Form, 4> forms{
        {{U"行政处罚决定书", "行政处罚法 第五十九条"},
         {U"当场行政处罚决定书", "行政处罚法 第五十二条"},
         {U"实施行政强制措施决定书", "行政强制法 第二十四条"},
         {U"不予行政处罚决定书", "行政复议法 第二十条"}}
    };
    const auto* form = std::ranges::find(forms, page.title, &Form::title);
    if (form == forms.end() || page.lines.size() < 6) return;
    for (const LettersView way : {U"申请行政复议", U"提起行政诉讼"})
        if (bodies(page, way).empty() && !(way == U"提起行政诉讼" && names_a_court(page)))
            checker.add(page, last_body_line(page),
                        {.rule = "remedy.missing",
                         .found = {},
                         .expected = text_of(way),
                         .message = fmt::format("没有告知{}的途径和期限", text_of(way)),
                         .basis = form->basis});
}

// Where a paper speaks of going to court, in the words of any office.
std::size_t suit_at(LettersView line) {
    std::size_t first = nowhere;
    for (const LettersView way : {U"提起行政诉讼", U"法院提起诉讼", U"法院起诉"})
        first = std::min(first, line.find(way));
    return first;
}

// 行政复议法 第二十三条第一款第（一）项: against a decision on the spot reconsideration comes first.
void check_order(Checker& checker, const Page& page) {
    if (!page.is(U"当场行政处罚决定书") || !page.day || *page.day < new_law) return;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const LettersView line = page.lines[i];
        const auto at = suit_at(line);
        if (at == nowhere || !has(line, U"申请行政复议")) continue;
        const LettersView before = line.substr(0, at);
        if (has(before, U"复议决定不服") || has(before, U"先向") || has(before, U"复议决定书之日")) return;
        checker.add(
            page, {i, 0, std::min(at + 6, line.size())},
            {.rule = "remedy.order",
             .found = "直接提起行政诉讼",
             .expected = "先申请行政复议",
             .message = "对当场作出的行政处罚决定不服，应当先申请行政复议，对复议决定不服再提起行政诉讼",
             .basis = "行政复议法 第二十三条第一款第（一）项"});
        return;
    }
}

// 行政处罚法 第七十二条第一款第（一）项: three per cent a day, never more than the fine.
void check_late_fee(Checker& checker, const Page& page) {
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const LettersView line = page.lines[i];
        const auto at = line.find(U"按罚款数额的");
        if (at == nowhere || !has(line, U"加处罚款")) continue;
        const LettersView rate = line.substr(at + 6);
        if (rate.starts_with(U"百分之三加") || rate.starts_with(U"百分之三的") || rate.starts_with(U"3%") ||
            rate.starts_with(U"百分之三"))
            continue;
        checker.add(page, {i, at, at + 10},
                    {.rule = "remedy.late_fee",
                     .found = text_of(line.substr(at, std::min<std::size_t>(line.size() - at, 10))),
                     .expected = "百分之三",
                     .message = "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款",
                     .basis = "行政处罚法 第七十二条第一款第（一）项"});
    }
}

}  // namespace

void check_remedies(Checker& checker) {
    std::vector<Body> reconsideration, courts;
    for (const Page& page : checker.pages) {
        std::ranges::move(bodies(page, U"申请行政复议"), std::back_inserter(reconsideration));
        std::ranges::move(bodies(page, U"提起行政诉讼"), std::back_inserter(courts));
        check_named(checker, page);
        check_order(checker, page);
        check_late_fee(checker, page);
    }
    for (const Body& body : reconsideration) check_body(checker, body);
    for (const Body& body : courts) check_court(checker, body);
    std::erase_if(reconsideration, [](const Body& body) { return !has(body.name, U"人民政府"); });
    std::erase_if(courts, [](const Body& body) { return !has(body.name, U"法院"); });
    compare(checker, reconsideration, checker.facts.reconsideration_body, "remedy.body", "行政复议机关");
    compare(checker, courts, checker.facts.court, "remedy.court", "管辖法院");
}

}  // namespace proofread
