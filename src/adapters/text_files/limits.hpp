#pragma once
#include <cstddef>

namespace text_files {

inline constexpr std::size_t file_bytes_max = 32U << 20U;
inline constexpr std::size_t text_bytes_max = 8U << 20U;
inline constexpr std::size_t paragraphs_max = 20'000;
inline constexpr std::size_t paragraph_characters_max = 100'000;

}  // namespace text_files
