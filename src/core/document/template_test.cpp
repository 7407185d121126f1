#include "document/template.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace document {
namespace {

using base::List;
using base::Object;
using base::Value;

Value article(std::string law, int number, int paragraph = 0, int item = 0) {
    return Object{
        {"law",       law      },
        {"article",   number   },
        {"paragraph", paragraph},
        {"item",      item     }
    };
}

const Value& shared() {
    static const Value made = Object{
        {"facts",
         Object{
             {"agency", List{"name", "short_name"}},
             {"party", List{"name"}},
             {"act", true},
             {"acts", true},
             {"today", true},
             {"people", true},
         }                                                          },
        {"labels", Object{{"kind", Object{{"fine", "罚款"}}}}       },
        {"texts",  Object{{"greeting", "致{{ party.name }}"}}       },
        {"parts",  Object{{"closing", List{"此致{{ party.name }}"}}}},
        {"laws",   Object{{"FSL2021", "中华人民共和国食品安全法"}}  }
    };
    return made;
}

Value form(List blocks) {
    return Object{
        {"id",     "sample"         },
        {"no",     99               },
        {"title",  "示例"           },
        {"style",  "letter"         },
        {"blocks", std::move(blocks)}
    };
}

Value facts() {
    return Object{
        {"agency", Object{{"name", "某局"}, {"short_name", "某"}}                            },
        {"party",  Object{{"name", "王某"}}                                                  },
        {"today",  "2024-07-04"                                                              },
        {"people", Object{{"zhou", "周敏"}}                                                  },
        {"acts",   List{Object{{"n", 1}, {"type", "serve"}, {"sum", "10.50"}},
                      Object{{"n", 2}, {"type", "decide"}, {"sum", "20.00"}}}},
        {"act",
         Object{
             {"n", 2},
             {"at", "2024-07-04T09:05:00+08:00"},
             {"sum", "86000.00"},
             {"small", "0.50"},
             {"kind", "fine"},
             {"turned", "\u202E王\u200B某\x7F"},
             {"cell", "12\t34盒，单价5\u000B60元"},
             {"of", 1},
             {"by", "zhou"},
             {"items", List{"甲", "乙"}},
             {"blank", "  "},
             {"id_no", "110101199001011234"},
             {"basis", List{article("食品安全法", 124, 1, 5), article("食品安全法", 136)}},
             {"coded", article("FSL2021", 34, 0, 10)},
         }                                                                                   },
    };
}

std::string printed(const std::string& text) {
    const auto made = Template::from(form({text}), shared());
    if (!made) return made.error().message;
    const auto filled = made->fill(facts());
    if (!filled) return filled.error().message;
    return std::get<Paragraph>(filled->blocks.at(0)).text();
}

TEST(Template, PrintsFactsInTheWordsOfALegalPaper) {
    const struct {
        const char* why;
        const char* text;
        const char* expected;
    } rows[] = {
        {"a day",                          "{{ today | date }}",                                          "2024年7月4日"       },
        {"the day of an instant",          "{{ act.at | date }}",                                         "2024年7月4日"       },
        {"an instant",                     "{{ act.at | time }}",                                         "2024年7月4日9时5分" },
        {"a day some days later",          "{{ act.at | plus_days(30) | date }}",                         "2024年8月3日"       },
        {"a sum without empty decimals",   "{{ act.sum | yuan }}",                                        "86000元"            },
        {"a sum below one yuan",           "{{ act.small | yuan }}",                                      "0.5元"              },
        {"a sum in capitals",              "{{ act.sum | capital }}",                                     "捌万陆仟元整"       },
        {"one law is named once",          "{{ act.basis | articles }}",
         "《中华人民共和国食品安全法》第一百二十四条第一款第（五）项、第一百三十六条"                                          },
        {"a law cited by its code",        "{{ act.coded | article }}",
         "《中华人民共和国食品安全法》第三十四条第（十）项"                                                                    },
        {"a coded value",                  "{{ act.kind | label('kind') }}",                              "罚款"               },
        {"staff by name",                  "{{ act.by | person }}",                                       "周敏"               },
        {"a hidden part of an ID number",  "{{ act.id_no | mask_id }}",                                   "110101********1234" },
        {"a list",                         "{{ act.items | join('、') }}",                                "甲、乙"             },
        {"a tick",                         "{{ (act.kind == 'fine') | tick }}{{ false | tick }}",         "☑☐"                 },
        {"the act a number points at",     "{{ act.of | act | get('type') }}",                            "serve"              },
        {"the last of a type",             "{{ acts | where('type', 'decide') | last | get('n') }}",      "2"                  },
        {"a total",                        "{{ acts | sum('sum') | yuan }}",                              "30.5元"             },
        {"?? takes what is there",         "{{ act.blank ?? act.none ?? party.name }}",                   "王某"               },
        {"filters bind like ?? from left", "{{ act.none ?? act.sum | yuan }}",                            "86000元"            },
        {"a condition",                    "{% if act.sum > '5000' %}大{% elif true %}小{% end %}",       "大"                 },
        {"the other branch",               "{% if act.none %}甲{% else %}乙{% end %}",                    "乙"                 },
        {"a loop",                         "{% for x in act.items sep '；' %}{{ x_no }}{{ x }}{% end %}", "1甲；2乙"           },
        {"a shared text",                  "{% use greeting %}：",                                        "致王某："           },
        {"a contained word",               "{{ (act.kind | mentions('in')) | tick }}",                    "☑"                  },
        {"a name without hidden marks",    "{{ act.turned }}",                                            "王某"               },
        {"a cell of a table",              "{{ act.cell }}",                                              "12 34盒，单价5 60元"},
        {"a numeral",                      "第{{ act.n | number_zh }}次",                                 "第二次"             },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(printed(row.text), row.expected);
    }
}

TEST(Template, NamesTemplateBlockAndFieldOfWhatIsWrong) {
    const struct {
        const char* why;
        const char* text;
        const char* expected;
    } rows[] = {
        {"a fact that is not there",   "{{ act.none }}",    "模板 sample：第1块：缺少“act.none”（act.none）"  },
        {"a blank fact",               "{{ act.blank }}",   "模板 sample：第1块：缺少“act.blank”（act.blank）"},
        {"a root nobody knows",        "{{ partie.name }}", "模板 sample：第1块：没有名为 partie 的案件事实"  },
        {"a member nobody knows",      "{{ party.nmae }}",  "模板 sample：第1块：party 里没有 nmae"           },
        {"a filter nobody knows",      "{{ today | dat }}", "模板 sample：第1块：没有名为 dat 的过滤器"       },
        {"an open tag",                "{{ today",          "模板 sample：第1块：“{{”或“{%”没有配对"          },
        {"a choice without its end",   "{% if today %}x",   "模板 sample：第1块：{% if %} 没有 {% end %}"     },
        {"an end without its choice",  "x{% end %}",        "模板 sample：第1块：{% end %} 没有开头"          },
        {"an expression cut short",    "{{ today == }}",    "模板 sample：第1块：表达式没有写完"              },
        {"a bracket left open",        "{{ (today }}",      "模板 sample：第1块：括号没有配对"                },
        {"a shared text nobody wrote", "{% use nothing %}", "模板 sample：第1块：没有公用文字 nothing"        },
        {"an unknown tag",             "{% while x %}",     "模板 sample：第1块：不认识的标记：while x"       },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(printed(row.text), row.expected);
    }
}

TEST(Template, KeepsTheFieldEachPrintedWordCameFrom) {
    const auto made = Template::from(form({"当事人：{{ party.name }}"}), shared());
    ASSERT_TRUE(made);
    const auto filled = made->fill(facts());
    ASSERT_TRUE(filled);
    const auto& runs = std::get<Paragraph>(filled->blocks.at(0)).runs;
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[0].field, "");
    EXPECT_EQ(runs[1].field, "party.name");
}

