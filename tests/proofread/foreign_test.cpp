#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "corpus.hpp"

namespace proofread_test {

namespace {

// Sentences in the running words of a decision no template made: those in the files of slips hold one slip
// each, those in foreign_right.txt look like them and are
// right.
std::vector<std::string> lines_of(const std::string& name) {
    std::vector<std::string> lines;
    std::ifstream in(std::string(ZHIHENG_SOURCE_DIR) + "/tests/proofread/letters/" + name + ".txt");
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

File with_sentence(const std::string& sentence) {
    File file{.name = sentence, .sources = {proofread::Source{.id = "foreign"}}};
    auto& paragraphs = file.sources.front().paragraphs;
    paragraphs = lines_of("foreign_decision");
    std::vector<std::string> added;
    for (std::size_t at = 0;;) {
        const auto end = sentence.find("\\n", at);
        added.push_back(sentence.substr(at, end - at));
        if (end == std::string::npos) break;
        at = end + 2;
    }
    paragraphs.insert(paragraphs.begin() + 4, added.begin(), added.end());
    return file;
}

}  // namespace

TEST(Foreign, RightSentencesAreLeftInPeace) {
    for (const auto& finding : faults(
             {.name = "as it is",
              .sources = {proofread::Source{.id = "foreign", .paragraphs = lines_of("foreign_decision")}}}))
        ADD_FAILURE() << finding.message;
    const auto sentences = lines_of("foreign_right");
    ASSERT_GE(sentences.size(), 40U);
    for (const std::string& sentence : sentences) {
        const File file = with_sentence(sentence);
        for (const auto& finding : faults(file)) ADD_FAILURE() << words(file, finding);
    }
}

// What docs/proofreading.md says of them is what there is.
TEST(Foreign, SlipsAreNoticed) {
    std::ifstream in(std::string(ZHIHENG_SOURCE_DIR) + "/docs/proofreading.md");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    std::size_t noticed_in_all = 0, all = 0;
    for (const std::string name : {"foreign_slips", "fresh_slips", "second_slips"}) {
        const auto sentences = lines_of(name);
        std::size_t noticed = 0;
        for (const std::string& sentence : sentences) {
            const bool found = !faults(with_sentence(sentence)).empty();
            noticed += found ? 1 : 0;
            if (!found) std::cout << "missed: " << sentence << "\n";
        }
        const auto row = text.find("| `" + name + ".txt` | " + std::to_string(sentences.size()) + " |");
        ASSERT_NE(row, std::string::npos) << name;
        EXPECT_TRUE(
            text.substr(row, text.find('\n', row) - row).ends_with("| " + std::to_string(noticed) + " |"))
            << name << " " << noticed;
        noticed_in_all += noticed;
        all += sentences.size();
    }
    EXPECT_GE(noticed_in_all * 10, all * 9);
}

}  // namespace proofread_test
