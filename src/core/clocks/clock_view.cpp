#include <algorithm>
#include <ranges>

#include "clocks/clocks.hpp"

namespace clocks {

std::string_view code_of(Status status) {
    switch (status) {
        case Status::running:
            return "running";
        case Status::paused:
            return "paused";
        case Status::met:
            return "met";
        case Status::missed:
            return "missed";
        case Status::over:
            return "over";
        case Status::voided:
            return "void";
        case Status::not_held:
            return "not_held";
    }
    return {};
}

std::string_view label_of(Status status) {
    switch (status) {
        case Status::running:
            return "进行中";
        case Status::paused:
            return "扣除中";
        case Status::met:
            return "已按期完成";
        case Status::missed:
            return "逾期";
        case Status::over:
            return "已届满";
        case Status::voided:
            return "不再适用";
        case Status::not_held:
            return "未收录";
    }
    return {};
}

namespace {

base::Value steps_to_value(const std::vector<Explained>& steps) {
    base::List list;
    for (const auto& step : steps) {
        base::Object object{
            {"kind", step.kind},
            {"text", step.text}
        };
        if (!step.detail.is_null()) object.set("detail", step.detail);
        list.emplace_back(std::move(object));
    }
    return list;
}

std::string_view duty_code(Duty duty) {
    switch (duty) {
        case Duty::agency:
            return "agency";
        case Duty::party:
            return "party";
        case Duty::right:
            return "right";
        case Duty::waiting:
            return "waiting";
    }
    return {};
}

}  // namespace

base::Value ClockView::to_value() const {
    base::Object object{
        {"code",         code            },
        {"title",        title           },
        {"of",           of              },
        {"status",       code_of(status) },
        {"status_label", label_of(status)}
    };
    if (!party.empty()) object.set("party", party);
    object.set("duty", duty_code(duty));
    object.set("anchor", anchor.str());
    if (status != Status::not_held) {
        object.set("due", due_instant ? due_instant->str() : due.str());
        object.set("raw", due_instant ? due_instant->str() : raw.str());
    } else {
        object.set("not_held", true);
    }
    if (!due_known && status == Status::paused) object.set("due_known", false);
    if (met_on) object.set("met_on", met_on->str());
    if (met_by) object.set("met_by", *met_by);
    if (extensions > 0) object.set("extensions", extensions);
    if (provisional) object.set("provisional", true);
    if (warn_on) object.set("warn_on", warn_on->str());
    if (warn) object.set("warn", true);
    object.set("basis", basis);
    if (!explanation.empty()) object.set("explanation", steps_to_value(explanation));
    return object;
}

const ClockView* find(std::span<const ClockView> views, std::string_view code, int of) {
    for (const auto& view : std::views::reverse(views))
        if (view.code == code && (of == 0 || view.of == of)) return &view;
    return nullptr;
}

// A period whose end is not known because time is being left out cannot have run out.
bool is_in_time(const ClockView& clock, base::Date day) {
    if (clock.status == Status::paused) return true;
    return clock.status != Status::not_held && day <= clock.due;
}

base::Date open_from(const ClockView& clock) {
    return clock.due.plus_days(1);
}

}  // namespace clocks
