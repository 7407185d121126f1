#include "clocks/book.hpp"

namespace clocks {

namespace {

void decide_referral(Book& book, const casefile::Act& act) {
    book.meet("REF_DECIDE", act, act.at.date());
    if (act.data.text("outcome") != "approve") return;
    if (Run* run = book.start("REF_SEND", act, act.at.date())) run->from = act.at;
}

void send_referral(Book& book, const casefile::Act& act) {
    if (Run* run = book.open("REF_SEND")) {
        run->met_on = act.at.date();
        run->met_at = act.at;
        run->met_by = act.n;
    }
    if (Run* run = book.start("POLICE_RECEIPT", act, act.at.date())) run->from = act.at;
}

// 移送规定 第七条、第八条: what is not theirs the police pass on within twenty-four hours and say so; of what
// is theirs they decide in three days. Their periods are followed, not enforced.
void police_receipt(Book& book, const casefile::Act& act) {
    const auto received = date_of(act, "received_on");
    const bool theirs = act.data.truth("accepted");
    if (!theirs && !act.data.has("passed_to")) return;
    book.meet("POLICE_RECEIPT", act, received);
    if (Run* run = book.latest("POLICE_RECEIPT"); run && run->met_by == act.n && received == act.at.date())
        run->met_at = act.at;
    if (!book.open("POLICE_DECIDE")) book.start("POLICE_DECIDE", act, received);
}

void police_decision(Book& book, const casefile::Act& act) {
    const auto outcome = act.data.text("outcome");
    for (const auto* code : {"POLICE_RECEIPT", "POLICE_DECIDE"})
        book.meet(code, act, date_of(act, "received_on"));
    if (outcome == "filed") book.start("REF_HANDOVER", act, date_of(act, "received_on"));
    if (outcome == "not_filed") book.start("REF_OBJECT", act, date_of(act, "received_on"));
}

// 行政处罚法 第二十七条; 移送规定 第十三条: a case sent back is a clue when none is in hand.
void receive_reverse(Book& book, const casefile::Act& act) {
    const auto received = date_of(act, "received_on");
    if (!book.latest("CLUE_CHECK")) book.start("CLUE_CHECK", act, received);
    if (Run* run = book.start("REFERRAL_REPLY", act, received)) run->fixed_due = date_of(act, "reply_due");
}

}  // namespace

bool fold_referral(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (type == "propose_referral") {
        book.start("REF_DECIDE", act, act.at.date());
    } else if (type == "decide_referral") {
        decide_referral(book, act);
    } else if (type == "send_referral") {
        send_referral(book, act);
    } else if (type == "police_receipt") {
        police_receipt(book, act);
    } else if (type == "police_decision") {
        police_decision(book, act);
    } else if (type == "object_police_decision") {
        book.meet("REF_OBJECT", act, date_of(act, "sent_on"));
    } else if (type == "hand_over_goods") {
        book.meet("REF_HANDOVER", act, act.at.date());
        book.meet("SEIZE", act, act.at.date(), number_in(act.data, "of"));
    } else if (type == "receive_reverse_referral") {
        receive_reverse(book, act);
    } else if (type == "answer_reverse_referral") {
        book.meet("REFERRAL_REPLY", act, date_of(act, "sent_on"), number_in(act.data, "of"));
    } else {
        return false;
    }
    return true;
}

}  // namespace clocks
