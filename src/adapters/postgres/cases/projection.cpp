#include "postgres/cases/projection.hpp"

#include <algorithm>

#include "json/json.hpp"

namespace postgres {
namespace {

template <class Present>
base::Value string_or_null(const std::optional<Present>& perhaps) {
    return perhaps ? base::Value(perhaps->str()) : base::Value();
}

// Running, or missed while what it asks for is still not done.
bool presses(const ports::ClockRow& clock, bool case_is_open) {
    return clock.status == "running" || (case_is_open && clock.status == "missed" && !clock.met_on);
}

base::Value task_value(const ports::TaskRow& task) {
    return base::Object{
        {"id",      task.id                 },
        {"title",   task.title              },
        {"status",  task.status             },
        {"act",     task.act                },
        {"basis",   task.basis              },
        {"because", task.because            },
        {"whose",   task.whose              },
        {"due",     string_or_null(task.due)}
    };
}

base::Value decision_value(const ports::DecisionRow& decision) {
    return base::Object{
        {"decided_on", decision.on.str()},
        {"content",    decision.content }
    };
}

template <class Item, class ToValue>
base::Value numbered(const std::vector<Item>& items, ToValue to_value) {
    base::List list;
    for (std::size_t i = 0; i < items.size(); ++i) {
        base::Value value = to_value(items[i]);
        value.as_object()->set("position", i);
        list.push_back(std::move(value));
    }
    return list;
}

}  // namespace

const ports::ClockRow* next_clock(const ports::Projection& projection) {
    const ports::ClockRow* next = nullptr;
    for (const auto& clock : projection.clocks)
        if (presses(clock, projection.open) && (next == nullptr || clock.due < next->due)) next = &clock;
    return next;
}

void add_projection(Params& params, const ports::Projection& projection,
                    const std::vector<std::string>& barred) {
    const auto* next = next_clock(projection);
    params.add(projection.as_of)
        .add(projection.cause)
        .add(projection.party)
        .add(projection.state)
        .add(projection.state_label)
        .add(projection.track)
        .add(projection.handlers)
        .add(projection.handler_names)
        .add(barred)
        .add(projection.open)
        .add(projection.registered_on)
        .add(projection.filed_on)
        .add(next != nullptr ? next->due.str() : "infinity")
        .add(next != nullptr ? clock_value(*next) : base::Value())
        .add(projection.field);
}

Step decisions_step(std::string_view case_no, const ports::Projection& projection) {
    return {"cases/put_decisions", Params(case_no, numbered(projection.decisions, decision_value))};
}

std::vector<Step> row_steps(std::string_view case_no, const ports::Projection& projection) {
    return {
        {"cases/put_clocks", Params(case_no, numbered(projection.clocks, clock_value))},
        {"cases/cut_clocks", Params(case_no, projection.clocks.size())},
        {"cases/put_tasks", Params(case_no, numbered(projection.tasks, task_value))},
        {"cases/cut_tasks", Params(case_no, projection.tasks.size())}
    };
}

ports::DecisionRow read_decision(const Row& row) {
    return {.on = row.date("decided_on"), .content = row.value("content")};
}

ports::ClockRow read_clock(const Row& row) {
    return {.code = row.text("code"),
            .title = row.text("title"),
            .basis = row.text("basis"),
            .status = row.text("status"),
            .of = row.number("of_act"),
            .anchor = row.date("anchor"),
            .due = row.date("due"),
            .raw = row.date("raw"),
            .due_instant = row.instant_or_none("due_instant"),
            .met_on = row.date_or_none("met_on"),
            .warn_on = row.date_or_none("warn_on"),
            .provisional = row.truth("provisional")};
}

base::Value clock_value(const ports::ClockRow& clock) {
    return base::Object{
        {"code",        clock.code                       },
        {"title",       clock.title                      },
        {"basis",       clock.basis                      },
        {"status",      clock.status                     },
        {"of_act",      clock.of                         },
        {"anchor",      clock.anchor.str()               },
        {"due",         clock.due.str()                  },
        {"raw",         clock.raw.str()                  },
        {"due_instant", string_or_null(clock.due_instant)},
        {"met_on",      string_or_null(clock.met_on)     },
        {"warn_on",     string_or_null(clock.warn_on)    },
        {"provisional", clock.provisional                }
    };
}

base::Result<ports::ClockRow> clock_from(const base::Value& value) {
    ports::ClockRow clock{.code = std::string(value.text("code")),
                          .title = std::string(value.text("title")),
                          .basis = std::string(value.text("basis")),
                          .status = std::string(value.text("status")),
                          .of = static_cast<int>(value.integer("of_act").value_or(0)),
                          .anchor = TRY(base::Date::parse(value.text("anchor"))),
                          .due = TRY(base::Date::parse(value.text("due"))),
                          .raw = TRY(base::Date::parse(value.text("raw"))),
                          .provisional = value.truth("provisional")};
    if (value.has("due_instant")) clock.due_instant = TRY(base::Instant::parse(value.text("due_instant")));
    if (value.has("met_on")) clock.met_on = TRY(base::Date::parse(value.text("met_on")));
    if (value.has("warn_on")) clock.warn_on = TRY(base::Date::parse(value.text("warn_on")));
    return clock;
}

ports::Projection read_columns(const Row& row) {
    return {.as_of = row.date("as_of"),
            .cause = row.text("cause"),
            .party = row.text("party"),
            .state = row.text("state"),
            .state_label = row.text("state_label"),
            .track = row.text("track"),
            .field = row.text("field"),
            .handlers = row.texts("handlers"),
            .handler_names = row.texts("handler_names"),
            .barred = row.texts("barred"),
            .open = row.truth("is_open"),
            .registered_on = row.date_or_none("registered_on"),
            .filed_on = row.date_or_none("filed_on"),
            .clocks = {},
            .tasks = {}};
}

ports::TaskRow read_task(const Row& row) {
    return {.id = row.text("id"),
            .title = row.text("title"),
            .status = row.text("status"),
            .act = row.text("act"),
            .basis = row.text("basis"),
            .because = row.text("because"),
            .whose = row.text("whose"),
            .due = row.date_or_none("due")};
}

ports::Projection read_projection(const Row& row, const Rows& clocks, const Rows& tasks) {
    ports::Projection projection = read_columns(row);
    for (const auto clock : clocks) projection.clocks.push_back(read_clock(clock));
    for (const auto task : tasks) projection.tasks.push_back(read_task(task));
    return projection;
}

}  // namespace postgres
