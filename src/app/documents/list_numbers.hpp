#pragma once
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "ports/document_store.hpp"

namespace documents {

// documents.md DN-06, data-standards.md §5: a list of goods has one number, the one the register gave it.
// Wherever the facts tell an act that made a list, its `list_no` is that number, whatever was typed.
void settle_list_numbers(base::Object& facts);

// Before the act is recorded its list has the number that would come next: what a preview shows.
void expect_list_number(base::Object& facts, int act_n, std::string_view case_no,
                        const std::vector<ports::DocumentRow>& rows);

// The papers that one act gives rise to name each other by their numbers, which are given as they are stored:
// they join the `documents` of the frozen facts.
void add_papers_of_the_act(base::Object& facts, const ports::DocumentRow& paper);

}  // namespace documents
