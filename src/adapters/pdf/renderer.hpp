#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/layout.hpp"
#include "document/sheet_view.hpp"
#include "signing/marks.hpp"

namespace pdf {

class Fonts;

struct SheetSize {  // as it is looked at, in points
    double width = 0, height = 0;
};

// Documents → PDF bytes, fonts embedded and subset, text searchable. May be used from several threads: one
// document is set at a time, for Pango's fonts are not made for two.
class Renderer {
  public:
    // `fonts`: a folder with the Fandol faces (tools/fonts.sh); without it Noto Serif CJK is used.
    explicit Renderer(std::optional<std::filesystem::path> fonts = {});
    ~Renderer();
    base::Result<std::string> render(const document::Document& document) const;
    // With the spots for seals and signatures; of several papers, pages are counted through.
    base::Result<document::Printed> print(const document::Document& document) const;
    base::Result<document::Printed> print(const std::vector<document::Document>& documents,
                                          const signing::Marks& marks = {}) const;
    base::Result<std::string> render(const std::vector<document::Document>& documents) const;
    // Page by page for a screen, with the places of what came from facts.
    base::Result<std::vector<document::SheetView>> sheets(const document::Document& document) const;
    // The same paper with the share of room its rows get, for who sets it elsewhere.
    base::Result<document::Document> fitted(document::Document document) const;
    // Empty sheets of the sizes given that bear nothing but a running number in their upper right corner.
    base::Result<std::string> number_sheets(const std::vector<SheetSize>& sheets, int first) const;
    base::Result<void> warm_up() const;  // loads the fonts, so that the first paper does not wait for them

  private:
    base::Result<const Fonts*> fonts() const;

    std::optional<std::filesystem::path> folder_;
    mutable std::mutex one_at_a_time_;
    mutable std::unique_ptr<Fonts> fonts_;
};

}  // namespace pdf
