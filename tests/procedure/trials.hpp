#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "broken.hpp"
#include "procedure/case.hpp"

// Acts tried at one moment of a case, each with what has to come of it: the rows of tests/replay, and what
// demands.json says of every act beside the table of the program.
namespace trials {

struct Trial {
    std::string about;  // the act whose demand it is
    std::shared_ptr<const procedure::Case> before;
    casefile::Act act;
    std::vector<std::string> codes;  // one of these
    std::string field = {};
    std::string basis = {};  // part of it
    std::string says = {};   // part of the message
    std::vector<std::string> also = {};
    std::string open_from = {};
    std::string why = {};
};

// The rules all trials stand under; a test changes them and puts them back.
procedure::Rules& rules();

// What the trial meets under the rules as they are now.
bool holds(const Trial& trial);

// By the act they are about.
using Trials = std::map<std::string, std::vector<Trial>, std::less<>>;
const Trials& of_rows();     // guard_rows.json
const Trials& of_demands();  // demands.json

// Whether one of those about the act does not meet what it should.
bool noticed_among(const Trials& all, std::string_view about);

// How often each act stands in what is told and accepted whole: the files of tests/scenario and
// accepted_rows.json.
const std::map<std::string, int, std::less<>>& accepted_acts();

}  // namespace trials
