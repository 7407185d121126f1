#include "postgres/integrity/projection_differences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "json/json.hpp"

namespace postgres {
namespace {

std::string shown(const std::string& text) {
    return text;
}
std::string shown(bool truth) {
    return truth ? "是" : "否";
}
std::string shown(int number) {
    return std::to_string(number);
}
std::string shown(base::Date date) {
    return date.str();
}
std::string shown(const base::Instant& instant) {
    return instant.str();
}
std::string shown(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, "、"));
}
std::string shown(const base::Value& value) {
    return json::write(value);
}
template <class Present>
std::string shown(const std::optional<Present>& perhaps) {
    return perhaps ? shown(*perhaps) : "无";
}

class Comparison {
  public:
    template <class Column>
    void column(std::string_view name, const Column& stored, const Column& folded) {
        if (stored == folded) return;
        found.push_back(fmt::format("{} 存为“{}”，按行为应为“{}”", name, shown(stored), shown(folded)));
    }

    void clock(const ports::ClockRow& stored, const ports::ClockRow& folded) {
        const auto name = [&](const char* column) {
            return fmt::format("case_clocks.{}（{}）", column, folded.code);
        };
        column(name("code"), stored.code, folded.code);
        column(name("title"), stored.title, folded.title);
        column(name("basis"), stored.basis, folded.basis);
        column(name("status"), stored.status, folded.status);
        column(name("of_act"), stored.of, folded.of);
        column(name("anchor"), stored.anchor, folded.anchor);
        column(name("due"), stored.due, folded.due);
        column(name("raw"), stored.raw, folded.raw);
        column(name("due_instant"), stored.due_instant, folded.due_instant);
        column(name("met_on"), stored.met_on, folded.met_on);
        column(name("warn_on"), stored.warn_on, folded.warn_on);
        column(name("provisional"), stored.provisional, folded.provisional);
    }

    void task(const ports::TaskRow& stored, const ports::TaskRow& folded) {
        const auto name = [&](const char* column) {
            return fmt::format("case_tasks.{}（{}）", column, folded.id);
        };
        column(name("id"), stored.id, folded.id);
        column(name("title"), stored.title, folded.title);
        column(name("status"), stored.status, folded.status);
        column(name("act"), stored.act, folded.act);
        column(name("basis"), stored.basis, folded.basis);
        column(name("because"), stored.because, folded.because);
        column(name("whose"), stored.whose, folded.whose);
        column(name("due"), stored.due, folded.due);
    }

    void decision(const ports::DecisionRow& stored, const ports::DecisionRow& folded) {
        column("past_decisions.decided_on", stored.on, folded.on);
        column("past_decisions.content", stored.content, folded.content);
    }

    template <class Item>
    void rows(std::string_view table, const std::vector<Item>& stored, const std::vector<Item>& folded,
              void (Comparison::*compare)(const Item&, const Item&)) {
        if (stored.size() != folded.size())
            found.push_back(fmt::format("{} 存有{}行，按行为应有{}行", table, stored.size(), folded.size()));
        for (std::size_t i = 0; i < std::min(stored.size(), folded.size()); ++i)
            (this->*compare)(stored[i], folded[i]);
    }

    std::vector<std::string> found;
};

}  // namespace

std::vector<std::string> projection_differences(const ports::Projection& stored,
                                                const ports::Projection& folded) {
    Comparison comparison;
    comparison.column("cases.cause", stored.cause, folded.cause);
    comparison.column("cases.party", stored.party, folded.party);
    comparison.column("cases.state", stored.state, folded.state);
    comparison.column("cases.state_label", stored.state_label, folded.state_label);
    comparison.column("cases.track", stored.track, folded.track);
    comparison.column("cases.field", stored.field, folded.field);
    comparison.column("cases.handlers", stored.handlers, folded.handlers);
    comparison.column("cases.handler_names", stored.handler_names, folded.handler_names);
    comparison.column("cases.barred", stored.barred, folded.barred);
    comparison.column("cases.is_open", stored.open, folded.open);
    comparison.column("cases.registered_on", stored.registered_on, folded.registered_on);
    comparison.column("cases.filed_on", stored.filed_on, folded.filed_on);
    comparison.rows("case_clocks", stored.clocks, folded.clocks, &Comparison::clock);
    comparison.rows("case_tasks", stored.tasks, folded.tasks, &Comparison::task);
    comparison.rows("past_decisions", stored.decisions, folded.decisions, &Comparison::decision);
    return std::move(comparison.found);
}

}  // namespace postgres
