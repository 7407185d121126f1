#pragma once
#include <string>

#include "base/value.hpp"
#include "world.hpp"

namespace http_test {

base::Value read_scenario(std::string_view name);  // tests/scenario/<name>.json

// A scenario as it is carried through the server, act by act.
class Story {
  public:
    explicit Story(const base::Value& scenario) : scenario_(scenario) {}
    bool is_told() const { return recorded_ == scenario_.list("acts").size(); }
    std::size_t recorded() const { return recorded_; }
    const std::string& no() const { return no_; }
    bool step();                          // records the next act, signatures included
    Answer post(const base::Value& row);  // sends an act as its first person would; nothing is signed

  private:
    bool open(const base::Value& row);
    bool record(const base::Value& row);
    // Names of files in `media` become files that were uploaded.
    base::Value with_uploads(const base::Value& data, const std::string& account);
    std::string upload(const std::string& account);

    const base::Value& scenario_;
    std::string no_;
    std::size_t recorded_ = 0;
    int pictures_ = 0;
};

// Carries a scenario through the server as its people would: the first of `by` writes the act, the others
// confirm, the unit head and the leader approve. Files that acts name are uploaded first. Returns the case
// number; an act that does not get recorded fails the test and ends the walk.
std::string walk(const base::Value& scenario);

}  // namespace http_test
