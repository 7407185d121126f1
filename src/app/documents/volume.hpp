#pragma once
#include <functional>

#include "base/value.hpp"
#include "documents/facts.hpp"

namespace documents {

enum class Part { main, side };  // 正卷、副卷 (程序规定 第七十八条)

// Pages of a paper already made; 0 when not known.
using PagesOf = std::function<int(const ports::DocumentRow&)>;

// What cover, index and note of one part say: the papers in archive order (documents.md §5), receipts
// directly after their paper, pages running through.
base::Value volume(const Sources& sources, Part part, const PagesOf& pages_of);

}  // namespace documents
