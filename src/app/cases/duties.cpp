#include "cases/duties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace cases {

namespace {

using procedure::MainState;
using Acts = std::array<const char*, 4>;

enum class When { always, runs, missed };

// Which acts keep a period: the first of them that is open is due; `beside` may be done about it.
struct OfClock {
    const char* clock;
    Acts due;
    Acts beside = {};
    When when = When::always;
};

constexpr auto of_clocks = std::to_array<OfClock>({
    {"CLUE_CHECK",
     {"start_check", "file_case", "decline_filing"},
     {"decline_filing", "extend_check", "transfer_clue"}},
    {"JUR_CONSULT", {"request_designation"}},
    {"JUR_DESIGNATE", {"designate_jurisdiction"}},
    {"REFERRAL_REPLY", {"answer_reverse_referral"}},
    {"REG_KEEP", {"resolve_preservation"}},
    // 行政强制法 第十九条: what was not approved in its day and night is lifted.
    {"URGENT_APPROVAL", {"approve_urgent"}, {"lift_seizure", "resolve_preservation"}, When::runs},
    {"URGENT_APPROVAL", {"lift_seizure", "resolve_preservation"}, {"resolve_preservation"}, When::missed},
    // 行政强制法 第二十七条、第二十八条: while it runs the measure asks for nothing.
    {"SEIZE", {}, {"lift_seizure", "extend_seizure", "early_disposal"}, When::runs},
    {"SEIZE", {"lift_seizure"}, {"early_disposal"}, When::missed},
    {"CASE_DECIDE", {}, {"extend_decision", "extend_decision_panel", "suspend", "resume"}},
    {"ASSIST", {"answer_assistance"}},
    {"REVIEW", {"review"}, {"extend_review"}},
    {"REF_DECIDE", {"decide_referral"}},
    {"REF_SEND", {"send_referral"}},
    {"REF_OBJECT", {}, {"object_police_decision"}},
    {"REF_HANDOVER", {"hand_over_goods"}},
    {"HEAR_HOST", {"name_host"}},
    {"HEAR_FILE", {"hand_file_to_host"}},
    {"HEAR_FIX", {"fix_hearing"}},
    {"HEAR_NOTICE", {}, {"serve"}},
    {"HEAR_PUBLIC", {"announce_hearing"}},
    {"HEAR_REPORT", {"report_hearing"}},
    {"SERVE_DECISION", {}, {"serve"}},
    {"PAY", {"pay"}, {"record_performance", "dun", "defer"}},
    {"COURT_APPLY", {"apply_court"}, {"dun"}},
    {"COURT_JUDGMENT", {"apply_court"}},
    {"CLOSE_FORM", {"close"}},
    {"SUMMARY_FILE", {"file_summary"}},
    {"CASH_TO_AGENCY", {"remit_cash"}},
    {"CASH_TO_BANK", {"remit_cash"}},
    {"PUBLISH_SAME", {"publish"}},
    {"PUSH_OTHER", {"publish"}},
    {"PUBLISH_OTHER", {"publish"}},
    {"PUBLISH_DOUBLE", {"publish"}},
    {"TAKE_DOWN", {"take_down"}},
    {"REPAIR_ACCEPT", {"accept_repair", "decide_repair"}},
    {"REPAIR_DECIDE", {"decide_repair"}},
    {"ABN_DECIDE", {"decide_repair"}},
    {"REPAIR_DO", {"take_down"}},
    {"RECON_REPLY", {"answer_reconsideration"}},
    {"RECON_REPLY_SUMMARY", {"answer_reconsideration"}},
    {"SUIT_REPLY", {"answer_suit"}},
    {"CPL_ACCEPT", {"accept_complaint"}, {"refuse_complaint"}},
    {"CPL_MEDIATE", {"mediate", "end_mediation"}, {"sign_agreement", "end_mediation"}},
    {"CPL_END_NOTICE", {"tell_mediation_end"}},
    {"SUP_REPLY", {"answer_supervision"}},
    {"SUP_REPORT", {"report_rectification"}},
    {"SUP_OBJECT", {}, {"object_supervision"}},
});

// 程序规定 第六十四条第二款: a hearing is a part of the way to the decision, and so are its own periods.
constexpr std::array of_hearings{"HEAR_HOST", "HEAR_FILE", "HEAR_FIX", "HEAR_PUBLIC", "HEAR_REPORT"};

bool is_part_of(std::string_view clock, std::string_view whole) {
    return clock == whole ||
           (whole == "CASE_DECIDE" && std::ranges::find(of_hearings, clock) != of_hearings.end());
}

// The step that is next in a state, and the period it is taken in.
struct OfState {
    MainState state;
    Acts due;
    const char* clock;
};

constexpr auto of_states = std::to_array<OfState>({
    {MainState::filed,               {"report_investigation"}, "CASE_DECIDE"},
    {MainState::investigating,       {"report_investigation"}, "CASE_DECIDE"},
    {MainState::reported,            {"send_review"},          "CASE_DECIDE"},
    {MainState::rechecking,          {"recheck"},              "CASE_DECIDE"},
    {MainState::post_hearing_review, {"send_review"},          "CASE_DECIDE"},
    {MainState::decision_pending,    {"decide"},               "CASE_DECIDE"},
    {MainState::panel_pending,       {"panel_discuss"},        "CASE_DECIDE"},
    {MainState::overdue,             {"dun"},                  "PAY"        },
    {MainState::performed,           {"close"},                "CLOSE_FORM" },
    {MainState::enforcement_ended,   {"close"},                "CLOSE_FORM" },
    {MainState::terminated,          {"close"},                "CLOSE_FORM" },
    {MainState::transferred,         {"close"},                "CLOSE_FORM" },
    {MainState::closing,             {"close"},                "CLOSE_FORM" },
    {MainState::closed,              {"archive"},              ""           },
});

bool is_missed(const clocks::ClockView& clock) {
    return clock.status == clocks::Status::missed && !clock.met_on;
}

bool presses(const clocks::ClockView& clock) {
    return clock.is_open() || is_missed(clock);
}

template <class Visit>
void for_each_of(const std::vector<clocks::ClockView>& clocks, Visit visit) {
    for (const auto& clock : clocks) {
        if (!presses(clock)) continue;
        const When now = is_missed(clock) ? When::missed : When::runs;
        for (const OfClock& row : of_clocks)
            if (row.clock == clock.code && (row.when == When::always || row.when == now)) visit(row, clock);
    }
}

// 程序规定 第四十九条、第五十条: what was sent and not answered yet.
const procedure::ReviewRequest* review_waiting(const procedure::State& state) {
    const auto found = std::ranges::find(state.reviews, 0, &procedure::ReviewRequest::review);
    return found == state.reviews.end() ? nullptr : &*found;
}

class Rows {
  public:
    Rows(const procedure::Case& file, base::Instant at, const std::vector<clocks::ClockView>& clocks)
        : file_(file), at_(at), clocks_(clocks) {}

