#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "corpus.hpp"

namespace proofread_test {

namespace {

// Sentences in the running words of a decision no template made: those in foreign_slips.txt hold one slip
// each, as a reader who did not know the rules wrote them, those in foreign_right.txt look like them and are
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
    const auto sentences = lines_of("foreign_slips");
    std::size_t noticed = 0;
    for (const std::string& sentence : sentences) {
        const bool found = !faults(with_sentence(sentence)).empty();
        noticed += found ? 1 : 0;
        if (!found) std::cout << "missed: " << sentence << "\n";
    }
    std::cout << noticed << " of " << sentences.size() << "\n";
    EXPECT_GE(noticed * 10, sentences.size() * 9);
    std::ifstream in(std::string(ZHIHENG_SOURCE_DIR) + "/docs/proofreading.md");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const std::string told = "Of the " + std::to_string(sentences.size()) + " sentences " +
                             std::to_string(noticed) + " have a finding now";
    EXPECT_TRUE(text.contains(told)) << told;
}

}  // namespace proofread_test
