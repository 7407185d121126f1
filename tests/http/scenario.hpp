#pragma once
#include <string>

#include "base/value.hpp"
#include "world.hpp"

namespace http_test {

base::Value read_scenario(std::string_view name);  // tests/scenario/<name>.json

// Carries a scenario through the server as its people would: the first of `by` writes the act, the others
// confirm, the unit head and the leader approve. Files that acts name are uploaded first. Returns the case
// number; an act that does not get recorded fails the test and ends the walk.
std::string walk(const base::Value& scenario);

}  // namespace http_test