TEST(Template, FillsTablesRowByRow) {
    const Value table = Object{
        {"widths", List{1, 2}                                                                               },
        {"head",   List{List{"@序号", "@名称"}}                                                             },
        {"rows",
         List{Object{
             {"each", "act.items"}, {"as", "g"}, {"rows_min", 3}, {"cells", List{"{{ g_no }}", "{{ g }}"}}}}},
    };
    const auto made = Template::from(form({table}), shared());
    ASSERT_TRUE(made) << made.error().message;
    const auto filled = made->fill(facts());
    ASSERT_TRUE(filled);
    EXPECT_EQ(plain_text(*filled), "示例\n| 序号 | 名称 |\n| 1 | 甲 |\n| 2 | 乙 |\n|  |  |\n");
}

TEST(Template, RefusesARowThatDoesNotFillItsColumns) {
    const Value table = Object{
        {"widths", List{1, 2}      },
        {"rows",   List{List{"一"}}}
    };
    const auto made = Template::from(form({table}), shared());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().message, "模板 sample：第1块：表格一行占1列，应当占2列");
}

TEST(Template, RefusesFactsWithoutWhatItNeeds) {
    Value needing = form({"一"});
    needing.as_object()->set("needs", List{"act.number_of_days"});
    const auto made = Template::from(needing, shared());
    ASSERT_TRUE(made);
    const auto filled = made->fill(facts());
    ASSERT_FALSE(filled);
    EXPECT_EQ(filled.error().code, "missing_field");
    EXPECT_EQ(filled.error().field, "act.number_of_days");
}

