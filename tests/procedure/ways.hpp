#pragma once

#include <array>

#include "proof.hpp"

// What an office still owes the parties of a case, and whether the procedure leaves it a way to do it.
namespace proof {

inline bool is_end(MainState main) {
    return main == MainState::clue_transferred || main == MainState::archived || main == MainState::joined ||
           main == MainState::refused || main == MainState::ended || main == MainState::agreed;
}

using Names = std::set<std::string_view>;

// Acts that bring a case from one stage to another; a note, a visit, a paper more do not.
inline const Names moves{"register_clue",
                         "start_check",
                         "file_case",
                         "decline_filing",
                         "transfer_clue",
                         "decide_on_spot",
                         "reopen_clue",
                         "designate_jurisdiction",
                         "report_investigation",
                         "resume",
                         "send_review",
                         "review",
                         "approve_notice",
                         "serve",
                         "recheck",
                         "name_host",
                         "hand_file_to_host",
                         "fix_hearing",
                         "announce_hearing",
                         "hold_hearing",
                         "resume_hearing",
                         "end_hearing",
                         "report_hearing",
                         "panel_discuss",
                         "decide",
                         "pay",
                         "collect_on_spot",
                         "record_performance",
                         "dun",
                         "apply_court",
                         "court_ruling",
                         "close",
                         "archive",
                         "file_summary",
                         "accept_complaint",
                         "refuse_complaint",
                         "mediate",
                         "end_mediation",
                         "lift_seizure",
                         "resolve_preservation",
                         "end_reconsideration",
                         "end_suit",
                         "dispose_goods",
                         "return_goods",
                         "sign_agreement"};
inline const Names to_decision{"report_investigation",
                               "send_review",
                               "review",
                               "approve_notice",
                               "serve",
                               "recheck",
                               "decide",
                               "resume",
                               "report_hearing",
                               "end_hearing",
                               "name_host",
                               "hand_file_to_host",
                               "fix_hearing",
                               "hold_hearing",
                               "resume_hearing",
                               "panel_discuss"};

// 行政诉讼法 第七十条、行政复议法 第六十四条: a decision set aside with the duty to decide again is still to
// be made, whether the file was closed or not. A ruling on something else, such as an order to correct, asks
// for no decision; nor is there one to make where the party is gone or another office has the case (程序规定
// 第四十七条).
inline bool must_decide_again(const Case& file, const std::string& party) {
    bool decided = false, owed = false;
    for (const auto& act : file.live_acts()) {
        if (act.party && *act.party != party) continue;
        const bool ends =
            act.type == "end_reconsideration" || (act.type == "end_suit" && act.data.truth("final"));
        const bool decides = act.type == "decide" || act.type == "decide_on_spot";
        const bool goes = act.type == "transfer_case" || act.type == "terminate" || act.type == "be_joined" ||
                          act.type == "designate_jurisdiction";
        if (decides || goes) {
            decided = decides;
            owed = false;
        }
        if ((act.type == "revoke_decision" && act.data.truth("redo")) ||
            (ends && act.data.text("outcome") == "revoked_redo"))
            owed = decided;
    }
    return owed;
}

// What the office still owes one party, and the acts by which it can be done.
inline std::vector<std::pair<const char*, Names>> duties(const Case& file, const procedure::State& state,
                                                         base::Instant at) {
    std::vector<std::pair<const char*, Names>> duties;
    const auto main =
        file.states().size() == 1 ? file.main_state(at) : procedure::main_at(state, at, file.rules());
    if (must_decide_again(file, state.party)) duties.emplace_back("decide again", to_decision);
    if (!is_end(main)) duties.emplace_back("go on", moves);
    if (!std::ranges::all_of(state.seizures, &procedure::Measure::ended))
        duties.emplace_back("let go or decide", Names{"lift_seizure"});
    for (const auto& remedy : state.remedies)
        if (!remedy.ended)
            duties.emplace_back("take the ruling in",
                                Names{remedy.suit ? "end_suit" : "end_reconsideration"});
    const bool gone = is_end(main) && main != MainState::archived;
    if (state.decision() != nullptr && state.decision()->owes_on_the_spot() && !gone)
        duties.emplace_back("take the money in", Names{"pay", "court_ruling"});
    return duties;
}

// Serving is open always, and designating while nothing is in dispute: they carry on what waits for them.
inline bool carries_on(const Case& file, std::string_view act, base::Instant at) {
    const auto main = file.main_state(at);
    if (act == "serve") return main == MainState::notice_approved || main == MainState::decided;
    return act != "designate_jurisdiction" || file.state().jurisdiction_open;
}

// Every duty that stands, to whichever party, can be done, today or when the running periods are over.
inline testing::AssertionResult has_way_out(const Case& file, base::Instant at) {
    std::vector<std::vector<procedure::OpenAct>> open;
    for (const int days : {0, 30, 250}) open.push_back(file.open_acts(at.plus_hours(24 * days)));
    for (const auto& state : file.states())
        for (const auto& [duty, ways] : duties(file, state, at)) {
            const bool can = std::ranges::any_of(open, [&](const auto& acts) {
                return std::ranges::any_of(acts, [&](const auto& act) {
                    return ways.contains(act.act) && carries_on(file, act.act, at);
                });
            });
            if (!can) return testing::AssertionFailure() << state.party << ": no way to " << duty;
        }
    return testing::AssertionSuccess();
}

// For whoever has to find out how a walk came to its end.
inline std::string told(const History& history) {
    std::string text;
    for (const auto& act : history.acts) {
        text += "\n" + std::to_string(act.n) + " " + act.type + " " + act.party.value_or("") + " " +
                std::string(act.data.text("outcome")) + (act.data.truth("redo") ? " redo" : "") +
                (act.data.truth("final") ? " final" : "") + " of " +
                std::to_string(act.data.integer("of").value_or(0));
    }
    return text;
}

}  // namespace proof
