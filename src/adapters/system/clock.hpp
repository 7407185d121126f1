#pragma once
#include "ports/clock.hpp"

namespace systems {

// The machine's clock, as civil time of China.
class WallClock final : public ports::Clock {
  public:
    base::Instant now() const override;
};

}  // namespace systems
