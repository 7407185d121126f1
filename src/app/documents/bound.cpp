#include "documents/bound.hpp"

#include <algorithm>

namespace documents {

namespace {

constexpr int receipt_no = 50;
constexpr int public_notice_no = 51;

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

}  // namespace

std::vector<::volume::Paper> binder_papers(const procedure::Case& file,
                                           const std::vector<ports::DocumentRow>& rows,
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
                          .pages = pages_of(row),
                          .proves = served_by(file, rows, row)});
    return papers;
}

}  // namespace documents
