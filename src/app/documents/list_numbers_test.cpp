#include "documents/list_numbers.hpp"

#include <gtest/gtest.h>

namespace {

using base::List;
using base::Object;
using base::Value;

Object act(int n, const char* type, const char* typed) {
    return Object{
        {"n",    n                         },
        {"type", type                      },
        {"data", Object{{"list_no", typed}}}
    };
}

Object paper(int n, int document, const char* number) {
    return Object{
        {"n",        n       },
        {"document", document},
        {"number",   number  }
    };
}

Object facts() {
    return Object{
        {"act", act(7, "lift_seizure", "")},
        {"acts", List{act(3, "seize", "演示清单1号"), act(7, "lift_seizure", "")}},
        {"documents",
         List{paper(3, 21, "演示市监强制〔2026〕1号"), paper(3, 24, "990101-2026-000001-QD001")}}
    };
}

std::string list_no(const Value& act) {
    return std::string(act["data"].text("list_no"));
}

}  // namespace

TEST(ListNumbers, AreThoseOfTheRegisterWhateverWasTyped) {
    Object made = facts();
    documents::settle_list_numbers(made);
    EXPECT_EQ(list_no(made.find("acts")->as_list()->front()), "990101-2026-000001-QD001");
    EXPECT_EQ(list_no(*made.find("act")), "") << "this act has made no list yet";
}

TEST(ListNumbers, PapersOfOneActNameEachOther) {
    ports::DocumentRow list;
    list.no = 24;
    list.act_n = 7;
    list.number = "990101-2026-000001-QD002";
    list.siblings = {paper(7, 23, "演示市监解强〔2026〕1号")};
    Object made = facts();
    documents::add_papers_of_the_act(made, list);
    EXPECT_EQ(list_no(*made.find("act")), "990101-2026-000001-QD002");
    EXPECT_EQ(list_no(made.find("acts")->as_list()->front()), "990101-2026-000001-QD001");
    const List& papers = *made.find("documents")->as_list();
    ASSERT_EQ(papers.size(), 3U);
    EXPECT_EQ(papers.back().text("number"), "演示市监解强〔2026〕1号");

    ports::DocumentRow decision;
    decision.no = 23;
    decision.act_n = 7;
    decision.siblings = {paper(7, 24, "990101-2026-000001-QD002")};
    Object beside = facts();
    documents::add_papers_of_the_act(beside, decision);
    EXPECT_EQ(list_no(*beside.find("act")), "990101-2026-000001-QD002");
}
