#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "broken.hpp"

// Every article the acts, the refusals and the periods stand on is held by a row that names it: in `article`,
// or as the basis of the refusal it expects. Rows of article_rows.json are judged here.
namespace {

using Articles = std::set<std::string>;  // "行政处罚法 第四十四条"

constexpr std::string_view ordinal = "第", unit = "条";

// 第…条: how many bytes the number takes, 0 where it is a paragraph, an item or no number.
std::size_t number_length(std::string_view text) {
    static constexpr std::array<std::string_view, 12> digits{"一", "二", "三", "四", "五", "六",
                                                             "七", "八", "九", "十", "百", "零"};
    std::size_t length = 0;
    for (bool found = true; found;) {
        found = std::ranges::any_of(
            digits, [&](std::string_view digit) { return text.substr(length).starts_with(digit); });
        if (found) length += digits.front().size();
    }
    return text.substr(length).starts_with(unit) ? length : 0;
}

// "行政处罚法 第四十四条、第六十二条; 程序规定 第五十七条": the two ends of a span stand for themselves.
void take_articles(std::string_view text, Articles& articles) {
    std::string parts(text);
    for (auto at = parts.find("；"); at != std::string::npos; at = parts.find("；"))
        parts.replace(at, std::string_view("；").size(), ";");
    for (std::size_t from = 0; from < parts.size();) {
        const auto end = std::min(parts.find(';', from), parts.size());
        const std::string_view part = std::string_view(parts).substr(from, end - from);
        from = end + 1;
        const auto begin = part.find_first_not_of(' ');
        const auto first = part.find(ordinal);
        if (begin == std::string_view::npos || first == std::string_view::npos) continue;
        const auto law = part.substr(begin, part.substr(0, first).find_last_not_of(' ') + 1 - begin);
        for (auto at = first; at != std::string_view::npos; at = part.find(ordinal, at + 1))
            if (const auto length = number_length(part.substr(at + ordinal.size())))
                articles.insert(std::string(law) + " " +
                                std::string(part.substr(at, ordinal.size() + length + unit.size())));
    }
}

// Whatever is called basis in a table, with those of single acts.
void take_bases(const base::Value& value, Articles& articles) {
    for (const auto& [name, member] : value.object()) {
        if ((name == "basis" || name == "together") && member.as_string())
            take_articles(*member.as_string(), articles);
        if (name == "basis_of")
            for (const auto& [act, basis] : member.object()) take_articles(*basis.as_string(), articles);
        take_bases(member, articles);
    }
    for (const auto& item : value.items()) take_bases(item, articles);
}

Articles stood_on() {
    Articles articles;
    const auto acts = given::catalogue_file("procedure/acts.yaml");
    for (const auto& act : acts.list("acts"))
        for (const auto* name : {"basis", "together"}) take_articles(act.text(name), articles);
    take_bases(given::catalogue_file("procedure/refusals.yaml"), articles);
    take_bases(given::catalogue_file("procedure/clocks.yaml"), articles);
    return articles;
}

std::map<std::string, int> held() {
    std::map<std::string, int> rows;
    for (const auto* file : {"guard_rows", "accepted_rows", "clock_rows", "article_rows"}) {
        const auto all = given::rows(file);
        for (const auto& row : all.items()) {
            Articles named;
            take_articles(row.text("article"), named);
            take_articles(row["expect"].text("basis"), named);
            for (const auto& article : named) ++rows[article];
        }
    }
    return rows;
}

TEST(Articles, EveryOneIsHeldByARow) {
    const auto rows = held();
    const auto articles = stood_on();
    for (const auto& article : articles) EXPECT_TRUE(rows.contains(article)) << "no row names " << article;
    int all = 0;
    for (const auto& [article, count] : rows) all += count;
    std::printf("%zu articles stood on; %zu named by rows, %d times\n", articles.size(), rows.size(), all);
    EXPECT_GE(articles.size(), 200U);
}

bool lists(const base::Value& list, const base::Value& wanted) {
    return std::ranges::find(list.items(), wanted) != list.items().end();
}

void expect_shown(const base::Value& answer, const base::Value& shows) {
    EXPECT_TRUE(!shows.has("state") || answer.text("state") == shows.text("state")) << answer.text("state");
    given::expect_clocks(answer["clocks"], shows["clocks"]);
    for (const auto& [machine, rows] : shows["sub"].object())
        EXPECT_EQ(json::write(answer["sub"][machine]), json::write(rows)) << machine;
    for (const auto& paper : shows.list("documents"))
        EXPECT_TRUE(std::ranges::any_of(answer.list("documents"), [&](const base::Value& each) {
            return each["document"] == paper["document"] && each["of"] == paper["of"];
        })) << json::write(paper);
    for (const auto& act : shows.list("open")) EXPECT_TRUE(lists(answer["open"], act)) << json::write(act);
    for (const auto& act : shows.list("shut")) EXPECT_FALSE(lists(answer["open"], act)) << json::write(act);
    for (const auto& [what, sum] : shows["due"].object())
        EXPECT_EQ(json::write(answer["due"][what]), json::write(sum)) << what;
}

void expect_refused(const base::Value& answer, const base::Value& expect) {
    for (const auto& act : answer.list("acts")) {
        if (act.truth("accepted")) continue;
        EXPECT_EQ(act.integer("n"), expect.integer("n"));
        EXPECT_EQ(act["refusal"].text("code"), expect.text("code"));
        EXPECT_NE(act["refusal"].text("basis").find(expect.text("basis")), std::string_view::npos);
        return;
    }
    ADD_FAILURE() << "everything was accepted";
}

TEST(Articles, RowsAreAsTheLawSays) {
    const auto rows = given::rows("article_rows");
    for (const auto& row : rows.items()) {
        SCOPED_TRACE(std::string(row.text("article")) + ": " + std::string(row.text("why")));
        const auto answer = given::replay(given::broken(row));
        ASSERT_TRUE(answer) << answer.error().field << ": " << answer.error().message;
        if (row.has("expect")) {
            expect_refused(*answer, row["expect"]);
            continue;
        }
        for (const auto& act : answer->list("acts")) EXPECT_TRUE(act.truth("accepted")) << json::write(act);
        expect_shown(*answer, row["shows"]);
    }
}

}  // namespace
