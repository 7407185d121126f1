#pragma once
#include <optional>
#include <string_view>

#include "benchmark/amount.hpp"

namespace benchmark {

// X以上Y以下 and its relatives; an end that is not written is open.
struct Range {
    Amount::Unit unit = Amount::Unit::none;
    std::optional<Amount> from = {}, to = {};
    bool from_incl = true, to_incl = true;
};

// The whole of a normal() text as a range; 以上、以下 include the number, 不足、不满、超过 exclude it
// (程序规定 第八十四条). Errors: `unread_words` with what is left over, `range_reversed`, and those of
// take_amount.
base::Result<Range> read_range(std::string_view text);

}  // namespace benchmark
