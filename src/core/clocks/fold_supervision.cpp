#include "clocks/book.hpp"

namespace clocks {

namespace {

// 执法监督规定 第十七条、第十九条: a notice is answered, a decision may be objected to.
void receive_supervision(Book& book, const casefile::Act& act) {
    const auto kind = act.data.text("kind");
    if (kind == "notice") book.start("SUP_REPLY", act, date_of(act, "received_on"));
    if (kind == "decision") book.start("SUP_OBJECT", act, date_of(act, "received_on"));
}

// 执法监督规定 第十八条: what was put right is reported; the period runs once, from the first completion.
void complete_rectification(Book& book, const casefile::Act& act) {
    const int of = number_in(act.data, "of");
    if (book.latest("SUP_REPORT", of) != nullptr) return;
    if (Run* run = book.start("SUP_REPORT", act, date_of(act, "done_on"))) run->of = of;
}

// 执法监督规定 第十九条: a decision that was taken back asks for nothing any more.
void supervision_rechecked(Book& book, const casefile::Act& act) {
    const auto* objection = book.act(number_in(act.data, "of"));
    if (objection == nullptr || act.data.text("outcome") != "revoked") return;
    book.cancel("SUP_REPORT", date_of(act, "received_on"), number_in(objection->data, "of"));
}

}  // namespace

bool fold_supervision(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (type == "receive_supervision") {
        receive_supervision(book, act);
    } else if (type == "answer_supervision") {
        book.meet("SUP_REPLY", act, date_of(act, "sent_on"), number_in(act.data, "of"));
    } else if (type == "object_supervision") {
        book.meet("SUP_OBJECT", act, date_of(act, "sent_on"), number_in(act.data, "of"));
    } else if (type == "complete_rectification") {
        complete_rectification(book, act);
    } else if (type == "report_rectification") {
        book.meet("SUP_REPORT", act, date_of(act, "sent_on"), number_in(act.data, "of"));
    } else if (type == "receive_supervision_recheck") {
        supervision_rechecked(book, act);
    } else {
        return false;
    }
    return true;
}

}  // namespace clocks
