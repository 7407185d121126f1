#pragma once
#include "given.hpp"
#include "procedure/replay.hpp"

namespace given {

const procedure::Rules& rules();

// A scenario changed in the places a row names:
//   set / unset  {"20.data.penalty.fine": …}: the place inside the act with that number
//   drop         acts that become notes, so that the numbers of the others stay
//   replace      {"14": act}: another act in the place of that one
//   until, then  the acts after that number are left out, these follow; {"copy": 20, "at": …, "set": {…}}
//   takes one over staff, party, top, today  members replaced (null: left out);  long: that text grows to
//   200,000 characters
base::Value broken(const base::Value& row);

// The answer of the program to that scenario.
base::Result<base::Value> replay(const base::Value& scenario);

}  // namespace given
