#include "acts/fast_track_entry.hpp"

#include <fmt/format.h>

namespace acts {

std::optional<procedure::Refusal> not_on_fast_list(const office::Office& office, std::string_view agency,
                                                   const casefile::Act& act) {
    if (act.type != "file_case") return std::nullopt;
    const auto lists = office.fast_track.current();
    auto fault = office::not_listed(*lists, office.discretion, agency, act.data, act.at.date());
    if (!fault) return std::nullopt;
    return procedure::Refusal{.code = "fast_track_not_allowed",
                              .message = fmt::format("不符合简案快办的条件（{}）", fault->why),
                              .basis = std::move(fault->basis),
                              .field = "data." + fault->field,
                              .cure = {"file_case"}};
}

}  // namespace acts
