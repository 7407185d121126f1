#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/act.hpp"

namespace synth {

// Who plays which part: h1, h2 (one unit), h3, unit, leader, chief, host, recorder, reviewer, and the other
// roles by their own name in small letters.
class Cast {
  public:
    // `unit`: of the handlers. Error `cast_incomplete` when a part cannot be given to anybody.
    static base::Result<Cast> of(const std::vector<casefile::Staff>& staff, std::string_view unit);
    const std::string& who(std::string_view part) const;  // "" for a part nobody has
    const std::string& with_role(std::string_view role) const;

  private:
    std::map<std::string, std::string, std::less<>> parts_;
    std::string nobody_;
};

}  // namespace synth
