#include "pdf/stamp.hpp"

#include <algorithm>
#include <string_view>

#include "signing/seal_picture.hpp"

namespace pdf {

namespace {

using document::Spot;

struct Room {
    double x = 0, y = 0, width = 0, height = 0;
};

double line_width(const PlacedLine& placed) {
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(placed.line.layout.get(), placed.line.index),
                                  nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
}

bool lies_in(const PlacedLine& placed, const Spot& spot) {
    return placed.baseline > spot.y && placed.baseline <= spot.y + spot.height && placed.x >= spot.x - 1 &&
           placed.x < spot.x + spot.width;
}

// What is left of the spot behind a name that is printed there.
Room room_of(const Page& page, const Spot& spot) {
    double x = spot.x;
    for (const PlacedLine& placed : page.lines)
        if (lies_in(placed, spot)) x = std::max(x, placed.x + line_width(placed) + 3);
    return {.x = x, .y = spot.y, .width = spot.x + spot.width - x, .height = spot.height};
}

// The line to write on of one who signs at the foot of the page.
std::optional<Room> room_in_line(const Page& page, const Spot& spot, std::string_view role) {
    for (const signing::SigningPlace& place : signing::places_in(spot.label)) {
        if (place.role != role) continue;
        for (const PlacedLine& placed : page.lines) {
            // The layout shows a blank as an underlined space: other letters, the same number of bytes.
            const std::string_view shown = pango_layout_get_text(placed.line.layout.get());
            if (!lies_in(placed, spot) || shown.size() != spot.label.size()) continue;
            PangoLayoutLine* line =
                pango_layout_get_line_readonly(placed.line.layout.get(), placed.line.index);
            int from = 0, to = 0;
            pango_layout_line_index_to_x(line, static_cast<int>(place.begin), 0, &from);
            pango_layout_line_index_to_x(line, static_cast<int>(place.end), 0, &to);
            return Room{.x = placed.x + static_cast<double>(from) / PANGO_SCALE,
                        .y = spot.y,
                        .width = static_cast<double>(to - from) / PANGO_SCALE,
                        .height = spot.height};
        }
    }
    return std::nullopt;
}

std::optional<Room> room_for(const Page& page, const Spot& spot, std::string_view role) {
    std::optional<Room> room;
    if (spot.kind == Spot::Kind::signature && spot.label == role) room = room_of(page, spot);
    if (spot.kind == Spot::Kind::page_sign) room = room_in_line(page, spot, role);
    constexpr double least = 24;
    return room && room->width >= least ? room : std::nullopt;
}

void draw_ink(cairo_t* cairo, const Room& room, const signing::Handwriting& writing) {
    cairo_save(cairo);
    cairo_translate(cairo, room.x + 2, room.y + 1);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (const signing::InkLine& line : signing::ink(writing, room.width - 4, room.height - 2)) {
        cairo_set_line_width(cairo, line.width);
        cairo_move_to(cairo, line.x1, line.y1);
        cairo_line_to(cairo, line.x2, line.y2);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

base::Result<void> draw_letter(cairo_t* cairo, const Fonts& fonts, const signing::SealLetter& letter) {
    const Ref<PangoLayout> layout =
        TRY(fonts.layout(letter.letter, Typeface::song_bold, letter.size, std::nullopt));
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    cairo_save(cairo);
    cairo_translate(cairo, letter.middle.x, letter.middle.y);
    cairo_rotate(cairo, letter.turn);
    cairo_move_to(cairo, -static_cast<double>(logical.width) / PANGO_SCALE / 2,
                  -static_cast<double>(logical.height) / PANGO_SCALE / 2);
    pango_cairo_layout_path(cairo, layout.get());
    cairo_fill(cairo);
    cairo_restore(cairo);
    return {};
}

base::Result<void> draw_seal(cairo_t* cairo, const Fonts& fonts, const Spot& spot,
                             const signing::SealMark& mark) {
    const signing::SealPicture picture = signing::seal_picture(mark.agency, mark.under, spot.width - 2);
    cairo_save(cairo);
    cairo_translate(cairo, spot.x + spot.width / 2, spot.y + spot.height / 2);
    cairo_set_source_rgb(cairo, 0.84, 0.06, 0.09);
    cairo_set_line_width(cairo, picture.ring);
    cairo_new_path(cairo);  // an arc is joined to the point where the page before was left
    cairo_arc(cairo, 0, 0, picture.radius, 0, 2 * 3.14159265358979);
    cairo_stroke(cairo);
    for (const signing::Point& point : picture.star) cairo_line_to(cairo, point.x, point.y);
    cairo_close_path(cairo);
    cairo_fill(cairo);
    for (const signing::SealLetter& letter : picture.letters) TRY(draw_letter(cairo, fonts, letter));
    if (!picture.under.empty())
        TRY(draw_letter(cairo, fonts,
                        {.letter = picture.under,
                         .middle = picture.under_middle,
                         .turn = 0,
                         .size = picture.under_size}));
    cairo_restore(cairo);
    return {};
}

}  // namespace

base::Result<void> check_spots(const std::vector<Page>& pages, const signing::Marks& marks) {
    const auto anywhere = [&](const auto& fits) {
        return std::ranges::any_of(pages, [&](const Page& page) {
            return std::ranges::any_of(page.spots, [&](const Spot& spot) { return fits(page, spot); });
        });
    };
    if (marks.seal && !anywhere([](const Page&, const Spot& spot) { return spot.kind == Spot::Kind::seal; }))
        return base::fail("no_seal_place", "这份文书没有印章位置");
    for (const signing::HandMark& hand : marks.hands)
        if (!anywhere([&](const Page& page, const Spot& spot) {
                return room_for(page, spot, hand.role).has_value();
            }))
            return base::fail("no_signing_place", "这份文书没有“" + hand.role + "”的签名位置", {}, "role");
    return {};
}

base::Result<void> stamp(cairo_t* cairo, const Fonts& fonts, const Page& page, const signing::Marks& marks) {
    for (const Spot& spot : page.spots) {
        if (spot.kind == Spot::Kind::seal && marks.seal) TRY(draw_seal(cairo, fonts, spot, *marks.seal));
        for (const signing::HandMark& hand : marks.hands)
            if (const auto room = room_for(page, spot, hand.role)) draw_ink(cairo, *room, hand.writing);
    }
    return {};
}

}  // namespace pdf
