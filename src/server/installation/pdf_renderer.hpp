#pragma once
#include "pdf/renderer.hpp"
#include "ports/renderer.hpp"

namespace installation {

// The PDF adapter in the shape the use cases ask for.
class PdfRenderer final : public ports::Renderer {
  public:
    explicit PdfRenderer(const pdf::Renderer& renderer) : renderer_(renderer) {}
    base::Result<std::string> pdf(const document::Document& document) override {
        return renderer_.render(document);
    }

  private:
    const pdf::Renderer& renderer_;
};

}  // namespace installation
