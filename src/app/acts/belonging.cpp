#include "acts/belonging.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace acts {

namespace {

constexpr std::array<std::string_view, 3> station_roles{"HANDLER", "SERVER", "UNIT_HEAD"};

bool holds(const casefile::Staff& person, std::string_view role) {
    return std::ranges::find(person.roles, role) != person.roles.end();
}

bool is_for_those_of_the_case(const procedure::ActType& type) {
    return type.handlers || type.roles.empty() ||
           std::ranges::find(type.roles, "HANDLER") != type.roles.end();
}

bool heads_its_unit(const cases::LoadedCase& loaded, const casefile::Staff& person) {
    if (!holds(person, "UNIT_HEAD")) return false;
    if (person.unit == loaded.record.node) return true;
    return std::ranges::any_of(loaded.state.handlers(), [&](const std::string& id) {
        const auto* handler = loaded.person(id);
        return handler != nullptr && handler->unit == person.unit;
    });
}

// 程序规定 第十九条: filing names the handlers; until then any handler of the agency may check the clue.
bool belongs(const cases::LoadedCase& loaded, const casefile::Staff& person) {
    if (holds(person, "LEADER") || holds(person, "CHIEF") || heads_its_unit(loaded, person)) return true;
    const auto handlers = loaded.state.handlers();
    if (handlers.empty()) return holds(person, "HANDLER") || holds(person, "INTAKE");
    return std::ranges::find(handlers, person.id) != handlers.end();
}

// An act that names no role is taken down by any office of the agency, a working note by those of the case
// alone.
bool is_asked_for(const casefile::Staff& person, const procedure::ActType& type) {
    if (type.id == "note") return false;
    const bool names_none = type.roles.empty() && type.each.empty();
    return std::ranges::any_of(person.roles, [&](const std::string& role) {
        if (names_none) return std::ranges::find(station_roles, role) == station_roles.end();
        const bool named = std::ranges::find(type.roles, role) != type.roles.end() ||
                           std::ranges::find(type.each, role) != type.each.end();
        return named && role != "HANDLER";
    });
}

// Whoever looks on from another agency has no part in the case, whatever he may do at home.
const casefile::Staff* colleague(const cases::LoadedCase& loaded, const identity::Viewer& viewer) {
    return loaded.record.agency == viewer.agency ? loaded.person(viewer.person) : nullptr;
}

// The clerk who serves papers of every case; a handler of another station who also serves is none.
bool brings_pictures_by_office(const casefile::Staff& person, const procedure::Table& table) {
    return std::ranges::any_of(person.roles, [&](const std::string& role) {
        const bool of_a_station = std::ranges::find(station_roles, role) != station_roles.end();
        if (of_a_station && (role != "SERVER" || holds(person, "HANDLER"))) return false;
        return std::ranges::any_of(table.acts(), [&](const procedure::ActType& type) {
            return type.field("media") != nullptr &&
                   (std::ranges::find(type.roles, role) != type.roles.end() ||
                    std::ranges::find(type.each, role) != type.each.end());
        });
    });
}

std::unexpected<base::Error> not_of_the_case(std::string_view what) {
    return base::fail("not_authorised",
                      fmt::format("您不是本案办案人员，在本案中没有可办的相应事项，{}；确需参加的，请办案机构"
                                  "负责人先指派为办案人员",
                                  what),
                      "程序规定 第十九条");
}

}  // namespace

bool may_take_part(const cases::LoadedCase& loaded, const casefile::Staff& person,
                   const procedure::ActType& type) {
    return !is_for_those_of_the_case(type) || belongs(loaded, person) || is_asked_for(person, type);
}

bool may_propose(const cases::LoadedCase& loaded, const casefile::Staff& person,
                 const procedure::ActType& type) {
    const bool holds_one = std::ranges::any_of(person.roles, [&](const std::string& role) {
        return std::ranges::find(type.roles, role) != type.roles.end() ||
               std::ranges::find(type.each, role) != type.each.end();
    });
    return (type.roles.empty() || holds_one) && may_take_part(loaded, person, type);
}

base::Result<void> check_may_draft(const cases::LoadedCase& loaded, const identity::Viewer& viewer,
                                   const procedure::ActType& type) {
    const auto* person = colleague(loaded, viewer);
    if (person != nullptr && may_propose(loaded, *person, type)) return {};
    return not_of_the_case(fmt::format("不能起草“{}”", type.title));
}

base::Result<void> check_may_add_files(const cases::LoadedCase& loaded, const identity::Viewer& viewer,
                                       const procedure::Table& table) {
    const auto* person = colleague(loaded, viewer);
    if (person != nullptr && (belongs(loaded, *person) || brings_pictures_by_office(*person, table)))
        return {};
    return not_of_the_case("不能上传证据");
}

base::Result<void> check_belonging(const cases::LoadedCase& loaded, const identity::Viewer& viewer,
                                   const procedure::ActType& type, const ActRequest& request) {
    for (const std::string& id : request.by) {
        const auto* person = loaded.person(id);
        if (person == nullptr || (id != viewer.person && !holds(*person, "HANDLER"))) continue;
        if (may_take_part(loaded, *person, type)) continue;
        return base::fail(
            "not_authorised",
            fmt::format("{}不是本案办案人员，不能办理“{}”；应当由本案办案人员、办案机构负责人或者"
                        "机关负责人办理，其他人员须先由办案机构负责人指派",
                        person->name, type.title),
            "程序规定 第十九条", "by");
    }
    return {};
}

}  // namespace acts
