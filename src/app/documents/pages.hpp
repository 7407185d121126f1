#pragma once
#include <functional>
#include <string_view>

#include "base/result.hpp"
#include "office/office.hpp"

namespace documents {

// Opens a PDF that was brought in, counts its pages and keeps the number with its digest, so that it is
// opened once and never again. A file that cannot be opened is counted as such. What failed for another
// reason (too slow tonight, no such program) is not kept.
base::Result<ports::PageCount> count_pages(const office::Office&, std::string_view sm3);

// Those of before the numbers were kept, as many as go; how many were counted.
base::Result<int> count_the_rest(const office::Office&, const std::function<bool()>& goes_on);

// Why a counted file bears no page numbers; empty when it does.
std::string_view notice_of(const ports::PageCount&);

}  // namespace documents
