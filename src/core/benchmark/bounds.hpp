#pragma once
#include <array>
#include <optional>
#include <string>

#include "discretion/benchmark_table.hpp"
#include "discretion/catalogue.hpp"

namespace benchmark {

// A band in ten-thousandths of what its bracket is written in: fen, or times of the base. Whole and exact, so
// that ends can be compared.
struct Bounds {
    discretion::Wide least = 0, most = 0;
    bool least_incl = true, most_incl = true;
    friend bool operator==(const Bounds&, const Bounds&) = default;
};

Bounds bounds_of(const discretion::Bracket& bracket);  // the whole of it

// What a row lays down within a bracket; nothing when it speaks of another kind of range.
std::optional<Bounds> bounds_of(const discretion::Bracket& bracket, const discretion::TableAmount& amount);

// The band of a tier by the shares of the place (discretion.md §2.1); nothing below a minimum of zero.
std::optional<Bounds> general_bounds(const discretion::Bracket& bracket, const discretion::Shares& shares,
                                     discretion::Tier tier);

std::string written(const discretion::Bracket& bracket, const Bounds& bounds);

}  // namespace benchmark