    // Falls to whoever may do it; of several periods it keeps the one that ends first.
    void due(std::string_view act, const clocks::ClockView* clock, std::string_view title = {}) {
        const auto* type = file_.table(at_.date()).find(act);
        if (type == nullptr) return;
        for (const auto& role : roles_of(*type)) {
            ports::TaskRow row{.id = fmt::format("due:{}", act),
                               .title = std::string(title.empty() ? std::string_view(type->title) : title),
                               .status = "due",
                               .act = type->id,
                               .basis = type->basis,
                               .because = clock == nullptr ? std::string() : words_of(*clock),
                               .whose = role,
                               .due = clock == nullptr ? std::nullopt : std::optional(clock->due)};
            add(std::move(row));
        }
    }

    void open(std::string_view act) {
        const auto* type = file_.table(at_.date()).find(act);
        const bool known = std::ranges::any_of(rows_, [&](const auto& row) { return row.act == act; });
        if (type == nullptr || known) return;
        rows_.push_back({.id = fmt::format("open:{}", act),
                         .title = type->title,
                         .status = "open",
                         .act = type->id,
                         .basis = type->basis,
                         .because = {}});
    }

    bool is_open(std::string_view act) {
        if (!asked_) {
            for (auto& each : file_.open_acts(at_)) open_.push_back(std::move(each.act));
            asked_ = true;
        }
        return std::ranges::find(open_, act) != open_.end();
    }

