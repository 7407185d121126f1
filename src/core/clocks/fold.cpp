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
    if (!done->performed_on || *done->performed_on > book.today) return;
    for (const auto* code : {"COURT_APPLY", "COURT_JUDGMENT"}) book.cancel(code, *done->performed_on);
    const auto* decision = book.act(done->decide_act);
    const auto* closing = book.latest("CLOSE_FORM");
    if (decision && decision->type == "decide" && (!closing || closing->started_by < decision->n))
        if (Run* run = book.start("CLOSE_FORM", *decision, *done->performed_on))
            run->started_by = done->performed_by;
}

base::Date last_instalment(const casefile::Act& defer) {
    base::Date last = defer.at.date();
    for (const auto& part : defer.data.list("plan"))
        last = std::max(last, date_in(part, "due").value_or(last));
    return last;
}

// How the last suit ended: nothing while none was brought, and no outcome while it runs.
struct Suit {
    bool brought = false;
    std::string_view outcome = {};
    const casefile::Act* ended_by = nullptr;
};

Suit last_suit(const Book& book, int decide_act) {
    Suit suit;
    for (const auto& act : book.acts) {
        if (act.n <= decide_act) continue;
        if (act.type == "sue") suit = {.brought = true};
        if (act.type == "end_suit" && act.data.truth("final"))
            suit = {.brought = true, .outcome = act.data.text("outcome"), .ended_by = &act};
    }
    return suit;
}

// 行政强制法 第五十三条; 行政处罚法 第七十二条第二款: three months from the end of the litigation period, or
// of the deferral.
void finish_court(Book& book, const calendar::WorkCalendar& work_calendar) {
    const auto done = performance(book.acts);
    if (!done || !done->served_on) return;
    // 行政诉讼法 第九十七条: the three months are for decisions no court has judged.
    const Suit suit = last_suit(book, done->decide_act);
    const bool withdrawn = suit.outcome == "withdrawn";
    if (suit.brought && !withdrawn) return;
    // What ran against a decision that fell says nothing of the one that took its place.
    const auto of_this_decision = [&](std::string_view code) {
        Run* run = book.latest(code);
        return run && run->started_by >= done->decide_act ? run : nullptr;
    };
    Run* window = of_this_decision("SUIT_AFTER_RECON");
    if (!window) window = of_this_decision("SUIT_WINDOW");
    // 行政复议法 第二十三条: an on-the-spot penalty goes to reconsideration first; unused, no suit is left.
    if (!window) window = of_this_decision("RECON_WINDOW");
    if (!window || (!window->is_open() && !withdrawn)) return;
    base::Date end = evaluate(*window, book, work_calendar, Detail::brief).due;
    const casefile::Act* trigger = book.act(window->started_by);
    for (const auto& act : book.acts)
        if (act.type == "defer" && act.n > done->decide_act && !is_withdrawn(book, act) &&
            last_instalment(act) > end)
            end = last_instalment(act), trigger = &act;
    if (withdrawn && date_of(*suit.ended_by, "on") > end)
        end = date_of(*suit.ended_by, "on"), trigger = suit.ended_by;
    const bool paid_before = done->performed_on && *done->performed_on <= end;
    if (!trigger || end >= book.today || paid_before) return;
    Run* run = book.start("COURT_APPLY", *trigger, end);
    if (!run) return;
    for (const auto& act : book.acts)
        if (act.type == "apply_court" && act.n > done->decide_act)
            book.meet("COURT_APPLY", act, act.at.date());
}

void finish_judgment(Book& book) {
    for (const auto& act : book.acts) {
        const Run* run = act.type == "apply_court" ? book.open("COURT_JUDGMENT") : nullptr;
        if (run && act.n > run->started_by) book.meet("COURT_JUDGMENT", act, act.at.date());
    }
}

void finish_closing(Book& book) {
    // A case decided again is closed again: each closing belongs to what came before it.
    for (const auto& act : book.acts)
        for (auto& run : book.runs)
            if (act.type == "close" && run.row->code == "CLOSE_FORM" && run.is_open() &&
                run.started_by < act.n) {
                run.met_on = date_of(act, "form_on");
                run.met_by = act.n;
            }
}

}  // namespace

void fold(Book& book, const calendar::WorkCalendar& work_calendar) {
    for (const auto& act : book.acts)
        fold_investigation(book, act) || fold_measures(book, act) || fold_hearing(book, act) ||
            fold_decision(book, act) || fold_referral(book, act) || fold_after(book, act) ||
            fold_supervision(book, act) || fold_complaint(book, act);
    if (book.acts.empty()) return;
    finish_court(book, work_calendar);
    finish_judgment(book);
    finish_performance(book);
    finish_closing(book);
}

}  // namespace clocks
