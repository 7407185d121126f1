#include <algorithm>

#include "clocks/book.hpp"

namespace clocks {

namespace {

constexpr const char* of_the_decision[] = {
    "SERVE_DECISION", "PAY",           "DUN_WAIT",    "COURT_APPLY",  "PUBLISH_DOUBLE", "PUBLISH_SAME",
    "PUSH_OTHER",     "PUBLISH_OTHER", "SUIT_WINDOW", "RECON_WINDOW", "COURT_JUDGMENT", "SUIT_AFTER_RECON"};

// 行政处罚法 第四十八条第三款; 公示规定 第十一条: what was published is taken down within three working days.
void decision_falls(Book& book, const casefile::Act& act, base::Date on, bool redo) {
    for (const auto* code : of_the_decision) book.cancel(code, on);
    if (book.published) book.start("TAKE_DOWN", act, on);
    const bool closed = std::ranges::any_of(
        book.acts, [&](const casefile::Act& each) { return each.type == "close" && each.n < act.n; });
    if (redo) {
        book.cancel("CLOSE_FORM", on);
        book.start("CASE_DECIDE", act, on);
    } else if (!book.open("CLOSE_FORM") && !closed) {
        book.start("CLOSE_FORM", act, on);
    }
}

void publish(Book& book, const casefile::Act& act) {
    const auto on = date_of(act, "on");
    const auto where = act.data.text("where");
    book.published = true;
    if (where == "own_province") book.meet("PUBLISH_SAME", act, on);
    // procedure.md B-06: what the credit system shows in this province reaches the local platform too.
    if (where == "own_province" || where == "double_publicity") book.meet("PUBLISH_DOUBLE", act, on);
    if (where == "pushed") {
        book.meet("PUSH_OTHER", act, on);
        book.start("PUBLISH_OTHER", act, on);
    }
    if (where == "other_province") book.meet("PUBLISH_OTHER", act, on);
}

// 信用修复管理办法 第十六条
void repair_accepted(Book& book, const casefile::Act& act, const casefile::Act& application) {
    const bool abnormal = application.data.text("kind") == "abnormal_list";
    if (Run* run = book.start(abnormal ? "ABN_DECIDE" : "REPAIR_DECIDE", act, act.at.date()))
        run->of = application.n;
}

// 信用修复管理办法 第十四条: accepted, or all that is missing said at once, within two working days.
void apply_repair(Book& book, const casefile::Act& act) {
    book.start("REPAIR_ACCEPT", act, date_of(act, "received_on"));
    const auto outcome = act.data.text("outcome");
    if (outcome == "received") return;
    book.meet("REPAIR_ACCEPT", act, act.at.date(), act.n);
    if (outcome == "accepted") repair_accepted(book, act, act);
}

void accept_repair(Book& book, const casefile::Act& act) {
    const auto* application = book.act(number_in(act.data, "of"));
    if (application == nullptr) return;
    book.meet("REPAIR_ACCEPT", act, act.at.date(), application->n);
    if (act.data.text("outcome") == "accepted") repair_accepted(book, act, *application);
}

void decide_repair(Book& book, const casefile::Act& act) {
    const int of = number_in(act.data, "of");
    const auto on = date_of(act, "on");
    for (const auto* code : {"REPAIR_DECIDE", "ABN_DECIDE"}) {
        Run* run = book.open(code, of);
        if (!run) continue;
        if (act.data.text("outcome") == "extended") {
            const int amount = run->row->extension ? run->row->extension->amount : 0;
            run->extensions.push_back({act.n, on, amount, {}, act.approved_by.value_or("")});
        } else {
            book.meet(code, act, on, of);
            book.start("REPAIR_DO", act, on);
        }
    }
}

// 行政复议法 第四十八条、第五十四条; while it runs the six months for court do not.
void apply_reconsideration(Book& book, const casefile::Act& act) {
    book.meet("RECON_WINDOW", act, date_of(act, "received_on"));
    book.cancel("SUIT_WINDOW", date_of(act, "received_on"));
    book.begin_pause("remedy", act, date_of(act, "received_on"));
    const bool summary = act.data.text("track") == "summary";
    book.start(summary ? "RECON_REPLY_SUMMARY" : "RECON_REPLY", act, date_of(act, "copy_received_on"));
}

void end_reconsideration(Book& book, const casefile::Act& act) {
    const auto outcome = act.data.text("outcome");
    const auto on = date_of(act, "received_on");
    for (const auto* code : {"RECON_REPLY", "RECON_REPLY_SUMMARY"}) book.cancel(code, on);
    book.end_pause("remedy", number_in(act.data, "of"), on);
    if (outcome == "withdrawn") {
        if (Run* window = book.latest("SUIT_WINDOW")) window->voided_on.reset();
        return;
    }
    const bool falls = outcome == "revoked" || outcome == "revoked_redo" || outcome == "void";
    if (outcome != "mediated" && !falls) book.start("SUIT_AFTER_RECON", act, on);
    if (falls)
        decision_falls(book, act, on, outcome == "revoked_redo");
    else if ((outcome == "changed" || outcome == "illegal") && book.published)
        book.start("TAKE_DOWN", act, on);
}

void sue(Book& book, const casefile::Act& act) {
    const auto copy = date_of(act, "copy_received_on");
    Run* window = book.open("SUIT_AFTER_RECON");
    if (!window) window = book.open("SUIT_WINDOW");
    if (window) {
        window->met_on = copy;
        window->met_by = act.n;
        window->met_regardless = true;
    }
    book.cancel("COURT_APPLY", copy);
    book.begin_pause("remedy", act, copy);
    book.start("SUIT_REPLY", act, copy);
}

void end_suit(Book& book, const casefile::Act& act) {
    const auto outcome = act.data.text("outcome");
    const auto on = date_of(act, "on");
    book.cancel("SUIT_REPLY", on);
    if (act.data.truth("final")) book.end_pause("remedy", number_in(act.data, "of"), on);
    if (!act.data.truth("final")) return;
    if (outcome == "revoked" || outcome == "revoked_redo")
        decision_falls(book, act, on, outcome == "revoked_redo");
    else if ((outcome == "changed" || outcome == "illegal") && book.published)
        book.start("TAKE_DOWN", act, on);
    // 行政诉讼法 第九十五条; 适用解释 第一百五十三条: two years to have the judgment enforced.
    if (outcome == "dismissed" || outcome == "changed")
        book.start("COURT_JUDGMENT", act, date_of(act, act.data.has("perform_by") ? "perform_by" : "on"));
}

void take_down(Book& book, const casefile::Act& act) {
    book.meet("TAKE_DOWN", act, date_of(act, "on"));
    if (act.data.text("reason") == "repaired") book.meet("REPAIR_DO", act, date_of(act, "on"));
}

// 程序规定 第七十七条第一款第（二）项: the court has ended the enforcement.
void enforcement_ended(Book& book, const casefile::Act& act, base::Date on) {
    for (const auto* code : {"PAY", "DUN_WAIT", "COURT_APPLY", "COURT_JUDGMENT"}) book.cancel(code, on);
    book.start("CLOSE_FORM", act, on);
}

void stop_enforcement(Book& book, const casefile::Act& act) {
    const auto ground = act.data.text("ground");
    if (ground != "hardship" && ground != "third_party_claim") enforcement_ended(book, act, act.at.date());
}

}  // namespace

bool fold_after(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (type == "revoke_decision") {
        decision_falls(book, act, act.at.date(), act.data.truth("redo"));
    } else if (type == "publish") {
        publish(book, act);
    } else if (type == "take_down") {
        take_down(book, act);
    } else if (type == "apply_repair") {
        apply_repair(book, act);
    } else if (type == "accept_repair") {
        accept_repair(book, act);
    } else if (type == "decide_repair") {
        decide_repair(book, act);
    } else if (type == "apply_reconsideration") {
        apply_reconsideration(book, act);
    } else if (type == "answer_reconsideration") {
        for (const auto* code : {"RECON_REPLY", "RECON_REPLY_SUMMARY"})
            book.meet(code, act, date_of(act, "sent_on"), number_in(act.data, "of"));
    } else if (type == "end_reconsideration") {
        end_reconsideration(book, act);
    } else if (type == "sue") {
        sue(book, act);
    } else if (type == "answer_suit") {
        book.meet("SUIT_REPLY", act, date_of(act, "sent_on"));
    } else if (type == "end_suit") {
        end_suit(book, act);
    } else if (type == "court_ruling") {
        if (act.data.text("outcome") == "ended") enforcement_ended(book, act, date_of(act, "on"));
    } else if (type == "stop_enforcement") {
        stop_enforcement(book, act);
    } else {
        return false;
    }
    return true;
}

}  // namespace clocks
