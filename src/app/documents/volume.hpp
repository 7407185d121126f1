#pragma once
#include <string>
#include <vector>

#include "base/value.hpp"
#include "documents/bound.hpp"
#include "documents/facts.hpp"

namespace documents {

using Part = ::volume::Part;

// A paper that is about to come to the file.
struct Brought {
    int no = 0;
    std::string title, slot;
};

// The act that bound the file before this one; null while it is open (程序规定 第七十八条).
const casefile::Act* bound_before(const Sources& sources);

// What cover, index and note of one part say: the papers in archive order (documents.md §5), receipts
// directly after their paper, pages running through. `brought`: what comes to a file that is bound already.
base::Value volume(const Sources& sources, Part part, const PagesOf& pages_of,
                   const std::vector<Brought>& brought = {});

}  // namespace documents
