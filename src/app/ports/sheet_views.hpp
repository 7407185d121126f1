#pragma once
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/sheet_view.hpp"

namespace ports {

class SheetViews {
  public:
    virtual ~SheetViews() = default;
    virtual base::Result<std::vector<document::SheetView>> sheets(const document::Document& document) = 0;
};

}  // namespace ports
