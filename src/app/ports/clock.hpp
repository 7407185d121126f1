#pragma once
#include "base/instant.hpp"

namespace ports {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual base::Instant now() const = 0;  // civil time of China, whole milliseconds
};

}  // namespace ports
