#pragma once
#include <string>
#include <vector>

#include "casefile/act.hpp"
#include "demo/organisation.hpp"
#include "ports/directory.hpp"
#include "synth/cast.hpp"

namespace synth {

// A station of a bureau with the people who play in its cases.
struct Station {
    std::string node;
    Cast cast;
    std::vector<casefile::Staff> handlers;
};

struct Bureau {
    casefile::Matter place;  // agency, province and staff
    std::vector<Station> stations;
};

// The demonstration bureau and as many invented ones beside it as are wanted, with what has to be entered of
// them. Their codes are unused by GB/T 2260.
struct Land {
    std::vector<ports::NodeRow> nodes;
    std::vector<ports::PersonRow> people;
    std::vector<demo::AccountRow>
        accounts;  // one officer of each invented bureau, one supervisor of each city
    std::vector<Bureau> bureaus;
};
base::Result<Land> land_of(const demo::Organisation& demonstration, int bureaus, const base::Value& words);

}  // namespace synth
