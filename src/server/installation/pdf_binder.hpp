#pragma once
#include "pdf/renderer.hpp"
#include "ports/pdf_binder.hpp"

namespace installation {

// Joins Poppler's pdfinfo and qpdf, each in a process of its own with little right, and our own sheets of
// numbers, which are laid over the pages.
class PdfBinder final : public ports::PdfBinder {
  public:
    // `joined_max`: bytes of what is joined, the papers of one case.
    explicit PdfBinder(const pdf::Renderer& renderer, std::size_t joined_max = 256U << 20U)
        : renderer_(renderer), joined_max_(joined_max) {}
    base::Result<int> pages(const std::filesystem::path& pdf) override;
    base::Result<std::string> joined(const std::vector<std::filesystem::path>& pdfs) override;
    base::Result<void> numbered(const std::filesystem::path& pdf, int first,
                                const std::filesystem::path& to) override;

  private:
    const pdf::Renderer& renderer_;
    std::size_t joined_max_;
};

}  // namespace installation
