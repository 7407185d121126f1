#pragma once
#include "base/value.hpp"
#include "documents/bound.hpp"
#include "documents/facts.hpp"

namespace documents {

using Part = ::volume::Part;

// What cover, index and note of one part say: the papers in archive order (documents.md §5), receipts
// directly after their paper, pages running through.
base::Value volume(const Sources& sources, Part part, const PagesOf& pages_of);

}  // namespace documents
