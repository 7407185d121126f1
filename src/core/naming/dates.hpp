#pragma once
#include <optional>

#include "base/date.hpp"
#include "naming/lines.hpp"

namespace naming {

// 2024年5月6日, 2024-05-06, 2024.5.6, 2024/5/6, 二〇二四年五月六日; `end` is behind it.
struct FoundDate {
    base::Date date;
    std::size_t begin = 0, end = 0;
};
std::optional<FoundDate> first_date(LettersView letters, std::size_t from = 0);
std::optional<base::Date> last_date(const std::vector<Line>& lines);

}  // namespace naming
