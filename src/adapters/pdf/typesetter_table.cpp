#include <algorithm>
#include <numeric>

#include "pdf/typesetter.hpp"

namespace pdf {

namespace {

constexpr double side_padding = 4;
constexpr double end_padding = 3;
constexpr double justified_from = 240;  // narrower cells would be torn apart

}  // namespace

std::size_t Typesetter::LaidRow::line_count() const {
    std::size_t most = 0;
    for (const LaidCell& cell : cells) most = std::max(most, cell.lines.size() + cell.at_bottom.size());
    return most;
}

base::Result<Typesetter::LaidRow> Typesetter::lay_row(const document::Row& row,
                                                      const std::vector<double>& widths) const {
    LaidRow made{.cells = {}, .height_min = row.height_min * spread_ * millimetre};
    double x = layout_.left;
    std::size_t at = 0;
    for (const document::Cell& cell : row.cells) {
        LaidCell laid{.lines = {}, .at_bottom = {}, .x = x, .width = 0, .label = cell.label};
        for (int i = 0; i < cell.span && at < widths.size(); ++i) laid.width += widths[at++];
        for (const document::Paragraph& paragraph : cell.paragraphs) {
            Side side = Side::left;
            if (cell.label || paragraph.align == document::Align::centre) side = Side::centre;
            if (paragraph.align == document::Align::right) side = Side::right;
            const Column text =
                TRY(column(fonts_, paragraph.runs, cell.label ? Typeface::hei : Typeface::fangsong,
                           cell_.size, laid.width - 2 * side_padding, 0, side, laid.width > justified_from));
            if (side != Side::right) {
                laid.lines.insert(laid.lines.end(), laid.at_bottom.begin(), laid.at_bottom.end());
                laid.at_bottom.clear();
            }
            auto& into = side == Side::right ? laid.at_bottom : laid.lines;
            into.insert(into.end(), text.lines.begin(), text.lines.end());
        }
        x += laid.width;
        made.cells.push_back(std::move(laid));
    }
    return made;
}

double Typesetter::height_of(const LaidRow& row) const {
    const double lines = static_cast<double>(std::max<std::size_t>(1, row.line_count()));
    return std::max(row.height_min, lines * cell_.line + 2 * end_padding);
}

// Lines [from, to) of every cell, framed. A label is printed again in every part of a row that was broken.
void Typesetter::put_row(const LaidRow& row, std::size_t from, std::size_t to, double height) {
    Page& page = pages_.back();
    const Within element(*this, "TR");
    for (const LaidCell& cell : row.cells) {
        const Within part(*this, cell.label ? "TH" : "TD");
        std::vector<TextLine> shown = cell.lines;
        shown.insert(shown.end(), cell.at_bottom.begin(), cell.at_bottom.end());
        const std::size_t first = cell.label ? 0 : std::min(from, shown.size());
        const std::size_t end = cell.label ? shown.size() : std::min(to, shown.size());
        const double used = static_cast<double>(end - first) * cell_.line;
        const bool centred = cell.label || (end - first == 1 && cell.at_bottom.empty());
        double top = centred ? y_ + (height - used) / 2 : y_ + end_padding;
        for (std::size_t i = first; i < end; ++i) {
            if (!cell.label && i == cell.lines.size() && i >= first)
                top = std::max(top, y_ + height - end_padding - static_cast<double>(end - i) * cell_.line);
            put(shown[i], cell.x + side_padding, top, cell_);
            top += cell_.line;
        }
        page.strokes.push_back({cell.x, y_, cell.x, y_ + height});
    }
    const double right =
        row.cells.empty() ? layout_.left + layout_.text_width : row.cells.back().x + row.cells.back().width;
    page.strokes.push_back({right, y_, right, y_ + height});
    page.strokes.push_back({layout_.left, y_, right, y_});
    page.strokes.push_back({layout_.left, y_ + height, right, y_ + height});
    y_ += height;
}

// A row that does not fit goes over to the next page; a long one is broken between lines.
void Typesetter::put_table_row(const LaidRow& row, const std::vector<LaidRow>& head) {
    const auto next_page = [&] {
        new_page();
        for (const LaidRow& one : head) put_row(one, 0, one.line_count(), height_of(one));
    };
    const std::size_t count = row.line_count();
    constexpr std::size_t lines_least = 3;
    constexpr std::size_t lines_after = 2;
    constexpr std::size_t lines_kept_whole = 6;
    std::size_t from = 0;
    while (true) {
        const double rest =
            static_cast<double>(std::max<std::size_t>(1, count - from)) * cell_.line + 2 * end_padding;
        const double height = from == 0 ? std::max(rest, row.height_min) : rest;
        if (height <= left_over() + 0.1) return put_row(row, from, count, height);
        const double room = (left_over() - 2 * end_padding) / cell_.line;
        const std::size_t fitting = room > 0 ? static_cast<std::size_t>(room) : 0;
        const bool may_break =
            count - from > lines_kept_whole && fitting >= lines_least && count - from > fitting;
        if (may_break) {
            const std::size_t part = std::min(fitting, count - from - lines_after);
            put_row(row, from, from + part, left_over());
            from += part;
        } else if (y_ == layout_.top) {
            return put_row(row, from, count, std::max(rest, left_over()));
        }
        next_page();
        if (!may_break && rest > left_over() && fitting == 0 && count - from <= lines_kept_whole)
            return put_row(row, from, count, rest);
    }
}

base::Result<void> Typesetter::table(const document::Table& table) {
    const Within element(*this, "Table");
    cell_ = table.small ? layout_.small_cell : layout_.cell;
    const double total = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    std::vector<double> widths;
    for (const double width : table.widths) widths.push_back(width / total * layout_.text_width);

    std::vector<LaidRow> head;
    double head_height = 0;
    for (const document::Row& row : table.head) {
        head.push_back(TRY(lay_row(row, widths)));
        head_height += height_of(head.back());
    }
    if (head_height + 3 * cell_.line > left_over()) new_page();
    for (const LaidRow& row : head) put_row(row, 0, row.line_count(), height_of(row));
    for (const document::Row& row : table.rows) {
        const LaidRow laid = TRY(lay_row(row, widths));
        put_table_row(laid, head);
    }
    y_ += 4;
    return {};
}

}  // namespace pdf
