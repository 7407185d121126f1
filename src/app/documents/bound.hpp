#pragma once
#include <functional>
#include <vector>

#include "cases/load_case.hpp"
#include "ports/document_store.hpp"
#include "volume/binding.hpp"

namespace documents {

// Pages of a paper already made; 0 when not known.
using PagesOf = std::function<int(const ports::DocumentRow&)>;

// The papers of a case as the binder sees them, place by place those of `rows`; struck ones have no slot.
std::vector<::volume::Paper> binder_papers(const procedure::Case& file,
                                           const std::vector<ports::DocumentRow>& rows,
                                           const PagesOf& pages_of);

}  // namespace documents
