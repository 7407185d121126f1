#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "document/template.hpp"

namespace document {

// What acts are asked for, as far as the check of the forms needs it.
struct ActFields {
    std::map<std::string, std::set<std::string>> data = {};     // field → its choices; none: anything
    std::set<std::string> paper = {};                           // free prose
    std::map<std::string, std::set<std::string>> members = {};  // field → what an item or object of it holds
};

struct FieldBook {
    std::map<std::string, ActFields> acts = {};     // by type: file_case
    std::map<std::string, std::string> codes = {};  // coded fact → the labels that are its values: party.kind
};

struct TemplateFault {
    std::string form;
    std::string kind;  // unknown_field, missing_block, unreachable, superseded
    std::string detail;
};

// The same with the coded facts of the catalogue (`codes` of the rules).
FieldBook with_codes(const FieldBook& fields, const base::Value& rules);

// What every form, every form of a kind, and single forms must hold (catalogue/documents/mandatory.yaml).
std::vector<TemplateFault> check(const Library& library, const FieldBook& fields,
                                 const base::Value& mandatory);

// The same of the drafts of free parts, in all their editions. `acts`: every act the catalogue drafts for, so
// that one no act has is named; a draft must be of a field of its act.
std::vector<TemplateFault> check_drafts(const Library& library, const FieldBook& fields,
                                        const std::set<std::string>& acts, const base::Value& mandatory);

}  // namespace document
