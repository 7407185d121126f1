#include "postgres/delegations/delegation_store.hpp"

namespace postgres {
namespace {

ports::Delegation read_grant(const Row& row) {
    return {.id = row.text("id"),
            .agency = row.text("region"),
            .principal = row.text("principal"),
            .principal_name = row.text("principal_name"),
            .person = row.text("person"),
            .person_name = row.text("person_name"),
            .role = row.text("role"),
            .from = row.date("valid_from"),
            .until = row.date("valid_until"),
            .paper = row.text("paper"),
            .reason = row.text("reason"),
            .recorded_by = row.text("recorded_by"),
            .recorded_by_name = row.text("recorded_by_name"),
            .recorded_at = row.instant("recorded_at"),
            .ended_at = row.instant_or_none("ended_at"),
            .ended_by_name = row.text("ended_by_name"),
            .end_reason = row.text("end_reason")};
}

}  // namespace

base::Result<std::vector<ports::Delegation>> DelegationStore::list(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "delegations/list"));
    std::vector<ports::Delegation> grants;
    for (const auto row : rows) grants.push_back(read_grant(row));
    return grants;
}

base::Result<ports::Delegation> DelegationStore::load(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "delegations/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这项授权");
    return read_grant(rows.front());
}

base::Result<void> DelegationStore::create(const identity::Viewer& viewer, const ports::Delegation& grant) {
    TRY(app_.write(Context::of(viewer), "delegations/insert",
                   Params(grant.id, grant.agency, grant.principal, grant.principal_name, grant.person,
                          grant.person_name, grant.role, grant.from, grant.until, grant.paper, grant.reason,
                          grant.recorded_by, grant.recorded_by_name, grant.recorded_at)));
    return {};
}

base::Result<void> DelegationStore::end(const identity::Viewer& viewer, const ports::Delegation& grant) {
    TRY(app_.write(Context::of(viewer), "delegations/end",
                   Params(grant.id, grant.ended_at, grant.ended_by, grant.ended_by_name, grant.end_reason)));
    return {};
}

}  // namespace postgres
