#include "clocks/book.hpp"

namespace clocks {

namespace {

constexpr const char* hearing_clocks[] = {"HEAR_HOST",   "HEAR_FILE",   "HEAR_FIX",
                                          "HEAR_NOTICE", "HEAR_PUBLIC", "HEAR_REPORT"};

void hearing_over(Book& book, const casefile::Act& act) {
    book.end_pause("hearing", 0, act.at.date());
    for (const auto* code : hearing_clocks) book.cancel(code, act.at.date());
}

// 听证办法 第二十条、第二十二条: counted backwards from the hearing; `fixed_due` is computed when the days
// are known.
void fix_hearing(Book& book, const casefile::Act& act) {
    book.meet("HEAR_FIX", act, act.at.date());
    book.start("HEAR_NOTICE", act, date_of(act, "time"));
    if (act.data.truth("public")) book.start("HEAR_PUBLIC", act, date_of(act, "time"));
}

// 听证办法 第二十六条: what goes on at another time is told and announced as of the first.
void resume_hearing(Book& book, const casefile::Act& act) {
    bool is_public = false;
    for (const auto& each : book.acts)
        if (each.n < act.n && each.type == "fix_hearing") is_public = each.data.truth("public");
    for (const auto* code : {"HEAR_NOTICE", "HEAR_PUBLIC"}) book.cancel(code, act.at.date());
    book.start("HEAR_NOTICE", act, date_of(act, "time"));
    if (is_public) book.start("HEAR_PUBLIC", act, date_of(act, "time"));
}

void withdraw(Book& book, const casefile::Act& act) {
    const auto* request = book.act(number_in(act.data, "of"));
    if (request && request->type == "request_hearing") hearing_over(book, act);
    // 行政处罚法 第六十六条: a deferral the party gives up extends nothing.
    if (request && request->type == "defer")
        for (auto& run : book.runs)
            std::erase_if(run.extensions, [&](const Extension& each) { return each.act == request->n; });
    if (request && request->type == "apply_repair")
        for (const auto* code : {"REPAIR_ACCEPT", "REPAIR_DECIDE", "ABN_DECIDE"})
            book.cancel(code, act.at.date(), request->n);
}

}  // namespace

bool fold_hearing(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (type == "request_hearing") {
        const auto received = date_of(act, "received_on");
        book.meet("HEAR_REQ", act, received);
        book.start("HEAR_HOST", act, received);
        book.begin_pause("hearing", act, received);
    } else if (type == "name_host") {
        book.meet("HEAR_HOST", act, act.at.date());
        book.start("HEAR_FILE", act, act.at.date());
    } else if (type == "hand_file_to_host") {
        book.meet("HEAR_FILE", act, date_of(act, "on"));
        book.start("HEAR_FIX", act, date_of(act, "on"));
    } else if (type == "fix_hearing") {
        fix_hearing(book, act);
    } else if (type == "resume_hearing") {
        resume_hearing(book, act);
    } else if (type == "announce_hearing") {
        book.meet("HEAR_PUBLIC", act, date_of(act, "published_on"));
    } else if (type == "hold_hearing") {
        book.start("HEAR_REPORT", act, date_of(act, "to"));
    } else if (type == "report_hearing") {
        book.meet("HEAR_REPORT", act, act.at.date());
        hearing_over(book, act);
    } else if (type == "end_hearing") {
        hearing_over(book, act);
    } else if (type == "withdraw") {
        withdraw(book, act);
    } else {
        return false;
    }
    return true;
}

}  // namespace clocks
