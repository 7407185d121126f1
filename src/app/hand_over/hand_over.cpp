#include "hand_over/hand_over.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/record_act.hpp"
#include "base/text.hpp"

namespace hand_over {

namespace {

constexpr int days_back_max = 31, days_ahead_max = 366;
constexpr std::size_t reason_bytes_max = 2000;

bool is_held_on(const ports::HeldPost& post, base::Date day) {
    return post.from <= day && (!post.until || day <= *post.until);
}

// Whoever takes over stands where the one who goes stood.
base::Value with_person(base::Value body, std::string_view from, std::string_view to) {
    base::List by;
    for (const base::Value& person : body.list("by"))
        if (const base::Value moved = person == base::Value(from) ? base::Value(to) : person;
            std::ranges::find(by, moved) == by.end())
            by.push_back(moved);
    if (body.as_object() != nullptr && body.has("by")) body.as_object()->set("by", std::move(by));
    return body;
}

// What he had on its way comes back to whoever takes over; what waited for his confirmation, to its author.
base::Result<int> give_proposals(const office::Office& office, ports::HandOverStore& store,
                                 const identity::Viewer& viewer, std::string_view case_no,
                                 std::string_view from, const casefile::Staff& to) {
    int given = 0;
    const auto posts = TRY(store.posts(viewer, from));
    for (const ports::HeldProposal& held : TRY(store.proposals(viewer, from))) {
        if (held.case_no != case_no) continue;
        ports::Proposal proposal = TRY(office.ports.proposals.load(viewer, held.id));
        proposal.body = with_person(std::move(proposal.body), from, to.id);
        if (held.author == from) {
            proposal.author = to.id;
            proposal.author_name = to.name;
            proposal.author_certificate = to.certificate ? to.certificate->no : "";
        }
        proposal.returned_by = viewer.name;
        proposal.returned_reason = fmt::format("{}的工作已交接给{}，请核对后重新报批", posts.name, to.name);
        proposal.updated_at = office.now();
        TRY(store.give(viewer, proposal));
        ++given;
    }
    return given;
}

// Nobody confirms for who has left: what waits for him comes back to its author.
base::Result<void> give_back(const office::Office& office, ports::HandOverStore& store,
                             const identity::Viewer& viewer, std::string_view person, std::string_view name) {
    for (const ports::HeldProposal& held : TRY(store.proposals(viewer, person))) {
        if (held.status != "waiting" || held.waiting_person != person) continue;
        ports::Proposal proposal = TRY(office.ports.proposals.load(viewer, held.id));
        proposal.returned_by = viewer.name;
        proposal.returned_reason = fmt::format("{}的任职已经终止，不能确认；请另行确定人员后重新报批", name);
        proposal.updated_at = office.now();
        TRY(store.give(viewer, proposal));
    }
    return {};
}

Handed failed(Handed handed, const base::Error& error) {
    handed.message = error.message;
    handed.basis = error.basis;
    return handed;
}

}  // namespace

base::Result<Holdings> holdings_of(const office::Office& office, ports::HandOverStore& store,
                                   const identity::Viewer& viewer, std::string_view person) {
    auto posts = TRY(store.posts(viewer, person));
    auto cases = TRY(store.cases(viewer, person));
    auto proposals = TRY(store.proposals(viewer, person));
    Holdings held{.person = std::string(person),
                  .name = std::move(posts.name),
                  .posts = std::move(posts.posts),
                  .cases = std::move(cases),
                  .proposals = std::move(proposals),
                  .grants = {}};
    for (ports::Delegation& grant : TRY(office.ports.delegations.list(viewer)))
        if ((grant.person == person || grant.principal == person) && !grant.ended_at &&
            office.today() <= grant.until)
            held.grants.push_back(std::move(grant));
    return held;
}

Handed hand_over_case(const office::Office& office, ports::HandOverStore& store,
                      const identity::Viewer& viewer, std::string_view case_no, std::string_view from,
                      std::string_view to, std::string_view reason) {
    Handed handed{.case_no = std::string(case_no)};
    const auto staff = office.ports.directory.staff(viewer, office.today());
    if (!staff) return failed(std::move(handed), staff.error());
    const auto taker = std::ranges::find(*staff, to, &casefile::Staff::id);
    if (taker == staff->end()) return failed(std::move(handed), {"unknown_person", "接收人不在本机关任职"});
    acts::ActRequest request{.act = "hand_over", .by = {viewer.person}};
    request.data = base::Object{
        {"from",   from  },
        {"to",     to    },
        {"reason", reason}
    };
    const auto settled = acts::record_act(office, viewer, case_no, request, {});
    if (!settled) return failed(std::move(handed), settled.error());
    if (settled->refusal)
        return failed(std::move(handed),
                      {settled->refusal->code, settled->refusal->message, settled->refusal->basis});
    handed.done = true;
    handed.n = settled->outcome.n;
    const auto given = give_proposals(office, store, viewer, case_no, from, *taker);
    if (!given) return failed(std::move(handed), given.error());
    handed.proposals = *given;
    return handed;
}

bool may_end_posts(const identity::Viewer& viewer) {
    return viewer.has_role("LEADER") || viewer.has_role("CHIEF") || viewer.has_role("SYSTEM_ADMIN");
}

base::Result<void> end_posts(const office::Office& office, ports::HandOverStore& store,
                             const identity::Viewer& viewer, std::string_view person, base::Date last_day,
                             std::string_view reason) {
    const auto posts = TRY(store.posts(viewer, person));
    if (!may_end_posts(viewer)) return base::fail("not_permitted", "任职由机关负责人或者系统管理员终止");
    if (person == viewer.person) return base::fail("not_permitted", "不能终止自己的任职");
    if (base::is_blank(reason)) return base::fail("missing_field", "请写明终止任职的理由", {}, "reason");
    if (reason.size() > reason_bytes_max) return base::fail("text_too_long", "理由过长", {}, "reason");
    const base::Date today = office.today();
    if (last_day < today.plus_days(-days_back_max) || today.plus_days(days_ahead_max) < last_day)
        return base::fail("day_passed",
                          fmt::format("最后任职日应当在过去{}日之内或者一年之内", days_back_max), {},
                          "last_day");
    if (std::ranges::none_of(posts.posts,
                             [&](const auto& post) { return is_held_on(post, last_day.plus_days(1)); }))
        return base::fail("already_ended", fmt::format("{}在{}之后没有任职", posts.name, last_day.chinese()),
                          {}, "last_day");
    TRY(store.end_posts(viewer, person, last_day, reason));
    return last_day <= today ? give_back(office, store, viewer, person, posts.name) : base::Result<void>();
}

}  // namespace hand_over
