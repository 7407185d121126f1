#include "given.hpp"

namespace {

// A scenario's acts as they stand, all taken as accepted.
std::vector<casefile::Act> acts_of(const base::Value& scenario) {
    std::vector<casefile::Act> acts;
    for (const auto& source : scenario.list("acts")) {
        casefile::Act act;
        act.n = static_cast<int>(acts.size()) + 1;
        act.type = std::string(source.text("act"));
        act.at = given::instant(source.text("at"));
        if (source.has("approved_by")) act.approved_by = std::string(source.text("approved_by"));
        if (source.has("party")) act.party = std::string(source.text("party"));
        act.data = source["data"];
        acts.push_back(std::move(act));
    }
    return acts;
}

casefile::Matter matter_of(const base::Value& scenario) {
    casefile::Matter matter{.agency = std::string(scenario.text("agency"))};
    matter.parties.push_back({.name = "当事人", .region = std::string(scenario["party"].text("region"))});
    return matter;
}

base::Value shown(const base::Value& scenario, std::string_view today) {
    base::List list;
    for (const auto& view : clocks::clocks(given::clock_table(), acts_of(scenario), matter_of(scenario),
                                           given::work_calendar(), given::day(today)))
        list.push_back(view.to_value());
    return list;
}

TEST(ClockTable, HoldsEveryCodeOfTheHandbook) {
    for (const auto* code : {"CLUE_CHECK",
                             "CASE_DECIDE",
                             "REVIEW",
                             "REG_KEEP",
                             "URGENT_APPROVAL",
                             "SEIZE",
                             "ANSWER",
                             "HEAR_REQ",
                             "HEAR_HOST",
                             "HEAR_FILE",
                             "HEAR_FIX",
                             "HEAR_NOTICE",
                             "HEAR_PUBLIC",
                             "HEAR_REPORT",
                             "SERVE_DECISION",
                             "PUBLIC_NOTICE",
                             "PAY",
                             "DUN_WAIT",
                             "COURT_APPLY",
                             "CLOSE_FORM",
                             "SUMMARY_FILE",
                             "CASH_TO_AGENCY",
                             "CASH_TO_BANK",
                             "PUBLISH_SAME",
                             "PUSH_OTHER",
                             "PUBLISH_OTHER",
                             "PUBLISH_DOUBLE",
                             "TAKE_DOWN",
                             "REPAIR_ACCEPT",
                             "REPAIR_DECIDE",
                             "REPAIR_DO",
                             "ABN_DECIDE",
                             "ASSIST",
                             "JUR_CONSULT",
                             "JUR_DESIGNATE",
                             "REF_DECIDE",
                             "REF_SEND",
                             "REF_OBJECT",
                             "REF_HANDOVER",
                             "CPL_ACCEPT",
                             "CPL_MEDIATE",
                             "CPL_END_NOTICE",
                             "RECON_REPLY",
                             "RECON_REPLY_SUMMARY",
                             "SUIT_REPLY",
                             "RECON_WINDOW",
                             "SUIT_WINDOW",
                             "SUIT_AFTER_RECON",
                             "SUP_REPLY",
                             "SUP_REPORT",
                             "SUP_OBJECT"})
        EXPECT_FALSE(given::clock_table().versions(code).empty()) << code;
}

TEST(Clocks, OfTheScenariosAreAsWorkedByHand) {
    for (const auto* name : {"milk_2024", "fertiliser_2024", "no_penalty"}) {
        SCOPED_TRACE(name);
        const auto scenario = given::scenario(name);
        given::expect_clocks(shown(scenario, scenario.text("today")), scenario["expect"]["clocks"]);
    }
}

base::Value acts(std::initializer_list<const char*> lines) {
    base::List list;
    for (const auto* line : lines) {
        auto parsed = json::parse(line);
        EXPECT_TRUE(parsed) << line;
        list.push_back(*parsed);
    }
    return base::Object{
        {"agency", "990101"       },
        {"acts",   std::move(list)}
    };
}

base::Value clock(const char* text) {
    return base::List{json::parse(text).value()};
}

struct Row {
    const char* why;
    base::Value scenario;
    const char* today;
    const char* expected;
};

constexpr auto filed = R"({"act":"file_case","at":"2026-03-09T10:00:00+08:00","data":{}})";
constexpr auto decided =
    R"({"act":"decide","at":"2026-04-22T09:00:00+08:00","data":{"kind":"penalty","penalty":{"kinds":["fine"],"fine":"100.00"}}})";
constexpr auto served =
    R"({"act":"serve","at":"2026-04-22T15:00:00+08:00","data":{"document":45,"of":1,"method":"direct","outcome":"served","signed_on":"2026-04-22"}})";

TEST(Clocks, CountAsTheLawSays) {
    const Row table[] = {
        {"a check lengthened once by fifteen working days, over Qingming",
         acts({R"({"act":"register_clue","at":"2026-03-12T09:00:00+08:00","data":{"found_on":"2026-03-12"}})",
               R"({"act":"extend_check","at":"2026-03-30T09:00:00+08:00","approved_by":"l","data":{}})"}),
         "2026-04-10",                                                                                                                                                                               R"({"code":"CLUE_CHECK","due":"2026-04-24","status":"running"})"                                         },
        {"a check passed over is missed",
         acts(
             {R"({"act":"register_clue","at":"2026-03-12T09:00:00+08:00","data":{"found_on":"2026-03-12"}})"}),
         "2026-04-30",                                                                                                                                                                               R"({"code":"CLUE_CHECK","due":"2026-04-02","status":"missed"})"                                          },
        {"the test result pending: not earlier than",
         acts(
             {filed, R"({"act":"commission_test","at":"2026-03-10T10:00:00+08:00","data":{"kind":"test"}})"}),
         "2026-03-31",                                                                                                                                                                               R"({"code":"CASE_DECIDE","status":"paused","raw":"2026-06-28","due_known":false})"                       },
        {"thirty days more by the leader: anchor + 120, moved once",
         acts({filed,
               R"({"act":"extend_decision","at":"2026-06-05T10:00:00+08:00","approved_by":"l","data":{}})"}),
         "2026-06-10",                                                                                                                                                                               R"({"code":"CASE_DECIDE","raw":"2026-07-07","due":"2026-07-07","status":"running"})"                     },
        {"the panel names a day",
         acts(
             {filed, R"({"act":"extend_decision","at":"2026-06-05T10:00:00+08:00","data":{}})",
              R"({"act":"extend_decision_panel","at":"2026-07-06T10:00:00+08:00","data":{"until":"2026-09-30"}})"}),
         "2026-08-01",                                                                                                                                                                               R"({"code":"CASE_DECIDE","due":"2026-09-30","status":"running"})"                                        },
        {"seven working days of a registration; the moved Sunday counts",
         acts(
             {R"({"act":"register_preservation","at":"2026-09-18T10:00:00+08:00","data":{"urgent":false}})"}),
         "2026-09-30",                                                                                                                                                                               R"({"code":"REG_KEEP","due":"2026-09-30","status":"running"})"                                           },
        {"approval two days later is too late",
         acts(
             {R"({"act":"seize","at":"2026-03-06T18:00:00+08:00","data":{"urgent":true,"days":30}})",
              R"({"act":"approve_urgent","at":"2026-03-08T18:00:00+08:00","data":{"of":1,"outcome":"approve"}})"}),
         "2026-03-10",                                                                                                                                                                               R"({"code":"URGENT_APPROVAL","due":"2026-03-07T18:00:00+08:00","status":"missed","met_on":"2026-03-08"})"},
        {"test time is left out of a seizure once document 31 is served",
         acts(
             {R"({"act":"seize","at":"2026-03-05T10:00:00+08:00","data":{"days":30}})",
              R"({"act":"commission_test","at":"2026-03-09T10:00:00+08:00","data":{"kind":"test"}})",
              R"({"act":"announce_test_period","at":"2026-03-10T10:00:00+08:00","data":{"of":1,"commission":2,"from":"2026-03-10","to":"2026-03-24"}})",
              R"({"act":"serve","at":"2026-03-10T15:00:00+08:00","data":{"document":31,"of":3,"method":"direct","outcome":"served","signed_on":"2026-03-10"}})",
              R"({"act":"receive_test_result","at":"2026-03-19T15:00:00+08:00","data":{"of":2,"received_on":"2026-03-19"}})"}),
         "2026-03-30",                                                                                                                                                                               R"({"code":"SEIZE","raw":"2026-04-14","due":"2026-04-14","status":"running"})"                           },
        {"… and is not when it was not",
         acts(
             {R"({"act":"seize","at":"2026-03-05T10:00:00+08:00","data":{"days":30}})",
              R"({"act":"commission_test","at":"2026-03-09T10:00:00+08:00","data":{"kind":"test"}})",
              R"({"act":"announce_test_period","at":"2026-03-10T10:00:00+08:00","data":{"of":1,"commission":2,"from":"2026-03-10","to":"2026-03-24"}})"}),
         "2026-03-30",                                                                                                                                                                               R"({"code":"SEIZE","due":"2026-04-04","status":"running","warn":true})"                                  },
        {"the payment day is moved over the holiday",
         acts(
             {decided,
              R"({"act":"serve","at":"2026-09-18T15:00:00+08:00","data":{"document":45,"of":1,"method":"direct","outcome":"served","signed_on":"2026-09-18"}})"}),
         "2026-10-08",                                                                                                                                                                               R"({"code":"PAY","raw":"2026-10-03","due":"2026-10-08","status":"running"})"                             },
        {"instalments drive the payment day",
         acts(
             {decided, served,
              R"({"act":"defer","at":"2026-05-06T10:00:00+08:00","data":{"plan":[{"due":"2026-06-30","sum":"50.00"},{"due":"2026-07-31","sum":"50.00"}]}})"}),
         "2026-07-01",                                                                                                                                                                               R"({"code":"PAY","due":"2026-07-31","status":"running"})"                                                },
        {"ten working days after the dunning letter",
         acts(
             {decided, served,
              R"({"act":"dun","at":"2026-06-01T10:00:00+08:00","data":{"rest":"100.00","late_fee":"0.00"}})",
              R"({"act":"serve","at":"2026-06-10T10:00:00+08:00","data":{"document":48,"of":3,"method":"direct","outcome":"served","signed_on":"2026-06-10"}})"}),
         "2026-07-01",                                                                                                                                                                               R"({"code":"DUN_WAIT","due":"2026-06-25","status":"over"})"                                              },
        {"three months for the court from the end of the six",                       acts({decided, served}),                                                                          "2026-11-20",
         R"({"code":"COURT_APPLY","anchor":"2026-10-22","due":"2027-01-22","status":"running","provisional":true})"                                                                                                                                                                                           },
        {"public notice: effective after thirty days, the answer period after that",
         acts(
             {filed,
              R"({"act":"approve_notice","at":"2026-04-13T09:00:00+08:00","data":{"hearing_offered":false}})",
              R"({"act":"serve","at":"2026-04-14T09:00:00+08:00","data":{"document":37,"of":2,"method":"public_notice","outcome":"served","published_on":"2026-04-14","days":30}})"}),
         "2026-05-15",                                                                                                                                                                               R"({"code":"ANSWER","anchor":"2026-05-14","due":"2026-05-21","status":"running"})"                       },
        {"… and the ninety days leave the thirty out",
         acts(
             {filed,
              R"({"act":"approve_notice","at":"2026-04-13T09:00:00+08:00","data":{"hearing_offered":false}})",
              R"({"act":"serve","at":"2026-04-14T09:00:00+08:00","data":{"document":37,"of":2,"method":"public_notice","outcome":"served","published_on":"2026-04-14","days":30}})"}),
         "2026-05-15",                                                                                                                                                                               R"({"code":"CASE_DECIDE","raw":"2026-07-07","status":"running"})"                                        },
        {"a hearing stops the ninety days from the request to the report",
         acts(
             {filed,
              R"({"act":"request_hearing","at":"2026-04-16T11:00:00+08:00","data":{"received_on":"2026-04-16"}})",
              R"({"act":"report_hearing","at":"2026-05-18T11:00:00+08:00","data":{}})"}),
         "2026-05-20",                                                                                                                                                                               R"({"code":"CASE_DECIDE","raw":"2026-07-09","status":"running"})"                                        },
        {"seven full working days before the hearing",
         acts(
             {R"({"act":"fix_hearing","at":"2026-04-20T11:00:00+08:00","data":{"time":"2026-05-11T09:00:00+08:00","public":true}})"}),
         "2026-04-21",                                                                                                                                                                               R"({"code":"HEAR_NOTICE","due":"2026-04-27","status":"running"})"                                        },
        {"a party of another province: pushed within ten working days",
         base::Object{{"agency", "990101"},
                      {"party", base::Object{{"region", "150203"}}},
                      {"acts", acts({decided})["acts"]}},
         "2026-04-23",                                                                                                                                                                               R"({"code":"PUSH_OTHER","due":"2026-05-09","status":"running"})"                                         },
        {"an application for reconsideration ends both windows",
         acts(
             {decided, served,
              R"({"act":"apply_reconsideration","at":"2026-05-20T10:00:00+08:00","data":{"received_on":"2026-05-20","copy_received_on":"2026-05-21","track":"ordinary"}})"}),
         "2026-05-22",                                                                                                                                                                               R"({"code":"RECON_REPLY","due":"2026-06-04","status":"running"})"                                        },
        {"no text held before the act was in force: nothing is counted",
         acts(
             {R"({"act":"apply_repair","at":"2024-05-20T10:00:00+08:00","data":{"received_on":"2024-05-20","kind":"penalty","outcome":"accepted"}})"}),
         "2024-05-30",                                                                                                                                                                               R"({"code":"REPAIR_DECIDE","status":"not_held","not_held":true,"due":null})"                             },
        {"the police's clock hours",
         acts({R"({"act":"decide_referral","at":"2026-04-03T17:00:00+08:00","data":{"outcome":"approve"}})"}),
         "2026-04-03",                                                                                                                                                                               R"({"code":"REF_SEND","due":"2026-04-04T17:00:00+08:00","status":"running"})"                            },
        {"three natural days over a weekend, not moved",
         acts({R"({"act":"propose_referral","at":"2026-04-02T17:00:00+08:00","data":{}})"}),                                                                                           "2026-04-05",
         R"({"code":"REF_DECIDE","due":"2026-04-05","status":"running"})"                                                                                                                                                                                                                                     },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        given::expect_clocks(shown(row.scenario, row.today), clock(row.expected));
    }
}

TEST(Clocks, ExplainEveryDayLeftOut) {
    const auto scenario = acts(
        {R"({"act":"register_clue","at":"2026-09-21T09:00:00+08:00","data":{"found_on":"2026-09-21"}})"});
    const auto clocks = shown(scenario, "2026-09-22");
    const auto& steps = clocks.items().front().list("explanation");
    std::string text;
    for (const auto& step : steps) text += std::string(step.text("text")) + "\n";
    for (const auto* words : {"2026年9月21日", "15个工作日", "程序规定 第十八条", "中秋节", "国庆节",
                              "调休上班", "届满：2026年10月19日"})
        EXPECT_NE(text.find(words), std::string::npos) << words << " is missing in\n" << text;
}

}  // namespace
