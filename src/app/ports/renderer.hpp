#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"

namespace ports {

class Renderer {
  public:
    virtual ~Renderer() = default;
    virtual base::Result<std::string> pdf(const document::Document& document) = 0;  // from any thread
    // Several papers one behind the other, each with its own page numbers.
    virtual base::Result<std::string> pdf(const std::vector<document::Document>& documents) = 0;
    virtual base::Result<std::string> docx(const document::Document& document) = 0;
};

}  // namespace ports
