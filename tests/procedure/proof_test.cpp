#include <gtest/gtest.h>

#include <array>
#include <deque>

#include "ways.hpp"

using namespace proof;

TEST(Proof, Article42OfThePenaltyLaw_TwoHandlersWithCertificates) {
    for_every("", [](const Moment& moment) {
        const auto& type = *given::rules().table.find(moment.act().type);
        if (!type.handlers) return;
        std::set<std::string> able;
        for (const auto& id : moment.act().by)
            if (moment.holds_role(id, "HANDLER")) {
                EXPECT_TRUE(moment.person(id).certificate.has_value());
                able.insert(id);
            }
        EXPECT_GE(able.size(), 2U);
    });
}

TEST(Proof, Article44And62_NoPenaltyWithoutAServedNotice) {
    for_every("decide", [](const Moment& moment) {
        if (is_penalty(moment.act())) {
            EXPECT_NE(served(moment, 37), nullptr);
        }
    });
}

TEST(Proof, Article62_FiveWorkingDaysOrASignedWaiver) {
    for_every("decide", [](const Moment& moment) {
        if (!is_penalty(moment.act())) return;
        const auto* notice = served(moment, 37);
        ASSERT_NE(notice, nullptr);
        const auto day = clocks::service_day(*notice);
        ASSERT_TRUE(day);
        const bool over = given::work_calendar().working_days_between(*day, moment.on()) > 5;
        EXPECT_TRUE(over || moment.last("waive_answer") != nullptr ||
                    moment.last("report_hearing") != nullptr);
    });
}

TEST(Proof, Article49OfTheProvisions_ReviewedByNobodyWhoHandlesIt) {
    for_every("review", [](const Moment& moment) {
        for (const auto& id : moment.act().by)
            for (const auto& each : moment.before())
                if (given::rules().table.find(each.type)->handlers && !moment.struck(each.n)) {
                    EXPECT_EQ(std::ranges::find(each.by, id), each.by.end());
                }
    });
}

TEST(Proof, Article57And60_NoDecisionBeforeAReviewThatAgrees) {
    for_every("decide", [](const Moment& moment) {
        const auto* review = moment.last("review");
        ASSERT_NE(review, nullptr);
        EXPECT_TRUE(std::ranges::any_of(moment.before(), [](const Act& act) {
            return act.type == "review" && act.data.text("outcome") == "agree";
        }));
    });
}

TEST(Proof, Article58_ListedCasesHaveALegalReviewAndAPanel) {
    for_every("decide", [](const Moment& moment) {
        const auto* report = moment.last("report_investigation");
        if (!is_penalty(moment.act()) || report == nullptr ||
            report->data.list("legal_review_grounds").empty())
            return;
        EXPECT_TRUE(std::ranges::any_of(moment.before(), [&](const Act& act) {
            return act.type == "review" && act.n > report->n && act.data.text("kind") == "legal" &&
                   act.data.text("outcome") == "agree";
        }));
        EXPECT_NE(moment.last("panel_discuss"), nullptr);
    });
}

// 程序规定 第五十条第二款: heard, reviewed, discussed, decided.
TEST(Proof, Article57_WhatWasHeardIsReviewedAndDiscussedAfterIt) {
    for_every("decide", [](const Moment& moment) {
        const auto* held = moment.last("hold_hearing");
        if (!is_penalty(moment.act()) || held == nullptr) return;
        const auto* review = moment.last("review");
        const auto* panel = moment.last("panel_discuss");
        ASSERT_TRUE(review != nullptr && panel != nullptr);
        EXPECT_EQ(review->data.text("kind"), "legal");
        EXPECT_GT(review->n, held->n);
        EXPECT_GT(panel->n, review->n);
    });
}

TEST(Proof, Article65_AHearingAskedForIsReportedOrGivenUp) {
    for_every("decide", [](const Moment& moment) {
        const auto* asked = moment.last("request_hearing");
        if (!is_penalty(moment.act()) || asked == nullptr) return;
        EXPECT_TRUE(std::ranges::any_of(moment.before(), [&](const Act& act) {
            return act.n > asked->n && (act.type == "report_hearing" || act.type == "end_hearing" ||
                                        (act.type == "withdraw" && act.data.integer("of") == asked->n));
        }));
    });
}

TEST(Proof, Article45_NeverHeavierThanTold) {
    for_every("decide", [](const Moment& moment) {
        if (!is_penalty(moment.act())) return;
        const auto* notice = served(moment, 37);
        ASSERT_NE(notice, nullptr);
        const Act* told = nullptr;
        for (const auto& act : moment.before())
            if (act.type == "approve_notice" && act.n < notice->n) told = &act;
        ASSERT_NE(told, nullptr);
        EXPECT_LE(procedure::money_in(moment.act().data, "penalty.fine"),
                  procedure::money_in(told->data, "penalty.fine"));
    });
}

