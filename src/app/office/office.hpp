#pragma once
#include "base/date.hpp"
#include "base/instant.hpp"
#include "discretion/catalogue.hpp"
#include "document/template.hpp"
#include "office/benchmarks_in_force.hpp"
#include "office/fast_track_in_force.hpp"
#include "office/rules_in_force.hpp"
#include "picture/limits.hpp"
#include "ports/ports.hpp"

namespace cases {
class Shelf;
}

namespace office {

// What every use case works with: the outside world and the law as data. Built once, outlives all of them.
struct Office {
    ports::Ports ports;
    const RulesInForce& rules;
    const discretion::Catalogue& discretion;
    const document::Library& templates;
    BenchmarksInForce& benchmarks;  // the approved tables, beside the law of the catalogue
    FastTrackInForce& fast_track;   // 简案快办适用事项清单, of the catalogue and of the agencies
    cases::Shelf& shelf;            // cases in hand, see cases/shelf.hpp
    picture::Limits pictures;       // of evidence

    base::Instant now() const { return ports.clock.now(); }
    base::Date today() const { return now().date(); }
};

}  // namespace office
