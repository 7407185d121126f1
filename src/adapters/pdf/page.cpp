#include "pdf/page.hpp"

namespace pdf {

namespace {

PangoAlignment alignment(Side side) {
    if (side == Side::right) return PANGO_ALIGN_RIGHT;
    return side == Side::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
}

struct IteratorFree {
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};

}  // namespace

base::Result<Column> column(const Fonts& fonts, std::string_view text, Typeface face, double size,
                            double width, double indent, Side side, bool justified) {
    Ref<PangoLayout> unique = TRY(fonts.layout(text, face, size, width));
    const std::shared_ptr<PangoLayout> layout(unique.release(), Unref());
    pango_layout_set_indent(layout.get(), static_cast<int>(indent * PANGO_SCALE));
    pango_layout_set_alignment(layout.get(), alignment(side));
    // Pango widens only the spaces of a line that has some; a line of Chinese has none and is widened evenly.
    pango_layout_set_justify(layout.get(),
                             justified && side == Side::left && text.find(' ') == std::string_view::npos);

    Column made;
    const std::unique_ptr<PangoLayoutIter, IteratorFree> iterator(pango_layout_get_iter(layout.get()));
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iterator.get(), nullptr, &logical);
        const int index = static_cast<int>(made.lines.size());
        made.lines.push_back({layout, index, static_cast<double>(logical.x) / PANGO_SCALE});
    } while (pango_layout_iter_next_line(iterator.get()));
    return made;
}

base::Result<Column> column(const Fonts& fonts, const Runs& runs, Typeface face, double size, double width,
                            double indent, Side side, bool justified) {
    std::string text;
    for (const document::Run& run : runs) text += run.text;
    Column made = TRY(column(fonts, std::string_view(text), face, size, width, indent, side, justified));
    const auto kept = std::make_shared<const Runs>(runs);
    for (TextLine& line : made.lines) line.runs = kept;
    return made;
}

}  // namespace pdf
