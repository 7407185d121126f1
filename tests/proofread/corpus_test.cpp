#include "corpus.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "seeds.hpp"

namespace proofread_test {

namespace {

constexpr int files_per_slip = 3;

struct Tally {
    int made = 0, found = 0;
};

bool noticed(const File& file, const Slip& slip, std::size_t paper) {
    return std::ranges::any_of(faults(file), [&](const proofread::Finding& finding) {
        const bool there = finding.place.source == paper || (finding.other && finding.other->source == paper);
        return there && std::ranges::find(slip.rules, finding.rule) != slip.rules.end();
    });
}

// UPDATE_GOLDEN=1 writes what was measured into docs/proofreading.md.
void write_figures(const std::map<std::string, Tally>& tallies, const Tally& all) {
    if (!std::getenv("UPDATE_GOLDEN")) return;
    const std::string path = std::string(ZHIHENG_SOURCE_DIR) + "/docs/proofreading.md";
    std::ostringstream read;
    read << std::ifstream(path).rdbuf();
    std::size_t papers = 0, alarms = 0;
    for (const File& file : correct_files()) {
        papers += file.sources.size();
        alarms += faults(file).size();
    }
    std::string table =
        fmt::format("\n{} correct files with {} papers: {} false alarms. {} slips, {} noticed ({} %).\n\n",
                    correct_files().size(), papers, alarms, all.made, all.found, all.found * 100 / all.made);
    table += "| class | slips | noticed |\n| --- | --- | --- |\n";
    for (const auto& [name, tally] : tallies)
        table += fmt::format("| {} | {} | {} |\n", name, tally.made, tally.found);
    const std::string text = read.str(), from = "<!-- figures -->\n", to = "<!-- end of figures -->";
    const auto begin = text.find(from) + from.size(), end = text.find(to);
    std::ofstream(path) << text.substr(0, begin) << table << "\n" << text.substr(end);
}

}  // namespace

// Precision before recall: the officer must be able to trust that a remark is worth reading.
TEST(Corpus, CorrectFilesAreLeftInPeace) {
    std::size_t false_alarms = 0;
    for (const File& file : correct_files())
        for (const proofread::Finding& finding : faults(file)) {
            ++false_alarms;
            ADD_FAILURE() << words(file, finding);
        }
    EXPECT_GE(correct_files().size(), 60U);
    EXPECT_LE(false_alarms * 10, correct_files().size());
}

// Every slip is made in a few files, one at a time, each time in another file.
TEST(Corpus, TypicalSlipsAreNoticed) {
    std::map<std::string, Tally> tallies;
    Tally all;
    std::size_t from = 0;
    for (const Slip& slip : slips()) {
        int made = 0;
        for (std::size_t i = 0; i < correct_files().size() && made < files_per_slip; ++i) {
            File file = correct_files()[(from + 11 * i) % correct_files().size()];
            const auto paper = slip.make(file);
            if (!paper) continue;
            ++made;
            ++tallies[slip.klass].made;
            ++all.made;
            if (noticed(file, slip, *paper)) {
                ++tallies[slip.klass].found;
                ++all.found;
            } else {
                std::cout << "missed: " << slip.klass << "，" << slip.what << " in " << file.name << " "
                          << file.sources[*paper].id << "\n";
            }
        }
        if (made == 0) std::cout << "no room: " << slip.klass << "，" << slip.what << "\n";
        from += 7;
    }
    for (const auto& [name, tally] : tallies)
        std::cout << name << " " << tally.found << "/" << tally.made << "\n";
    std::cout << "all " << all.found << "/" << all.made << "\n";
    write_figures(tallies, all);
    EXPECT_GE(tallies.size(), 12U);
    EXPECT_GE(all.made, 200);
    EXPECT_GE(all.found * 10, all.made * 9);
}

}  // namespace proofread_test
