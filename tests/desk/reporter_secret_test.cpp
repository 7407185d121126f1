#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "acts/check_act.hpp"
#include "acts/record_act.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"

namespace {

using base::Value;

constexpr std::size_t before_the_notice = 17, with_the_notice = 18;
constexpr std::string_view tells =
    "根据举报人王大明（电话13812345678，住临江市东湖区3号）的举报，经查，当事人更改了生产日期。";
constexpr std::string_view keeps = "根据群众举报，经查，当事人更改了生产日期。";

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

base::Object milk() {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/milk_2024.json");
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}))->object();
}

// The milk case as far as its first acts; what follows comes to the desk with other words in the paper.
struct Milk {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    base::List acts = milk().find("acts")->items();
    std::string no;

    explicit Milk(std::size_t count) {
        base::Object scenario = milk();
        scenario.set("acts", base::List(acts.begin(), acts.begin() + static_cast<std::ptrdiff_t>(count)));
        const auto made = demo::seed_case(desk.office, desk.clock, desk.directory.organisation, scenario,
                                          {.bytes = testing_office::tiny_picture, .name_ending = ".png"});
        EXPECT_TRUE(made) << made.error().message;
        if (made) no = *made;
    }

    acts::ActRequest request(std::size_t n, std::string_view person, std::string_view facts = {}) {
        base::Object body = acts[n - 1].object();
        body.erase("approved_by");
        if (!facts.empty())
            body.set("paper", base::Object{
                                  {"facts", facts}
            });
        desk.clock.set(*base::Instant::parse(*body.find("at")->as_string()));
        return *acts::ActRequest::from(body, desk.viewer(person));
    }
    std::optional<procedure::Refusal> checked(const acts::ActRequest& request, std::string_view person) {
        const auto answer = acts::check_act(desk.office, desk.viewer(person), no, request);
        EXPECT_TRUE(answer) << answer.error().message;
        return answer ? answer->refusal : std::nullopt;
    }
};

void expect_refused(const std::optional<procedure::Refusal>& refusal, const std::string& cure) {
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "reporter_identity_exposed");
    EXPECT_EQ(refusal->basis, "投诉举报处理办法 第三十七条");
    EXPECT_EQ(refusal->cure, std::vector{cure});
    EXPECT_NE(refusal->message.find("举报人王大明"), std::string::npos) << refusal->message;
}

// 第三十七条: the words of the paper are read, whatever was ticked.
TEST(ReporterSecret, KeepsAPaperFromBeingMade) {
    Milk milk(before_the_notice);
    expect_refused(milk.checked(milk.request(18, "zhou-min", tells), "zhou-min"), "approve_notice");
    EXPECT_FALSE(milk.checked(milk.request(18, "zhou-min", keeps), "zhou-min"));
    const auto proposed = acts::record_act(milk.desk.office, milk.desk.viewer("zhou-min"), milk.no,
                                           milk.request(18, "zhou-min", tells), {});
    ASSERT_TRUE(proposed) << proposed.error().message;
    expect_refused(proposed->refusal, "approve_notice");
}

// The complaint of the same letter says who wrote it; the word 举报人 need not stand beside the name.
TEST(ReporterSecret, KnowsHimFromTheComplaintOfTheSameLetter) {
    constexpr std::string_view bought = "经查，王大明于2024年5月1日购买一盒，当事人更改了生产日期。";
    Milk milk(before_the_notice);
    EXPECT_FALSE(milk.checked(milk.request(18, "zhou-min", bought), "zhou-min")) << "nobody knows him";
    const std::string other = "990101-2024-000099";
    casefile::Act letter{.n = 1,
                         .type = "register_complaint",
                         .at = *base::Instant::parse("2024-05-16T09:00:00+08:00"),
                         .by = {"bai-lu"},
                         .data = base::Object{}};
    letter.paper = base::Object{
        {"complainant", base::Object{{"name", "王大明"}}}
    };
    milk.desk.cases.rows[other] = {
        .no = other, .version = 1, .agency = "990101", .node = {}, .matter = {}, .acts = {}};
    milk.desk.cases.rows[other].acts.push_back(
        {.act = letter, .signatures = {}, .attachments = {}, .prev_hash = {}, .hash = {}});
    auto& clue = milk.desk.cases.rows.at(milk.no).acts.front().act;
    clue.data.as_object()->set("letter_with", other);
    milk.desk.shelf.drop(milk.no);
    const auto refusal = milk.checked(milk.request(18, "zhou-min", bought), "zhou-min");
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "reporter_identity_exposed");
    EXPECT_TRUE(refusal->message.contains("（王大明）")) << refusal->message;
    EXPECT_FALSE(milk.checked(milk.request(18, "zhou-min", keeps), "zhou-min"));
}

// What is inside the office may name him.
TEST(ReporterSecret, LetsTheReportName) {
    Milk milk(14);
    EXPECT_FALSE(milk.checked(milk.request(15, "zhou-min", tells), "zhou-min"));
}

// A paper made before the rule was read is held back when it is to go out.
TEST(ReporterSecret, KeepsAPaperFromBeingServed) {
    Milk milk(with_the_notice);
    EXPECT_FALSE(milk.checked(milk.request(19, "he-feng"), "he-feng"));
    for (auto& row : milk.desk.documents.rows)
        if (row.document == "penalty_notice") {
            base::Object act = row.facts["act"].object();
            act.set("paper", base::Object{
                                 {"facts", tells}
            });
            row.facts.as_object()->set("act", std::move(act));
        }
    expect_refused(milk.checked(milk.request(19, "he-feng"), "he-feng"), "approve_notice");
}

}  // namespace