TEST(Proof, Article29_OneFineForOneAct) {
    for (const auto& history : corpus()) {
        Case file(given::rules(), history.matter);
        for (const auto& act : history.acts) ASSERT_TRUE(file.restore(act));
        const auto fines = std::ranges::count_if(file.state().decisions, [](const auto& decision) {
            return decision.has_fine && !decision.revoked;
        });
        EXPECT_LE(fines, 1);
    }
}

TEST(Proof, Article36_FiledOnlyInTime) {
    for_every("file_case", [](const Moment& moment) {
        const auto* clue = moment.last("register_clue");
        if (clue == nullptr) return;
        const auto end = procedure::date_in(moment.act().data, "act_end");
        const auto found = procedure::date_in(clue->data, "found_on");
        ASSERT_TRUE(end && found);
        EXPECT_LE(*found, end->plus_years(5));
    });
}

TEST(Proof, Article25OfTheCoercionLaw_ThirtyDaysAndThirtyMore) {
    for_every("seize", [](const Moment& moment) {
        std::int64_t days = *moment.act().data.integer("days");
        const Moment in_the_end{moment.history, moment.history.acts.size()};
        for (const auto& act : moment.history.acts)
            if (act.type == "extend_seizure" && act.data.integer("of") == moment.act().n &&
                !in_the_end.struck(act.n))
                days += *act.data.integer("days");
        EXPECT_LE(days, 60);
        EXPECT_NE(moment.act().data.at("basis.rank"), base::Value("rule"));
        EXPECT_FALSE(moment.act().data.truth("delegated"));
    });
}

TEST(Proof, Article51_OnTheSpotOnlyWarningsAndSmallFines) {
    for_every("decide_on_spot", [](const Moment& moment) {
        const auto limit = moment.history.matter.parties.front().kind == casefile::PartyKind::organisation
                               ? base::Money::yuan(3000)
                               : base::Money::yuan(200);
        EXPECT_LE(procedure::money_in(moment.act().data, "penalty.fine"), limit);
        for (const auto& kind : moment.act().data.at("penalty.kinds").items())
            EXPECT_TRUE(kind == base::Value("fine") || kind == base::Value("warning"));
    });
}

TEST(Proof, Article67_NeverMorePaidThanDecided) {
    for_every("pay", [](const Moment& moment) {
        // What was struck was paid by nobody.
        std::vector<Act> acts;
        for (const auto& act : std::span(moment.history.acts).first(moment.place + 1))
            if (!moment.struck(act.n)) acts.push_back(act);
        const auto done = clocks::performance(acts);
        if (!done || moment.act().data.text("item") == "late_fee") return;
        EXPECT_LE(done->fine_paid, done->fine_due);
        EXPECT_LE(done->gains_paid, done->gains_due);
    });
}

TEST(Proof, Article28OfTheCoercionLaw_NothingHeldBehindAClosedCase) {
    for (const auto& history : corpus()) {
        Case file(given::rules(), history.matter);
        for (const auto& act : history.acts) {
            ASSERT_TRUE(file.restore(act));
            if (act.type != "close") continue;
            for (const auto& seizure : file.state().seizures) EXPECT_TRUE(seizure.ended);
        }
    }
}

TEST(Proof, EveryApprovalIsByWhoMayGiveIt) {
    for_every("", [](const Moment& moment) {
        const auto& act = moment.act();
        const auto chain = procedure::approval_chain(*given::rules().table.find(act.type), act.data);
        if (chain.empty() || act.type == "hand_over_goods" || act.type == "correct" || act.type == "strike")
            return;
        ASSERT_TRUE(act.approved_by.has_value());
        EXPECT_TRUE(moment.holds_role(*act.approved_by, chain.back()) ||
                    (chain.back() == "LEADER" && moment.holds_role(*act.approved_by, "CHIEF")));
        EXPECT_EQ(std::ranges::find(act.by, *act.approved_by), act.by.end());
    });
}

// The fold is a function of the acts alone, in however many pieces they come.
TEST(Proof, TheFoldIsTheSameInAnyBatches) {
    std::size_t checked = 0;
    for (const auto& history : corpus()) {
        if (++checked % 8 != 0) continue;
        const auto today = history.acts.empty() ? given::day("2026-01-05") : history.acts.back().at.date();
        Case whole(given::rules(), history.matter);
        Case pieces(given::rules(), history.matter);
        for (std::size_t i = 0; i < history.acts.size(); ++i) {
            ASSERT_TRUE(whole.restore(history.acts[i]));
            ASSERT_TRUE(pieces.restore(history.acts[i]));
            if (i % 5 == 0) pieces = Case(pieces);
        }
        EXPECT_EQ(json::write(whole.output(today)), json::write(pieces.output(today)));
    }
}