    std::string_view first_open(const Acts& acts) {
        for (const char* act : acts)
            if (act != nullptr && is_open(act)) return act;
        return {};
    }

    const clocks::ClockView* clock(std::string_view code) const {
        const clocks::ClockView* first = nullptr;
        for (const auto& each : clocks_)
            if (each.code == code && presses(each) && (first == nullptr || each.due < first->due))
                first = &each;
        return first;
    }

    std::vector<ports::TaskRow> take() {
        std::ranges::stable_sort(rows_, {}, [](const ports::TaskRow& row) { return row.status != "due"; });
        return std::move(rows_);
    }

  private:
    static std::string words_of(const clocks::ClockView& clock) {
        return clock.due_instant ? fmt::format("{}于{}届满", clock.title, clock.due_instant->chinese())
                                 : clock.title;
    }

    // The head of a unit and the handler may both close a case; the task is that of its handlers.
    std::vector<std::string> roles_of(const procedure::ActType& type) const {
        if (type.id == "decide_referral") return {"CHIEF"};  // 移送规定 第五条
        if (type.id == "review") {                           // 程序规定 第五十一条
            const auto* waiting = review_waiting(file_.state());
            return {waiting != nullptr && waiting->legal ? "LEGAL" : "REVIEWER"};
        }
        std::vector<std::string> roles = type.roles;
        roles.insert(roles.end(), type.each.begin(), type.each.end());
        if (roles.empty()) roles.emplace_back("HANDLER");
        if (std::erase(roles, "HANDLER") > 0) {
            std::erase(roles, "UNIT_HEAD");
            for (std::string& person : handlers()) roles.push_back(std::move(person));
        }
        // 听证办法 第十八条: the host who was named, no other.
        if (const auto& host = file_.state().hearing.host; !host.empty())
            std::ranges::replace(roles, std::string("HOST"), host);
        return roles;
    }

    // 程序规定 第十九条: filing names them; until then it is for those of the unit that holds the clue.
    std::vector<std::string> handlers() const {
        auto people = file_.handlers();
        std::erase_if(people, [&](const std::string& id) { return file_.state().is_recused(id); });
        return people.empty() ? std::vector<std::string>{"HANDLER"} : people;
    }

    void add(ports::TaskRow row) {
        const auto same = std::ranges::find_if(rows_, [&](const ports::TaskRow& each) {
            return each.id == row.id && each.whose == row.whose && each.title == row.title;
        });
        if (same == rows_.end())
            rows_.push_back(std::move(row));
        else if (row.due && (!same->due || *row.due < *same->due))
            *same = std::move(row);
    }

    const procedure::Case& file_;
    base::Instant at_;
    const std::vector<clocks::ClockView>& clocks_;
    std::vector<ports::TaskRow> rows_;
    std::vector<std::string> open_;
    bool asked_ = false;
};

void add_of_state(Rows& rows, const procedure::Case& file, MainState state) {
    const auto* waiting = review_waiting(file.state());
    if (state == MainState::in_review && waiting == nullptr && rows.is_open("approve_notice"))
        rows.due("approve_notice", rows.clock("CASE_DECIDE"));
    if (waiting != nullptr && rows.is_open("review")) {
        rows.due("review", rows.clock("REVIEW"));
        return;
    }
    for (const OfState& each : of_states)
        if (each.state == state)
            if (const auto act = rows.first_open(each.due); !act.empty())
                rows.due(act, rows.clock(each.clock));
    const auto& hearing = file.state().hearing;
    if (state == MainState::hearing && hearing.fixed != 0 && hearing.held == 0 &&
        rows.is_open("hold_hearing"))
        rows.due("hold_hearing", rows.clock("CASE_DECIDE"));
}

// 程序规定 第八十一条: a paper that was made out is served as long as the case goes on.
void add_papers(Rows& rows, const procedure::Case& file, MainState state) {
    if (state >= MainState::closed || !rows.is_open("serve")) return;
    for (const auto& paper : file.documents()) {
        if (paper.status != "to_serve") continue;
        const bool decision = paper.document == "45" || paper.document == "46";
        rows.due("serve", decision ? rows.clock("SERVE_DECISION") : nullptr, "送达" + paper.title);
    }
}

void add(std::vector<std::string_view>& acts, const Acts& more) {
    for (const char* act : more)
        if (act != nullptr) acts.emplace_back(act);
}

bool is_over(MainState state) {
    return state == MainState::joined || state == MainState::not_filed ||
           state == MainState::clue_transferred || state == MainState::refused || state == MainState::agreed;
}

}  // namespace

