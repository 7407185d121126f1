#include "volume/binding.hpp"

#include <gtest/gtest.h>

namespace volume {
namespace {

using base::List;
using base::Object;

Paper paper(const char* id, int no, const char* slot, int act, const char* day, int pages = 1) {
    return {.id = id,
            .document = id,
            .title = id,
            .number = {},
            .slot = slot,
            .no = no,
            .act_n = act,
            .made_at = *base::Instant::parse(std::string(day) + "T09:00:00+08:00"),
            .pages = pages};
}

std::string order(const std::vector<Paper>& papers, Part part) {
    std::string names;
    for (const Bound& one : bind(papers, part))
        names += papers[one.paper].id + ":" + std::to_string(one.page) + " ";
    return names;
}

std::vector<Paper> file() {
    std::vector<Paper> papers{
        paper("check", 9, "Z4", 2, "2024-05-16", 3),   paper("closing", 53, "F5", 9, "2024-08-01"),
        paper("notice", 37, "Z3", 5, "2024-06-01", 2), paper("decision", 45, "Z2", 7, "2024-07-04", 4),
        paper("filing", 7, "Z1", 3, "2024-05-17", 2),  paper("receipt", 50, "Z2", 8, "2024-07-05"),
        paper("source", 1, "F1", 1, "2024-05-15"),     paper("seizure", 21, "Z3", 4, "2024-05-20", 2)};
    papers[5].proves = 3;
    return papers;
}

TEST(Binding, FollowsTheOrderOfTheArchive) {
    EXPECT_EQ(order(file(), Part::main), "filing:1 decision:3 receipt:7 seizure:8 notice:10 check:12 ");
    EXPECT_EQ(order(file(), Part::side), "source:1 closing:2 ");
}

// 程序规定 第七十八条: a receipt stands behind its paper whatever slot it was filed under itself.
TEST(Binding, KeepsAReceiptBehindItsPaper) {
    auto papers = file();
    papers[5].proves = 2;
    EXPECT_EQ(order(papers, Part::main), "filing:1 decision:3 seizure:7 notice:9 receipt:11 check:12 ");
}

TEST(Binding, NamesWhatIsMissing) {
    const base::Value rules = Object{
        {"rules",
         List{Object{{"any", List{"filing"}}, {"when", List{"file_case"}}, {"basis", "第十九条"}},
              Object{{"any", List{"receipt", "public_notice"}},
                     {"when", List{"decide"}},
                     {"basis", "第六十一条"}},
              Object{{"any", List{"hearing"}}, {"when", List{"hold_hearing"}}, {"basis", "第二十八条"}}}}
    };
    auto papers = file();
    EXPECT_TRUE(missing(rules, papers, {"file_case", "decide"}).empty());
    papers.erase(papers.begin() + 4);
    const auto found = missing(rules, papers, {"file_case", "decide", "hold_hearing"});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].document, "filing");
    EXPECT_EQ(found[1].document, "hearing");
    EXPECT_EQ(found[1].because, "第二十八条");
}

}  // namespace
}  // namespace volume
