#include "proofread/proofread.hpp"

#include <algorithm>
#include <tuple>

#include "proofread/checker.hpp"

namespace proofread {

std::string_view code_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            break;
    }
    return "info";
}

void Checker::add(const Page& page, const Spot& spot, Remark remark) {
    if (findings_.size() >= findings_max) return;
    Finding finding{
        .rule = std::string(remark.rule),
        .severity = remark.severity,
        .place = {page.index, spot.line, spot.begin, spot.end},
        .other = {},
        .found = std::move(remark.found),
        .expected = std::move(remark.expected),
        .message = std::move(remark.message),
        .basis = std::move(remark.basis)
    };
    if (remark.other_page)
        finding.other =
            Place{remark.other_page->index, remark.other.line, remark.other.begin, remark.other.end};
    findings_.push_back(std::move(finding));
}

std::vector<Finding> Checker::take() {
    std::ranges::stable_sort(findings_, {}, [](const Finding& one) { return std::tie(one.place, one.rule); });
    const auto same = [](const Finding& a, const Finding& b) {
        return a.place == b.place && a.rule == b.rule;
    };
    findings_.erase(std::unique(findings_.begin(), findings_.end(), same), findings_.end());
    return std::move(findings_);
}

const Page* Checker::page_titled(LettersView title) const {
    const Page* found = nullptr;
    for (const Page& page : pages)
        if (page.is(title)) found = &page;
    return found;
}

std::string chinese(base::Money sum) {
    std::string text = sum.str();
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text + "元";
}

std::vector<Finding> check(const std::vector<Source>& sources, const CaseFacts& facts,
                           const Knowledge& knowledge) {
    std::vector<Page> pages;
    pages.reserve(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) pages.push_back(read_page(sources[i], i, knowledge));
    Checker checker(std::move(pages), facts, knowledge);
    for (const auto rule :
         {check_sums,      check_owed,     check_deals,     check_tables,  check_capitals,   check_units,
          check_counts,    check_dates,    check_order,     check_story,   check_periods,    check_codes,
          check_citations, check_parties,  check_otherwise, check_amounts, check_references, check_masks,
          check_marks,     check_remedies, check_fines,     check_prose,   check_equations,  check_course,
          check_held,      check_persons})
        rule(checker);
    return checker.take();
}

namespace {

std::string sentence_of(const Source& source, const Place& place) {
    if (place.paragraph >= source.paragraphs.size()) return {};
    const Letters line = letters_of(source.paragraphs[place.paragraph]);
    if (place.begin >= line.size()) return {};
    constexpr std::size_t around = 60;
    const std::size_t begin =
        std::max(sentence_begin(line, place.begin), place.begin - std::min(place.begin, around));
    const std::size_t end = std::min(place.end + around, line.size());
    return text_of(trimmed(LettersView(line).substr(begin, end - begin)));
}

base::Object place_value(const std::vector<Source>& sources, const Place& place) {
    const Source& source = sources[place.source];
    return {
        {"document", source.id},
        {"title", source.title},
        {"paragraph", place.paragraph + 1},
        {"begin", place.begin},
        {"end", place.end},
        {"sentence", sentence_of(source, place)}
    };
}

}  // namespace

base::Value report(const std::vector<Source>& sources, const std::vector<Finding>& findings) {
    base::List rows;
    std::int64_t counts[3] = {0, 0, 0};
    for (const Finding& finding : findings) {
        base::Object row{
            {"rule",     finding.rule             },
            {"severity", code_of(finding.severity)},
            {"message",  finding.message          },
            {"found",    finding.found            },
            {"expected", finding.expected         },
            {"basis",    finding.basis            }
        };
        row.set("place", place_value(sources, finding.place));
        if (finding.other) row.set("other", place_value(sources, *finding.other));
        rows.push_back(std::move(row));
        ++counts[static_cast<std::size_t>(finding.severity)];
    }
    return base::Object{
        {"findings", std::move(rows)                                                                },
        {"counts",   base::Object{{"error", counts[0]}, {"warning", counts[1]}, {"info", counts[2]}}}
    };
}

}  // namespace proofread
