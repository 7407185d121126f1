#pragma once
#include <string>
#include <vector>

#include "proofread/page.hpp"
#include "proofread/proofread.hpp"

namespace proofread {

// What a rule has to say about a place, before it is a finding.
struct Remark {
    std::string_view rule;
    Severity severity = Severity::error;
    std::string found, expected;
    std::string message;
    std::string basis = {};
    const Page* other_page = nullptr;
    Spot other = {};
};

// What every rule works with: the documents as read, the case, what is known, and where findings go.
class Checker {
  public:
    Checker(std::vector<Page> read, const CaseFacts& case_facts, const Knowledge& knowledge)
        : pages(std::move(read)), facts(case_facts), known(knowledge) {}

    const std::vector<Page> pages;
    const CaseFacts& facts;
    const Knowledge& known;

    void add(const Page& page, const Spot& spot, Remark remark);
    std::vector<Finding> take();

    const Page* page_titled(LettersView title) const;  // the last of this title

  private:
    std::vector<Finding> findings_;
};

// One rule of reading each; rule codes begin with the word of the function.
void check_sums(Checker&);
void check_owed(Checker&);
void check_deals(Checker&);
void check_prose(Checker&);
void check_equations(Checker&);
void check_tables(Checker&);
void check_capitals(Checker&);
void check_units(Checker&);
void check_counts(Checker&);
void check_dates(Checker&);
void check_order(Checker&);
void check_story(Checker&);
void check_course(Checker&);
void check_held(Checker&);
void check_periods(Checker&);
void check_codes(Checker&);
void check_persons(Checker&);
void check_citations(Checker&);
void check_parties(Checker&);
void check_otherwise(Checker&);
void check_amounts(Checker&);
void check_references(Checker&);
void check_masks(Checker&);
void check_marks(Checker&);
void check_remedies(Checker&);
void check_fines(Checker&);

std::string chinese(base::Money sum);  // "86000元", "86000.50元"

}  // namespace proofread
