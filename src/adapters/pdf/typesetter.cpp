#include "pdf/typesetter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pdf/square_code.hpp"

namespace pdf {

using document::Align;
using document::Face;

namespace {

Side side_of(Align align) {
    if (align == Align::right) return Side::right;
    return align == Align::centre ? Side::centre : Side::left;
}

}  // namespace

Typesetter::Typesetter(const Fonts& fonts, const document::Document& document, double spread, double spare)
    : fonts_(fonts),
      document_(document),
      layout_(document::layout_of(document.style, document.sheet)),
      spread_(spread),
      spare_(spare),
      together_(document.style == document::Style::record ? 1 : 2),
      body_(layout_.body),
      cell_(layout_.cell),
      title_(layout_.title),
      small_(layout_.small) {
    if (document.style == document::Style::letter) body_.line *= spread_;
}

Typesetter::Within::Within(Typesetter& setter, const char* kind) : setter_(setter), before_(setter.element_) {
    setter_.elements_.push_back({kind, before_});
    setter_.element_ = static_cast<int>(setter_.elements_.size()) - 1;
}

void Typesetter::new_page() {
    pages_.emplace_back();
    pages_.back().width = layout_.width;
    pages_.back().height = layout_.height;
    y_ = layout_.top;
    bottom_ = layout_.bottom() - spare_;
    if (!document_.page_sign.empty()) bottom_ -= 24 * static_cast<double>(document_.page_sign.size()) + 6;
}

void Typesetter::put(const TextLine& line, double x, double top, const Measure& measure) {
    pages_.back().lines.push_back({line, x + line.x, top + measure.baseline(), element_});
}

void Typesetter::put_lines(const std::vector<TextLine>& lines, std::size_t from, std::size_t to,
                           const Measure& measure) {
    for (std::size_t i = from; i < to; ++i) {
        if (left_over() < measure.line - 0.1) new_page();
        put(lines[i], layout_.left, y_, measure);
        y_ += measure.line;
    }
}

base::Result<void> Typesetter::heading_block() {
    const bool letter = document_.style == document::Style::letter;
    if (!document_.agency.empty()) {
        const Within heading(*this, "H1");
        const Column agency = TRY(column(fonts_, document_.agency, Typeface::song_bold, title_.size,
                                         layout_.text_width, 0, Side::centre));
        put_lines(agency.lines, 0, agency.lines.size(), title_);
    }
    const Column title = TRY(column(fonts_, document_.title, Typeface::song_bold, title_.size,
                                    layout_.text_width, 0, Side::centre));
    {
        const Within heading(*this, "H1");
        put_lines(title.lines, 0, title.lines.size(), title_);
    }
    if (!document_.number.empty()) {
        if (letter) y_ += 6;
        const Within line(*this, "P");
        const Column number = TRY(column(fonts_, document_.number, Typeface::fangsong,
                                         letter ? body_.size : layout_.number.size, layout_.text_width, 0,
                                         letter ? Side::centre : Side::right));
        put_lines(number.lines, 0, number.lines.size(), letter ? body_ : layout_.number);
    }
    y_ += letter ? body_.line * 0.6 : 6;
    return {};
}

base::Result<Column> Typesetter::set(const document::Paragraph& paragraph) const {
    const Measure& measure = measure_of(paragraph);
    const Typeface face = paragraph.face == Face::heading ? Typeface::hei : Typeface::fangsong;
    const double indent = paragraph.indented ? 2 * measure.size : 0;
    return column(fonts_, paragraph.runs, face, measure.size, layout_.text_width, indent,
                  side_of(paragraph.align), paragraph.indented);
}

base::Result<void> Typesetter::paragraph(const document::Paragraph& paragraph, double keep_after) {
    const Measure& measure = measure_of(paragraph);
    const bool heading = paragraph.face == Face::heading;
    const Within element(*this, heading || paragraph.face == Face::subheading ? "H2" : "P");
    const Column laid = TRY(set(paragraph));
    const std::size_t count = laid.lines.size();
    for (std::size_t from = 0; from < count;) {
        const std::size_t to = from + lines_before(count - from, measure, keep_after, heading);
        put_broken(laid.lines, from, to, measure);
        if (to < count && y_ > layout_.top) new_page();
        from = to;
    }
    return {};
}

// The lines before a seal go over to the seal's page with it; a heading goes whole to what it heads. A record
// is written down to its foot, where it is signed: nobody can add a line there afterwards (程序规定
// 第二十八条、 第二十九条).
std::size_t Typesetter::lines_before(std::size_t count, const Measure& measure, double keep_after,
                                     bool heading) const {
    const auto height = [&](std::size_t lines) { return measure.line * static_cast<double>(lines); };
    const double room = left_over() + 0.1;
    if (keep_after <= 0 || height(count) + keep_after <= room) return count;
    std::size_t here = 0;
    if (!heading && together_ == 1)
        here = std::min(count - 1, static_cast<std::size_t>(std::max(0.0, room / measure.line)));
    else if (!heading && count > 3 && height(count - 2) <= room)
        here = count - 2;
    return here == 0 && y_ == layout_.top ? count : here;
}

// A paragraph of a letter or form that runs over the page has two lines at least on either side of the break:
// none stands alone.
void Typesetter::put_broken(const std::vector<TextLine>& lines, std::size_t from, std::size_t to,
                            const Measure& measure) {
    while (from < to) {
        const std::size_t count = to - from;
        const auto fitting = static_cast<std::size_t>(std::max(0.0, (left_over() + 0.1) / measure.line));
        std::size_t here = std::min(count, fitting);
        if (here < count) here = std::min(here, count - std::min(count, together_));
        if (here < count && here < together_) here = 0;
        if (here == 0 && y_ == layout_.top) here = std::max<std::size_t>(1, std::min(count, fitting));
        put_lines(lines, from, from + here, measure);
        from += here;
        if (from < to) new_page();
    }
}

// A heading stays with the first lines of what it heads: with as many as that cannot be parted from.
base::Result<double> Typesetter::room_headed(std::size_t index) const {
    const double least = static_cast<double>(together_) * body_.line;
    const auto* next = index < document_.blocks.size()
                           ? std::get_if<document::Paragraph>(&document_.blocks[index])
                           : nullptr;
    if (next == nullptr || next->face == Face::heading) return least;
    const std::size_t lines = TRY(set(*next)).lines.size();
    const double line = measure_of(*next).line;
    const double kept = room_kept_for(index + 1);
    if (lines < 2 * together_) return line * static_cast<double>(lines) + kept;
    return kept > 0 && together_ > 1 ? std::max(least, line * static_cast<double>(lines - 2)) : least;
}

base::Result<void> Typesetter::signatures(const document::Signatures& signatures, double keep_after) {
    const double needed = body_.line * static_cast<double>(signatures.lines.size()) + keep_after;
    if (needed > left_over() && needed < layout_.text_height) new_page();
    for (const auto& line : signatures.lines) {
        if (left_over() < body_.line) new_page();
        const Within element(*this, "P");
        const Column label = TRY(column(fonts_, line.label + "：", Typeface::fangsong, body_.size,
                                        layout_.text_width, 0, Side::left));
        int label_width = 0;
        pango_layout_get_size(label.lines.front().layout.get(), &label_width, nullptr);
        const double start = layout_.left + static_cast<double>(label_width) / PANGO_SCALE;
        const double date_width = signatures.dated ? 9 * body_.size : 0;
        const double end = std::min(std::max(start + layout_.signature_room, start),
                                    layout_.left + layout_.text_width - date_width);
        put_lines(label.lines, 0, label.lines.size(), body_);
        const double top = y_ - body_.line;
        mark(document::Spot::Kind::signature, start, top, std::max(end - start, 0.0), body_.line, line.label);
        if (!line.name.empty()) {
            const Column name =
                TRY(column(fonts_,
                           Runs{
                               {line.name, line.field}
            },
                           Typeface::fangsong, body_.size, layout_.text_width, 0, Side::left));
            put(name.lines.front(), start, top, body_);
        } else if (end > start) {
            const double base = top + body_.baseline() + 3;
            pages_.back().strokes.push_back({start, base, end, base, 0.5});
        }
        if (signatures.dated) {
            const Column date = TRY(column(fonts_, "　　年　　月　　日", Typeface::fangsong, body_.size,
                                           date_width, 0, Side::right));
            put(date.lines.front(), layout_.left + layout_.text_width - date_width, top, body_);
        }
    }
    return {};
}

base::Result<void> Typesetter::seal(const document::Seal& seal) {
    const bool beside = layout_.seal_left > 0;
    if (seal_room() > left_over()) new_page();
    const double area = beside ? layout_.width - layout_.left - layout_.seal_left : layout_.text_width;
    const double edge = (beside ? layout_.seal_left : layout_.left) + area;
    const double room = beside ? area : area * 0.64;
    const double gap = beside ? 0 : (document_.sheet == document::Sheet::a4 ? 4 : 1) * body_.size;
    const double x = edge - room - gap;  // 成文日期右空四字
    const double band = beside ? (layout_.height - layout_.seal_height) / 2 : y_;
    double top = band + layout_.seal_height / 2 - body_.line;
    double longest = 0;
    const Within element(*this, "P");
    for (const std::string& text : {seal.agency, seal.date}) {
        const Column line = TRY(column(fonts_, text, Typeface::fangsong, body_.size, room, 0, Side::right));
        put(line.lines.front(), x, top, body_);
        longest = std::max(longest, room - line.lines.front().x);
        top += body_.line;
    }
    // The middle of name and date, as far as the text area lets the seal go to the right.
    mark(document::Spot::Kind::seal,
         std::min(x + room - (longest + document::seal_side) / 2, edge - document::seal_side),
         band + (layout_.seal_height - document::seal_side) / 2, document::seal_side, document::seal_side,
         seal.agency);
    seal_page_ = pages_.size();
    seal_top_ = band;
    y_ += seal_room();
    return {};
}

double Typesetter::seal_room() const {
    return layout_.seal_left > 0 ? 0 : layout_.seal_height;
}

// What must stand on the same page as the end of the paragraph before it.
double Typesetter::room_kept_for(std::size_t index) const {
    if (index >= document_.blocks.size()) return 0;
    if (std::holds_alternative<document::Seal>(document_.blocks[index])) return seal_room();
    if (const auto* signatures = std::get_if<document::Signatures>(&document_.blocks[index]))
        return body_.line * static_cast<double>(signatures->lines.size()) + room_kept_for(index + 1);
    return 0;
}

base::Result<void> Typesetter::block(std::size_t index) {
    const document::Block& block = document_.blocks[index];
    if (const auto* text = std::get_if<document::Paragraph>(&block))
        return paragraph(
            *text, text->face == Face::heading ? TRY(room_headed(index + 1)) : room_kept_for(index + 1));
    if (const auto* rows = std::get_if<document::Table>(&block)) return table(*rows);
    if (const auto* signers = std::get_if<document::Signatures>(&block))
        return signatures(*signers, room_kept_for(index + 1));
    if (const auto* sealed = std::get_if<document::Seal>(&block)) return seal(*sealed);
    if (const auto* space = std::get_if<document::Space>(&block))
        y_ = std::min(y_ + space->lines * body_.line, bottom_);
    else
        new_page();
    return {};
}

void Typesetter::mark(document::Spot::Kind kind, double x, double y, double width, double height,
                      std::string label) {
    pages_.back().spots.push_back({.kind = kind,
                                   .page = static_cast<int>(pages_.size()) - 1,
                                   .x = x,
                                   .y = y,
                                   .width = width,
                                   .height = height,
                                   .label = std::move(label)});
}

// The band of a seal that ends the paper has room at its left.
bool Typesetter::room_beside_seal(double width) const {
    if (seal_page_ == 0 || seal_page_ != pages_.size()) return false;
    const Page& page = pages_.back();
    const auto reaches = [&](double x, double bottom) {
        return bottom > seal_top_ && x < layout_.left + width;
    };
    const bool text = std::ranges::any_of(
        page.lines, [&](const PlacedLine& line) { return reaches(line.x, line.baseline); });
    const bool spot = std::ranges::any_of(
        page.spots, [&](const document::Spot& one) { return reaches(one.x, one.y + one.height); });
    const bool stroke =
        std::ranges::any_of(page.strokes, [&](const Stroke& one) { return reaches(one.x1, one.y2); });
    return !text && !spot && !stroke;
}

// The square code that leads to the checking page and the code for who has no telephone at hand: beside the
// seal, or at the left of the last page where the text has ended.
base::Result<void> Typesetter::check_code() {
    if (document_.check.empty()) return {};
    const double side = 22 * millimetre, height = side + 2 * small_.line, width = side + small_.size;
    const Within element(*this, "P");
    double top = y_ + 4;
    if (room_beside_seal(width)) {
        top = seal_top_ + (layout_.seal_height - height) / 2;
    } else {
        if (left_over() < height + 4) new_page();
        top = y_ + 4;
        y_ = top + height;
    }
    for (const Box& box : TRY(square_code(document_.check, layout_.left, top, side)))
        pages_.back().boxes.push_back(box);
    mark(document::Spot::Kind::check, layout_.left, top, width, height, document_.check);
    const std::string code = document_.check.substr(document_.check.rfind('/') + 1);
    for (const std::string& words : {std::string("扫码核验"), code}) {
        const double size = words == code ? small_.size * 0.8 : small_.size;
        const Column text = TRY(column(fonts_, words, Typeface::fangsong, size, width, 0, Side::centre));
        put(text.lines.front(), layout_.left, top + side + (words == code ? small_.line : 0), small_);
    }
    return {};
}

// A roll is cut behind its last line.
void Typesetter::cut_roll() {
    if (document_.sheet != document::Sheet::roll) return;
    pages_.back().height = y_ + layout_.top + 8 * millimetre;
}

base::Result<void> Typesetter::last_page_foot() {
    if (document_.foot.empty()) return {};
    const Column foot = TRY(
        column(fonts_, document_.foot, Typeface::fangsong, small_.size, layout_.text_width, 0, Side::left));
    const Within element(*this, "P");
    const double height = small_.line * static_cast<double>(foot.lines.size());
    const bool roll = document_.sheet == document::Sheet::roll;
    double top = roll ? y_ + 6 : bottom_ - height;
    if (!roll && y_ > top - 4) top = layout_.bottom() + 2;
    if (roll) y_ = top + height;
    pages_.back().strokes.push_back({layout_.left, top - 2, layout_.left + layout_.text_width, top - 2, 0.5});
    for (const TextLine& line : foot.lines) {
        put(line, layout_.left, top, small_);
        top += small_.line;
    }
    return {};
}

base::Result<void> Typesetter::page_margins() {
    const Measure number{layout_.number.size, 20}, measure = document::page_sign_measure(document_);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        double top = layout_.bottom() - 24 * static_cast<double>(document_.page_sign.size());
        for (const std::string& sign : document_.page_sign) {
            const Column line = TRY(column(fonts_, sign, Typeface::fangsong, measure.size,
                                           layout_.text_width + measure.size, 0, Side::left, false));
            pages_[i].lines.push_back({line.lines.front(), layout_.left, top + measure.baseline()});
            pages_[i].spots.push_back({.kind = document::Spot::Kind::page_sign,
                                       .page = static_cast<int>(i),
                                       .x = layout_.left,
                                       .y = top,
                                       .width = layout_.text_width,
                                       .height = 24,
                                       .label = sign});
            top += 24;
        }
        if (!document_.page_numbers || document_.sheet == document::Sheet::roll) continue;
        const std::string text = fmt::format("第{}页　共{}页", i + 1, pages_.size());
        const Column line =
            TRY(column(fonts_, text, Typeface::fangsong, number.size, layout_.text_width, 0, Side::centre));
        const double y = layout_.bottom() + layout_.foot_drop;
        pages_[i].lines.push_back({line.lines.front(), layout_.left + line.lines.front().x, y});
    }
    return {};
}

base::Result<std::vector<Page>> Typesetter::pages() {
    new_page();
    TRY(heading_block());
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) TRY(block(i));
    TRY(check_code());
    TRY(last_page_foot());
    TRY(page_margins());
    cut_roll();
    return std::move(pages_);
}

}  // namespace pdf
