#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "discretion/benchmark_table.hpp"
#include "discretion/facts.hpp"

namespace benchmark {

// One alternative of a cell 裁量标准: under which numbers which fine.
struct Clause {
    discretion::Condition when = {};
    discretion::TableAmount amount = {};
};

// 裁量标准, its alternatives parted by semicolons: “货值金额不足1万元的，处5万元以上6.5万元以下罚款；…”. What
// goes with a fine (没收、责令、警告、吊销) is the article's own and only has to be readable. Errors:
// `unread_words`, `base_missing` (times of what?), and those of read_range.
base::Result<std::vector<Clause>> read_standard(std::string_view normal_text,
                                                const discretion::FactTable& facts);

// 适用条件: its numbers; the rest is for a person to find. An amount that cannot be read is no rest.
base::Result<discretion::Condition> read_circumstances(std::string_view normal_text,
                                                       const discretion::FactTable& facts);

}  // namespace benchmark
