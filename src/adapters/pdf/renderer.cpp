#include "pdf/renderer.hpp"

#include <cairo-pdf.h>

#include "pdf/typesetter.hpp"

namespace pdf {

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

void draw(cairo_t* cairo, const Page& page) {
    for (const Stroke& stroke : page.strokes) {
        cairo_new_path(cairo);
        cairo_set_line_width(cairo, stroke.width);
        cairo_move_to(cairo, stroke.x1, stroke.y1);
        cairo_line_to(cairo, stroke.x2, stroke.y2);
        cairo_stroke(cairo);
    }
    for (const PlacedLine& placed : page.lines) {
        cairo_move_to(cairo, placed.x, placed.baseline);
        PangoLayoutLine* line = pango_layout_get_line_readonly(placed.line.layout.get(), placed.line.index);
        pango_cairo_show_layout_line(cairo, line);
    }
    cairo_show_page(cairo);
}

// A form of one page stays one: the empty room of its rows is taken in before a second page is begun.
base::Result<std::vector<Page>> laid_out(const Fonts& fonts, const document::Document& document) {
    std::vector<Page> best = TRY(Typesetter(fonts, document).pages());
    if (document.style != document::Style::form || best.size() == 1) return best;
    const std::vector<Page> tight = TRY(Typesetter(fonts, document, 0).pages());
    if (tight.size() == best.size()) return best;
    for (const double spread : {0.85, 0.7, 0.55, 0.4, 0.25}) {
        std::vector<Page> tried = TRY(Typesetter(fonts, document, spread).pages());
        if (tried.size() == tight.size()) return tried;
    }
    return tight;
}

struct CairoFree {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

base::Result<std::string> written(const document::Document& document, const std::vector<Page>& pages) {
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, CairoFree> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, page_width, page_height));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.title.c_str());
    if (!document.agency.empty())
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, document.agency.c_str());
    // The day of the paper, not of the printing: the same document gives the same bytes.
    const std::string made = (document.date.empty() ? "2000-01-01" : document.date) + "T00:00:00+08:00";
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
    {
        const std::unique_ptr<cairo_t, CairoFree> cairo(cairo_create(surface.get()));
        for (const Page& page : pages) draw(cairo.get(), page);
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return base::fail("pdf_failed", std::string("文书无法生成：") + cairo_status_to_string(status));
    return bytes;
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
    const std::lock_guard lock(one_at_a_time_);
    const Fonts* ready = TRY(fonts());
    const std::vector<Page> pages = TRY(laid_out(*ready, document));
    return written(document, pages);
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
