#pragma once
#include "ports/random.hpp"

namespace systems {

// The kernel's randomness.
class SystemRandom final : public ports::Random {
  public:
    std::string hex(std::size_t bytes) override;
};

}  // namespace systems
