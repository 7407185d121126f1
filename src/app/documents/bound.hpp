#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include "cases/load_case.hpp"
#include "ports/document_store.hpp"
#include "ports/evidence_store.hpp"
#include "volume/binding.hpp"

namespace documents {

// Pages of a paper already made, or of evidence that is a PDF; 0 when they are not known, as of a PDF that is
// encrypted or damaged. Each file is counted once, however often it is asked for.
struct PagesOf {
    std::function<int(const ports::DocumentRow&)> paper;
    std::function<int(const ports::Evidence&)> evidence;
};
PagesOf pages_in(const office::Office& office);

// The papers of a case as the binder sees them, place by place those of `rows`, behind them the evidence.
// Struck papers have no slot, nor has evidence without pages: recordings and pictures are listed (程序规定
// 第七十九条).
std::vector<::volume::Paper> binder_papers(const procedure::Case& file,
                                           const std::vector<ports::DocumentRow>& rows,
                                           const std::vector<ports::Evidence>& evidence,
                                           const PagesOf& pages_of);

// Evidence is a stranger's file: where it cannot be numbered it is bound as it is, for the export of a case
// must not fail by it. `to` is where the numbered copy goes; answers which file is bound.
base::Result<std::filesystem::path> bound_evidence(const office::Office& office,
                                                   const std::filesystem::path& original, int first,
                                                   const std::filesystem::path& to);

}  // namespace documents
