#include "postgres/cases/copy_rows.hpp"

namespace postgres {

namespace {

Params clock_row(std::string_view no, std::size_t position, const ports::ClockRow& clock) {
    return Params(no, position, clock.code, clock.title, clock.basis, clock.status, clock.of, clock.anchor,
                  clock.due, clock.raw, clock.due_instant, clock.met_on, clock.warn_on, clock.provisional);
}

}  // namespace

void add_text(std::string& to, const std::optional<std::string>& text) {
    if (!text) {
        to += "\\N";
        return;
    }
    for (const char letter : *text) {
        if (letter == '\\') {
            to += "\\\\";
        } else if (letter == '\n') {
            to += "\\n";
        } else if (letter == '\r') {
            to += "\\r";
        } else if (letter == '\t') {
            to += "\\t";
        } else {
            to += letter;
        }
    }
}

void add_row(std::string& to, const Params& params) {
    bool first = true;
    for (const auto& text : params.texts()) {
        if (!first) to += '\t';
        first = false;
        add_text(to, text);
    }
    to += '\n';
}

void add_derived(std::string& clocks, std::string& tasks, std::string& decisions, std::string_view no,
                 const ports::Projection& shown) {
    for (std::size_t i = 0; i < shown.clocks.size(); ++i) add_row(clocks, clock_row(no, i, shown.clocks[i]));
    for (std::size_t i = 0; i < shown.tasks.size(); ++i) {
        const auto& task = shown.tasks[i];
        add_row(tasks, Params(no, i, task.id, task.title, task.status, task.act, task.basis, task.because,
                              task.whose, task.due));
    }
    for (std::size_t i = 0; i < shown.decisions.size(); ++i)
        add_row(decisions, Params(no, i, shown.decisions[i].on, shown.decisions[i].content));
}

}  // namespace postgres
