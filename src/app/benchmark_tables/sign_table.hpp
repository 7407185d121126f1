#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "office/office.hpp"

namespace benchmark_tables {

inline constexpr std::size_t approvals_needed = 2;

// What a signature is over: the title, the day, the lines and what each violation was said to be.
std::string content_sm3(const ports::BenchmarkVersion& version, const ports::Hasher& hasher);
// The link of a signature in the chain of its version.
std::string hash_of(const ports::BenchmarkSignature& signature, std::string_view version_id,
                    const ports::Hasher& hasher);

// submit, approve, return or withdraw. Approval takes two persons of the leadership, neither of them the
// drafter; with the second the table is in force from its day. Errors: `not_permitted`, `version_settled`,
// `version_conflict`, `not_mapped`, `table_faulty`, `day_passed`, `missing_field`, `text_too_long`.
base::Result<void> sign_table(const office::Office& office, const identity::Viewer& viewer,
                              ports::BenchmarkVersion version, std::string_view action,
                              const std::string& opinion);

// The versions that wait for the viewer's approval, the newest first.
base::Result<std::vector<ports::BenchmarkVersion>> waiting_for(const office::Office& office,
                                                               const identity::Viewer& viewer);

// What the viewer may do with a version now.
std::vector<std::string> open_actions(const identity::Viewer& viewer, const ports::BenchmarkVersion& version,
                                      const std::vector<ports::BenchmarkSignature>& signatures);

}  // namespace benchmark_tables
