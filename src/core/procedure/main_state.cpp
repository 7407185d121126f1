#include "procedure/main_state.hpp"

#include <array>

namespace procedure {

namespace {
constexpr std::array<std::string_view, main_state_count> names{"NONE",
                                                               "CLUE_REGISTERED",
                                                               "CLUE_CHECKING",
                                                               "CLUE_TRANSFERRED",
                                                               "NOT_FILED",
                                                               "FILED",
                                                               "INVESTIGATING",
                                                               "SUSPENDED",
                                                               "REPORTED",
                                                               "IN_REVIEW",
                                                               "NOTICE_APPROVED",
                                                               "NOTICED",
                                                               "RECHECKING",
                                                               "HEARING",
                                                               "POST_HEARING_REVIEW",
                                                               "DECISION_PENDING",
                                                               "PANEL_PENDING",
                                                               "TRANSFERRED",
                                                               "TERMINATED",
                                                               "DECIDED",
                                                               "DECISION_SERVED",
                                                               "SUMMARY_DECIDED",
                                                               "DEFERRED",
                                                               "OVERDUE",
                                                               "DUNNED",
                                                               "COURT_APPLIED",
                                                               "PERFORMED",
                                                               "ENFORCEMENT_ENDED",
                                                               "CLOSING",
                                                               "CLOSED",
                                                               "ARCHIVED",
                                                               "JOINED",
                                                               "RECEIVED",
                                                               "ACCEPTED",
                                                               "REFUSED",
                                                               "MEDIATING",
                                                               "AGREED",
                                                               "ENDED"};
}

std::string_view name(MainState state) {
    return names[static_cast<std::size_t>(state)];
}

std::optional<MainState> main_state(std::string_view text) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == text) return static_cast<MainState>(i);
    return std::nullopt;
}

}  // namespace procedure
