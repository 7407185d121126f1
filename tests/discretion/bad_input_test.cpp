#include <fmt/format.h>
#include <gtest/gtest.h>

#include "json/json.hpp"
#include "loaded.hpp"

namespace discretion {

namespace {

using base::Object;
using base::Value;

Value good_request() {
    return json::
        parse(R"({"violation_id":"food.expired","jurisdiction":"CN","act_end":"2026-03-01","decision_on":"2026-03-02",
        "actor":{"kind":"entity"},"facts":{"goods_value":"500.00"},"circumstances":[],"serious_facts":[],"other_provisions":[]})")
            .value();
}

struct Row {
    const char* why;
    const char* name;   // the member that is replaced
    const char* value;  // its JSON
    const char* code;
    const char* field;
};

const Row rows[] = {
    {"an unknown field",                   "fine",                "1",                                             "unknown_field",        "fine"                 },
    {"an unknown field of the actor",      "actor",               R"({"kind":"entity","name":"x"})",               "unknown_field",
     "actor.name"                                                                                                                                                 },
    {"an unknown fact",                    "facts",               R"({"goods":"1"})",                              "unknown_field",        "facts.goods"          },
    {"an unknown field of a circumstance", "circumstances",
     R"([{"code":"minor","evidence_ids":[],"force":"weight"}])",                                                   "unknown_field",        "circumstances.0.force"},
    {"an unknown field of a serious fact", "serious_facts",
     R"([{"code":"other_serious","evidence_ids":[],"x":1}])",                                                      "unknown_field",        "serious_facts.0.x"    },
    {"a number for a code",                "violation_id",        "5",                                             "wrong_type",           "violation_id"         },
    {"no violation at all",                "violation_id",        "null",                                          "wrong_type",           "violation_id"         },
    {"an unknown violation",               "violation_id",        R"("food.nothing")",                             "unknown_violation",    "violation_id"         },
    {"an unknown other provision",         "other_provisions",    R"(["food.expired","x"])",                       "unknown_violation",
     "other_provisions.1"                                                                                                                                         },
    {"a province that does not exist",     "jurisdiction",        R"("100000")",                                   "unknown_jurisdiction", "jurisdiction"         },
    {"a code of five digits",              "jurisdiction",        R"("11010")",                                    "unknown_jurisdiction", "jurisdiction"         },
    {"an unknown profile",                 "jurisdiction",        R"("XX-none")",                                  "unknown_jurisdiction", "jurisdiction"         },
    {"30 February",                        "act_end",             R"("2026-02-30")",                               "bad_date",             "act_end"              },
    {"a date as a number",                 "act_end",             "20260301",                                      "wrong_type",           "act_end"              },
    {"decided before the act ended",       "decision_on",         R"("2026-02-01")",                               "dates_reversed",       "decision_on"          },
    {"begun after it ended",               "act_start",           R"("2026-03-02")",                               "dates_reversed",       "act_start"            },
    {"found after the decision",           "discovered_on",       R"("2026-03-05")",                               "dates_reversed",       "discovered_on"        },
    {"separators",                         "facts",               R"({"goods_value":"1,16.7"})",                   "bad_money",            "facts.goods_value"    },
    {"below zero",                         "facts",               R"({"goods_value":-3})",                         "bad_money",            "facts.goods_value"    },
    {"three decimals",                     "facts",               R"({"goods_value":1.005})",                      "bad_money",            "facts.goods_value"    },
    {"an exponent",                        "facts",               R"({"goods_value":1e3})",                        "bad_money",            "facts.goods_value"    },
    {"a truth for money",                  "facts",               R"({"goods_value":true})",                       "wrong_type",           "facts.goods_value"    },
    {"text for a truth",                   "facts",               R"({"refuses_to_correct":"yes"})",               "wrong_type",
     "facts.refuses_to_correct"                                                                                                                                   },
    {"none for a truth",                   "facts",               R"({"refuses_to_correct":"none"})",              "wrong_type",
     "facts.refuses_to_correct"                                                                                                                                   },
    {"an unknown grade",                   "facts",               R"({"accident_grade":"特大"})",                  "wrong_type",           "facts.accident_grade" },
    {"a list of facts",                    "facts",               "[]",                                            "wrong_type",           "facts"                },
    {"an unknown kind of party",           "actor",               R"({"kind":"company"})",                         "wrong_type",           "actor.kind"           },
    {"the age of a company",               "actor",               R"({"kind":"entity","age":13})",                 "wrong_type",           "actor.age"            },
    {"no party",                           "actor",               "null",                                          "wrong_type",           "actor"                },
    {"an unknown circumstance",            "circumstances",       R"([{"code":"nice","evidence_ids":["a"]}])",
     "unknown_circumstance",                                                                                                               "circumstances.0.code" },
    {"age is computed, not sent",          "circumstances",       R"([{"code":"under_14","evidence_ids":["a"]}])",
     "unknown_circumstance",                                                                                                               "circumstances.0.code" },
    {"a force that is not its own",        "circumstances",
     R"([{"code":"must_lenient:cooperates","evidence_ids":["a"]}])",                                               "force_mismatch",
     "circumstances.0.code"                                                                                                                                       },
    {"an unknown serious fact",            "serious_facts",       R"([{"code":"terrible","evidence_ids":["a"]}])",
     "unknown_circumstance",                                                                                                               "serious_facts.0.code" },
    {"evidence that is no list",           "circumstances",       R"([{"code":"minor","evidence_ids":"a"}])",      "wrong_type",
     "circumstances.0.evidence_ids"                                                                                                                               },
    {"a list that is an object",           "circumstances",       "{}",                                            "wrong_type",           "circumstances"        },
    {"a bad proposal",                     "proposed_fine",       R"("none")",                                     "bad_money",            "proposed_fine"        },
    {"an approval in words",               "mitigation_approved", R"("yes")",                                      "wrong_type",           "mitigation_approved"  },
    {"a fact that the bracket needs",      "facts",               "{}",                                            "fact_needed",          "facts"                },
};

}  // namespace