std::vector<ports::TaskRow> duties(const procedure::Case& state, base::Instant at,
                                   const std::vector<clocks::ClockView>& clocks) {
    const MainState main = state.main_state(at);
    const bool asks = main != MainState::archived && !is_over(main);
    if (!asks && std::ranges::none_of(clocks, presses)) return {};
    Rows rows(state, at, clocks);
    for_each_of(clocks, [&](const OfClock& row, const clocks::ClockView& clock) {
        if (const auto act = rows.first_open(row.due); !act.empty()) rows.due(act, &clock);
    });
    if (asks) {
        add_of_state(rows, state, main);
        add_papers(rows, state, main);
    }
    for_each_of(clocks, [&](const OfClock& row, const clocks::ClockView&) {
        for (const char* act : row.beside)
            if (act != nullptr && rows.is_open(act)) rows.open(act);
    });
    return rows.take();
}

std::vector<std::string_view> acts_towards(std::string_view clock) {
    std::vector<std::string_view> acts;
    if (clock == "CASE_DECIDE") acts = {"review", "approve_notice", "hold_hearing", "serve"};
    if (clock == "SERVE_DECISION") acts = {"serve"};
    // Goods that are confiscated are held until the decision is served.
    if (clock == "SEIZE") acts = {"decide", "serve"};
    // 程序规定 第七十七条: nothing is closed over goods and papers that are still open.
    if (clock == "CLOSE_FORM")
        acts = {"serve", "dispose_goods", "return_goods", "lift_seizure", "resolve_preservation"};
    for (const OfState& each : of_states)
        if (each.clock == clock) add(acts, each.due);
    for (const OfClock& each : of_clocks) {
        if (!is_part_of(each.clock, clock)) continue;
        add(acts, each.due);
        add(acts, each.beside);
    }
    return acts;
}

std::vector<std::string_view> acts_about(std::string_view clock) {
    std::vector<std::string_view> acts{"review", "approve_notice", "hold_hearing", "serve"};
    for (const OfState& each : of_states) add(acts, each.due);
    const auto towards = acts_towards(clock);
    acts.insert(acts.end(), towards.begin(), towards.end());
    return acts;
}

std::vector<std::string> duty_roles(const identity::Viewer& viewer) {
    std::vector<std::string> roles = viewer.roles;
    if (viewer.has_role("HANDLER")) std::erase(roles, "SERVER");
    roles.push_back(viewer.person);  // who was named
    return roles;
}

base::Result<std::vector<ports::DutyItem>> duties_of(const office::Office& office,
                                                     const identity::Viewer& viewer) {
    std::vector<ports::DutyItem> mine;
    for (auto& item :
         TRY(office.ports.queries.duties(viewer, duty_roles(viewer), static_cast<int>(duties_max) + 1))) {
        const bool known = std::ranges::any_of(mine, [&](const ports::DutyItem& each) {
            return each.case_no == item.case_no && each.task.id == item.task.id &&
                   each.task.title == item.task.title;
        });
        if (!known) mine.push_back(std::move(item));
    }
    return mine;
}

}  // namespace cases
