#pragma once
#include <optional>
#include <string>
#include <vector>

#include "benchmark/reader.hpp"
#include "discretion/catalogue.hpp"

namespace benchmark {

// An item of the catalogue a violation of a table may be, and how near its name and article are, of 100.
struct Candidate {
    std::string item = {};
    int likeness = 0;
    bool same_article = false;
};

// The lines of a table that speak of one violation under one provision, and the item a person says it is.
struct Subject {
    std::string violation = {}, basis = {};
    std::vector<std::size_t> lines = {};
    std::optional<std::string> item = {};  // confirmed; empty text: the catalogue has no such item
    std::vector<Candidate> candidates = {};
};

std::vector<Subject> subjects_of(const std::vector<Line>& lines);

// The nearest items of the catalogue, best first; a proposal only, which a person confirms.
std::vector<Candidate> nearest_items(const Subject& subject, const discretion::Catalogue& catalogue);

}  // namespace benchmark
