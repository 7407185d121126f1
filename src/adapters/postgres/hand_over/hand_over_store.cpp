#include "postgres/hand_over/hand_over_store.hpp"

#include <fmt/format.h>

namespace postgres {

base::Result<std::vector<ports::HeldCase>> HandOverStore::cases(const identity::Viewer& viewer,
                                                                std::string_view person) {
    const auto rows = TRY(app_.read(Context::of(viewer), "hand_over/cases", Params(person)));
    std::vector<ports::HeldCase> cases;
    for (const auto row : rows) {
        ports::HeldCase held{.no = row.text("no"),
                             .cause = row.text("cause"),
                             .party = row.text("party"),
                             .state_label = row.text("state_label"),
                             .node = row.text("node"),
                             .handlers = row.texts("handlers"),
                             .handler_names = row.texts("handler_names"),
                             .tasks = row.number("tasks")};
        if (row.view("next_due") != "infinity") held.next_due = TRY(base::Date::parse(row.view("next_due")));
        cases.push_back(std::move(held));
    }
    return cases;
}

base::Result<std::vector<ports::HeldProposal>> HandOverStore::proposals(const identity::Viewer& viewer,
                                                                        std::string_view person) {
    const auto rows = TRY(app_.read(Context::of(viewer), "hand_over/proposals", Params(person)));
    std::vector<ports::HeldProposal> proposals;
    for (const auto row : rows)
        proposals.push_back({.id = row.text("id"),
                             .case_no = row.text("case_no"),
                             .title = row.text("title"),
                             .author = row.text("author"),
                             .author_name = row.text("author_name"),
                             .status = row.text("status"),
                             .waiting_person = row.text("waiting_person")});
    return proposals;
}

base::Result<HandOverStore::Posts> HandOverStore::posts(const identity::Viewer& viewer,
                                                        std::string_view person) {
    const auto rows = TRY(app_.read(Context::of(viewer), "hand_over/posts", Params(person)));
    if (rows.empty()) return base::fail("not_found", "本机关没有这名人员");
    Posts held{.name = rows.front().text("name"), .posts = {}};
    for (const auto row : rows)
        held.posts.push_back({.node = row.text("node"),
                              .node_name = row.text("node_name"),
                              .roles = row.texts("roles"),
                              .from = row.date("valid_from"),
                              .until = row.date_or_none("valid_until")});
    return held;
}

base::Result<void> HandOverStore::give(const identity::Viewer& viewer, const ports::Proposal& proposal) {
    TRY(app_.write(
        Context::of(viewer), "hand_over/give_proposal",
        Params(proposal.id, proposal.author, proposal.author_name, proposal.author_certificate,
               Json{proposal.body}, proposal.returned_by, proposal.returned_reason, proposal.updated_at)));
    return {};
}

base::Result<void> HandOverStore::end_posts(const identity::Viewer& viewer, std::string_view person,
                                            base::Date last_day, std::string_view reason) {
    TRY(app_.write(Context::of(viewer),
                   {
                       {"hand_over/end_posts", Params(person, last_day)},
                       {"hand_over/note", Params(fmt::format("{}：{}", person, reason))}
    }));
    return {};
}

}  // namespace postgres
