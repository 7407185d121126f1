#include "pdf/fonts.hpp"

#include <fmt/format.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <string>

namespace pdf {

namespace {

struct Family {
    const char* names;
    PangoWeight weight;
};

Family family_of(Typeface face) {
    switch (face) {
        case Typeface::song_bold:
            return {"FandolSong,Noto Serif CJK SC,DejaVu Sans,HanaMinB", PANGO_WEIGHT_BOLD};
        case Typeface::hei:
            return {"FandolHei,Noto Sans CJK SC,DejaVu Sans,HanaMinB", PANGO_WEIGHT_NORMAL};
        case Typeface::fangsong:
            break;
    }
    return {"FandolFang,FangSong,Noto Serif CJK SC,DejaVu Sans,HanaMinB", PANGO_WEIGHT_NORMAL};
}

void set_up(PangoContext* context) {
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
}

// A broken batch number is printed as it is: a hyphen would make another number of it.
PangoAttrList* plain() {
    PangoAttrList* list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
    return list;
}

Ref<PangoLayout> laid_out(PangoContext* context, std::string_view text, Typeface face, double size) {
    Ref<PangoLayout> layout(pango_layout_new(context));
    const Family family = family_of(face);
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, family.names);
    pango_font_description_set_weight(font, family.weight);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    PangoAttrList* list = plain();
    pango_layout_set_attributes(layout.get(), list);
    pango_attr_list_unref(list);
    return layout;
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

// Blanks to write on (＿) are drawn as one line, and a tick box stays on the line of what it ticks.
Ref<PangoLayout> with_form_marks(Ref<PangoLayout> layout, std::string_view text) {
    constexpr std::string_view blank = "＿";
    constexpr std::string_view boxes[] = {"☑", "☐"};
    std::string shown(text);
    PangoAttrList* list = plain();
    for (auto at = shown.find(blank); at != std::string::npos; at = shown.find(blank, at)) {
        std::size_t end = at;
        while (shown.compare(end, blank.size(), blank) == 0) {
            shown.replace(end, blank.size(), "　");
            end += blank.size();
        }
        add(list, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), at, end);
    }
    for (const std::string_view box : boxes)
        for (auto at = shown.find(box); at != std::string::npos; at = shown.find(box, at + box.size()))
            add(list, pango_attr_allow_breaks_new(FALSE), at, std::min(at + box.size() + 9, shown.size()));
    pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
    pango_layout_set_attributes(layout.get(), list);
    pango_attr_list_unref(list);
    return layout;
}

std::string first_unknown(PangoContext* context, std::string_view text, Typeface face) {
    const std::string whole(text);
    for (const char* at = whole.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const std::string_view one(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
        if (pango_layout_get_unknown_glyphs_count(laid_out(context, one, face, 12).get()) > 0)
            return fmt::format("“{}”（U+{:04X}）", one, g_utf8_get_char(at));
    }
    return "（字符组合）";
}

}  // namespace

base::Result<Fonts> Fonts::open(const std::optional<std::filesystem::path>& folder) {
    FcConfig* config = FcInitLoadConfigAndFonts();
    if (!config) return base::fail("fonts_unavailable", "系统字体配置无法读取");
    if (folder) {
        std::error_code ignored;
        if (std::filesystem::is_directory(*folder, ignored))
            FcConfigAppFontAddDir(config, reinterpret_cast<const FcChar8*>(folder->c_str()));
    }
    Fonts made;
    made.map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!made.map_) {
        FcConfigDestroy(config);
        return base::fail("fonts_unavailable", "排版库不支持 FreeType 字体");
    }
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(made.map_.get()), config);
    FcConfigDestroy(config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(made.map_.get()), 72);
    made.context_.reset(pango_font_map_create_context(made.map_.get()));
    set_up(made.context_.get());
    return made;
}

base::Result<Ref<PangoLayout>> Fonts::layout(std::string_view text, Typeface face, double size,
                                             std::optional<double> width) const {
    Ref<PangoLayout> made = with_form_marks(laid_out(context_.get(), text, face, size), text);
    if (width) {
        pango_layout_set_width(made.get(), static_cast<int>(*width * PANGO_SCALE));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    }
    if (pango_layout_get_unknown_glyphs_count(made.get()) > 0)
        return base::fail("character_unprintable", fmt::format("字体中没有字符{}，不能印成空白",
                                                               first_unknown(context_.get(), text, face)));
    return made;
}

}  // namespace pdf
