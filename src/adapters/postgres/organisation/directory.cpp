#include "postgres/organisation/directory.hpp"

#include <algorithm>

namespace postgres {
namespace {

std::string text_or(const base::Value& details, std::string_view name, std::string otherwise) {
    const auto text = details.text(name);
    return text.empty() ? std::move(otherwise) : std::string(text);
}

base::Result<std::vector<casefile::Delegation>> read_grants(const Row& row) {
    std::vector<casefile::Delegation> grants;
    if (row.is_null("delegations")) return grants;
    const base::Value list = row.value("delegations");
    for (const base::Value& grant : list.items())
        grants.push_back({.role = std::string(grant.text("role")),
                          .from = TRY(base::Date::parse(grant.text("from"))),
                          .until = TRY(base::Date::parse(grant.text("until"))),
                          .paper = std::string(grant.text("paper"))});
    return grants;
}

base::Result<casefile::Staff> read_person(const Row& row) {
    casefile::Staff person{
        .id = row.text("id"), .name = row.text("name"), .roles = {}, .unit = row.text("node")};
    if (!row.is_null("certificate_no"))
        person.certificate = casefile::Certificate{.no = row.text("certificate_no"),
                                                   .from = row.date_or_none("valid_from"),
                                                   .until = row.date("valid_until")};
    person.delegations = TRY(read_grants(row));
    return person;
}

void add_roles(std::vector<std::string>& roles, const std::vector<std::string>& more) {
    for (const auto& role : more)
        if (std::ranges::find(roles, role) == roles.end()) roles.push_back(role);
}

void add_node_steps(std::vector<Step>& steps, const std::vector<ports::NodeRow>& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto& node = nodes[i];
        const std::optional<std::string> parent =
            node.parent.empty() ? std::nullopt : std::optional(node.parent);
        const base::Value details = node.details.is_null() ? base::Value(base::Object()) : node.details;
        steps.push_back({"organisation/put_node", Params(node.id, parent, node.kind, node.name,
                                                         node.short_name, node.region, details, i)});
    }
}

void add_person_steps(std::vector<Step>& steps, const std::vector<ports::PersonRow>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto& person = people[i];
        steps.push_back({"organisation/put_person", Params(person.id, person.name, i)});
        steps.push_back({"organisation/clear_posts", Params(person.id)});
        for (std::size_t k = 0; k < person.posts.size(); ++k)
            steps.push_back(
                {"organisation/put_post",
                 Params(person.id, person.posts[k].node, person.posts[k].roles, person.posts[k].from, k)});
        if (person.certificate)
            steps.push_back({"organisation/put_certificate",
                             Params(person.id, person.certificate->no, person.certificate->from,
                                    person.certificate->until)});
    }
}

}  // namespace

base::Result<ports::Agency> Directory::agency(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "organisation/agency"));
    if (rows.empty()) return base::fail("not_found", "没有这个机关");
    const auto row = rows.front();
    auto details = row.value("details");
    return ports::Agency{.code = row.text("region"),
                         .name = row.text("name"),
                         .short_name = row.text("short_name"),
                         .jurisdiction = text_or(details, "jurisdiction", row.text("region")),
                         .details = std::move(details)};
}

base::Result<std::vector<casefile::Staff>> Directory::staff(const identity::Viewer& viewer, base::Date day) {
    const auto rows = TRY(app_.read(Context::of(viewer), "organisation/staff", Params(day)));
    std::vector<casefile::Staff> staff;
    for (const auto row : rows) {
        if (staff.empty() || staff.back().id != row.view("id")) staff.push_back(TRY(read_person(row)));
        add_roles(staff.back().roles, row.texts("roles"));
    }
    return staff;
}

base::Result<std::vector<ports::Unit>> Directory::units(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "organisation/units"));
    std::vector<ports::Unit> units;
    for (const auto row : rows) units.push_back({row.text("id"), row.text("name")});
    return units;
}

base::Result<std::vector<ports::CasePlace>> Directory::case_places(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "organisation/below"));
    std::vector<ports::CasePlace> places;
    for (const auto row : rows)
        places.push_back({row.text("id"), row.text("name"), row.text("region"), row.truth("is_unit")});
    return places;
}

base::Result<void> Directory::put(const std::vector<ports::NodeRow>& nodes,
                                  const std::vector<ports::PersonRow>& people) {
    std::vector<Step> steps;
    add_node_steps(steps, nodes);
    add_person_steps(steps, people);
    TRY(owner_.write(Context(), steps));
    return {};
}

base::Result<bool> Directory::empty() {
    const auto rows = TRY(app_.read(Context(), "organisation/is_empty"));
    return rows.front().truth("is_empty");
}

}  // namespace postgres
