#include "synth/cast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace synth {

namespace {

bool has_role(const casefile::Staff& person, std::string_view role) {
    return std::ranges::find(person.roles, role) != person.roles.end();
}

std::string small(std::string_view role) {
    std::string text(role);
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

}  // namespace

base::Result<Cast> Cast::of(const std::vector<casefile::Staff>& staff, std::string_view unit) {
    Cast cast;
    for (const casefile::Staff& person : staff) {
        for (const std::string& role : person.roles) cast.parts_.emplace(small(role), person.id);
        if (has_role(person, "LEADER") && !has_role(person, "CHIEF"))
            cast.parts_.insert_or_assign("leader", person.id);
        if (has_role(person, "UNIT_HEAD") && person.unit == unit)
            cast.parts_.insert_or_assign("unit", person.id);
        if (!has_role(person, "HANDLER") || !person.certificate) continue;
        if (person.unit == unit)
            cast.parts_.emplace(cast.parts_.contains("h1") ? "h2" : "h1", person.id);
        else
            cast.parts_.emplace("h3", person.id);
    }
    // The host of a hearing does not review the case he heard; one reviewer does both kinds of review.
    for (const casefile::Staff& person : staff)
        if (has_role(person, "REVIEWER") && has_role(person, "LEGAL") && !has_role(person, "HOST"))
            cast.parts_.insert_or_assign("reviewer", person.id);
    if (!cast.parts_.contains("h3")) cast.parts_.emplace("h3", cast.who("h2"));
    static constexpr std::array<std::string_view, 9> needed{
        "h1", "h2", "unit", "leader", "chief", "reviewer", "host", "recorder", "archivist"};
    for (const auto part : needed)
        if (cast.who(part).empty())
            return base::fail("cast_incomplete", fmt::format("机构 {} 没有人担任 {}", unit, part));
    return cast;
}

const std::string& Cast::who(std::string_view part) const {
    const auto found = parts_.find(part);
    return found == parts_.end() ? nobody_ : found->second;
}

const std::string& Cast::with_role(std::string_view role) const {
    if (role == "HANDLER" || role == "SERVER") return who("h1");
    if (role == "UNIT_HEAD") return who("unit");
    if (role == "LEGAL") return who("reviewer");
    return who(small(role));
}

}  // namespace synth
