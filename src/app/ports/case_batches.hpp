#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "ports/case_store.hpp"

namespace ports {

// A case as it lies in the store, for work on all of them.
struct StoredCase {
    CaseRecord record;  // its acts are empty when one cannot be read
    Projection shown;
    int proposals_waiting = 0;
    std::string waits_for_nobody = {};  // titles of what waits for a person or an office that is not there
    std::string unreadable = {};        // why
};

struct BatchOf {
    enum class Which { open, closed_since, all };
    Which which = Which::open;
    base::Date since = {};   // with closed_since: the day of the last act
    std::string after = {};  // number of the last case of the batch before
    int cases_max = 500;
};

enum class Take { acts, acts_and_shown };  // the second: also what lists show of the case

// Many cases at a time, of every agency, in the order of their numbers. Nothing of it is shown to anybody.
// Several threads may ask at once.
class CaseBatches {
  public:
    virtual ~CaseBatches() = default;
    virtual base::Result<std::vector<std::string>> numbers(const BatchOf&) = 0;
    virtual base::Result<std::vector<StoredCase>> load(const std::vector<std::string>& numbers,
                                                       Take take) = 0;
};

struct RebuiltCase {
    std::string no;
    std::int64_t version = 0;  // of the acts it was made of
    Projection projection;
};

// Replaces what lists show of cases, all of it. Several threads may ask at once.
class ProjectionWriter {
  public:
    virtual ~ProjectionWriter() = default;
    // Says how many were written: a case that has moved meanwhile was brought up to date by its own act.
    virtual base::Result<std::size_t> replace(std::span<const RebuiltCase> cases) = 0;
};

}  // namespace ports
