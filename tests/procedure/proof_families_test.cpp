#include <gtest/gtest.h>

#include "proof.hpp"

// One property per family of guards beyond those of proof_test.cpp, each named by the article it stands on.
namespace {

using namespace proof;

const Act* at(const Moment& moment, std::int64_t n) {
    for (const auto& act : moment.before())
        if (act.n == n) return &act;
    return nullptr;
}

Date day_in(const Act& act, std::string_view field) {
    return given::day(act.data.text(field).substr(0, 10));
}

bool in_list(const base::Value& data, std::string_view list, std::string_view member) {
    return std::ranges::any_of(data.list(list),
                               [&](const base::Value& each) { return each == base::Value(member); });
}

TEST(ProofFamilies, Article18_TheCheckIsLengthenedOnce) {
    for_every("extend_check", [](const Moment& moment) {
        int before = 0;
        for (const auto& act : moment.before()) {
            if (act.type == "reopen_clue") before = 0;
            if (act.type == "extend_check" && !moment.struck(act.n)) ++before;
        }
        EXPECT_EQ(before, 0);
    });
}

TEST(ProofFamilies, Article14_WhatCameByTransferIsNotPassedOn) {
    for_every("", [](const Moment& moment) {
        if (moment.act().type != "transfer_clue" && moment.act().type != "transfer_case") return;
        const auto* clue = moment.last("register_clue");
        EXPECT_FALSE(clue != nullptr && clue->data.truth("by_transfer") &&
                     moment.act().data.text("kind") == "market_regulator");
    });
}

TEST(ProofFamilies, Article4_WhoIsRecusedSignsNothingMore) {
    for_every("decide_recusal", [](const Moment& moment) {
        const auto* request = at(moment, moment.act().data.integer("request").value_or(0));
        if (request == nullptr || moment.act().data.text("outcome") != "granted") return;
        for (std::size_t i = moment.place + 1; i < moment.history.acts.size(); ++i) {
            const auto& later = moment.history.acts[i];
            EXPECT_EQ(std::ranges::find(later.by, request->data.text("of")), later.by.end());
            EXPECT_NE(later.approved_by, std::optional<std::string>(request->data.text("of")));
        }
    });
}

TEST(ProofFamilies, Article35_RegisteredThingsAreDealtWithInSevenWorkingDays) {
    for_every("resolve_preservation", [](const Moment& moment) {
        const auto* kept = at(moment, moment.act().data.integer("of").value_or(0));
        ASSERT_NE(kept, nullptr);
        if (moment.act().data.text("measure") != "lifted") {
            EXPECT_LE(moment.on(), given::work_calendar().nth_working_day_after(kept->at.date(), 7));
        }
    });
}

TEST(ProofFamilies, Article32_NoReportWhileATestIsOpen) {
    for_every("report_investigation", [](const Moment& moment) {
        for (const auto& act : moment.before())
            if (act.type == "commission_test" && !moment.struck(act.n)) {
                EXPECT_TRUE(std::ranges::any_of(moment.before(), [&](const Act& each) {
                    return each.type == "receive_test_result" && each.data.integer("of") == act.n;
                }));
            }
    });
}

TEST(ProofFamilies, Article46OfThePenaltyLaw_ExcludedEvidenceIsNotCited) {
    for_every("report_investigation", [](const Moment& moment) {
        for (const auto& act : moment.before())
            if (act.type == "exclude_evidence" && !moment.struck(act.n)) {
                EXPECT_FALSE(std::ranges::any_of(moment.act().data.list("evidence"),
                                                 [&](const base::Value& n) { return n == act.data["of"]; }));
            }
    });
}

TEST(ProofFamilies, Article20OfTheHearingMeasures_SevenFullWorkingDaysBeforeTheHearing) {
    for_every("hold_hearing", [](const Moment& moment) {
        const auto* told = served(moment, 39);
        ASSERT_NE(told, nullptr);
        const auto day = clocks::service_day(*told);
        ASSERT_TRUE(day);
        EXPECT_GE(day_in(moment.act(), "from"), given::work_calendar().nth_working_day_after(*day, 8));
    });
}

TEST(ProofFamilies, Article11OfTheHearingMeasures_NoHandlerHostsOrRecords) {
    for_every("hold_hearing", [](const Moment& moment) {
        for (const auto& id : moment.act().by)
            for (const auto& act : moment.before())
                if (given::rules().table.find(act.type)->handlers) {
                    EXPECT_EQ(std::ranges::find(act.by, id), act.by.end());
                }
    });
}

TEST(ProofFamilies, Article50_AfterAHearingALegalReviewAndAPanel) {
    for_every("decide", [](const Moment& moment) {
        const auto* heard = moment.last("report_hearing");
        if (!is_penalty(moment.act()) || heard == nullptr) return;
        EXPECT_TRUE(std::ranges::any_of(moment.before(), [&](const Act& act) {
            return act.type == "review" && act.data.text("kind") == "legal" && act.n > heard->n &&
                   act.data.text("outcome") == "agree";
        }));
        const auto* panel = moment.last("panel_discuss");
        const auto* notice = served(moment, 37);
        ASSERT_TRUE(panel != nullptr && notice != nullptr);
        EXPECT_GT(panel->n, notice->n);
    });
}

TEST(ProofFamilies, Article58_EveryAnswerIsCheckedBeforeTheDecision) {
    for_every("decide", [](const Moment& moment) {
        if (!is_penalty(moment.act())) return;
        for (const auto& act : moment.before())
            if (act.type == "answer_notice") {
                EXPECT_TRUE(std::ranges::any_of(moment.before(), [&](const Act& each) {
                    return (each.type == "recheck" || each.type == "withdraw") &&
                           each.data.integer("of") == act.n;
                }));
            }
    });
}

TEST(ProofFamilies, Article82_PublicNoticeIsTheLastWay) {
    for_every("serve", [](const Moment& moment) {
        const auto& data = moment.act().data;
        if (data.text("method") != "public_notice") return;
        EXPECT_EQ(data.integer("days"), 30);
        EXPECT_TRUE(data.has("missing_proof") || !data.list("attempts").empty());
    });
}

TEST(ProofFamilies, Article61OfThePenaltyLaw_ElectronicServiceOnlyWithConsent) {
    for_every("serve", [](const Moment& moment) {
        if (moment.act().data.text("method") != "electronic") return;
        const auto* form = moment.last("confirm_address");
        ASSERT_NE(form, nullptr);
        EXPECT_TRUE(form->data["electronic"].truth("consent"));
    });
}

TEST(ProofFamilies, Article64_ASecondExtensionIsThePanelsAndHasADay) {
    for_every("extend_decision_panel", [](const Moment& moment) {
        const auto* panel = at(moment, moment.act().data.integer("panel").value_or(0));
        ASSERT_NE(panel, nullptr);
        EXPECT_NE(moment.last("extend_decision"), nullptr);
        EXPECT_LE(moment.act().data.text("until"), panel->data.text("until"));
    });
}

TEST(ProofFamilies, Article5OfTheReferralProvisions_ThePrincipalLeaderDecides) {
    for_every("decide_referral", [](const Moment& moment) {
        EXPECT_TRUE(std::ranges::any_of(
            moment.act().by, [&](const std::string& id) { return moment.holds_role(id, "CHIEF"); }));
    });
}

// 行政诉讼法 第九十五条: a judgment stands in the place of the dunning letter.
TEST(ProofFamilies, Article53OfTheCoercionLaw_TheCourtOnlyAfterTheDunningAndWithoutARemedyRunning) {
    for_every("apply_court", [](const Moment& moment) {
        const auto* suit = moment.last("end_suit");
        const bool judged =
            suit != nullptr && suit->data.truth("final") &&
            (suit->data.text("outcome") == "dismissed" || suit->data.text("outcome") == "changed");
        const auto* dunned = served(moment, 48);
        ASSERT_TRUE(dunned != nullptr || judged);
        if (!judged) {
            EXPECT_GT(moment.on(),
                      given::work_calendar().nth_working_day_after(*clocks::service_day(*dunned), 10));
        }
        int running = 0;
        for (const auto& act : moment.before()) {
            if (act.type == "sue" || act.type == "apply_reconsideration") ++running;
            if (act.type == "end_suit" || act.type == "end_reconsideration") --running;
        }
        EXPECT_LE(running, 0);
    });
}

TEST(ProofFamilies, Article46OfTheReconsiderationLaw_NoEvidenceWhileARemedyRuns) {
    for_every("", [](const Moment& moment) {
        if (!given::rules().table.find(moment.act().type)->evidence) return;
        int running = 0;
        for (const auto& act : moment.before()) {
            if (act.type == "apply_reconsideration") ++running;
            if (act.type == "end_reconsideration") --running;
        }
        EXPECT_LE(running, 0);
    });
}

TEST(ProofFamilies, Article2OfThePublicityProvisions_NoWarningAndNoSummaryPenalty) {
    for_every("publish", [](const Moment& moment) {
        const auto* decision = at(moment, moment.act().data.integer("of").value_or(0));
        ASSERT_NE(decision, nullptr);
        EXPECT_TRUE(is_penalty(*decision));
        EXPECT_FALSE(decision->data["penalty"].list("kinds").size() == 1 &&
                     in_list(decision->data["penalty"], "kinds", "warning"));
    });
}

TEST(ProofFamilies, Article18OfTheComplaintMeasures_NobodyMediatesWithoutBothConsents) {
    for_every("mediate", [](const Moment& moment) {
        const auto* agreed = moment.last("agree_mediation");
        ASSERT_NE(agreed, nullptr);
        EXPECT_TRUE(agreed->data.truth("complainant") && agreed->data.truth("trader"));
    });
}

TEST(ProofFamilies, Article77_ClosedOnlyAfterTheDecisionReachedTheParty) {
    for_every("close", [](const Moment& moment) {
        const auto* decision = moment.last("decide");
        if (decision == nullptr || moment.act().data.text("ground") != "performed") return;
        EXPECT_TRUE(served(moment, 45) != nullptr || served(moment, 46) != nullptr);
    });
}

TEST(ProofFamilies, Article80_NothingIsRecordedThatHasNotHappened) {
    for_every("", [](const Moment& moment) {
        for (const auto& field : given::rules().table.find(moment.act().type)->fields)
            if (field.past && moment.act().data.has(field.name)) {
                EXPECT_LE(day_in(moment.act(), field.name), moment.on()) << field.name;
            }
    });
}

TEST(ProofFamilies, WhatThePartyAndOthersDidIsNotStruck) {
    for_every("strike", [](const Moment& moment) {
        const auto* act = at(moment, moment.act().data.integer("of").value_or(0));
        ASSERT_NE(act, nullptr);
        EXPECT_TRUE(given::rules().table.find(act->type)->never_struck.empty()) << act->type;
    });
}

}  // namespace
