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

std::string explanation_of(const base::Value& clocks, std::string_view code) {
    std::string text;
    for (const auto& clock : clocks.items())
        if (clock.text("code") == code)
            for (const auto& step : clock.list("explanation")) text += std::string(step.text("text")) + "\n";
    return text;
}

TEST(ClockTable, HoldsEveryCodeOfTheHandbook) {
    for (const auto* code :
         {"CLUE_CHECK",    "CASE_DECIDE",   "REVIEW",         "REG_KEEP",         "URGENT_APPROVAL",
          "SEIZE",         "ANSWER",        "HEAR_REQ",       "HEAR_HOST",        "HEAR_FILE",
          "HEAR_FIX",      "HEAR_NOTICE",   "HEAR_PUBLIC",    "HEAR_REPORT",      "SERVE_DECISION",
          "PUBLIC_NOTICE", "PAY",           "DUN_WAIT",       "COURT_APPLY",      "COURT_JUDGMENT",
          "CLOSE_FORM",    "SUMMARY_FILE",  "CASH_TO_AGENCY", "CASH_TO_BANK",     "PUBLISH_SAME",
          "PUSH_OTHER",    "PUBLISH_OTHER", "PUBLISH_DOUBLE", "TAKE_DOWN",        "REPAIR_ACCEPT",
          "REPAIR_DECIDE", "REPAIR_DO",     "ABN_DECIDE",     "ASSIST",           "JUR_CONSULT",
          "JUR_DESIGNATE", "REF_DECIDE",    "REF_SEND",       "REF_OBJECT",       "REF_HANDOVER",
          "CPL_ACCEPT",    "CPL_MEDIATE",   "CPL_END_NOTICE", "RECON_REPLY",      "RECON_REPLY_SUMMARY",
          "SUIT_REPLY",    "RECON_WINDOW",  "SUIT_WINDOW",    "SUIT_AFTER_RECON", "SUP_REPLY",
          "SUP_REPORT",    "SUP_OBJECT"})
        EXPECT_FALSE(given::clock_table().versions(code).empty()) << code;
}

TEST(Clocks, OfTheScenariosAreAsWorkedByHand) {
    for (const auto* name :
         {"milk_2024", "fertiliser_2024", "no_penalty", "hearing_2026", "summary_2026", "handbook_6_1"}) {
        SCOPED_TRACE(name);
        const auto scenario = given::scenario(name);
        given::expect_clocks(shown(scenario, scenario.text("today")), scenario["expect"]["clocks"]);
    }
}

// clock_rows.json: acts, the day on which one looks, and what one clock must then say; worked by hand.
TEST(Clocks, CountAsTheLawSays) {
    const auto rows = given::rows("clock_rows");
    for (const auto& row : rows.items()) {
        SCOPED_TRACE(row.text("why"));
        if (row.has("from")) continue;
        const base::Value scenario = base::Object{
            {"agency", "990101"                               },
            {"acts",   row["acts"]                            },
            {"party",  base::Object{{"region", row["region"]}}}
        };
        const base::Value clocks = shown(scenario, row.text("today"));
        given::expect_clocks(clocks, base::List{row["expect"]});
        const std::string words = explanation_of(clocks, row["expect"].text("code"));
        for (const auto& said : row.list("says"))
            EXPECT_NE(words.find(*said.as_string()), std::string::npos)
                << *said.as_string() << " is missing in\n"
                << words;
    }
}

// Whatever the day a seizure begins on, its first warning is a working day on which it still lasts.
TEST(Clocks, WarnOfASeizureOnAWorkingDay) {
    for (base::Date begun = given::day("2025-12-20"); begun < given::day("2026-11-20");
         begun = begun.plus_days(1)) {
        const base::Value seize = base::Object{
            {"act",  "seize"                        },
            {"at",   begun.str() + "T09:00:00+08:00"},
            {"data", base::Object{{"days", 30}}     }
        };
        const base::Value scenario = base::Object{
            {"agency", "990101"         },
            {"acts",   base::List{seize}}
        };
        const auto clocks = shown(scenario, begun.str());
        const auto first = given::day(clocks.items().front().text("warn_on"));
        EXPECT_TRUE(given::work_calendar().is_working_day(first)) << begun.str() << " " << first.str();
        EXPECT_LE(first, begun.plus_days(25)) << begun.str();
        EXPECT_GT(first, begun) << begun.str();
    }
}

TEST(Clocks, ExplainEveryDayLeftOut) {
    const base::Value clue = base::Object{
        {"act",  "register_clue"                         },
        {"at",   "2026-09-21T09:00:00+08:00"             },
        {"data", base::Object{{"found_on", "2026-09-21"}}}
    };
    const base::Value scenario = base::Object{
        {"agency", "990101"        },
        {"acts",   base::List{clue}}
    };
    const std::string text = explanation_of(shown(scenario, "2026-09-22"), "CLUE_CHECK");
    for (const auto* words : {"2026年9月21日", "15个工作日", "程序规定 第十八条", "中秋节", "国庆节",
                              "调休上班", "届满：2026年10月19日"})
        EXPECT_NE(text.find(words), std::string::npos) << words << " is missing in\n" << text;
}

}  // namespace
