#include "proofread/scan.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "proofread/letters.hpp"

namespace proofread {

namespace {

using namespace std::string_view_literals;

// They rest on brackets, boxes, blanks and the numbering of lines, which a reader of pictures guesses.
constexpr std::array left_out{"mark."sv,
                              "mask."sv,
                              "remedy."sv,
                              "count.copies"sv,
                              "count.numbering"sv,
                              "code.document_number"sv,
                              "twice.document_number"sv,
                              "twice.number"sv,
                              "twice.verdict"sv,  // rests on a decimal point
                              "other_case."sv};
// One letter misread makes them.
constexpr std::string_view codes = "code."sv;

bool is_left_out(const Finding& finding) {
    return finding.severity == Severity::info || std::ranges::any_of(left_out, [&](std::string_view rule) {
               return finding.rule.starts_with(rule);
           });
}

// 3 and 8, 日 and 目: two readings that one misread letter tells apart.
bool is_one_letter(const Finding& finding) {
    const Letters found = without_spaces(letters_of(finding.found));
    const Letters expected = without_spaces(letters_of(finding.expected));
    return !found.empty() && !expected.empty() && distance(found, expected, 1) <= 1;
}

bool speaks_of(const Finding& finding, std::size_t source) {
    return finding.place.source == source || (finding.other && finding.other->source == source);
}

}  // namespace

std::vector<Finding> as_read_from_picture(std::vector<Finding> findings, std::size_t source) {
    std::erase_if(findings,
                  [&](const Finding& finding) { return speaks_of(finding, source) && is_left_out(finding); });
    for (Finding& finding : findings) {
        if (!speaks_of(finding, source)) continue;
        const bool is_quiet = finding.severity == Severity::warning || finding.rule.starts_with(codes) ||
                              is_one_letter(finding);
        finding.severity = is_quiet ? Severity::info : Severity::warning;
        finding.message += "（文字由扫描件识别，请对照原图）";
    }
    return findings;
}

std::vector<Finding> as_of_another_hand(std::vector<Finding> findings, std::size_t source) {
    for (Finding& finding : findings) {
        const bool is_between =
            speaks_of(finding, source) &&
            (finding.place.source != source || (finding.other && finding.other->source != source) ||
             finding.rule.starts_with("twice.") || finding.rule.starts_with("other_case."));
        if (is_between && finding.severity == Severity::error) finding.severity = Severity::warning;
    }
    return findings;
}

}  // namespace proofread
