#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "benchmark/reader.hpp"
#include "identity/viewer.hpp"

namespace ports {

// One version of a benchmark table (裁量基准).
struct BenchmarkVersion {
    std::string id = {}, table = {};
    int version = 1;
    std::string agency = {}, title = {};
    std::string file_name = {}, file_sm3 = {};  // of the file it was imported from
    std::size_t line_count = 0;
    base::Date from = {};
    std::string status = "draft";  // draft waiting approved withdrawn
    std::string drafted_by = {}, drafted_by_name = {};
    std::int64_t lock = 1;  // rises with every change
    int round = 1;          // rises when it is returned
    base::Instant created_at = {}, updated_at = {};
    std::vector<benchmark::Line> lines = {};
    std::vector<std::optional<std::string>> items = {};  // one for each subject of the lines, in their order
};

// A signature on a version: over its content, chained to the signature before it.
struct BenchmarkSignature {
    int n = 1, round = 1;
    std::string action = {};  // submit approve return withdraw
    std::string person = {}, person_name = {}, role = {}, opinion = {};
    std::string content_sm3 = {};
    base::Instant at = {};
    std::string prev = {}, hash = {};
};

class BenchmarkStore {
  public:
    virtual ~BenchmarkStore() = default;
    // Without lines and items, the newest first.
    virtual base::Result<std::vector<BenchmarkVersion>> list(const identity::Viewer&) = 0;
    virtual base::Result<std::vector<BenchmarkVersion>> of_table(const identity::Viewer&,
                                                                 std::string_view table) = 0;
    virtual base::Result<BenchmarkVersion> load(const identity::Viewer&, std::string_view id) = 0;
    virtual base::Result<std::vector<BenchmarkSignature>> signatures(const identity::Viewer&,
                                                                     std::string_view id) = 0;
    virtual base::Result<void> create(const identity::Viewer&, const BenchmarkVersion&) = 0;
    // Under the lock it was read with, together with the signature that changes it. Errors:
    // `version_conflict`, `not_permitted`, `append_only`.
    virtual base::Result<void> save(const identity::Viewer&, const BenchmarkVersion&,
                                    const std::optional<BenchmarkSignature>&) = 0;
    virtual base::Result<std::vector<BenchmarkVersion>> approved() = 0;  // of all agencies, with lines
};

}  // namespace ports
