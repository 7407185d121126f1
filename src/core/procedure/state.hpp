#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "procedure/main_state.hpp"

namespace procedure {

// 先行登记保存 and 查封、扣押: sub-machines A and M.
struct Measure {
    int n = 0;
    base::Instant at;
    bool urgent = false;
    std::optional<bool> urgent_approved = {};  // approve_urgent: yes or no
    bool ended = false;                        // resolved, lifted, disposed, handed over
    bool extended = false;
    bool returned = false;                  // goods back with the party
    bool announced_for_collection = false;  // 公告领取
    std::string state;                      // REGISTERED, SEIZED …
};

struct Commission {
    int n = 0;
    bool rights_holder = false;
    int result = 0;  // receive_test_result
    std::optional<base::Date> result_served_on = {};
};

struct ReviewRequest {
    int n = 0;
    bool legal = false;
    int review = 0;
    bool agreed = false;
    std::optional<base::Instant> reviewed_at = {};
};

struct Notice {
    int n = 0;        // approve_notice
    int service = 0;  // the serving act
    std::optional<base::Date> served_on = {};
    bool in_hearing_range = false;
    bool hearing_offered = false;  // told to the party, within the range or beyond it
    base::Money refund = {};       // 责令退还的多收价款
};

struct Answer {
    int n = 0;
    int recheck = 0;
    std::string outcome = {};  // of the re-check: unchanged, lighter, no_penalty, new_notice, investigate
    std::vector<std::string> points = {};
    // The last of the five working days, when it came after them; it is heard all the same.
    std::optional<base::Date> late_for = {};
};

struct Waiver {
    int n = 0;
    bool statement = false;
    bool hearing = false;
};

struct Hearing {
    int request = 0;
    int host_act = 0, fixed = 0, held = 0, suspended = 0, ended = 0, report = 0;
    std::string host = {};
    std::optional<base::Instant> time = {};
    bool public_hearing = true;
    std::optional<base::Date> announced_on = {}, notice_served_on = {};
    std::optional<base::Instant> held_until = {};
    bool open() const { return request != 0 && ended == 0 && report == 0; }
    std::string state() const;
};

struct Panel {
    int n = 0;
    std::string purpose, result;
};

struct Decision {
    int n = 0;
    std::string kind;  // penalty, no_penalty, not_established, transfer, judicial
    bool revoked = false;
    bool has_fine = false, on_spot = false;
    base::Money fine = {}, gains = {};
    std::optional<base::Date> served_on = {};
    std::optional<base::Date> pay_due = {};  // last day to pay; moved by a deferral
    bool late_fee_told = false;
    bool confiscates_goods = false;
    bool goods_disposed = false;
    bool settled = false;           // on the spot: nothing is asked for any more
    std::string public_state = {};  // sub-machine B
    bool imposes_penalty() const { return kind == "penalty" && !revoked; }
    bool owes_on_the_spot() const { return on_spot && has_fine && !revoked && !settled; }
};

// A paper that was published and has not taken effect yet (程序规定 第八十二条第（五）项).
struct Coming {
    int serve = 0;
    base::Date on;
};

// 暂缓、分期缴纳, and what it took the place of.
struct Deferral {
    int n = 0;
    std::optional<base::Date> due_before = {};
    MainState from = MainState::none;
};

struct Referral {
    int n = 0;  // propose_referral
    int decision = 0, sent = 0, police = 0;
    std::string state;
};

struct Remedy {
    int n = 0;
    bool suit = false;
    bool ended = false;
    std::string outcome = {};
    base::Date from;
    std::optional<base::Date> until = {};
};

struct Repair {
    int n = 0;
    std::string state;
    bool extended = false;
};

struct Recusal {
    int request = 0;
    std::string person;
    bool decided = false, granted = false;
};

// What the accepted acts amount to for one party. Nothing here depends on the time of looking; what time
// alone brings about is derived (derived.hpp).
struct State {
    std::string party;
    MainState main = MainState::none;
    MainState suspended_from = MainState::none;

    // 案源与立案
    std::optional<base::Date> found_on = {};
    int registered = 0, filed = 0;
    std::optional<base::Date> act_start = {}, act_end = {};
    std::optional<base::Date> filed_on = {};
    bool by_transfer = false, check_extended = false;
    bool touches_life_or_finance = false, harm = false;
    bool jurisdiction_open = false;
    bool fast = false;
    std::string cause = {};

    // 人员
    std::vector<std::string> handlers = {};  // now
    std::vector<std::string> ever_handlers =
        {};  // also those who signed an act of two handlers: barred from review
    std::vector<std::string> recused = {};
    std::vector<Recusal> recusals = {};
    bool rights_told = false;

    // 调查
    std::vector<Measure> registrations = {}, seizures = {};
    std::vector<Commission> commissions = {};
    std::vector<int> excluded_evidence = {};
    int correction_ordered = 0, correction_checked = 0, gains_determined = 0;
    std::string correction_outcome = {};
    int refund_ordered = 0;
    base::Money refund_sum = {};  // of all orders
    bool electronic_consent = false, address_confirmed = false;
    bool party_unreachable = false;

    // 终结、审核、告知
    int report = 0, extend_decision = 0, extend_decision_panel = 0;
    std::string proposes = {};
    bool legal_grounds = false;
    std::vector<ReviewRequest> reviews = {};   // since the last report
    std::optional<Notice> notice = {};         // the last one approved
    std::optional<Notice> served_notice = {};  // the last one served
    std::vector<Answer> answers = {};
    std::vector<Waiver> waivers = {};  // of the served notice
    Hearing hearing = {};
    std::vector<Panel> panels = {};
    bool refund_announced = false;

    // 决定以后
    std::vector<Decision> decisions = {};
    std::optional<base::Date> dun_served_on = {};
    int dunned = 0;
    std::vector<Deferral> deferrals = {};
    std::vector<Coming> coming = {};
    base::Money late_fee_paid = {};
    std::vector<Remedy> remedies = {};
    std::vector<Referral> referrals = {};
    std::vector<Repair> repairs = {};
    std::string police_outcome = {};
    int closed = 0, archived = 0;
    std::string host = {};                          // the case this one was joined to
    std::vector<std::string> violations_away = {};  // 违法事项 another case goes on with
    bool performed = false;

    // 投诉
    bool mediation_agreed = false;

    Decision* decision() { return decisions.empty() ? nullptr : &decisions.back(); }
    const Decision* decision() const { return decisions.empty() ? nullptr : &decisions.back(); }
    bool under_review() const;  // reconsideration or suit runs
    bool is_handler(std::string_view person) const;
    bool was_handler(std::string_view person) const;
    bool is_recused(std::string_view person) const;
    bool answers_open() const;  // an answer not yet re-checked
    const ReviewRequest* agreed_review() const;
    Measure* seizure(std::int64_t n);
    const Measure* seizure(std::int64_t n) const;
    Measure* registration(std::int64_t n);
    const Measure* registration(std::int64_t n) const;
};

}  // namespace procedure
