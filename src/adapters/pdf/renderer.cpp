#include "pdf/renderer.hpp"

#include <cairo-pdf.h>

#include <algorithm>

#include "pdf/archival.hpp"
#include "pdf/drawing.hpp"
#include "pdf/number_sheets.hpp"
#include "pdf/sheet_picture.hpp"
#include "pdf/stamp.hpp"
#include "pdf/typesetter.hpp"

namespace pdf {

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

// The seal and a line or two on a page of their own, the line at the foot and the numbers not counted.
bool ends_in_few_lines(const std::vector<Page>& pages) {
    constexpr std::ptrdiff_t lines_few = 7;
    const auto is_text = [](const PlacedLine& line) { return line.element >= 0; };
    return pages.size() > 1 && std::ranges::count_if(pages.back().lines, is_text) <= lines_few;
}

// The lines of a letter are set closer when that saves a last page with hardly anything on it; half a line
// more fits, as a text processor may need it.
base::Result<double> line_share_of(const Fonts& fonts, const document::Document& document,
                                   const std::vector<Page>& wide) {
    if (!ends_in_few_lines(wide)) return 1;
    const double spare = document::layout_of(document.style, document.sheet).body.line / 2;
    for (const double share : document::line_shares)
        if (TRY(Typesetter(fonts, document, share, spare).pages()).size() < wide.size()) return share;
    return 1;
}

// A form of one page stays one: the empty room of its rows is taken in before a second page is begun.
base::Result<double> spread_of(const Fonts& fonts, const document::Document& document) {
    if (document.style == document::Style::letter)
        return line_share_of(fonts, document, TRY(Typesetter(fonts, document).pages()));
    if (document.style != document::Style::form) return 1;
    const std::size_t wide = TRY(Typesetter(fonts, document).pages()).size();
    if (wide == 1) return 1;
    const std::size_t tight = TRY(Typesetter(fonts, document, 0).pages()).size();
    if (tight == wide) return 1;
    for (const double spread : document::spreads) {
        const std::size_t tried = TRY(Typesetter(fonts, document, spread).pages()).size();
        if (tried == tight) return spread;
    }
    return 0;
}

struct Laid {
    std::vector<Page> pages;
    std::vector<Element> elements;
};

base::Result<Laid> laid_with(const Fonts& fonts, const document::Document& document, double spread) {
    Typesetter setter(fonts, document, spread);
    std::vector<Page> pages = TRY(setter.pages());
    return Laid{.pages = std::move(pages), .elements = setter.elements()};
}

base::Result<Laid> laid(const Fonts& fonts, const document::Document& document) {
    if (document.style != document::Style::letter)
        return laid_with(fonts, document, TRY(spread_of(fonts, document)));
    Laid wide = TRY(laid_with(fonts, document, 1));
    const double share = TRY(line_share_of(fonts, document, wide.pages));
    if (share == 1) return wide;
    return laid_with(fonts, document, share);
}

// The same for a text processor, which sets a gap between a digit and a character: that may cost a row or two
// one line more.
base::Result<double> spread_with_room(const Fonts& fonts, const document::Document& document) {
    const double spread = TRY(spread_of(fonts, document));
    if (document.style != document::Style::form) return spread;
    const std::size_t pages = TRY(Typesetter(fonts, document, spread).pages()).size();
    const double spare = 3 * document::layout_of(document.style, document.sheet).cell.line;
    if (TRY(Typesetter(fonts, document, spread, spare).pages()).size() == pages) return spread;
    for (const double tighter : document::spreads) {
        if (tighter >= spread) continue;
        if (TRY(Typesetter(fonts, document, tighter, spare).pages()).size() == pages) return tighter;
    }
    return 0;
}

struct CairoFree {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

base::Result<std::string> written(const Fonts& fonts, const document::Document& document,
                                  const std::vector<Page>& pages, const std::vector<Element>& elements,
                                  const signing::Marks& marks) {
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, CairoFree> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, pages.front().width, pages.front().height));
    // The day of the paper, not of the printing: the same document gives the same bytes.
    const std::string made = (document.date.empty() ? "2000-01-01" : document.date) + "T00:00:00+08:00";
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
    {
        const std::unique_ptr<cairo_t, CairoFree> cairo(cairo_create(surface.get()));
        for (const Page& page : pages) {
            cairo_pdf_surface_set_size(surface.get(), page.width, page.height);
            TRY(stamp(cairo.get(), fonts, page, marks));
            draw(cairo.get(), page, elements);
        }
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return base::fail("pdf_failed", std::string("文书无法生成：") + cairo_status_to_string(status));
    return archival(std::move(bytes), {.title = document.title, .author = document.agency, .made = made});
}

}  // namespace

