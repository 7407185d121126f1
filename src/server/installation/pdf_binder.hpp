#pragma once
#include "pdf/renderer.hpp"
#include "ports/pdf_binder.hpp"

namespace installation {

// Joins Poppler's pdfinfo and qpdf, each in a process of its own with little right, and our own sheets of
// numbers, which are laid over the pages.
class PdfBinder final : public ports::PdfBinder {
  public:
    explicit PdfBinder(const pdf::Renderer& renderer) : renderer_(renderer) {}
    base::Result<int> pages(const std::filesystem::path& pdf) override;
    base::Result<std::string> joined(const std::vector<std::filesystem::path>& pdfs) override;
    base::Result<void> numbered(const std::filesystem::path& pdf, int first,
                                const std::filesystem::path& to) override;

  private:
    const pdf::Renderer& renderer_;
};

}  // namespace installation
