#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/value.hpp"
#include "proofread/knowledge.hpp"

namespace proofread {

// What the data of an act say of the penalty its paper speaks of. What is empty is not compared.
struct Provision {
    std::string law;  // code
    int article = 0;
};
struct PenaltyFacts {
    std::optional<base::Money> fine, gains;
    std::vector<Provision> statute;
};

// One document as it is to be read: its words and what is known about it without reading.
struct Source {
    std::string id;                      // of the document, or the name of its file
    std::string title = {};              // when known; else the one of its first lines that names a form
    std::string number = {};             // 文号, when known
    std::optional<base::Date> day = {};  // the day it bears, when known
    bool is_draft = false;               // has no number yet
    std::vector<std::string> paragraphs = {};
    std::vector<std::string> unread = {};  // what whoever read the file left out, in words
    std::optional<PenaltyFacts> penalty = {};
};

// What the data of the case say of a party. What is empty is not compared.
struct Party {
    std::string name, credit_code, id_number, phone, address, representative;
};

struct CaseFacts {
    std::string case_no;
    std::vector<Party> parties;
    std::string reconsideration_body;  // 行政复议机关
    std::string court;
    std::vector<std::string> violated;  // "食品安全法 第三十四条第（十）项": as cited in the decision
};

enum class Severity { error, warning, info };
std::string_view code_of(Severity severity);

// Where something stands. Positions count characters, from 0.
struct Place {
    std::size_t source = 0, paragraph = 0, begin = 0, end = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

// One thing that does not fit, with both readings.
struct Finding {
    std::string rule;  // "sum.total"
    Severity severity = Severity::error;
    Place place;
    std::optional<Place> other;  // where the other reading stands
    std::string found, expected;
    std::string message;
    std::string basis;  // article, when there is one
    friend bool operator==(const Finding&, const Finding&) = default;
};

inline constexpr std::size_t findings_max = 500;
inline constexpr std::size_t paragraph_characters_max = 120'000;

// Reads all documents of one file against each other, against the case and against what is known. Findings
// stand in the order of documents and places.
std::vector<Finding> check(const std::vector<Source>& sources, const CaseFacts& facts,
                           const Knowledge& knowledge);

// {findings: [{rule, severity, document, title, paragraph, begin, end, sentence, found, expected, message,
// basis, other?}], counts: {error, warning, info}}
base::Value report(const std::vector<Source>& sources, const std::vector<Finding>& findings);

}  // namespace proofread
