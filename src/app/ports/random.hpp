#pragma once
#include <cstddef>
#include <string>

namespace ports {

class Random {
  public:
    virtual ~Random() = default;
    virtual std::string hex(std::size_t bytes) = 0;  // fit for secrets; lower case, two digits per byte

    std::string id() { return hex(16); }
};

}  // namespace ports
