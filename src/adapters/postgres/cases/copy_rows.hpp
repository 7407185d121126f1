#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "ports/case_store.hpp"
#include "postgres/params.hpp"

namespace postgres {

// COPY's text format: one value, one row, the derived rows of a case.
void add_text(std::string& to, const std::optional<std::string>& text);
void add_row(std::string& to, const Params& params);
void add_derived(std::string& clocks, std::string& tasks, std::string& decisions, std::string_view no,
                 const ports::Projection& shown);

}  // namespace postgres
