#include <gtest/gtest.h>

#include <regex>

#include "pdf/typesetter.hpp"
#include "sheaf.hpp"

namespace {

// Dates, sums with their unit, numbers of lists, evidence and papers, ranges of pages.
const std::regex& whole() {
    static const std::regex made(
        "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
        "|[^（《：、，。；\\s]{0,24}〔[0-9]{4}〕(第)?[0-9]+号"
        "|[0-9]+(-[0-9A-Za-z]+)+"
        "|[0-9][0-9,]*(\\.[0-9]+)?(万元|元|%)?");
    return made;
}

// The same in running text, where what stands before the brackets may be the words of the sentence.
const std::regex& whole_in_text() {
    static const std::regex made(
        "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|〔[0-9]{4}〕(第)?[0-9]+号|[0-9][0-9,]*(\\.[0-9]+)?(万元|元)");
    return made;
}

bool is_cell(const std::vector<pdf::Element>& elements, int element) {
    const std::string_view kind = elements[static_cast<std::size_t>(element)].kind;
    return kind == "TD" || kind == "TH";
}

// A hash is longer than any cell and is read sign by sign.
bool is_hash(const std::string& text, std::size_t at) {
    constexpr std::string_view signs = "0123456789abcdef";
    const auto before = text.find_last_not_of(signs, at), behind = text.find_first_not_of(signs, at);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    return std::min(behind, text.size()) - begin >= 64;
}

// What of a paper stands broken over two lines, as it is read there.
std::vector<std::string> broken(const document::Document& paper) {
    const auto fonts = golden::must(pdf::Fonts::open(golden::fonts));
    pdf::Typesetter setter(fonts, paper);
    std::vector<std::string> found;
    for (const pdf::Page& page : golden::must(setter.pages()))
        for (const pdf::PlacedLine& line : page.lines) {
            if (line.line.index == 0 || line.element < 0) continue;
            const std::string text = pango_layout_get_text(line.line.layout.get());
            const int start = pango_layout_line_get_start_index(
                pango_layout_get_line_readonly(line.line.layout.get(), line.line.index));
            if (is_hash(text, static_cast<std::size_t>(start))) continue;
            const auto& wholes = is_cell(setter.elements(), line.element) ? whole() : whole_in_text();
            for (std::sregex_iterator at(text.begin(), text.end(), wholes), end; at != end; ++at)
                if (at->position() < start && start < at->position() + at->length())
                    found.push_back(text.substr(0, static_cast<std::size_t>(start)) + "|" +
                                    text.substr(static_cast<std::size_t>(start)));
        }
    return found;
}

// In a cell and in running text a number, a date, a sum and the number of a paper stand on one line.
TEST(Cells, BreakNoNumber) {
    int tables = 0;
    for (std::size_t i = 0; i < golden::sheaf().papers.size(); ++i) {
        SCOPED_TRACE(golden::sheaf().names[i]);
        for (const std::string& one : broken(golden::sheaf().papers[i])) ADD_FAILURE() << one;
        for (const document::Block& block : golden::sheaf().papers[i].blocks)
            tables += std::holds_alternative<document::Table>(block) ? 1 : 0;
    }
    EXPECT_GT(tables, 30);
}

TEST(Cells, AreSeenToBreakANumberThatIsTooLong) {
    document::Document paper;
    paper.title = "表";
    paper.style = document::Style::form;
    const document::Paragraph number{.runs = {{"990101-2024-000002-QD001", {}}}};
    const document::Cell cell{.paragraphs = {number}};
    paper.blocks.emplace_back(document::Table{
        .widths = {1, 1, 1, 1, 1},
          .head = {},
          .rows = {{.cells = {cell, cell, cell, cell, cell}}}
    });
    EXPECT_FALSE(broken(paper).empty());
}

}  // namespace
