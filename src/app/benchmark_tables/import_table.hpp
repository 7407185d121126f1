#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "benchmark/mapping.hpp"
#include "office/office.hpp"

namespace benchmark_tables {

// Who may draft: 法规 of the agency. Errors: `not_permitted`.
base::Result<void> require_drafter(const identity::Viewer& viewer);

// A file read and looked at; nothing is kept.
struct Preview {
    benchmark::Reading reading = {};
    std::vector<benchmark::Subject> subjects = {};  // with the items they may be
};
base::Result<Preview> preview(const office::Office& office, const identity::Viewer& viewer,
                              std::string_view name, std::string_view bytes);

struct Import {
    std::string file_name = {}, bytes = {}, title = {}, from = {};
    std::string table = {};  // the table this is a new version of; empty: a new table
};
struct Imported {
    std::vector<benchmark::Problem> problems = {};  // not empty: nothing was kept
    ports::BenchmarkVersion version = {};
};
// A draft of the whole file, or of nothing of it. Errors: `missing_field`, `bad_date`, `text_too_long`,
// `not_permitted`, `version_open` while another version of the table is under way, and those of the reader.
base::Result<Imported> import_table(const office::Office& office, const identity::Viewer& viewer,
                                    const Import& import);

// The subjects of a version with what is confirmed and what is proposed.
base::Result<std::vector<benchmark::Subject>> subjects_of(const office::Office& office,
                                                          const identity::Viewer& viewer,
                                                          const ports::BenchmarkVersion& version);

}  // namespace benchmark_tables
