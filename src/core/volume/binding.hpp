#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/value.hpp"

namespace volume {

enum class Part { main, side };  // 正卷、副卷 (程序规定 第七十八条)

// A paper of the case as far as binding needs it.
struct Paper {
    std::string id, document, title, number, slot;  // penalty_decision, Z2
    int no = 0, act_n = 0;
    base::Instant made_at;
    int pages = 0;
    int proves = -1;  // a receipt: the place of the paper it proves the service of
};

struct Bound {
    std::size_t paper = 0;  // its place among the papers given
    int page = 1;           // the first of its pages in this part
};

// The papers of one part in archive order: cover, index, Z1 … Z7 or F1 … F6, note; within a slot by day, a
// receipt directly behind its paper (程序规定 第七十八条). Pages run through the papers between cover and
// note.
std::vector<Bound> bind(const std::vector<Paper>& papers, Part part);

// What a file of this kind must hold and does not: rows of catalogue/documents/volume.yaml, each a form and
// the acts that ask for it.
struct Missing {
    std::string document, because;  // id of the form, the rule
};
std::vector<Missing> missing(const base::Value& rules, const std::vector<Paper>& papers,
                             const std::vector<std::string>& acts);

}  // namespace volume
