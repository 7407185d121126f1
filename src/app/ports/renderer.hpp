#pragma once
#include <string>

#include "base/result.hpp"
#include "document/document.hpp"

namespace ports {

class Renderer {
  public:
    virtual ~Renderer() = default;
    virtual base::Result<std::string> pdf(const document::Document& document) = 0;  // from any thread
};

}  // namespace ports
