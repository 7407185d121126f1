#include <algorithm>

#include "clocks/book.hpp"
#include "clocks/clocks.hpp"
#include "clocks/evaluate.hpp"
#include "clocks/performance.hpp"

namespace clocks {

namespace {

// 程序规定 第七十七条第一款第（一）项: performed → closing form within 15 working days. Money in ends the
// payment clocks.
void finish_performance(Book& book) {
    const auto done = performance(book.acts);
    if (!done || !done->served_on) return;
    if (const auto* paid = book.act(done->money_in_by); paid && done->money_in_on) {
        book.meet("PAY", *paid, *done->money_in_on);
        book.meet("DUN_WAIT", *paid, *done->money_in_on);
    }
    if (!done->performed_on) return;
    book.cancel("COURT_APPLY", *done->performed_on);
    const auto* decision = book.act(done->decide_act);
    if (decision && decision->type == "decide" && !book.latest("CLOSE_FORM"))
        if (Run* run = book.start("CLOSE_FORM", *decision, *done->performed_on))
            run->started_by = done->performed_by;
}

base::Date last_instalment(const casefile::Act& defer) {
    base::Date last = defer.at.date();
    for (const auto& part : defer.data.list("plan"))
        last = std::max(last, date_in(part, "due").value_or(last));
    return last;
}

// 行政强制法 第五十三条; 行政处罚法 第七十二条第二款: three months from the end of the litigation period, or
// of the deferral.
void finish_court(Book& book, const calendar::WorkCalendar& work_calendar) {
    const auto done = performance(book.acts);
    if (!done || !done->served_on || book.latest("SUIT_REPLY")) return;
    Run* window = book.latest("SUIT_AFTER_RECON");
    if (!window) window = book.latest("SUIT_WINDOW");
    if (!window || !window->is_open()) return;
    base::Date end = evaluate(*window, book, work_calendar, Detail::brief).due;
    const casefile::Act* trigger = book.act(window->started_by);
    for (const auto& act : book.acts)
        if (act.type == "defer" && last_instalment(act) > end) end = last_instalment(act), trigger = &act;
    const bool paid_before = done->performed_on && *done->performed_on <= end;
    if (!trigger || end >= book.today || paid_before) return;
    Run* run = book.start("COURT_APPLY", *trigger, end);
    if (!run) return;
    for (const auto& act : book.acts)
        if (act.type == "apply_court") book.meet("COURT_APPLY", act, act.at.date());
}

void finish_closing(Book& book) {
    for (const auto& act : book.acts)
        if (act.type == "close") book.meet("CLOSE_FORM", act, date_of(act, "form_on"));
}

}  // namespace

void fold(Book& book, const calendar::WorkCalendar& work_calendar) {
    for (const auto& act : book.acts)
        fold_investigation(book, act) || fold_measures(book, act) || fold_hearing(book, act) ||
            fold_decision(book, act) || fold_referral(book, act) || fold_after(book, act) ||
            fold_complaint(book, act);
    if (book.acts.empty()) return;
    finish_court(book, work_calendar);
    finish_performance(book);
    finish_closing(book);
}

}  // namespace clocks
