#include "publicity/known.hpp"

#include <gtest/gtest.h>

#include <algorithm>

TEST(Known, ReadsPersonsFromTheirNames) {
    for (const char* person : {"李强", "欧阳娜娜", "阿依古丽·买买提", "沙小川"})
        EXPECT_TRUE(publicity::looks_like_a_person(person)) << person;
    for (const char* other :
         {"某食品公司", "东湖所", "李", "张某", "13812345678", "当事人现场陈述", "湖滨便利店", "ABC"})
        EXPECT_FALSE(publicity::looks_like_a_person(other)) << other;
}

TEST(Known, TellsPersonsFromWhatStays) {
    casefile::Act check{.n = 1, .type = "onsite_check", .at = {}, .by = {"a"}, .data = {}};
    check.data = base::Object{
        {"witness",  "赵六"                                                      },
        {"reporter", base::Object{{"name", "孙举"}}                              },
        {"items",    base::List{base::Object{{"name", "饼干"}, {"from", "钱七"}}}}
    };
    casefile::Party company{.name = "临江湖滨商贸有限公司"};
    company.kind = casefile::PartyKind::organisation;
    company.details = base::Object{
        {"address",              "湖滨路3号"  },
        {"legal_representative", "李强"       },
        {"phone",                "13812345678"}
    };
    casefile::Party child{.name = "王小明"};
    child.born = base::Date::parse("2012-05-01").value();
    child.details = base::Object{
        {"address", "东湖路8号2单元"}
    };
    casefile::Matter matter;
    matter.staff = {
        {.id = "a", .name = "周敏"}
    };
    matter.parties = {company, child};
    ports::Agency agency;
    agency.name = "城东区局";
    const auto known = publicity::known_of(matter, {check}, agency, base::Date::parse("2026-03-02").value());
    std::vector<std::string> names;
    for (const auto& person : known.persons) names.push_back(person.name);
    EXPECT_NE(std::ranges::find(names, "李强"), names.end());
    EXPECT_NE(std::ranges::find(names, "赵六"), names.end());
    EXPECT_EQ(std::ranges::find(names, "周敏"), names.end());
    const auto kind = [&](const char* name) {
        return std::ranges::find(known.persons, name, &redact::Person::name)->kind;
    };
    EXPECT_EQ(kind("孙举"), redact::Person::Kind::reporter);
    EXPECT_EQ(kind("王小明"), redact::Person::Kind::minor);
    EXPECT_NE(std::ranges::find(known.kept, "湖滨路3号"), known.kept.end());
    EXPECT_NE(std::ranges::find(known.secrets, "东湖路8号2单元"), known.secrets.end());
    EXPECT_EQ(std::ranges::find(known.secrets, "湖滨路3号"), known.secrets.end());
}
