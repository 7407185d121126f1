#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "acts/act_request.hpp"
#include "base/result.hpp"
#include "cases/load_case.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"

namespace acts {

// One item of the list of evidence as the forms number it, and the files that hang on its record.
struct CitedEvidence {
    int no = 0;  // 证据1
    int n = 0;   // the act
    std::string title;
    std::vector<std::string> files = {};
};

// What the case itself would write into the free parts of an act's papers.
struct DraftedParts {
    struct Part {
        std::string field;  // paper.facts
        std::string text;
    };
    std::vector<Part> parts;
    std::vector<CitedEvidence> evidence;
};

// `reasons` are those of the discretion (reasoning_draft), whose facts come from the trace.
base::Result<DraftedParts> draft_parts(const office::Office&, const identity::Viewer&,
                                       const cases::LoadedCase&, const casefile::Act&,
                                       const base::Value& finding);

// Whether anything of the act is drafted at all.
bool is_drafted(const office::Office&, const procedure::ActType&);

// The steps of a hearing in their order (听证办法 第二十五条), as the catalogue words them for that agency.
std::vector<std::string> hearing_order(const office::Office&, const cases::LoadedCase&, base::Date day);

// The facts the papers of an act not yet recorded speak of: drafts and phrases read the same.
base::Result<base::Value> facts_of_draft(const office::Office&, const identity::Viewer&,
                                         const cases::LoadedCase&, const casefile::Act&,
                                         const base::Value& finding);

}  // namespace acts
