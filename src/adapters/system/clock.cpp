#include "system/clock.hpp"

namespace systems {

base::Instant WallClock::now() const {
    return base::Instant(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

}  // namespace systems