TEST(Template, TakesOutMarksOfEvidenceAndNothingElse) {
    const auto made = Template::from(form({"始{{ party.name | unmarked ?? '' }}终"}), shared());
    ASSERT_TRUE(made);
    const struct {
        const char *why, *text, *printed;
    } table[] = {
        {"one",                        "有照片〔证据1〕。",           "有照片。"                  },
        {"several, twice",             "甲〔证据1、3〕乙〔证据12〕",  "甲乙"                      },
        {"no bracket behind it",       "甲〔证据1、3，乙",            "甲〔证据1、3，乙"          },
        {"none, and a mark behind it", "甲〔证据1、3，乙〔证据2〕丙", "甲〔证据1、3，乙丙"        },
        {"words of the officer",       "照片〔证据由当事人提供〕。",  "照片〔证据由当事人提供〕。"},
        {"words before a mark",        "〔证据由其提供〕甲〔证据1〕", "〔证据由其提供〕甲"        },
        {"a number with words",        "〔证据1由其提供〕",           "〔证据1由其提供〕"         },
        {"no number",                  "〔证据〕甲〔证据、〕",        "〔证据〕甲〔证据、〕"      },
    };
    for (const auto& row : table) {
        Value given = facts();
        given.as_object()->set("party", Object{
                                            {"name", row.text}
        });
        const auto filled = made->fill(given);
        ASSERT_TRUE(filled) << row.why << filled.error().message;
        const std::string printed = plain_text(*filled);
        EXPECT_NE(printed.find("始" + std::string(row.printed) + "终"), std::string::npos) << row.why << "\n"
                                                                                           << printed;
    }
}

TEST(Template, WritesNumbersAsTheFormsDo) {
    EXPECT_EQ(document_number("某", "罚告", 2026, 1), "某市监罚告〔2026〕1号");
}

TEST(Template, RefusesANumberThatIsTooLarge) {
    const auto made = Template::from(form({"{{ 99999999999999999999 }}"}), shared());
    ASSERT_FALSE(made);
    EXPECT_TRUE(made.error().message.contains("过大")) << made.error().message;
}

TEST(Template, HasNoSheetThatDoesNotExist) {
    Value given = form({"甲"});
    given.as_object()->set("sheets", List{"a3"});
    const auto made = Template::from(given, shared());
    ASSERT_FALSE(made);
    EXPECT_TRUE(made.error().message.contains("纸张只有")) << made.error().message;
}

// What people enter is printed as it stands: it can neither add template code nor control characters.
RC_GTEST_PROP(Template, PrintsForeignTextAsItStands, (std::string name)) {
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) >= 0x7f; });
    RC_PRE(!name.empty() && name.find_first_not_of(" \t\r\n\f\v") != std::string::npos);
    Value given = facts();
    given.as_object()->set("party", Object{
                                        {"name", "{{ today }}" + name}
    });
    const auto made = Template::from(form({"{{ party.name }}"}), shared());
    const auto filled = made->fill(given);
    RC_ASSERT(filled.has_value());
    const std::string text = plain_text(*filled);
    RC_ASSERT(text.find("{{ today }}") != std::string::npos);
    for (const char c : text) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
}

}  // namespace
}  // namespace document
