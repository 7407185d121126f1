#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "ports/alarm_store.hpp"
#include "ports/case_store.hpp"

namespace ports {

struct CaseFilter {
    enum class List { mine, unit, all };  // where I am handler or must sign; my node's; my agency's
    List list = List::mine;
    std::string state;                    // "" = every state
    std::string text;                     // in number, cause, party; "" = no search
    std::string field;                    // of law, "food"; "" = every one
    std::string unit;                     // node that holds the case; "" = every one
    std::string agency;                   // region code, for those who supervise; "" = every one
    std::optional<base::Date> due_until;  // the clock that presses most runs out by that day
    std::string after;                    // cursor of the page before
    int limit = 50;                       // at most 200
};

struct CaseListItem {
    std::string no, cause, party, state, state_label;
    std::vector<std::string> handlers;   // names
    std::optional<ClockRow> next_clock;  // running, the one that is due first
    bool waiting_for_me = false;         // a proposal waits for the viewer
    std::optional<base::Date> registered_on;
    base::Instant updated_at;
};

struct CaseListPage {
    std::vector<CaseListItem> cases;  // the clock that runs out next first, cases without one last
    std::string next;                 // cursor, "" at the end
    std::vector<ClockWarning> own_warnings = {};  // of the viewer's agency, read along with the page
};

struct ClockItem {
    std::string case_no, cause;
    ClockRow clock;
};

// What has to be done in a case and falls to the viewer.
struct DutyItem {
    std::string case_no, cause, party;
    TaskRow task;
};

struct DecisionFilter {
    base::Date from, until;  // day of the decision, both included
    std::string after;       // cursor of the page before
    int limit = 1000;
};

struct DecisionItem {
    std::string case_no, agency;  // region code
    DecisionRow decision;
};

struct DecisionPage {
    std::vector<DecisionItem> decisions;  // in the order of days
    std::string next;                     // cursor, "" at the end
};

class CaseQueries {
  public:
    virtual ~CaseQueries() = default;
    virtual base::Result<CaseListPage> list(const identity::Viewer&, const CaseFilter&, base::Date today) = 0;
    // Running clocks of the viewer's cases that are due up to that day.
    virtual base::Result<std::vector<ClockItem>> clocks_due(const identity::Viewer&, base::Date until) = 0;
    // Tasks of the viewer's agency that fall to one of these roles of his and that he may take; due first.
    virtual base::Result<std::vector<DutyItem>> duties(const identity::Viewer&,
                                                       const std::vector<std::string>& roles, int limit) = 0;
    // Decisions of the viewer's agency, or of the city or province he supervises.
    virtual base::Result<DecisionPage> decisions(const identity::Viewer&, const DecisionFilter&) = 0;
};

}  // namespace ports
