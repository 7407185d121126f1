#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace document {

struct Span {
    std::size_t begin = 0, end = 0;  // bytes
    friend bool operator==(const Span&, const Span&) = default;
};

// Where a text has what is misread when a line ends in it: numbers with their unit (86670.00元,
// 990101-2024-000001-QD001), dates (2024年7月4日) and numbers of papers (临东市监处罚〔2024〕1号).
std::vector<Span> unbroken(std::string_view text);

}  // namespace document
