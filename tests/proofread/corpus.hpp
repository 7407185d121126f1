#pragma once
#include <string>
#include <vector>

#include "base/value.hpp"
#include "proofread/proofread.hpp"

namespace proofread_test {

// What the program knows, from the catalogue of the sources.
const proofread::Knowledge& knowledge();

// The papers of one case, made by the program's own templates.
struct File {
    std::string name;
    std::vector<proofread::Source> sources;
};

// Correct files: the cases and scenarios of the other tests, each moved to other weeks, with other parties
// and sums.
const std::vector<File>& correct_files();

// What a proofreader finds, without the remarks that nothing is held to compare with.
std::vector<proofread::Finding> faults(const File& file);

std::string words(const File& file, const proofread::Finding& finding);

}  // namespace proofread_test
