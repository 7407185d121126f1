#include "postgres/documents/document_store.hpp"

namespace postgres {
namespace {

ports::DocumentRow read_document(const Row& row) {
    return {.id = row.text("id"),
            .case_no = row.text("case_no"),
            .agency = row.text("region"),
            .act_n = row.number("act_n"),
            .document = row.text("document"),
            .title = row.text("title"),
            .number = row.text("number"),
            .slot = row.text("slot"),
            .no = row.number("no"),
            .status = row.text("status"),
            .sm3 = row.text("sm3"),
            .text_sm3 = row.text("text_sm3"),
            .facts = {},
            .made_at = row.instant("made_at"),
            .siblings = {}};
}

ports::DocumentRow read_with_facts(const Row& row) {
    auto document = read_document(row);
    document.facts = row.value("facts");
    if (const base::Value siblings = row.value("siblings"); siblings.as_list())
        document.siblings = *siblings.as_list();
    return document;
}

}  // namespace

base::Result<std::vector<ports::DocumentRow>> DocumentStore::of_case(const identity::Viewer& viewer,
                                                                     std::string_view case_no) {
    const auto rows = TRY(app_.read(Context::of(viewer), "documents/of_case", Params(case_no)));
    std::vector<ports::DocumentRow> documents;
    for (const auto row : rows) documents.push_back(read_document(row));
    return documents;
}

base::Result<ports::DocumentRow> DocumentStore::load(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "documents/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这份文书");
    return read_with_facts(rows.front());
}

base::Result<void> DocumentStore::mark_made(const identity::Viewer& viewer, std::string_view id,
                                            std::string_view sm3) {
    TRY(app_.write(Context::of(viewer), "documents/mark_made", Params(id, sm3)));
    return {};
}

base::Result<std::optional<ports::DocumentRow>> DocumentStore::next_queued() {
    const auto rows = TRY(app_.read(Context::for_purpose("render"), "documents/next_queued"));
    if (rows.empty()) return std::nullopt;
    return read_with_facts(rows.front());
}

base::Result<void> DocumentStore::finish_queued(std::string_view id, std::string_view sm3) {
    TRY(app_.write(Context::for_purpose("render"), "documents/mark_made", Params(id, sm3)));
    return {};
}

}  // namespace postgres
