#pragma once
#include <cstddef>

namespace spreadsheet {

// More than any benchmark table has (600 to 2,000 rows), and little enough to be read in memory.
inline constexpr std::size_t file_bytes_max = 4U << 20U;
inline constexpr std::size_t rows_max = 6000;
inline constexpr std::size_t columns_max = 64;
inline constexpr std::size_t merges_max = 20'000;

}  // namespace spreadsheet
