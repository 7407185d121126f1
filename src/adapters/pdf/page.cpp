#include "pdf/page.hpp"

#include "document/unbroken.hpp"

namespace pdf {

namespace {

PangoAlignment alignment(Side side) {
    if (side == Side::right) return PANGO_ALIGN_RIGHT;
    return side == Side::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
}

struct IteratorFree {
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};

// A number of many digits goes over whole and may leave a line half empty.
bool has_long_word(std::string_view text) {
    constexpr std::size_t long_word = 10;
    std::size_t length = 0;
    for (const char c : text) {
        length = static_cast<unsigned char>(c) < 0x80 ? length + 1 : 0;
        if (length >= long_word) return true;
    }
    return false;
}

// Whether every line but the last is full enough to be widened to the column without being torn apart.
bool is_even(PangoLayout* layout, double width) {
    constexpr double share = 0.92;
    const int lines = pango_layout_get_line_count(layout);
    for (int i = 0; i + 1 < lines; ++i) {
        PangoRectangle logical;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, i), nullptr, &logical);
        const double indent = i == 0 ? static_cast<double>(pango_layout_get_indent(layout)) / PANGO_SCALE : 0;
        if (static_cast<double>(logical.width) / PANGO_SCALE < share * (width - indent)) return false;
    }
    return true;
}

// Pango widens only the spaces of a line that has some; a line of Chinese has none and is widened evenly,
// unless it holds so little (what goes over whole left it half empty) that it would be torn apart.
void justify(PangoLayout* layout, std::string_view text, double width, bool goes_over_whole) {
    if (text.find(' ') != std::string_view::npos) return;
    pango_layout_set_justify(layout, !goes_over_whole || is_even(layout, width));
}

Column lines_of(const std::shared_ptr<PangoLayout>& layout) {
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

std::string text_of(const Runs& runs) {
    std::string text;
    for (const document::Run& run : runs) text += run.text;
    return text;
}

Column with_runs(Column made, const Runs& runs) {
    const auto kept = std::make_shared<const Runs>(runs);
    for (TextLine& line : made.lines) line.runs = kept;
    return made;
}

bool is_broken(PangoLayout* layout, const document::Span& span) {
    for (int i = 1; i < pango_layout_get_line_count(layout); ++i) {
        const auto start = static_cast<std::size_t>(
            pango_layout_line_get_start_index(pango_layout_get_line_readonly(layout, i)));
        if (span.begin < start && start < span.end) return true;
    }
    return false;
}

void forbid_breaks(PangoLayout* layout, const document::Span& span) {
    PangoAttrList* known = pango_layout_get_attributes(layout);
    PangoAttrList* list = known != nullptr ? pango_attr_list_copy(known) : pango_attr_list_new();
    PangoAttribute* attribute = pango_attr_allow_breaks_new(FALSE);
    attribute->start_index = static_cast<guint>(span.begin);
    attribute->end_index = static_cast<guint>(span.end);
    pango_attr_list_insert(list, attribute);
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

// What is misread when a line ends in it goes over whole, where a line has room for it; whether anything did.
base::Result<bool> keep_whole(const Fonts& fonts, PangoLayout* layout, std::string_view text, Typeface face,
                              double size, double width) {
    bool goes_over_whole = has_long_word(text);
    if (pango_layout_get_line_count(layout) == 1) return goes_over_whole;
    for (const document::Span& span : document::unbroken(text)) {
        if (!is_broken(layout, span)) continue;
        const std::string_view word = text.substr(span.begin, span.end - span.begin);
        const Ref<PangoLayout> alone = TRY(fonts.layout(word, face, size, std::nullopt));
        int needed = 0;
        pango_layout_get_size(alone.get(), &needed, nullptr);
        if (needed > static_cast<int>(width * PANGO_SCALE)) continue;
        forbid_breaks(layout, span);
        goes_over_whole = true;
    }
    return goes_over_whole;
}

}  // namespace

base::Result<Column> column(const Fonts& fonts, std::string_view text, Typeface face, double size,
                            double width, double indent, Side side, bool justified) {
    Ref<PangoLayout> unique = TRY(fonts.layout(text, face, size, width));
    const std::shared_ptr<PangoLayout> layout(unique.release(), Unref());
    pango_layout_set_indent(layout.get(), static_cast<int>(indent * PANGO_SCALE));
    pango_layout_set_alignment(layout.get(), alignment(side));
    const bool goes_over_whole = TRY(keep_whole(fonts, layout.get(), text, face, size, width));
    if (justified && side == Side::left) justify(layout.get(), text, width, goes_over_whole);
    return lines_of(layout);
}

base::Result<Column> column(const Fonts& fonts, const Runs& runs, Typeface face, double size, double width,
                            double indent, Side side, bool justified) {
    return with_runs(
        TRY(column(fonts, std::string_view(text_of(runs)), face, size, width, indent, side, justified)),
        runs);
}

}  // namespace pdf
