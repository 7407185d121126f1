#include "demo/organisation.hpp"

#include <algorithm>
#include <array>

namespace demo {

namespace {

using namespace std::chrono_literals;

constexpr base::Date in_office_since(2020y / 1 / 1);

ports::NodeRow node_from(const base::Value& row) {
    static constexpr std::array own = {"id", "parent", "level", "name", "short_name", "region"};
    base::Object details;
    for (const auto& [name, value] : row.object())
        if (std::ranges::find(own, name) == own.end()) details.set(name, value);
    return {.id = std::string(row.text("id")),
            .parent = std::string(row.text("parent")),
            .kind = std::string(row.text("level")),
            .name = std::string(row.text("name")),
            .short_name = std::string(row.text("short_name")),
            .region = std::string(row.text("region")),
            .details = std::move(details)};
}

base::Result<ports::PersonRow> person_from(const base::Value& row) {
    ports::PersonRow person{.id = std::string(row.text("id")),
                            .name = std::string(row.text("name")),
                            .posts = {},
                            .certificate = {}};
    for (const base::Value& post : row.list("posts")) {
        std::vector<std::string> roles;
        for (const base::Value& role : post.list("roles"))
            if (const auto* text = role.as_string()) roles.push_back(*text);
        person.posts.push_back(
            {.node = std::string(post.text("node")), .roles = std::move(roles), .from = in_office_since});
    }
    if (row.has("certificate")) {
        const base::Value& certificate = row["certificate"];
        person.certificate =
            casefile::Certificate{.no = std::string(certificate.text("no")),
                                  .from = TRY(base::Date::parse(certificate.text("from"))),
                                  .until = TRY(base::Date::parse(certificate.text("until")))};
    }
    return person;
}

}  // namespace

base::Result<Organisation> Organisation::from(const base::Value& content) {
    Organisation organisation{
        .nodes = {}, .people = {}, .accounts = {}, .password = std::string(content.text("password"))};
    for (const base::Value& row : content.list("nodes")) organisation.nodes.push_back(node_from(row));
    for (const base::Value& row : content.list("people")) {
        organisation.people.push_back(TRY(person_from(row)));
        organisation.accounts.push_back(
            {.person = std::string(row.text("id")), .account = std::string(row.text("account"))});
    }
    return organisation;
}

base::Result<identity::Viewer> Organisation::viewer(std::string_view id) const {
    const auto person = std::ranges::find(people, id, &ports::PersonRow::id);
    if (person == people.end() || person->posts.empty())
        return base::fail("not_found", "演示机关没有“" + std::string(id) + "”这一人员");
    const auto node = std::ranges::find(nodes, person->posts.front().node, &ports::NodeRow::id);
    if (node == nodes.end())
        return base::fail("not_found", "演示机关没有“" + person->posts.front().node + "”这一机构");
    identity::Viewer viewer{
        .person = person->id, .name = person->name, .node = node->id, .agency = node->region, .roles = {}};
    for (const auto& post : person->posts)
        for (const std::string& role : post.roles)
            if (!viewer.has_role(role)) viewer.roles.push_back(role);
    return viewer;
}

}  // namespace demo
