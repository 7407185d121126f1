#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "casefile/act.hpp"
#include "procedure/case.hpp"

namespace cases {

// What the acts say the case is about; for pages, papers and prefilled forms, never for guards.
struct CaseFacts {
    std::string cause;                    // as filed; before filing what the clue says, shortened
    std::vector<std::string> violations;  // ids
    std::string found_on, source, source_no, content, filed_on, registered_on, closed_on, act_start, act_end;
    std::string goods_value, gains;     // yuan; the latest determined
    base::List goods;                   // items under measure or confiscated
    base::Value penalty;                // of the decision, else of the notice, else of the report
    base::Value discretion_facts;       // paper.discretion of the latest act that has it
    std::vector<std::string> handlers;  // person ids on the latest day
    // 并案, 分案: the cases this one came from or went into; the other matter of one letter (投诉举报处理办法
    // 第九条).
    struct Connection {
        // joined_here, joined_into, split_off, split_from, letter_report, letter_complaint
        std::string kind;
        std::string case_no;
    };
    std::vector<Connection> connections = {};
};

CaseFacts facts_of(const procedure::Case& state);

// Whether the words of a complaint (the paper of its registration) hold the name, telephone or number of
// whoever brought it.
bool names_its_author(const base::Value& letter);

// The last accepted act of a type that was not struck; null when there is none.
const casefile::Act* last_act(const procedure::Case& state, std::string_view type);
const casefile::Act* act_of(const procedure::Case& state, std::int64_t n);

// One line that says what the act was, for timelines and choices.
std::string summary_of(const casefile::Act& act);
// The same with what was chosen in the words of its form: which paper was served and how, what was decided.
std::string summary_of(const procedure::Table& table, const casefile::Act& act);

}  // namespace cases
