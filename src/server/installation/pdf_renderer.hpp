#pragma once
#include "docx/writer.hpp"
#include "pdf/renderer.hpp"
#include "ports/renderer.hpp"
#include "ports/sheet_views.hpp"

namespace installation {

// The adapters of PDF and DOCX in the shape the use cases ask for.
class PdfRenderer final : public ports::Renderer, public ports::SheetViews {
  public:
    // `address`: where this installation is reached from outside; without one no paper bears a square code.
    PdfRenderer(const pdf::Renderer& renderer, std::string address)
        : renderer_(renderer), address_(std::move(address)) {}
    base::Result<std::string> pdf(const document::Document& document) override {
        return renderer_.render(led(document));
    }
    base::Result<document::Printed> printed(const document::Document& document) override {
        return renderer_.print(led(document));
    }
    base::Result<std::string> pdf(const std::vector<document::Document>& documents) override {
        std::vector<document::Document> papers;
        for (const document::Document& document : documents) papers.push_back(led(document));
        return renderer_.render(papers);
    }
    base::Result<std::string> docx(const document::Document& document) override {
        return docx::write(TRY(renderer_.fitted(led(document))));
    }
    base::Result<std::vector<document::SheetView>> sheets(const document::Document& document) override {
        return renderer_.sheets(led(document));
    }

  private:
    // The code of a paper becomes the address of its checking page.
    document::Document led(document::Document document) const {
        if (!document.check.empty())
            document.check = address_.empty() ? std::string() : address_ + "/check/" + document.check;
        return document;
    }

    const pdf::Renderer& renderer_;
    std::string address_;
};

}  // namespace installation
