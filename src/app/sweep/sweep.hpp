#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "ports/clock.hpp"
#include "ports/sweep.hpp"

namespace sweep {

// Content of catalogue/documents/sweep.yaml.
struct Rules {
    int evidence_upload_days = 0, foreign_upload_days = 0, work_hours = 0;

    static base::Result<Rules> from(const base::Value& content);  // `bad_catalogue`
};

// One place things are left in, and after how long without a change they are abandoned.
struct Place {
    std::string kind;   // evidence, foreign; empty where no upload leads to anything
    std::string title;  // as whoever runs the system reads it
    int hours = 0;
    ports::Leavings& leavings;
};

struct Removed {
    std::string title, id, agency;  // what it was; the agency and the identifier where there was an upload
    base::Instant since;
    std::int64_t bytes = 0;
};

// Removes what was begun, left, and what nothing leads to any more. What cannot be removed tonight is tried
// again tomorrow and hinders nothing else.
base::Result<std::vector<Removed>> run(ports::SweepStore&, const ports::Clock&,
                                       const std::vector<Place>& places,
                                       const std::function<bool()>& goes_on);

// For the row of the night: counts, and the first of what was removed. No name of a file: it may be that of
// a person.
base::Value report(const std::vector<Removed>& removed);

}  // namespace sweep
