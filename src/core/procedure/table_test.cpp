#include "procedure/table.hpp"

#include <gtest/gtest.h>

#include "procedure/fields.hpp"

namespace procedure {

namespace {

using base::List;
using base::Object;
using base::Value;

Value field(std::string name, std::string type) {
    return Object{
        {"name",  std::move(name)},
        {"label", "项目"         },
        {"type",  std::move(type)}
    };
}

Value act(std::string id, List fields) {
    return Object{
        {"id",        std::move(id)      },
        {"title",     "行为"             },
        {"phase",     "clue"             },
        {"basis",     "程序规定 第十八条"},
        {"who",       List{"HANDLER"}    },
        {"open",      List{"FILED"}      },
        {"documents", List{1}            },
        {"fields",    std::move(fields)  }
    };
}

Value states() {
    Object labels;
    for (std::size_t i = 0; i < main_state_count; ++i) labels.set(name(static_cast<MainState>(i)), "状态");
    return Object{
        {"states",     std::move(labels)              },
        {"sub_states", Object{}                       },
        {"roles",      Object{{"HANDLER", "办案人员"}}},
        {"phases",     Object{{"clue", "案源"}}       },
        {"groups",     Object{}                       }
    };
}

const Value refusals = Object{
    {"refusals", Object{{"element_missing", Object{{"says", "缺少内容"}}}}}
};
const Value documents = Object{
    {"documents", List{Object{{"no", 1}, {"id", "register"}, {"title", "登记表"}}}}
};

base::Result<Table> table(List acts, Value names = states()) {
    const Value content = Object{
        {"acts", std::move(acts)}
    };
    const Value papers = Object{};
    return Table::from(
        {.acts = content, .papers = papers, .states = names, .refusals = refusals, .documents = documents},
        {});
}

}  // namespace

TEST(Table, NamesTheRowAndTheReason) {
    struct Row {
        const char* why;
        List acts;
        const char* said;
    };
    Value wrong_state = act("a", {});
    wrong_state.as_object()->set("open", List{"NOWHERE"});
    Value wrong_role = act("a", {});
    wrong_role.as_object()->set("who", List{"KING"});
    Value wrong_paper = act("a", {});
    wrong_paper.as_object()->set("documents", List{99});
    Value unknown_property = act("a", {});
    unknown_property.as_object()->set("opens", List{"FILED"});
    const Row rows[] = {
        {"a state that does not exist",    {wrong_state},                                        "未知的状态 NOWHERE"                },
        {"a role that does not exist",     {wrong_role},                                         "未知的角色 KING"                   },
        {"a document that does not exist", {wrong_paper},                                        "未知的文书 99"                     },
        {"a property nobody reads",        {unknown_property},                                   "未知的属性 opens"                  },
        {"an act written twice",           {act("a", {}), act("a", {})},                         "重复，或者与另一版本的施行日期重叠"},
        {"a type nobody knows",            {act("a", {field("x", "colour")})},                   "未知的类型 colour"                 },
        {"a field written twice",          {act("a", {field("x", "text"), field("x", "date")})}, "项目 x 重复"                       },
        {"a choice without choices",       {act("a", {field("x", "choice")})},                   "选项为空"                          },
        {"a list of nothing",              {act("a", {field("x", "list")})},                     "没有写明元素类型"                  },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const auto read = table(row.acts);
        ASSERT_FALSE(read.has_value());
        EXPECT_NE(read.error().message.find(row.said), std::string::npos) << read.error().message;
        EXPECT_NE(read.error().message.find("acts.yaml"), std::string::npos) << read.error().message;
    }
}

TEST(Fields, TellsBadInputFromWhatTheLawMisses) {
    Value tick = field("ours", "bool");
    tick.as_object()->set("must", true);
    Value note = field("note", "text");
    note.as_object()->set("optional", true);
    const auto read = table({act("a", {field("on", "date"), field("sum", "yuan"), tick, note})}).value();
    const auto& type = *read.find("a");
    struct Row {
        const char* why;
        Value data;
        const char* bad;      // path of the fault, "" when the data can be read
        std::size_t missing;  // elements the law misses
    };
    const Row rows[] = {
        {"complete",                              Object{{"on", "2026-03-09"}, {"sum", "12.50"}, {"ours", true}}, "",            0},
        {"30 February",                           Object{{"on", "2026-02-30"}},                                   "data.on",     0},
        {"a negative sum",                        Object{{"on", "2026-03-09"}, {"sum", "-3"}},                    "data.sum",    0},
        {"a sum with a separator",                Object{{"sum", "1,16.7"}},                                      "data.sum",    0},
        {"a sum as a number",                     Object{{"sum", 12}},                                            "data.sum",    0},
        {"an unknown field",                      Object{{"colour", "red"}},                                      "data.colour", 0},
        {"a blank text",                          Object{{"note", "　"}},                                         "data.note",   0},
        {"a false tick is for the law to refuse", Object{{"on", "2026-03-09"}, {"sum", "0"}, {"ours", false}},
         "",                                                                                                                     1},
        {"nothing at all",                        Value(),                                                        "",            3},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const auto result = read_data(row.data, type, read, {});
        EXPECT_EQ(result ? "" : result.error().field, row.bad);
        if (result) {
            EXPECT_EQ(result->missing.size(), row.missing);
        }
    }
}

}  // namespace procedure
