#include "document/check.hpp"

#include <gtest/gtest.h>

namespace document {
namespace {

using base::List;
using base::Object;
using base::Value;

const Value& shared() {
    static const Value made = Object{
        {"facts",
         Object{{"agency", List{"name"}}, {"party", List{"name", "kind"}}, {"act", true}, {"acts", true}}},
        {"labels", Object{{"kind", Object{{"fine", "罚款"}}}}                                            },
        {"texts",  Object{}                                                                              },
        {"parts",  Object{}                                                                              }
    };
    return made;
}

FieldBook book() {
    FieldBook made;
    made.acts["seize"] = {
        .data = {{"kind", {"seal", "detain"}}, {"days", {}}, {"items", {}}},
        .paper = {"reasons"},
        .members = {{"items", {"name", "quantity"}}}
    };
    made.acts["decide"] = {.data = {{"kind", {"penalty"}}}, .paper = {}, .members = {}};
    return made;
}

Object form(List blocks) {
    return Object{
        {"id",     "sample"                                                                            },
        {"no",     99                                                                                  },
        {"title",  "示例"                                                                              },
        {"style",  "letter"                                                                            },
        {"code",   "例"                                                                                },
        {"fields", List{Object{{"name", "own"}, {"label", "自填"}}}                                    },
        {"let",
         Object{{"seized", "acts | where('type', 'seize') | last"}, {"d", "act.data"}, {"k", "d.kind"}}},
        {"blocks", std::move(blocks)                                                                   }
    };
}

Value rules() {
    return Object{
        {"codes", Object{{"party.kind", "kind"}}                        },
        {"rules", List{Object{{"all", "numbered"}, {"seal", true}, {"basis", "范本"}},
                       Object{{"all", "forms"}, {"never", List{"六十日，即视为送达"}}, {"basis", "旧规定"}},
                       Object{{"form", "sample"},
                              {"says", List{"当事人"}},
                              {"reads", List{"party.name"}},
                              {"basis", "第六十二条"}}}}
    };
}

std::string faults_of(const std::string& text, bool sealed = true) {
    List blocks{Value("当事人：{{ party.name }}"), Value(text)};
    if (sealed)
        blocks.push_back(Object{
            {"seal", Object{{"agency", "{{ agency.name }}"}, {"date", "某日"}}}
        });
    const auto library = Library::from(List{form(std::move(blocks))}, shared());
    if (!library) return library.error().message;
    std::string said;
    for (const TemplateFault& fault : check(*library, book(), rules()))
        said += fault.kind + " " + fault.detail + "\n";
    return said;
}

TEST(TemplateCheck, LetsASoundFormPass) {
    EXPECT_EQ(
        faults_of("{% if act.data.kind == 'seal' %}查封{% elif act.data.kind == 'detain' %}扣押{% else "
                  "%}其他{% end %}"
                  "{{ seized.data.days }}{{ act.paper.own ?? act.paper.reasons ?? '' }}{{ "
                  "act.data.kind | label('kind') }}{{ d.days }}{% if k == 'seal' %}甲{% end %}"
                  "{% if party.kind == 'fine' %}甲{% end %}"
                  "{% if act.data.days %}甲{% elif not act.data.days %}乙{% end %}"
                  "{% for x in acts | where('type', 'seize') %}{{ x.data.days }}{% for i in x.data.items %}"
                  "{{ i.name }}{{ i_no }}{% end %}{% end %}"
                  "{% if act.data.days %}甲{% else %}{% if not act.data.days %}乙{% end %}{% end %}"),
        "");
}

TEST(TemplateCheck, NamesEverySeededFault) {
    const struct {
        const char* why;
        const char* text;
        const char* said;
    } rows[] = {
        {"a field no act has",                      "{{ act.data.dayz }}",                                                       "act.data.dayz"          },
        {"prose no act has",                        "{{ act.paper.reason }}",                                                    "act.paper.reason"       },
        {"a field of another act",                  "{{ seized.data.fine }}",                                                    "seized.data.fine"       },
        {"an act that is not there",                "{% for x in acts | where('type', 'siez') %}甲{% end %}",
         "没有名为 siez 的行为"                                                                                                                           },
        {"words that are not there",                "{{ act.data.kind | label('kindd') }}",                                      "kindd"                  },
        {"a choice nobody has",                     "{% if act.data.kind == 'freeze' %}冻结{% end %}",                           "不会是 freeze"          },
        {"an unknown type of act",                  "{% if act.type == 'seizure' %}甲{% end %}",                                 "seizure"                },
        {"the same branch twice",                   "{% if act.data.days %}甲{% elif act.data.days %}乙{% end %}",
         "与前面的分支相同"                                                                                                                               },
        {"two values at once",                      "{% if act.data.kind == 'seal' and act.data.kind == 'detain' %}甲{% end %}",
         "不能既是"                                                                                                                                       },
        {"a branch within another",
         "{% if act.data.kind == 'seal' %}{% if act.data.kind == 'detain' %}甲{% end %}{% end %}",                               "不能既是"               },
        {"a field through a let",                   "{{ d.dayz }}",                                                              "act.data.dayz"          },
        {"a choice through a let of a let",         "{% if k == 'freeze' %}冻结{% end %}",                                       "不会是 freeze"          },
        {"a value a fact never has",                "{% if party.kind == 'persn' %}甲{% end %}",                                 "party.kind 不会是 persn"},
        {"a condition and its opposite",            "{% if act.data.days and not act.data.days %}甲{% end %}",                   "相反"                   },
        {"the opposite within",
         "{% if not act.data.days %}{% if act.data.days and act.at %}甲{% end %}{% end %}",                                      "相反"                   },
        {"a condition never true",                  "{% if false %}甲{% end %}",                                                 "条件恒为假"             },
        {"a field through a loop",                  "{% for x in acts | where('type', 'seize') %}{{ x.data.dayz }}{% end %}",
         "x.data.dayz"                                                                                                                                    },
        {"a field of another act through a loop",
         "{% for x in acts | where('type', 'decide') %}{{ x.data.days }}{% end %}",                                              "x.data.days"            },
        {"prose through a loop over all acts",      "{% for x in acts %}{{ x.paper.reason }}{% end %}",
         "x.paper.reason"                                                                                                                                 },
        {"a member of an item",                     "{% for i in act.data.items %}{{ i.nam }}{% end %}",                         "i.nam"                  },
        {"a member of an item of an act of a loop",
         "{% for x in acts | where('type', 'seize') | without('n', 1) %}{% for i in x.data.items %}{{ i.nam "
         "}}{% end %}{% end %}",                                                                                                 "i.nam"                  },
        {"a choice through a loop",
         "{% for x in acts | where('type', 'seize') %}{% if x.data.kind == 'freeze' %}甲{% end %}{% end %}",                     "不会是 freeze"          },
        {"words of the old rule",                   "经过六十日，即视为送达。",                                                  "不得再写"               },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const std::string said = faults_of(row.text);
        EXPECT_NE(said.find(row.said), std::string::npos) << said;
    }
}

TEST(TemplateCheck, NamesTheBlockThatIsMissing) {
    EXPECT_NE(faults_of("甲", false).find("印章位置"), std::string::npos);
    const auto library = Library::from(List{form({Value("甲")})}, shared());
    ASSERT_TRUE(library);
    std::string said;
    for (const auto& fault : check(*library, book(), rules())) said += fault.detail;
    EXPECT_NE(said.find("“当事人”"), std::string::npos) << said;
    EXPECT_NE(said.find("“party.name”"), std::string::npos) << said;
}

TEST(TemplateCheck, NamesAFieldTheFactsDoNotHave) {
    EXPECT_NE(faults_of("{{ party.nam }}").find("party 里没有 nam"), std::string::npos);
}

}  // namespace
}  // namespace document
