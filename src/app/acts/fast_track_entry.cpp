#include "acts/fast_track_entry.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace acts {

namespace {

procedure::Refusal refused(std::string why, std::string basis, std::string field) {
    return {.code = "fast_track_not_allowed",
            .message = fmt::format("不符合简案快办的条件（{}）", why),
            .basis = std::move(basis),
            .field = std::move(field),
            .cure = {"file_case"}};
}

}  // namespace

std::optional<procedure::Refusal> not_on_fast_list(const office::Office& office, std::string_view agency,
                                                   const casefile::Act& act) {
    if (act.type != "file_case" || !act.data.has("fast")) return std::nullopt;
    const auto* list = office.fast_track.of(agency, act.at.date());
    if (list == nullptr)
        return refused("本地没有现行有效的简案快办适用事项清单", "程序手册 第十四节", "data.fast.list_item");
    const std::string_view named = act.data["fast"].text("list_item");
    const auto* item = list->find(named);
    if (item == nullptr)
        return refused(fmt::format("“{}”不在清单之中；清单事项：{}", named, list->all()),
                       fmt::format("《{}》", list->title), "data.fast.list_item");
    for (const base::Value& violation : act.data.list("violations")) {
        const std::string id = violation.as_string() ? *violation.as_string() : "";
        if (std::ranges::find(item->violations, id) != item->violations.end()) continue;
        const auto* known = office.discretion.find(id);
        return refused(fmt::format("清单第{}项“{}”不包括“{}”", item->no, item->title,
                                   known == nullptr ? id : std::string(known->name)),
                       fmt::format("《{}》第{}项", list->title, item->no), "data.violations");
    }
    return std::nullopt;
}

}  // namespace acts
