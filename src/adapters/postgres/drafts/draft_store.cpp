#include "postgres/drafts/draft_store.hpp"

namespace postgres {
namespace {

ports::Draft read_draft(const Row& row) {
    return {.case_no = row.text("case_no"),
            .act = row.text("act"),
            .body = row.value("body"),
            .saved_at = row.instant("saved_at")};
}

// The wall answers a draft in another agency's case as if the case did not exist.
base::Error as_not_found(base::Error error) {
    if (error.code == "not_permitted" || error.code == "foreign_key_violation")
        return {"not_found", "没有这个案件"};
    return error;
}

}  // namespace

base::Result<void> DraftStore::put(const identity::Viewer& viewer, const ports::Draft& draft) {
    const auto done =
        app_.write(Context::of(viewer), "drafts/put",
                   Params(draft.case_no, draft.act, viewer.person, Json{draft.body}, draft.saved_at));
    if (!done) return base::fail(as_not_found(done.error()));
    return {};
}

base::Result<std::optional<ports::Draft>> DraftStore::find(const identity::Viewer& viewer,
                                                           std::string_view case_no, std::string_view act) {
    const auto rows = TRY(app_.read(Context::of(viewer), "drafts/find", Params(case_no, act)));
    if (rows.empty()) return std::nullopt;
    return read_draft(rows.front());
}

base::Result<void> DraftStore::erase(const identity::Viewer& viewer, std::string_view case_no,
                                     std::string_view act) {
    TRY(app_.write(Context::of(viewer), "drafts/erase", Params(case_no, act)));
    return {};
}

base::Result<std::vector<ports::Draft>> DraftStore::of_case(const identity::Viewer& viewer,
                                                            std::string_view case_no) {
    const auto rows = TRY(app_.read(Context::of(viewer), "drafts/of_case", Params(case_no)));
    std::vector<ports::Draft> drafts;
    for (const auto row : rows) drafts.push_back(read_draft(row));
    return drafts;
}

}  // namespace postgres
