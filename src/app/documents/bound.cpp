#include "documents/bound.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "documents/page_count.hpp"
#include "documents/pages.hpp"

namespace documents {

namespace {

constexpr int receipt_no = 50;
constexpr int public_notice_no = 51;
constexpr std::string_view evidence_slot = "Z4";  // 程序规定 第七十八条第二款第（四）项

// The paper a receipt proves the service of; -1 for any other paper.
int served_by(const procedure::Case& file, const std::vector<ports::DocumentRow>& rows,
              const ports::DocumentRow& receipt) {
    if (receipt.no != receipt_no && receipt.no != public_notice_no) return -1;
    const auto serving = std::ranges::find(file.acts(), receipt.act_n, &casefile::Act::n);
    if (serving == file.acts().end()) return -1;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (serving->data.integer("document") == rows[i].no && serving->data.integer("of") == rows[i].act_n)
            return static_cast<int>(i);
    return -1;
}

using Known = std::map<std::string, int, std::less<>>;  // pages by SM3

struct Counted {
    Known papers, evidence;
};

int pages_of_paper(const office::Office& office, Known& known, const std::string& sm3) {
    if (sm3.empty()) return 0;
    if (const auto found = known.find(sm3); found != known.end()) return found->second;
    const auto pdf = office.ports.blobs.read(sm3);
    return known[sm3] = pdf ? page_count(*pdf) : 0;
}

int pages_of_evidence(const office::Office& office, Known& known, const ports::Evidence& one) {
    if (one.counted) return one.counted->pages;
    if (const auto found = known.find(one.sm3); found != known.end()) return found->second;
    const auto counted = count_pages(office, one.sm3);
    return known[one.sm3] = counted ? counted->pages : 0;
}

}  // namespace

PagesOf pages_in(const office::Office& office) {
    const auto counted = std::make_shared<Counted>();
    return {.paper =
                [&office, counted](const ports::DocumentRow& row) {
                    return pages_of_paper(office, counted->papers, row.sm3);
                },
            .evidence =
                [&office, counted](const ports::Evidence& one) {
                    if (one.type != "application/pdf") return 0;
                    return pages_of_evidence(office, counted->evidence, one);
                }};
}

base::Result<std::filesystem::path> bound_evidence(const office::Office& office,
                                                   const std::filesystem::path& original, int first,
                                                   const std::filesystem::path& to) {
    const auto done = office.ports.binder.numbered(original, first, to);
    if (done) return to;
    const std::string& code = done.error().code;
    if (code == "storage_error" || code == "internal_error") return base::fail(done.error());
    return original;
}

std::vector<::volume::Paper> binder_papers(const procedure::Case& file,
                                           const std::vector<ports::DocumentRow>& rows,
                                           const std::vector<ports::Evidence>& evidence,
                                           const PagesOf& pages_of) {
    std::vector<::volume::Paper> papers;
    for (const auto& row : rows)
        papers.push_back({.id = row.id,
                          .document = row.document,
                          .title = row.title,
                          .number = row.number,
                          .slot = row.status == "struck" ? std::string() : row.slot,
                          .no = row.no,
                          .act_n = row.act_n,
                          .made_at = row.made_at,
                          .pages = pages_of.paper(row),
                          .proves = served_by(file, rows, row)});
    for (const auto& one : evidence) {
        const int pages = pages_of.evidence(one);
        papers.push_back({.id = one.id,
                          .document = "evidence",
                          .title = one.name,
                          .number = one.no,
                          .slot = pages > 0 ? std::string(evidence_slot) : std::string(),
                          .made_at = one.added_at,
                          .pages = pages});
    }
    return papers;
}

}  // namespace documents
