#pragma once
#include <string>
#include <vector>

#include "base/value.hpp"
#include "discretion/catalogue.hpp"

namespace discretion {

// What is wrong with a row that could be read. `violation` is the item or the place, `law` the text or the
// file. Kinds of an item: gap, overlap (with the facts that show it), non_monotone, serious_lighter,
// days_without_text, outside_the_law, text_not_held, not_cited, jump_not_found. Kinds of a place: band_gap,
// band_overlap, above_the_maximum, below_the_minimum, band_wrong_unit, row_fits_nothing, row_overlap,
// row_non_monotone, floor_above_minimum, floor_wider_than_above, days_without_edition, repeated_item,
// points_reverse.
struct CheckFault {
    std::string violation, law, kind, detail;
    base::Object witness = {};
};

// What was checked of one item or one place, and on which texts or edition.
struct Certificate {
    std::string id = {}, name = {};
    std::vector<std::string> texts = {};  // "FSL2021 2021-04-29—2025-11-30"
    std::size_t fines = 0, rows = 0, points = 0, comparisons = 0;
    std::vector<std::string> jumps = {};  // the facts along which the law itself jumps
    bool is_clean = true;
};

struct CheckReport {
    std::vector<CheckFault> faults = {};
    std::vector<Certificate> items = {}, places = {};
    std::size_t fines = 0;   // fines whose brackets were tried
    std::size_t points = 0;  // combinations of facts tried: every end of every interval and its neighbours
    std::size_t comparisons = 0;  // of a range with that of the next heavier fact
    base::Value to_value() const;
};

// Proves of every fine that exactly one bracket fits, whatever the facts: conditions change only at the
// numbers they name, so trying each number, its neighbours and every choice tries everything. Between two
// such numbers a range is constant or grows with its base, so that comparing neighbours proves that a heavier
// fact never gives a lighter range.
CheckReport check(const Catalogue& catalogue);

}  // namespace discretion
