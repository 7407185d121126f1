#include "postgres/evidence/evidence_store.hpp"

#include <charconv>

namespace postgres {
namespace {

base::Error no_upload() {
    return {"not_found", "没有这个上传"};
}
base::Error no_evidence() {
    return {"not_found", "没有这份证据"};
}

base::Error as_not_found(base::Error error) {
    if (error.code == "not_permitted" || error.code == "foreign_key_violation")
        return {"not_found", "没有这个案件"};
    return error;
}

std::vector<std::int64_t> read_numbers(const std::vector<std::string>& texts) {
    std::vector<std::int64_t> numbers;
    for (const auto& text : texts)
        std::from_chars(text.data(), text.data() + text.size(), numbers.emplace_back());
    return numbers;
}

ports::Upload read_upload(const Row& row) {
    return {.id = row.text("id"),
            .case_no = row.text("case_no"),
            .name = row.text("name"),
            .size = row.integer("size"),
            .chunk_size = row.integer("chunk_size"),
            .declared_sm3 = row.text("declared_sm3"),
            .author = row.text("author"),
            .started_at = row.instant("started_at"),
            .received = read_numbers(row.texts("received")),
            .evidence = row.text("evidence")};
}

ports::Evidence read_evidence(const Row& row) {
    std::optional<ports::PageCount> counted;
    if (!row.is_null("pages"))
        counted = ports::PageCount{.pages = row.number("pages"), .failure = row.text("failure")};
    return {.id = row.text("id"),
            .case_no = row.text("case_no"),
            .no = row.text("no"),
            .name = row.text("name"),
            .type = row.text("type"),
            .size = row.integer("size"),
            .sm3 = row.text("sm3"),
            .added_by = row.text("added_by"),
            .added_by_name = row.text("added_by_name"),
            .added_at = row.instant("added_at"),
            .counted = std::move(counted)};
}

const Context& counting() {
    static const Context context = Context::for_purpose("pages");
    return context;
}

Step custody_step(const ports::CustodyEvent& event) {
    return {"evidence/add_custody",
            Params(event.evidence, event.kind, event.person, event.person_name, event.at, event.note)};
}

// The id of the evidence: of this call, or of the one that completed the upload before.
base::Result<std::string> complete_once(Transaction& transaction, std::string_view upload,
                                        const ports::Evidence& evidence) {
    const auto locked = TRY(transaction.run("evidence/lock_upload", Params(upload)));
    if (locked.empty()) return base::fail(no_upload());
    if (!locked.front().is_null("evidence")) return locked.front().text("evidence");
    const Step insert{"evidence/insert",
                      Params(evidence.id, evidence.case_no, evidence.name, evidence.type, evidence.size,
                             evidence.sm3, evidence.added_by, evidence.added_by_name, evidence.added_at)};
    const ports::CustodyEvent received{.evidence = evidence.id,
                                       .kind = "received",
                                       .person = evidence.added_by,
                                       .person_name = evidence.added_by_name,
                                       .at = evidence.added_at,
                                       .note = {}};
    TRY(transaction.commit({
        insert,
        custody_step(received),
        {"evidence/finish_upload", Params(upload,      evidence.id)      },
        {"naming/queue",           Params(evidence.id, evidence.added_at)}
    }));
    return evidence.id;
}

}  // namespace

base::Result<void> EvidenceStore::create_upload(const identity::Viewer& viewer, const ports::Upload& upload) {
    const auto done =
        app_.write(Context::of(viewer), "evidence/create_upload",
                   Params(upload.id, upload.case_no, upload.name, upload.size, upload.chunk_size,
                          upload.declared_sm3, upload.author, upload.started_at));
    if (!done) return base::fail(as_not_found(done.error()));
    return {};
}

base::Result<ports::Upload> EvidenceStore::load_upload(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "evidence/load_upload", Params(id)));
    if (rows.empty()) return base::fail(no_upload());
    return read_upload(rows.front());
}

base::Result<void> EvidenceStore::note_chunk(const identity::Viewer& viewer, std::string_view upload,
                                             std::int64_t k) {
    TRY(app_.write(Context::of(viewer), "evidence/note_chunk", Params(upload, k)));
    return {};
}

base::Result<ports::Evidence> EvidenceStore::complete(const identity::Viewer& viewer, std::string_view upload,
                                                      const ports::Evidence& evidence) {
    const auto completed = app_.transact(Context::of(viewer), [&](Transaction& transaction) {
        return complete_once(transaction, upload, evidence);
    });
    if (!completed) return base::fail(completed.error());
    return load(viewer, *completed);
}

base::Result<std::vector<ports::Evidence>> EvidenceStore::of_case(const identity::Viewer& viewer,
                                                                  std::string_view case_no) {
    const auto rows = TRY(app_.read(Context::of(viewer), "evidence/of_case", Params(case_no)));
    std::vector<ports::Evidence> list;
    for (const auto row : rows) list.push_back(read_evidence(row));
    return list;
}

base::Result<ports::Evidence> EvidenceStore::load(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "evidence/load", Params(id)));
    if (rows.empty()) return base::fail(no_evidence());
    return read_evidence(rows.front());
}

base::Result<void> EvidenceStore::add_custody(const identity::Viewer& viewer,
                                              const ports::CustodyEvent& event) {
    const auto answers = TRY(app_.write(Context::of(viewer), std::vector{custody_step(event)}));
    if (answers.front().affected() == 0) return base::fail(no_evidence());
    return {};
}

base::Result<std::vector<ports::CustodyEvent>> EvidenceStore::custody(const identity::Viewer& viewer,
                                                                      std::string_view evidence) {
    const auto rows = TRY(app_.read(Context::of(viewer), "evidence/custody", Params(evidence)));
    if (rows.empty()) return base::fail(no_evidence());
    std::vector<ports::CustodyEvent> events;
    for (const auto row : rows)
        events.push_back({.evidence = row.text("evidence"),
                          .kind = row.text("kind"),
                          .person = row.text("person"),
                          .person_name = row.text("person_name"),
                          .at = row.instant("at"),
                          .note = row.text("note")});
    return events;
}

base::Result<void> EvidenceStore::note_pages(std::string_view sm3, const ports::PageCount& counted) {
    TRY(app_.write(counting(), "evidence/note_pages", Params(sm3, counted.pages, counted.failure)));
    return {};
}

base::Result<std::vector<std::string>> EvidenceStore::uncounted(int at_most) {
    std::vector<std::string> digests;
    for (const auto row : TRY(app_.read(counting(), "evidence/uncounted", Params(at_most))))
        digests.push_back(row.text("digest"));
    return digests;
}

}  // namespace postgres
