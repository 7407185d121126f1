#pragma once
#include <cstdint>
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

// Looks for the items that a subject may be. Made once for all subjects of a table.
class ItemFinder {
  public:
    explicit ItemFinder(const discretion::Catalogue& catalogue);
    // The nearest items, best first; a proposal only, which a person confirms.
    std::vector<Candidate> nearest(const Subject& subject) const;

  private:
    struct Citation {
        std::string law = {}, article = {}, item = {};
    };
    struct Entry {
        const discretion::Violation* violation = nullptr;
        std::vector<std::uint64_t> pairs = {};  // of neighbouring characters of its name, sorted
        std::vector<Citation> citations = {};
    };
    int likeness_by_law(const Entry& entry, std::string_view basis) const;
    std::vector<Entry> entries_;
};

}  // namespace benchmark
