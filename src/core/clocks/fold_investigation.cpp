#include <algorithm>

#include "clocks/book.hpp"

namespace clocks {

namespace {

void extend(Run* run, const casefile::Act& act, int amount) {
    if (run) run->extensions.push_back({act.n, act.at.date(), amount, {}, act.approved_by.value_or("")});
}

void extend_until(Run* run, const casefile::Act& act, std::optional<base::Date> until) {
    if (run && until)
        run->extensions.push_back({act.n, act.at.date(), 0, until, act.approved_by.value_or("")});
}

int extension_amount(const Run* run) {
    return run && run->row->extension ? run->row->extension->amount : 0;
}

// The investigation is over without a decision of ours.
void leave(Book& book, const casefile::Act& act) {
    book.cancel("CASE_DECIDE", act.at.date());
    book.cancel("REVIEW", act.at.date());
    book.end_pause("suspension", 0, act.at.date());
    book.start("CLOSE_FORM", act, act.at.date());
}

// 程序规定 第五十四条: what was sent back is reviewed when it is sent again, in a period of its own. Old
// records do not say where the case went; their period stays.
void return_step(Book& book, const casefile::Act& act) {
    const auto goes_to = act.data.text("goes_to");
    if (!goes_to.empty() && goes_to != "IN_REVIEW" && goes_to != "POST_HEARING_REVIEW")
        book.cancel("REVIEW", act.at.date());
}

// 程序规定 第六十四条第二款、第五十九条: a refund ordered stops the time until its day or until it is done.
void order_refund(Book& book, const casefile::Act& act) {
    book.begin_pause("refund", act, act.at.date());
    book.pauses.back().last = date_in(act.data, "due").value_or(act.at.date());
}

void refund_done(Book& book, const casefile::Act& act) {
    for (auto& pause : book.pauses)
        if (pause.kind == "refund" && pause.act == number_in(act.data, "of") &&
            act.data.text("outcome") == "done")
            pause.last =
                std::min(pause.last.value_or(date_of(act, "checked_on")), date_of(act, "checked_on"));
}

// 程序规定 第四十六条第二款、第六十四条第二款: the case goes on at once when the ground is gone; what passes
// until then is nobody's time but ours.
void resume(Book& book, const casefile::Act& act) {
    const auto ended = std::min(date_of(act, "ground_ended_on"), act.at.date());
    for (auto& pause : book.pauses)
        if (pause.kind == "suspension" && !pause.last) pause.last = ended;
    std::erase_if(book.pauses, [](const Pause& pause) {
        return pause.kind == "suspension" && pause.last && *pause.last < pause.first;
    });
}

// 程序规定 第四十五条第二款: fifteen working days from the letter; done, or told before they are over.
void answer_assistance(Book& book, const casefile::Act& act) {
    int of = number_in(act.data, "of");
    if (of == 0) {
        book.start("ASSIST", act, date_of(act, "received_on"));
        of = act.n;
    }
    book.meet("ASSIST", act, date_of(act, "told_on"), of);
}

// 并案: every period goes on in the case this one was joined to.
void end_here(Book& book, const casefile::Act& act) {
    for (auto& run : book.runs)
        if (run.is_open()) run.voided_on = act.at.date();
}

bool fold_clue(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (type == "register_clue" || type == "reopen_clue") {
        book.start("CLUE_CHECK", act, date_of(act, "found_on"));
    } else if (type == "extend_check") {
        Run* run = book.open("CLUE_CHECK");
        extend(run, act, extension_amount(run));
    } else if (type == "transfer_clue" || type == "decline_filing") {
        book.meet("CLUE_CHECK", act, act.at.date());
    } else if (type == "file_case") {
        book.meet("CLUE_CHECK", act, act.at.date());
        book.start("CASE_DECIDE", act, act.at.date());
    } else if (type == "join_case") {
        // Joined cases are decided in the time of the one that was filed first.
        Run* run = book.open("CASE_DECIDE");
        if (const auto filed = date_in(act.data, "filed_on"); run && filed && *filed < run->anchor)
            run->anchor = *filed;
    } else if (type == "be_joined") {
        end_here(book, act);
    } else if (type == "dispute_jurisdiction") {
        book.start("JUR_CONSULT", act, date_of(act, "arose_on"));
    } else if (type == "request_designation") {
        book.meet("JUR_CONSULT", act, date_of(act, "sent_on"));
        book.start("JUR_DESIGNATE", act, date_of(act, "sent_on"));
    } else if (type == "designate_jurisdiction") {
        book.meet("JUR_CONSULT", act, date_of(act, "on"));
        book.meet("JUR_DESIGNATE", act, date_of(act, "on"));
        if (act.data.has("ours") && !act.data.truth("ours")) leave(book, act);
    } else {
        return false;
    }
    return true;
}

}  // namespace

bool fold_investigation(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (fold_clue(book, act)) return true;
    if (type == "commission_test") {
        book.begin_pause(act.data.text("kind"), act, act.at.date());
    } else if (type == "receive_test_result") {
        const int commission = number_in(act.data, "of");
        const auto received = date_of(act, "received_on");
        book.end_pause("", commission, received);
        for (auto& pause : book.pauses)
            if (pause.commission == commission && pause.commission && pause.last)
                pause.last = std::min(*pause.last, received);
    } else if (type == "order_refund") {
        order_refund(book, act);
    } else if (type == "check_correction") {
        refund_done(book, act);
    } else if (type == "suspend") {
        book.begin_pause("suspension", act, act.at.date());
    } else if (type == "resume") {
        resume(book, act);
    } else if (type == "transfer_case" || type == "terminate") {
        leave(book, act);
    } else if (type == "extend_decision") {
        Run* run = book.open("CASE_DECIDE");
        extend(run, act, extension_amount(run));
    } else if (type == "extend_decision_panel") {
        Run* run = book.open("CASE_DECIDE");
        extend_until(run, act, date_in(act.data, "until"));
        // 程序规定 第六十四条第一款: it rests on what the panel resolved.
        if (run && !run->extensions.empty() && run->extensions.back().act == act.n)
            run->extensions.back().minutes = number_in(act.data, "panel");
    } else if (type == "send_review") {
        book.start("REVIEW", act, date_of(act, "received_on"));
    } else if (type == "extend_review") {
        extend_until(book.open("REVIEW", number_in(act.data, "of")), act, date_in(act.data, "until"));
    } else if (type == "review") {
        book.meet("REVIEW", act, act.at.date(), number_in(act.data, "of"));
    } else if (type == "return") {
        return_step(book, act);
    } else if (type == "receive_assistance_letter") {
        book.start("ASSIST", act, date_of(act, "received_on"));
    } else if (type == "answer_assistance") {
        answer_assistance(book, act);
    } else {
        return false;
    }
    return true;
}

}  // namespace clocks
