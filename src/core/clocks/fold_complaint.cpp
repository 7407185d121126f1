#include "clocks/book.hpp"

namespace clocks {

// 投诉举报处理办法 第十四条、第二十三条 (acts.md §3.11).
bool fold_complaint(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (type == "register_complaint") {
        book.start("CPL_ACCEPT", act, date_of(act, "competent_on"));
    } else if (type == "accept_complaint") {
        book.meet("CPL_ACCEPT", act, date_of(act, "told_on"));
        book.start("CPL_MEDIATE", act, act.at.date());
    } else if (type == "refuse_complaint") {
        book.meet("CPL_ACCEPT", act, date_of(act, "told_on"));
    } else if (type == "commission_appraisal") {
        book.begin_pause("appraisal", act, act.at.date());
    } else if (type == "receive_appraisal") {
        book.end_pause("appraisal", 0, act.at.date());
    } else if (type == "sign_agreement") {
        book.meet("CPL_MEDIATE", act, act.at.date());
    } else if (type == "end_mediation") {
        book.meet("CPL_MEDIATE", act, act.at.date());
        book.start("CPL_END_NOTICE", act, act.at.date());
        if (act.data.has("told_on")) book.meet("CPL_END_NOTICE", act, date_of(act, "told_on"));
    } else if (type == "tell_mediation_end") {
        book.meet("CPL_END_NOTICE", act, date_of(act, "told_on"), number_in(act.data, "of"));
    } else {
        return false;
    }
    return true;
}

}  // namespace clocks
