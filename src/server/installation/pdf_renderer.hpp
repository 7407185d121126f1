#pragma once
#include "docx/writer.hpp"
#include "pdf/renderer.hpp"
#include "ports/renderer.hpp"

namespace installation {

// The adapters of PDF and DOCX in the shape the use cases ask for.
class PdfRenderer final : public ports::Renderer {
  public:
    explicit PdfRenderer(const pdf::Renderer& renderer) : renderer_(renderer) {}
    base::Result<std::string> pdf(const document::Document& document) override {
        return renderer_.render(document);
    }
    base::Result<document::Printed> printed(const document::Document& document) override {
        return renderer_.print(document);
    }
    base::Result<std::string> pdf(const std::vector<document::Document>& documents) override {
        return renderer_.render(documents);
    }
    base::Result<std::string> docx(const document::Document& document) override {
        return docx::write(TRY(renderer_.fitted(document)));
    }

  private:
    const pdf::Renderer& renderer_;
};

}  // namespace installation
