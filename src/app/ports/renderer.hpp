#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/layout.hpp"

namespace ports {

class Renderer {
  public:
    virtual ~Renderer() = default;
    virtual base::Result<std::string> pdf(const document::Document& document) = 0;  // from any thread
    // The same with the spots for seals and signatures, see document::Spot.
    virtual base::Result<document::Printed> printed(const document::Document& document) = 0;
    // Several papers one behind the other, each with its own page numbers.
    virtual base::Result<std::string> pdf(const std::vector<document::Document>& documents) = 0;
    virtual base::Result<std::string> docx(const document::Document& document) = 0;
};

}  // namespace ports
