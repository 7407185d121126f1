#include "pdf/sheet_picture.hpp"

#include <cairo-svg.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "pdf/drawing.hpp"

namespace pdf {

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

struct CairoFree {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

// Two digits behind the point are finer than any screen; outlines of characters are most of a page.
std::string shortened(std::string_view svg) {
    constexpr std::size_t digits_kept = 2;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::string made;
    made.reserve(svg.size());
    for (std::size_t at = 0; at < svg.size(); ++at) {
        made += svg[at];
        if (svg[at] != '.' || at == 0 || !is_digit(svg[at - 1])) continue;
        for (std::size_t kept = 0; at + 1 < svg.size() && is_digit(svg[at + 1]); ++at, ++kept)
            if (kept < digits_kept) made += svg[at + 1];
    }
    return made;
}

struct Span {
    std::size_t begin = 0, end = 0;
    const std::string* fact = nullptr;
    std::string_view text;
};

// As the page of words divides a text: behind a full stop, and at the end of a line.
std::size_t sentence_end(std::string_view text, std::size_t from) {
    constexpr std::string_view stop = "。";
    const std::size_t full = text.find(stop, from), line = text.find('\n', from);
    const std::size_t end = std::min(full == std::string_view::npos ? text.size() : full + stop.size(),
                                     line == std::string_view::npos ? text.size() : line + 1);
    return end;
}

std::vector<Span> spans_of(const Runs& runs) {
    std::vector<Span> spans;
    std::size_t begin = 0;
    for (const document::Run& run : runs) {
        const std::string_view text = run.text;
        for (std::size_t at = 0, end = 0; !run.field.empty() && at < text.size(); at = end) {
            end = sentence_end(text, at);
            spans.push_back({begin + at, begin + end, &run.field, text.substr(at, end - at)});
        }
        begin += text.size();
    }
    return spans;
}

double across(PangoLayoutLine* line, std::size_t index) {
    int x = 0;
    pango_layout_line_index_to_x(line, static_cast<int>(index), FALSE, &x);
    return static_cast<double>(x) / PANGO_SCALE;
}

document::Rectangle part_of(const PlacedLine& placed, PangoLayoutLine* line, std::size_t from,
                            std::size_t to) {
    PangoRectangle logical;
    pango_layout_line_get_extents(line, nullptr, &logical);
    const double left = across(line, from);
    return {.x = placed.x + left,
            .y = placed.baseline + static_cast<double>(logical.y) / PANGO_SCALE,
            .width = across(line, to) - left,
            .height = static_cast<double>(logical.height) / PANGO_SCALE};
}

}  // namespace

base::Result<std::string> picture_of(const Page& page, const std::vector<Element>& elements) {
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, CairoFree> surface(
        cairo_svg_surface_create_for_stream(append, &bytes, page.width, page.height));
    {
        const std::unique_ptr<cairo_t, CairoFree> cairo(cairo_create(surface.get()));
        draw(cairo.get(), page, elements);
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return base::fail("pdf_failed", std::string("文书无法生成：") + cairo_status_to_string(status));
    return shortened(bytes);
}

std::vector<document::SentencePlace> sentences_on(const Page& page) {
    std::vector<document::SentencePlace> places;
    std::map<std::pair<const Runs*, std::size_t>, std::size_t> known;  // by text and begin
    for (const PlacedLine& placed : page.lines) {
        const Runs* runs = placed.line.runs.get();
        if (!runs) continue;
        PangoLayoutLine* line = pango_layout_get_line_readonly(placed.line.layout.get(), placed.line.index);
        const auto first = static_cast<std::size_t>(line->start_index);
        const auto last = first + static_cast<std::size_t>(line->length);
        for (const Span& span : spans_of(*runs)) {
            const std::size_t from = std::max(first, span.begin), to = std::min(last, span.end);
            if (from >= to) continue;
            const auto [at, is_new] = known.try_emplace({runs, span.begin}, places.size());
            if (is_new) places.push_back({.fact = *span.fact, .text = std::string(span.text), .lines = {}});
            places[at->second].lines.push_back(part_of(placed, line, from, to));
        }
    }
    return places;
}

}  // namespace pdf