Renderer::Renderer(std::optional<std::filesystem::path> fonts) : folder_(std::move(fonts)) {}
Renderer::~Renderer() = default;

base::Result<const Fonts*> Renderer::fonts() const {
    if (!fonts_) {
        Fonts opened = TRY(Fonts::open(folder_));
        fonts_ = std::make_unique<Fonts>(std::move(opened));
    }
    return fonts_.get();
}

base::Result<std::string> Renderer::render(const document::Document& document) const {
    return TRY(print(std::vector{document})).bytes;
}

base::Result<document::Printed> Renderer::print(const document::Document& document) const {
    return print(std::vector{document});
}

base::Result<std::string> Renderer::render(const std::vector<document::Document>& documents) const {
    return TRY(print(documents)).bytes;
}

base::Result<document::Printed> Renderer::print(const std::vector<document::Document>& documents,
                                                const signing::Marks& marks) const {
    if (documents.empty()) return base::fail("not_found", "没有可以印制的文书");
    const std::lock_guard lock(one_at_a_time_);
    const Fonts* ready = TRY(fonts());
    std::vector<Page> pages;
    std::vector<Element> elements;
    for (const document::Document& document : documents) {
        Laid one = TRY(laid(*ready, document));
        const int before = static_cast<int>(elements.size());
        for (Page& page : one.pages) {
            for (PlacedLine& line : page.lines)
                if (line.element >= 0) line.element += before;
            pages.push_back(std::move(page));
        }
        for (Element element : one.elements) {
            if (element.parent >= 0) element.parent += before;
            elements.push_back(element);
        }
    }
    TRY(check_spots(pages, marks));
    document::Printed made{.bytes = TRY(written(*ready, documents.front(), pages, elements, marks)),
                           .pages = static_cast<int>(pages.size())};
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (document::Spot spot : pages[i].spots) {
            spot.page = static_cast<int>(i);
            made.spots.push_back(std::move(spot));
        }
    return made;
}

base::Result<std::vector<document::SheetView>> Renderer::sheets(const document::Document& document) const {
    const std::lock_guard lock(one_at_a_time_);
    const Fonts* ready = TRY(fonts());
    const Laid paper = TRY(laid(*ready, document));
    std::vector<document::SheetView> views;
    for (const Page& page : paper.pages) {
        views.push_back({.width = page.width,
                         .height = page.height,
                         .picture = TRY(picture_of(page, paper.elements)),
                         .sentences = sentences_on(page)});
    }
    return views;
}

base::Result<document::Document> Renderer::fitted(document::Document document) const {
    const std::lock_guard lock(one_at_a_time_);
    const Fonts* ready = TRY(fonts());
    document.spread = TRY(spread_with_room(*ready, document));
    // A character that no font has is refused here too: no empty box goes out in another format.
    TRY(Typesetter(*ready, document).pages());
    return document;
}

base::Result<std::string> Renderer::number_sheets(const std::vector<SheetSize>& sheets, int first) const {
    if (sheets.empty()) return base::fail("bad_pdf", "没有可以编页的页面");
    const std::lock_guard lock(one_at_a_time_);
    const Fonts* ready = TRY(fonts());
    std::vector<Page> pages;
    for (const SheetSize& sheet : sheets) pages.push_back(TRY(number_page(*ready, sheet, first++)));
    document::Document nothing;
    nothing.title = "卷内页号";
    return written(*ready, nothing, pages, {}, {});
}

base::Result<void> Renderer::warm_up() const {
    document::Document sample;
    sample.agency = "市场监督管理局";
    sample.title = "行政处罚决定书";
    sample.blocks = {
        document::Paragraph{.runs = {{"一、当事人", {}}}, .face = document::Face::heading},
        document::Paragraph{.runs = {{"本局认为，□☑〔2024〕《食品安全法》ABC123。", {}}}}
    };
    TRY(render(sample));
    return {};
}

}  // namespace pdf
