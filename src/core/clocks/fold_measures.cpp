#include <algorithm>

#include "clocks/book.hpp"
#include "clocks/clocks.hpp"

namespace clocks {

namespace {

// 程序规定 第三十三条第二款、第三十六条第二款: approval within 24 hours where the measure went first.
void start_urgent(Book& book, const casefile::Act& act) {
    if (!act.data.truth("urgent")) return;
    if (Run* run = book.start("URGENT_APPROVAL", act, act.at.date())) run->from = act.at;
}

void approve_urgent(Book& book, const casefile::Act& act) {
    if (Run* run = book.open("URGENT_APPROVAL", number_in(act.data, "of"))) {
        run->met_on = act.at.date();
        run->met_at = act.at;
        run->met_by = act.n;
    }
}

void seize(Book& book, const casefile::Act& act) {
    if (Run* run = book.start("SEIZE", act, act.at.date())) {
        const int days = number_in(act.data, "days");
        if (days > 0) run->amount = std::min(days, run->row->period.amount);
    }
    start_urgent(book, act);
}

void extend_seizure(Book& book, const casefile::Act& act) {
    if (Run* run = book.open("SEIZE", number_in(act.data, "of")))
        run->extensions.push_back(
            {act.n, act.at.date(), number_in(act.data, "days"), {}, act.approved_by.value_or("")});
}

// 行政强制法 第二十五条第三款: the test time is left out only once it was told in writing (document 31
// served).
void announced_test_served(Book& book, const casefile::Act& serve) {
    const auto* announced = book.act(number_in(serve.data, "of"));
    if (!announced || announced->type != "announce_test_period" || !service_day(serve)) return;
    const int commission = number_in(announced->data, "commission");
    Pause pause{.kind = "announced_test", .act = announced->n, .first = date_of(*announced, "from")};
    pause.last = date_of(*announced, "to");
    pause.seizure = number_in(announced->data, "of");
    pause.commission = commission;
    pause.told_on = service_day(serve);
    for (const auto& act : book.acts)
        if (act.type == "receive_test_result" && number_in(act.data, "of") == commission && act.n < serve.n)
            pause.last = std::min(*pause.last, date_of(act, "received_on"));
    book.pauses.push_back(std::move(pause));
}

void end_measure(Book& book, const casefile::Act& act, std::string_view code, base::Date on) {
    const int of = number_in(act.data, "of");
    book.meet(code, act, on, of);
    book.cancel("URGENT_APPROVAL", on, of);
}

}  // namespace

bool fold_measures(Book& book, const casefile::Act& act) {
    const auto& type = act.type;
    if (type == "register_preservation") {
        book.start("REG_KEEP", act, act.at.date());
        start_urgent(book, act);
    } else if (type == "approve_urgent") {
        approve_urgent(book, act);
    } else if (type == "resolve_preservation") {
        end_measure(book, act, "REG_KEEP", act.at.date());
    } else if (type == "seize") {
        seize(book, act);
    } else if (type == "extend_seizure") {
        extend_seizure(book, act);
    } else if (type == "lift_seizure") {
        if (act.data.truth("all")) end_measure(book, act, "SEIZE", act.at.date());
    } else if (type == "early_disposal") {
        book.meet("SEIZE", act, act.at.date(), number_in(act.data, "of"));
    } else if (type == "serve" && document_of(act) == 31) {
        announced_test_served(book, act);
    } else {
        return false;
    }
    return true;
}

}  // namespace clocks
