#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace synth {

// One act of a path, with what it says differently from the usual.
struct Step {
    std::string act;
    std::string label = {};  // by which later steps point at it; else its kind
    int working_days = 0;    // since the step before
    int days = 0;
    std::string time = {};  // "11:30"; else the next free time of the day
    base::Object set = {};
    std::vector<std::string> drop = {};  // usual fields left out
    std::string by = {};                 // word of the cast; else who the procedure asks for
    std::string party = {};
};

// One way a case can go.
struct Path {
    std::string id, title;
    int share = 0;               // of a thousand cases
    std::string party = {};      // kind it is about; else any
    std::string violation = {};  // else any
    bool large = false;          // a fine in the range of a hearing
    std::vector<Step> steps = {};
};

// catalogue/synth: the paths, what acts usually say, the stories and the names they are told with.
struct Book {
    std::vector<Path> paths;
    std::map<std::string, base::Object, std::less<>> usual;  // data by kind of act
    base::List matters;
    base::Value words;

    static base::Result<Book> from(const base::Value& acts, const base::Value& paths);
    const Path* find(std::string_view id) const;
};

}  // namespace synth
