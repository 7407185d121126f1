#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace ports {

struct AbandonedUpload {
    std::string id, agency;
    base::Instant begun_at;
};

// The uploads of everybody, as far as clearing them away needs: `evidence` or `foreign`.
class SweepStore {
  public:
    virtual ~SweepStore() = default;
    virtual base::Result<std::vector<AbandonedUpload>> abandoned(std::string_view kind,
                                                                 base::Instant begun_before) = 0;
    // False when it has become a file meanwhile.
    virtual base::Result<bool> forget(std::string_view kind, std::string_view id,
                                      base::Instant begun_before) = 0;
    virtual base::Result<bool> is_wanted(std::string_view kind, std::string_view id) = 0;
};

// Something on disk that is on its way to become a file, or was.
struct Leaving {
    std::string name;  // of the file or folder
    std::string id;    // of the upload it belongs to; empty: of none, and nothing leads to it
    base::Instant changed_at;
    std::int64_t bytes = 0;
};

// A folder where things lie that are not finished.
class Leavings {
  public:
    virtual ~Leavings() = default;
    virtual std::vector<Leaving> all() = 0;
    // Asks once more with everybody else kept away from it, and removes it only then. True: it is gone.
    virtual base::Result<bool> remove(const Leaving&,
                                      const std::function<base::Result<bool>()>& is_unwanted) = 0;
};

}  // namespace ports
