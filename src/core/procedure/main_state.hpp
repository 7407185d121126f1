#pragma once
#include <bitset>
#include <optional>
#include <string_view>

namespace procedure {

// The main states of procedure.md §21, in the order of the path.
enum class MainState {
    none,
    clue_registered,
    clue_checking,
    clue_transferred,
    not_filed,
    filed,
    investigating,
    suspended,
    reported,
    in_review,
    notice_approved,
    noticed,
    rechecking,
    hearing,
    post_hearing_review,
    decision_pending,
    panel_pending,
    transferred,
    terminated,
    decided,
    decision_served,
    summary_decided,
    deferred,
    overdue,
    dunned,
    court_applied,
    performed,
    enforcement_ended,
    closing,
    closed,
    archived,
    joined,  // 并案: goes on in another case
    // 投诉 (acts.md §3.11): matters of their own.
    received,
    accepted,
    refused,
    mediating,
    agreed,
    ended
};
inline constexpr std::size_t main_state_count = static_cast<std::size_t>(MainState::ended) + 1;

std::string_view name(MainState state);  // "CLUE_REGISTERED"
std::optional<MainState> main_state(std::string_view name);

class StateSet {
  public:
    void add(MainState state) { states_.set(static_cast<std::size_t>(state)); }
    bool has(MainState state) const { return states_.test(static_cast<std::size_t>(state)); }
    bool empty() const { return states_.none(); }
    StateSet& operator|=(const StateSet& other) {
        states_ |= other.states_;
        return *this;
    }

  private:
    std::bitset<main_state_count> states_;
};

}  // namespace procedure
