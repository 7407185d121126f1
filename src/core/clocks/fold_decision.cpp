#include <algorithm>

#include "base/money.hpp"
#include "clocks/book.hpp"
#include "clocks/clocks.hpp"

namespace clocks {

namespace {

// 公示规定 第二条: a penalty that is only a warning is not published.
bool is_published(const base::Value& penalty) {
    const auto& kinds = penalty.list("kinds");
    return std::ranges::any_of(kinds,
                               [](const base::Value& kind) { return !(kind == base::Value("warning")); });
}

// acts.md §2.1 "same province": first two digits; a party without a region counts as of this province.
bool is_same_province(const Book& book, const casefile::Act& act) {
    for (const auto& party : book.matter.parties)
        if (!act.party || party.id == *act.party)
            return party.region.size() < 2 || party.region.substr(0, 2) == book.matter.agency.substr(0, 2);
    return true;
}

void decide(Book& book, const casefile::Act& act) {
    const auto on = act.at.date();
    const auto kind = act.data.text("kind");
    book.meet("CASE_DECIDE", act, on);
    if (kind == "penalty" || kind == "no_penalty" || kind == "not_established")
        book.start("SERVE_DECISION", act, on);
    if (kind != "penalty") {
        book.start("CLOSE_FORM", act, on);
    } else if (is_published(act.data["penalty"])) {
        book.start("PUBLISH_DOUBLE", act, on);
        book.start(is_same_province(book, act) ? "PUBLISH_SAME" : "PUSH_OTHER", act, on);
    }
}

void start_remedies(Book& book, const casefile::Act& act, base::Date known_on) {
    book.start("RECON_WINDOW", act, known_on);
    book.start("SUIT_WINDOW", act, known_on);
}

bool has_money(const base::Value& penalty) {
    // A sum written beside the kinds imposes nothing.
    for (const auto& [kind, field] : {
             std::pair{"fine",             "fine" },
             std::pair{"confiscate_gains", "gains"}
    })
        if (const auto sum = base::Money::parse(penalty.text(field));
            lists(penalty, "kinds", kind) && sum && sum->in_fen() > 0)
            return true;
    return false;
}

const casefile::Act* last_of(const Book& book, std::string_view type, int before) {
    const casefile::Act* last = nullptr;
    for (const auto& act : book.acts)
        if (act.type == type && act.n < before) last = &act;
    return last;
}

// The party has had this notice already: another copy of it starts nothing anew.
bool reached_before(const Book& book, const casefile::Act& notice, const casefile::Act& serve) {
    return std::ranges::any_of(book.acts, [&](const casefile::Act& act) {
        return act.n > notice.n && act.n < serve.n && document_of(act) == 37 && service_day(act).has_value();
    });
}

// 行政诉讼法 第四十六条; 行政强制法 第五十三条、第五十四条: periods run from the first service that took
// effect, whichever copy came later.
bool reached_otherwise(const Book& book, const casefile::Act& of, const casefile::Act& serve) {
    const auto day = service_day(serve);
    return std::ranges::any_of(book.acts, [&](const casefile::Act& act) {
        if (act.n <= of.n || act.n == serve.n || document_of(act) != document_of(serve)) return false;
        const auto named = number_in(act.data, "of");
        const auto other = service_day(act);
        return (named == 0 || named == of.n) && other &&
               (*other < *day || (*other == *day && act.n < serve.n));
    });
}

// 程序规定 第五十七条第二款; 行政处罚法 第六十四条第（一）项. A new notice takes the place of the one before
// it; an older one served once more takes the place of nothing.
void notice_served(Book& book, const casefile::Act& serve, base::Date day) {
    const auto* latest = last_of(book, "approve_notice", serve.n);
    const auto* notice = book.act(number_in(serve.data, "of"));
    if (!notice || notice->type != "approve_notice") notice = latest;
    if (notice != latest || (notice && reached_before(book, *notice, serve))) return;
    book.cancel("ANSWER", day);
    book.cancel("HEAR_REQ", day);
    book.start("ANSWER", serve, day);
    if (notice && notice->data.truth("hearing_offered")) book.start("HEAR_REQ", serve, day);
}

void decision_served(Book& book, const casefile::Act& serve, base::Date day) {
    const auto* decision = book.act(number_in(serve.data, "of"));
    if (!decision || decision->type != "decide") decision = last_of(book, "decide", serve.n);
    // A public notice keeps the seven working days by being published in them.
    book.meet("SERVE_DECISION", serve, date_in(serve.data, "published_on").value_or(day));
    if (day > book.today || (decision && reached_otherwise(book, *decision, serve))) return;
    start_remedies(book, serve, day);
    if (!decision || document_of(serve) != 45) return;
    const auto& penalty = decision->data["penalty"];
    if (has_money(penalty)) book.start("PAY", serve, day);
    // Seized goods are confiscated once the decision is served: the measure is over (acts.md §2, M
    // CONFISCATED).
    if (lists(penalty, "kinds", "confiscate_goods"))
        while (book.open("SEIZE")) book.meet("SEIZE", serve, day);
}

// 行政强制法 第五十四条: ten working days from the receipt of the letter.
void dun_served(Book& book, const casefile::Act& serve, base::Date day) {
    const auto* letter = book.act(number_in(serve.data, "of"));
    if (!letter || letter->type != "dun") letter = last_of(book, "dun", serve.n);
    if (!letter || !reached_otherwise(book, *letter, serve)) book.start("DUN_WAIT", serve, day);
}

void serve(Book& book, const casefile::Act& act) {
    const int document = document_of(act);
    const auto day = service_day(act);
    if (!day) return;
    if (act.data.text("method") == "public_notice") {
        const auto published = date_of(act, "published_on");
        book.start("PUBLIC_NOTICE", act, published);
        book.begin_pause("public_notice", act, published);
        book.pauses.back().last = *day;
    }
    if (document == 45 || document == 46) decision_served(book, act, *day);
    if (*day > book.today) return;
    if (document == 37) notice_served(book, act, *day);
    if (document == 39) book.meet("HEAR_NOTICE", act, *day);
    if (document == 48) dun_served(book, act, *day);
}

void waive(Book& book, const casefile::Act& act) {
    const auto signed_on = date_of(act, "signed_on");
    if (lists(act.data, "covers", "statement")) book.meet("ANSWER", act, signed_on);
    if (lists(act.data, "covers", "hearing")) book.meet("HEAR_REQ", act, signed_on);
}

void decide_on_spot(Book& book, const casefile::Act& act) {
    const auto on = act.at.date();
    book.meet("CLUE_CHECK", act, on);
    book.start("SUMMARY_FILE", act, on);
    if (has_money(act.data["penalty"])) book.start("PAY", act, on);
    book.start("RECON_WINDOW", act, on);
}

void defer(Book& book, const casefile::Act& act) {
    Run* run = book.open("PAY");
    if (!run) return;
    base::Date last = run->anchor;
    for (const auto& part : act.data.list("plan")) last = std::max(last, date_in(part, "due").value_or(last));
    run->extensions.push_back({act.n, act.at.date(), 0, last, act.approved_by.value_or("")});
}

void remit(Book& book, const casefile::Act& act) {
    const auto on = date_of(act, "on");
    if (act.data.text("step") == "to_agency") {
        book.meet("CASH_TO_AGENCY", act, on, number_in(act.data, "of"));
        book.start("CASH_TO_BANK", act, on);
    } else {
        book.meet("CASH_TO_BANK", act, on);
    }
}

}  // namespace

bool fold_decision(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (type == "serve") {
        serve(book, act);
    } else if (type == "answer_notice") {
        book.meet("ANSWER", act, date_of(act, "received_on"));
    } else if (type == "waive_answer") {
        waive(book, act);
    } else if (type == "decide") {
        decide(book, act);
    } else if (type == "decide_on_spot") {
        decide_on_spot(book, act);
    } else if (type == "collect_on_spot") {
        book.start("CASH_TO_AGENCY", act, date_of(act, "landed_on"));
    } else if (type == "remit_cash") {
        remit(book, act);
    } else if (type == "file_summary") {
        book.meet("SUMMARY_FILE", act, date_of(act, "on"));
    } else if (type == "defer") {
        defer(book, act);
    } else {
        return false;
    }
    return true;
}

}  // namespace clocks
