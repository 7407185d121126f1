#include "publicity/known.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "publicity/person_names.hpp"
#include "redact/letters.hpp"

TEST(Known, ReadsPersonsFromTheirNames) {
    for (const char* person : {"李强", "欧阳娜娜", "阿依古丽·买买提", "沙小川", "阿布都热合曼", "李文科",
                               "李知行", "李张欣怡", "John Smith"})
        EXPECT_TRUE(publicity::looks_like_a_person(person)) << person;
    for (const char* other :
         {"某食品公司", "东湖所",   "李",       "张某", "13812345678", "当事人现场陈述", "湖滨便利店", "ABC",
          "清洗剂",     "过磷酸钙", "饼干",     "冷库", "安保部",      "申通快递",       "本人",       "店员",
          "法定代表人", "zhou",     "举报材料", "退款"})
        EXPECT_FALSE(publicity::looks_like_a_person(other)) << other;
}

TEST(Known, TellsPersonsFromWhatStays) {
    casefile::Act check{.n = 1, .type = "onsite_check", .at = {}, .by = {"a"}, .data = {}};
    check.data = base::Object{
        {"witness",  "赵六"                                                                          },
        {"reporter", base::Object{{"name", "孙举"}}                                                  },
        {"items",
         base::List{base::Object{{"name", "饼干"}, {"from", "钱七"}}, base::Object{{"name", "白糖"}}}}
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
    for (const char* goods : {"饼干", "白糖"})
        EXPECT_EQ(std::ranges::find(names, goods), names.end()) << goods;
    const auto kind = [&](const char* name) {
        return std::ranges::find(known.persons, name, &redact::Person::name)->kind;
    };
    EXPECT_EQ(kind("孙举"), redact::Person::Kind::reporter);
    EXPECT_EQ(kind("王小明"), redact::Person::Kind::minor);
    EXPECT_NE(std::ranges::find(known.kept, "湖滨路3号"), known.kept.end());
    EXPECT_NE(std::ranges::find(known.secrets, "东湖路8号2单元"), known.secrets.end());
    EXPECT_EQ(std::ranges::find(known.secrets, "湖滨路3号"), known.secrets.end());
}

namespace {

// A case as data say it: a person whose name no list of shapes has, goods that read like names, a witness.
struct Told {
    casefile::Matter matter;
    std::vector<casefile::Act> acts;
    ports::Agency agency;

    explicit Told(const std::string& name) {
        casefile::Party party{.name = name};
        party.kind = casefile::PartyKind::person;
        party.id_no = "990101197903124016";
        party.born = base::Date::parse("1979-03-12").value();
        party.details = base::Object{
            {"address", "临江市城东区柳堤街道柳堤路126号"},
            {"phone",   "0999-66210126"                  }
        };
        matter.parties = {party};
        matter.staff = {
            {.id = "a", .name = "李强"}
        };
        agency.name = "临江市城东区市场监督管理局";
        agency.details = base::Object{
            {"bank_address", "临江市城东区滨河路26号"}
        };
        casefile::Act seized{.n = 1, .type = "seize", .at = {}, .by = {"a"}, .data = {}};
        seized.data = base::Object{
            {"witness", "王五、赵六（店员）、涂志强、逯欣"                                          },
            {"items",   base::List{base::Object{{"name", "清洗剂"}}, base::Object{{"name", "白糖"}}}}
        };
        casefile::Act asked{.n = 2, .type = "interview", .at = {}, .by = {"a"}, .data = {}};
        asked.data = base::Object{
            {"person", base::Object{{"name", "买合木提江"}, {"relation", "witness"}}}
        };
        asked.paper = base::Object{
            {"person", base::Object{{"address", "新河村3组12号"}, {"phone", "13987654321"}}}
        };
        acts = {seized, asked};
    }

    std::string published(const std::string& served) const {
        const auto known = publicity::known_of(matter, acts, agency, base::Date::parse("2026-03-02").value());
        return redact::apply(served, redact::find(served, known));
    }
    bool is_proved(const std::string& words) const {
        return redact::remains(words, publicity::facts_of(matter, acts, agency)).empty();
    }
};

}  // namespace

// From the data of the case to what is published: every fact of a person is gone, every other word stays, and
// the second proof, which does not know what was hidden, finds what was left on purpose.
TEST(Known, HidesWhatIsPersonalAndNothingElse) {
    for (const char* name : {"冯启明", "阿布都热合曼", "李强", "John Smith", "卡德尔"}) {
        SCOPED_TRACE(name);
        const Told told(name);
        for (const std::string& personal :
             {std::string(name), std::string("临江市城东区柳堤街道柳堤路126号"), std::string("柳堤路126号"),
              std::string("柳堤路一百二十六号"), std::string("0999-66210126"),
              std::string("990101197903124016"), std::string("新河村3组12号"), std::string("13987654321"),
              std::string("买合木提江")}) {
            const std::string served = "经查，涉及" + personal + "，已核实。";
            EXPECT_FALSE(told.is_proved(served)) << personal;
            const std::string after = told.published(served);
            EXPECT_FALSE(redact::plain(after).contains(redact::plain(personal))) << after;
            EXPECT_TRUE(told.is_proved(after)) << after;
        }
    }
    const Told told("冯启明");
    for (const char* served :
         {"当事人用清洗剂擦除罐底", "白糖30箱、饼干24箱", "到滨河路26号缴纳罚款126元", "柳堤街道办事处",
          "柳堤路1260号的商户", "第一百二十六条", "店员在场", "强制措施"}) {
        EXPECT_EQ(told.published(served), served);
        EXPECT_TRUE(told.is_proved(served)) << served;
    }
    for (const char* named : {"王五", "赵六", "涂志强", "逯欣"})
        EXPECT_FALSE(told.published(std::string("见证人") + named + "在场").contains(named));
}

// What the clerk found by eye is hidden in this publication and whenever it is set again.
TEST(Known, WhatTheClerkNamesIsHidden) {
    Told told("冯启明");
    const std::string served = "经核，欧阳涟漪在三号冷库签收，冯启明在场。";
    EXPECT_TRUE(told.published(served).contains("三号冷库"));
    casefile::Act publish{.n = 3, .type = "publish", .at = {}, .by = {"a"}, .data = {}};
    publish.data = base::Object{
        {"hide", base::List{"欧阳涟漪", "三号冷库"}}
    };
    told.acts.push_back(publish);
    const std::string shown = told.published(served);
    for (const char* hidden : {"涟漪", "三号冷库", "冯启明"}) EXPECT_FALSE(shown.contains(hidden)) << shown;
    EXPECT_TRUE(shown.contains("签收")) << shown;
}
