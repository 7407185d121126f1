#include <gtest/gtest.h>

#include "acts/fast_track_entry.hpp"
#include "books/books.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/organisation.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"

// 简案快办: only what the list of the place names goes the fast way (procedure.md §14).
namespace {

using base::List;
using base::Object;
using base::Value;

const books::Books& known() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

casefile::Act filing(std::string_view named, std::string_view violation, std::string_view at) {
    casefile::Act act{.type = "file_case", .at = *base::Instant::parse(at), .by = {"zhou-min"}, .data = {}};
    act.data = Object{
        {"violations", List{violation}                                                                       },
        {"fast",       Object{{"list_item", named}, {"facts_clear", true}, {"party_agrees_on", "2026-03-02"}}}
    };
    return act;
}

}  // namespace

TEST(FastTrack, TheItemIsOnTheListOfThePlaceAndCoversWhatIsFiled) {
    testing_office::MemoryDesk desk{
        known(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    struct Row {
        const char* why;
        const char *agency, *named, *violation, *at;
        const char *field, *basis, *says;
    };
    constexpr const char* day = "2026-03-03T16:00:00+08:00";
    constexpr const char* list = "《临江省市场监督管理简案快办适用事项清单（示例）》";
    const std::string first = std::string(list) + "第1项";
    const Row rows[] = {
        {"by its title",                      "990101", "违反明码标价规定", "price.no-marking", day,                         "",                    "",                  ""                                      },
        {"by its number",                     "990101", "1",                "price.no-marking", day,                         "",                    "",                  ""                                      },
        {"by its number in words",            "990101", "清单第1项",        "price.no-marking", day,                         "",                    "",                  ""                                      },
        {"by the violation",                  "990101", "price.no-marking", "price.no-marking", day,                         "",                    "",                  ""                                      },
        {"another district of the province",  "990205", "1",                "price.no-marking", day,                         "",                    "",                  ""                                      },
        {"no such item",                      "990101", "食品标签",         "price.no-marking", day,                         "data.fast.list_item", list,
         "“食品标签”不在清单之中；清单事项：1 违反明码标价规定；2 "                                                                                                                                              },
        {"no such number",                    "990101", "第9项",            "price.no-marking", day,                         "data.fast.list_item", list,
         "“第9项”不在"                                                                                                                                                                                           },
        {"a number among other words",        "990101", "1类",              "price.no-marking", day,                         "data.fast.list_item", list,
         "“1类”不在"                                                                                                                                                                                             },
        {"another violation than the item's", "990101", "1",                "food.expired",     day,                         "data.violations",
         first.c_str(),                                                                                                                                                  "清单第1项“违反明码标价规定”不包括“"    },
        {"a place without a list",            "110105", "1",                "price.no-marking", day,                         "data.fast.list_item",
         "程序手册 第十四节",                                                                                                                                            "本地没有现行有效的简案快办适用事项清单"},
        {"before the list",                   "990101", "1",                "price.no-marking", "2023-12-31T09:00:00+08:00",
         "data.fast.list_item",                                                                                                                     "程序手册 第十四节", "本地没有现行有效的"                    },
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const auto refusal =
            acts::not_on_fast_list(desk.office, row.agency, filing(row.named, row.violation, row.at));
        ASSERT_EQ(refusal.has_value(), *row.field != '\0') << (refusal ? refusal->message : "");
        if (!refusal) continue;
        EXPECT_EQ(refusal->code, "fast_track_not_allowed");
        EXPECT_EQ(refusal->field, row.field);
        EXPECT_EQ(refusal->basis, row.basis);
        EXPECT_NE(refusal->message.find(row.says), std::string::npos) << refusal->message;
        EXPECT_EQ(refusal->cure, std::vector<std::string>{"file_case"});
    }
}

TEST(FastTrack, AFaultyListIsNamedByItsRow) {
    struct Row {
        const char* why;
        const char* lists;
        const char* says;
    };
    const Row rows[] = {
        {"an unknown violation",
         R"([{"region":"990101","title":"清单","from":"2026-01-01","source":"文号","items":[{"no":1,"title":"甲","violations":["no.such"]}]}])",
         "“清单”第1行的违法事项“no.such”不存在"                                                                                                                                                                                       },
        {"a number twice",
         R"([{"region":"990101","title":"清单","from":"2026-01-01","source":"文号","items":[{"no":1,"title":"甲","violations":["price.no-marking"]},{"no":1,"title":"乙","violations":["price.no-marking"]}]}])",
         "“清单”第2行与第1项重复"                                                                                                                                                                                                     },
        {"an item without a violation",
         R"([{"region":"990101","title":"清单","from":"2026-01-01","source":"文号","items":[{"no":1,"title":"甲"}]}])",
         "“清单”第1行没有违法事项"                                                                                                                                                                                                    },
        {"no number",
         R"([{"region":"990101","title":"清单","from":"2026-01-01","source":"文号","items":[{"title":"甲","violations":["price.no-marking"]}]}])",
         "“清单”第1行没有序号"                                                                                                                                                                                                        },
        {"a place that is none",        R"([{"region":"9901","title":"清单","from":"2026-01-01","source":"文号"}])",
         "“清单”的行政区划代码不是六位数字"                                                                                                                                                                                           },
        {"no day",                      R"([{"region":"990101","title":"清单","source":"文号"}])",                                                                                                                "“清单”没有施行日期"},
        {"no source",                   R"([{"region":"990101","title":"清单","from":"2026-01-01"}])",                                                                                                            "“清单”没有依据"    },
        {"two at once",
         R"([{"region":"990101","title":"甲单","from":"2026-01-01","source":"文号"},{"region":"990101","title":"乙单","from":"2026-06-01","source":"文号"}])",
         "“乙单”与“甲单”同时施行"                                                                                                                                                                                                     },
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const Value content = Object{
            {"lists", *json::parse(row.lists)}
        };
        const auto lists = office::FastTrackLists::from(content, known().discretion);
        ASSERT_FALSE(lists);
        EXPECT_EQ(lists.error().code, "bad_catalogue");
        EXPECT_NE(lists.error().message.find(row.says), std::string::npos) << lists.error().message;
    }
}