TEST(BadInput, IsNamedWithItsPlace) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        Value request = good_request();
        request.as_object()->set(row.name, json::parse(row.value).value());
        const Value answer = decide_all(request, loaded());
        EXPECT_EQ(answer.at("error.code"), Value(row.code));
        EXPECT_EQ(answer.at("error.field"), Value(row.field));
        EXPECT_FALSE(answer["error"].text("detail").empty());
    }
}

TEST(BadInput, IsAnErrorWhateverItsShape) {
    for (const char* text : {"5", "\"x\"", "null", "true", "{}"})
        EXPECT_TRUE(has_error(decide_all(json::parse(text).value(), loaded()))) << text;
    EXPECT_FALSE(has_error(decide_all(good_request(), loaded())));
}

TEST(Catalogue, NamesFileRowAndReasonOfEveryFault) {
    Sources sources = Sources::read(catalogue::Files()).value();
    auto& rows_of_food = *sources.violations.front().second.as_list();
    rows_of_food[0].as_object()->set("colour", "red");
    rows_of_food[1].as_object()->set("versions", base::List{});
    const auto read = Catalogue::from(sources);
    ASSERT_FALSE(read.has_value());
    const std::string& message = read.error().message;
    EXPECT_NE(message.find(sources.violations.front().first), std::string::npos) << message;
    EXPECT_NE(message.find(rows_of_food[0].text("id")), std::string::npos) << message;
    EXPECT_NE(message.find("colour"), std::string::npos) << message;
    EXPECT_NE(message.find(rows_of_food[1].text("id")), std::string::npos) << message;
}

// The exact words, for what people mistype most.
TEST(BadInput, SaysExactlyWhatIsWrong) {
    const std::pair<const char*, const char*> facts[] = {
        {R"({"goods_value":"-3"})",       "“-3”不是金额"      },
        {R"({"goods_value":"1,000.00"})", "“1,000.00”不是金额"},
        {R"({"goods_value":"1.005"})",    "“1.005”不是金额"   },
    };
    for (const auto& [value, words] : facts) {
        Value request = good_request();
        request.as_object()->set("facts", json::parse(value).value());
        const Value answer = decide_all(request, loaded());
        EXPECT_NE(answer["error"].text("detail").find(words), std::string_view::npos)
            << answer["error"].text("detail");
        EXPECT_EQ(answer.at("error.field"), Value("facts.goods_value"));
    }
}

// One request in error does not keep the others from their answers.
TEST(BadInput, LeavesTheRestOfAnArrayAnswered) {
    const Value answers = decide_all(base::List{good_request(), Value(5), good_request()}, loaded());
    ASSERT_EQ(answers.items().size(), 3u);
    EXPECT_FALSE(answers.items()[0].has("error"));
    EXPECT_EQ(answers.items()[1].at("error.code"), Value("wrong_type"));
    EXPECT_EQ(json::write(answers.items()[2]), json::write(answers.items()[0]));
}

TEST(BadInput, RefusesWhatIsTooDeepOrTooLong) {
    const auto deep = json::parse(std::string(10'000, '[') + std::string(10'000, ']'), {.depth_max = 17});
    ASSERT_FALSE(deep.has_value());
    EXPECT_EQ(deep.error().message, "JSON 嵌套超过17层");
    Value request = good_request();
    request.as_object()->set("id", std::string(10'000'000, 'x'));
    EXPECT_FALSE(has_error(decide_all(request, loaded())))
        << "length is the reader's to refuse, not the engine's";
    const auto unclosed = json::parse(std::string(10'000, '{'), {.depth_max = 17});
    EXPECT_FALSE(unclosed.has_value());
}

}  // namespace discretion
