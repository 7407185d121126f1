#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "procedure/case.hpp"

namespace procedure {

namespace {

using casefile::Act;

bool always(const State&) {
    return true;
}
bool filed(const State& state) {
    return state.filed != 0;
}
bool not_filed_yet(const State& state) {
    return state.filed == 0;
}
bool has_seizure(const State& state) {
    return !state.seizures.empty();
}
bool has_sample_or_test(const State& state) {
    return !state.commissions.empty();
}
bool correction_ordered(const State& state) {
    return state.correction_ordered != 0;
}
bool proposes_penalty(const State& state) {
    return state.filed != 0 && (state.proposes.empty() || state.proposes == "penalty");
}
bool answered(const State& state) {
    return !state.answers.empty();
}
bool legal_grounds(const State& state) {
    return state.legal_grounds || state.hearing.request != 0;
}
bool hearing_asked(const State& state) {
    return state.hearing.request != 0;
}
bool decided(const State& state) {
    return state.decision() != nullptr;
}
bool decided_fine(const State& state) {
    return decided(state) && state.decision()->imposes_penalty() && state.decision()->has_fine;
}
bool decided_penalty(const State& state) {
    return decided(state) && state.decision()->imposes_penalty();
}
bool decided_goods(const State& state) {
    return decided(state) && state.decision()->confiscates_goods;
}

// One thing there is to do in an ordinary case, in the order in which a file usually grows.
struct Row {
    const char* id;
    const char* title;
    const char* act;
    bool (*shown)(const State&);
    int document = 0;          // for `serve`: the paper that has to be served
    bool optional = false;     // goes from the list when its time is over
    const char* purpose = "";  // for `panel_discuss`: what the leaders meet for
};

constexpr auto rows = std::to_array<Row>({
    {"register", "案源登记", "register_clue", always},
    {"party", "登记当事人信息", "record_party", always, 0, true},
    {"check", "开始核查", "start_check", not_filed_yet, 0, true},
    {"onsite", "现场检查", "onsite_check", always, 0, true},
    {"file", "立案审批", "file_case", always},
    {"address", "确认送达地址", "confirm_address", filed, 0, true},
    {"interview", "询问当事人及有关人员", "interview", filed, 0, true},
    {"evidence", "收集、提取证据", "collect_evidence", filed, 0, true},
    {"test_result", "接收检验结果", "receive_test_result", has_sample_or_test, 0, true},
    {"serve_test_result", "送达检验结果告知书", "serve", has_sample_or_test, 32, true},
    {"urgent", "补办紧急措施批准", "approve_urgent", has_seizure, 0, true},
    {"correction", "责令改正", "order_correction", filed, 0, true},
    {"serve_correction", "送达责令改正通知书", "serve", correction_ordered, 33, true},
    {"check_correction", "复查改正情况", "check_correction", correction_ordered, 0, true},
    {"gains", "认定违法所得", "determine_gains", proposes_penalty, 0, true},
    {"report", "调查终结报告", "report_investigation", filed},
    {"send_review", "送交审核", "send_review", filed},
    {"review", "案件审核（法制审核）", "review", filed},
    {"notice", "行政处罚告知审批", "approve_notice", proposes_penalty},
    {"serve_notice", "送达行政处罚告知书", "serve", proposes_penalty, 37},
    {"recheck", "复核陈述申辩意见", "recheck", answered, 0, true},
    {"hearing", "举行听证", "hold_hearing", hearing_asked, 0, true},
    {"panel", "负责人集体讨论", "panel_discuss", legal_grounds, 0, true, "decision"},
    {"decide", "作出处理决定", "decide", filed},
    {"serve_decision", "送达决定书", "serve", decided, 45},
    {"pay", "缴纳罚没款", "pay", decided_fine},
    {"lift", "解除强制措施", "lift_seizure", has_seizure, 0, true},
    {"dispose", "处理没收物品", "dispose_goods", decided_goods},
    {"publish", "公示处罚信息", "publish", decided_penalty},
    {"close", "结案审批", "close", filed},
    {"archive", "立卷归档", "archive", filed},
    {"follow_up", "回访", "follow_up", filed},
});

bool is_paper(const Row& row, const Act& act) {
    if (row.document == 0) return true;
    const auto served = act.data.integer("document");
    const bool decision = row.document == 45 && served == 46;
    return (served == row.document || decision) && act.data.text("outcome") != "failed";
}

// 程序规定 第六十条、第六十四条: leaders who met to lengthen the time have not discussed the decision.
bool fits_purpose(const Row& row, const Act& act) {
    const std::string_view purpose = row.purpose;
    return purpose.empty() || act.data.text("purpose") == purpose;
}

// 行政处罚法 第二十七条: what the criminal side sends back registers the clue where it opens the case.
bool does(const Row& row, const Act& act) {
    const bool opens = act.n == 1 && act.type == "receive_reverse_referral";
    return act.type == row.act || (opens && std::string_view(row.act) == "register_clue");
}

std::vector<int> done_by(const Row& row, const Case& file) {
    std::vector<int> acts;
    for (const Act& act : file.acts())
        if (does(row, act) && is_paper(row, act) && fits_purpose(row, act) && !file.struck(act.n))
            acts.push_back(act.n);
    return acts;
}

// Goods are over when nothing is held any more; the measure ends by decision, lifting or disposal, whichever
// comes.
bool is_needless(const Row& row, const State& state) {
    const std::string_view act = row.act;
    if (act == "approve_urgent")
        return std::ranges::none_of(state.seizures, [](const Measure& measure) { return measure.urgent; });
    if (act == "lift_seizure" || act == "dispose_goods")
        return act == "lift_seizure" &&
               (decided_goods(state) || std::ranges::all_of(state.seizures, &Measure::ended));
    return false;
}

// What was not needed and can no longer be done is no task any more.
bool is_past(const Task& task, MainState main) {
    if (task.status != "cannot_start") return false;
    const auto row = std::ranges::find(rows, task.id, &Row::id);
    const bool over = main == MainState::closed || main == MainState::archived || main == MainState::joined;
    return over || (row->optional && main > MainState::suspended);
}

// Serving is open as long as the case is; what matters is whether there is a paper to be served.
bool has_paper(const Row& row, const std::vector<DueDocument>& papers) {
    return row.document == 0 || std::ranges::any_of(papers, [&](const DueDocument& paper) {
               return paper.document == std::to_string(row.document) ||
                      (row.document == 45 && paper.document == "46");
           });
}

void say_why(Task& task, const Refusal& refusal) {
    task.because = refusal.message;
    if (!refusal.basis.empty()) task.because += fmt::format("（{}）", refusal.basis);
}

}  // namespace

std::vector<Task> Case::tasks(base::Instant at) const {
    std::vector<ClockMemo> memos(states_.size());
    const auto papers = documents();
    const MainState main = main_state(at);
    const auto now = standing(0, at.date());
    std::vector<Task> tasks;
    for (const Row& row : rows) {
        const ActType* type = table(at.date()).find(row.act);
        if (type == nullptr || !row.shown(*now) || is_needless(row, *now)) continue;
        const base::Value known = *row.purpose == '\0' ? base::Value()
                                                       : base::Value(base::Object{
                                                             {"purpose", row.purpose}
        });
        Task task{.id = row.id,
                  .title = row.title,
                  .status = "cannot_start",
                  .act = row.act,
                  .basis = type->basis,
                  .done_by = done_by(row, *this)};
        if (!task.done_by.empty())
            task.status = "done";
        else if (!has_paper(row, papers))
            task.because = "尚未制作需要送达的文书";
        else if (is_open(*type, at, memos, known))
            task.status = "can_start";
        if (is_past(task, main)) continue;
        if (task.status == "cannot_start" && task.because.empty() && of_this_procedure(*type, matter_))
            if (const auto refusal = probe_act(*type, at, memos, known)) say_why(task, *refusal);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

}  // namespace procedure
