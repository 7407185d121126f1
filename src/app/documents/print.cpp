#include "documents/print.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "document/template.hpp"
#include "documents/list_numbers.hpp"

namespace documents {

namespace {

// What is printed beside the square code and asked for on the checking page: 4F7A-92C0-1B3D.
std::string check_code(std::string_view id) {
    std::string code;
    for (std::size_t i = 0; i < 12 && i < id.size(); ++i) {
        if (i == 4 || i == 8) code += '-';
        code += id[i] >= 'a' && id[i] <= 'f' ? static_cast<char>(id[i] - 'a' + 'A') : id[i];
    }
    return code;
}

// The form of the agency and of the day the paper was made on; what the agency prints of itself may bear
// another code.
base::Result<const document::Template*> form_of(const office::Office& office, const ports::DocumentRow& row) {
    const document::Template* form =
        office.templates.find(row.document, {.place = row.agency, .day = row.made_at.date()});
    if (!form) return base::fail("form_missing", fmt::format("没有文书“{}”的格式", row.title));
    return form;
}

}  // namespace

std::vector<document::Sheet> sheets(const office::Office& office, const ports::DocumentRow& row) {
    const auto form = form_of(office, row);
    return form ? (*form)->sheets() : std::vector<document::Sheet>();
}

base::Result<document::Document> paper(const office::Office& office, const ports::DocumentRow& row) {
    const document::Template* form = TRY(form_of(office, row));
    base::Object facts = row.facts.object();
    // Both numbers are given in the transaction that records the act, after the facts were frozen.
    base::Object case_facts = row.facts["case"].object();
    case_facts.set("no", row.case_no);
    facts.set("case", std::move(case_facts));
    if (!row.number.empty()) facts.set("number", row.number);
    add_papers_of_the_act(facts, row);
    document::Document made = TRY(form->fill(base::Value(std::move(facts))));
    if (form->external() && !row.number.empty()) made.check = check_code(row.id);
    return made;
}

namespace {

base::Result<ports::Blob> make(const office::Office& office, const ports::DocumentRow& row) {
    const document::Document document = TRY(paper(office, row));
    const std::string bytes = TRY(office.ports.renderer.pdf(document));
    return office.ports.blobs.put(bytes);
}

}  // namespace

base::Result<std::string> pdf(const office::Office& office, const identity::Viewer& viewer,
                              std::string_view id) {
    ports::DocumentRow row = TRY(office.ports.documents.load(viewer, id));
    if (row.sm3.empty()) {
        const ports::Blob blob = TRY(make(office, row));
        TRY(office.ports.documents.mark_made(viewer, id, blob.sm3));
        row = TRY(office.ports.documents.load(viewer, id));
    }
    return office.ports.blobs.read(row.sm3);
}

base::Result<void> print_all(const office::Office& office, const identity::Viewer& viewer,
                             std::string_view case_no) {
    for (const auto& row : TRY(office.ports.documents.of_case(viewer, case_no)))
        if (row.sm3.empty() && row.status != "struck") TRY(pdf(office, viewer, row.id));
    return {};
}

base::Result<std::string> copy(const office::Office& office, const identity::Viewer& viewer,
                               std::string_view id, document::Sheet sheet) {
    const ports::DocumentRow row = TRY(office.ports.documents.load(viewer, id));
    const document::Template* form = TRY(form_of(office, row));
    TRY(form->check_sheet(sheet));
    document::Document document = TRY(paper(office, row));
    document.sheet = sheet;
    return office.ports.renderer.pdf(document);
}

base::Result<std::string> docx(const office::Office& office, const identity::Viewer& viewer,
                               std::string_view id) {
    const ports::DocumentRow row = TRY(office.ports.documents.load(viewer, id));
    const document::Document document = TRY(paper(office, row));
    return office.ports.renderer.docx(document);
}

base::Result<std::string> batch(const office::Office& office, const identity::Viewer& viewer,
                                std::string_view case_no) {
    TRY(print_all(office, viewer, case_no));
    std::vector<std::filesystem::path> papers;
    for (const auto& row : TRY(office.ports.documents.of_case(viewer, case_no)))
        if (row.status != "struck") papers.push_back(TRY(office.ports.blobs.path(row.sm3)));
    if (papers.empty()) return base::fail("not_found", "没有可以印制的文书");
    return office.ports.binder.joined(papers);
}

base::Result<std::string> text(const office::Office& office, const identity::Viewer& viewer,
                               std::string_view id) {
    const ports::DocumentRow row = TRY(office.ports.documents.load(viewer, id));
    if (!row.text_sm3.empty()) return office.ports.blobs.read(row.text_sm3);
    return document::plain_text(TRY(paper(office, row)));
}

base::Result<bool> make_next(const office::Office& office) {
    const auto row = TRY(office.ports.documents.next_queued());
    if (!row) return false;
    const ports::Blob blob = TRY(make(office, *row));
    TRY(office.ports.documents.finish_queued(row->id, blob.sm3));
    return true;
}

}  // namespace documents