namespace {

// What a state looks like to the procedure: main state, sub-states and what is settled so far.
std::string signature(const Case& file, base::Instant at) {
    const auto& state = file.state();
    std::string text(procedure::name(file.main_state(at)));
    const base::Value states = file.sub_states(at.date());
    for (const auto& [machine, rows] : states.object())
        for (const auto& row : rows.items()) text += machine + std::string(row.text("state")).substr(0, 6);
    text += state.proposes + (state.legal_grounds ? "L" : "") + (state.answers_open() ? "A" : "") +
            (state.waivers.empty() ? "" : "W") + (state.decision() ? state.decision()->kind : "") +
            (state.panels.empty() ? "" : state.panels.back().purpose) + (state.check_extended ? "x" : "") +
            (state.extend_decision ? "X" : "") + (state.jurisdiction_open ? "J" : "");
    for (const auto& review : state.reviews) text += review.agreed ? "+" : review.review ? "-" : "?";
    return text;
}

}  // namespace

TEST(Proof, NoHistoryEndsWithoutALawfulWayOut) {
    // Where something ended or fell, as well as at the end.
    const Names turns{"close",   "archive", "file_summary", "revoke_decision", "end_reconsideration",
                      "end_suit"};
    std::size_t checked = 0;
    for (const auto& history : corpus()) {
        if (history.acts.empty() || (++checked % 2 != 0 && !history.whole)) continue;
        Case file(given::rules(), history.matter);
        for (const auto& act : history.acts) {
            ASSERT_TRUE(file.restore(act));
            if (act.n == history.acts.back().n || turns.contains(act.type)) {
                EXPECT_TRUE(has_way_out(file, act.at))
                    << procedure::name(file.main_state(act.at)) << " after " << act.n << told(history);
            }
        }
    }
}

// Every combination of states that can be reached, up to the bound: from each, every act in each of its kinds
// is tried, beginning with nothing and with every place of every story. ZHIHENG_BOUND raises the bound.
TEST(Proof, EveryReachableStateUpToTheBoundHasAWayOut) {
    const char* wanted = std::getenv("ZHIHENG_BOUND");
    std::size_t bound = wanted == nullptr ? 120 : std::strtoul(wanted, nullptr, 10);
    procedure::Walker walker(given::rules(), 7);
    std::set<std::string> known;
    std::set<MainState> mains;
    std::deque<Case> waiting;
    waiting.emplace_back(given::rules(), walker.matter());
    for (const auto& story : told_stories()) {
        Case file(given::rules(), story.begun);
        for (const auto& act : story.acts) {
            ASSERT_TRUE(file.restore(act));
            if (!known.insert(signature(file, act.at)).second) continue;
            mains.insert(file.main_state(act.at));
            EXPECT_TRUE(has_way_out(file, act.at)) << signature(file, act.at);
            waiting.push_back(file);
        }
    }
    const std::size_t told = known.size();
    bound += told;
    const auto begin = given::instant("2026-01-05T09:00:00+08:00");
    std::size_t tried = 0;
    while (!waiting.empty() && known.size() < bound) {
        // Breadth first, with every third from the far end, so that the end of the path is reached too.
        const bool deep = known.size() % 3 != 0;
        const Case file = deep ? std::move(waiting.back()) : std::move(waiting.front());
        if (deep)
            waiting.pop_back();
        else
            waiting.pop_front();
        const auto last = file.acts().empty() ? begin : file.acts().back().at;
        for (const auto& type : given::rules().table.acts())
            for (const int hours : {1, 24 * 12}) {
                const auto at = last.plus_hours(hours);
                if (!type.open_states.has(file.main_state(at))) continue;
                for (const unsigned variant : {0U, 1U, 2U}) {
                    Case next = file;
                    ++tried;
                    const auto judged = next.try_act(walker.sound(file, type, at, variant));
                    if (!judged || *judged || !known.insert(signature(next, at)).second) continue;
                    mains.insert(next.main_state(at));
                    EXPECT_TRUE(has_way_out(next, at)) << signature(next, at);
                    if (next.acts().size() < 2 * longest) waiting.push_back(std::move(next));
                }
            }
    }
    std::printf("%zu states of %zu kinds reached, %zu of them in stories, %zu acts tried\n", known.size(),
                mains.size(), told, tried);
    EXPECT_GE(known.size(), bound);
    // CLOSING: 结案 waits for its approval as a proposal, before there is an act.
    mains.insert(MainState::closing);
    for (std::size_t i = 1; i < procedure::main_state_count; ++i)
        EXPECT_TRUE(mains.contains(static_cast<MainState>(i))) << procedure::name(static_cast<MainState>(i));
}
