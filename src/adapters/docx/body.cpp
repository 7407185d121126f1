#include "docx/body.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace docx {

using document::Align;
using document::Face;
using document::millimetre;
using pugi::xml_node;

namespace {

std::string twips(double points) {
    return std::to_string(std::lround(points * 20));
}

std::string half_points(double points) {
    return std::to_string(std::lround(points * 2));
}

xml_node put(xml_node parent, const char* name) {
    return parent.append_child(name);
}

xml_node put(xml_node parent, const char* name, const char* value) {
    xml_node made = parent.append_child(name);
    made.append_attribute("w:val") = value;
    return made;
}

const char* justified(Align align) {
    if (align == Align::right) return "right";
    return align == Align::centre ? "center" : "both";
}

void border(xml_node parent, const char* side) {
    xml_node made = put(parent, side, "single");
    made.append_attribute("w:sz") = "4";
    made.append_attribute("w:space") = "0";
    made.append_attribute("w:color") = "000000";
}

void field(xml_node paragraph, const char* instruction) {
    xml_node made = put(paragraph, "w:fldSimple");
    made.append_attribute("w:instr") = instruction;
    put(put(made, "w:r"), "w:t").text().set("1");
}

}  // namespace

Body::Body(xml_node body, const document::Document& document)
    : body_(body), document_(document), layout_(document::layout_of(document.style, document.sheet)) {
    if (document.style == document::Style::letter) layout_.body.line *= document.spread;
}

xml_node Body::paragraph(xml_node parent, const Look& look) const {
    xml_node made = put(parent, "w:p");
    xml_node properties = put(made, "w:pPr");
    if (look.keep_next) put(properties, "w:keepNext");
    // The typesetter fills the pages of a record to the foot, where they are signed.
    put(properties, "w:widowControl", document_.style == document::Style::record ? "0" : "1");
    put(properties, "w:kinsoku", "1");
    put(properties, "w:overflowPunct", "0");
    put(properties, "w:autoSpaceDE", "0");
    put(properties, "w:autoSpaceDN", "0");
    xml_node spacing = put(properties, "w:spacing");
    spacing.append_attribute("w:before") = "0";
    spacing.append_attribute("w:after") = "0";
    spacing.append_attribute("w:line") = twips(look.measure.line).c_str();
    spacing.append_attribute("w:lineRule") = "exact";
    if (look.indented)
        put(properties, "w:ind").append_attribute("w:firstLine") = twips(2 * look.measure.size).c_str();
    put(properties, "w:jc", justified(look.align));
    return made;
}

// Blanks to write on (＿) are an underlined gap, as on paper.
void Body::run(xml_node paragraph, const std::string& text, const Look& look) {
    constexpr std::string_view blank = "＿";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t gap = std::min(text.find(blank, at), text.size());
        if (gap > at) piece(paragraph, text.substr(at, gap - at), look);
        std::string line;
        for (at = gap; text.compare(at, blank.size(), blank) == 0; at += blank.size()) line += "　";
        if (!line.empty()) put(piece(paragraph, line, look).child("w:rPr"), "w:u", "single");
    }
}

// A text processor knows half points only: the rest of a size is taken from between the characters, so that a
// line holds as many of them as in print (GB/T 9704: 28).
xml_node Body::piece(xml_node paragraph, const std::string& text, const Look& look) {
    xml_node made = put(paragraph, "w:r");
    xml_node properties = put(made, "w:rPr");
    const char* family = look.title ? "宋体" : look.heavy ? "黑体" : "仿宋";
    xml_node fonts = put(properties, "w:rFonts");
    for (const char* name : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"})
        fonts.append_attribute(name) = family;
    if (look.title) put(properties, "w:b");
    const std::string size = half_points(look.measure.size);
    const auto closer = std::lround(20 * look.measure.size) - 10 * std::lround(2 * look.measure.size);
    if (closer != 0) put(properties, "w:spacing", std::to_string(closer).c_str());
    put(properties, "w:sz", size.c_str());
    put(properties, "w:szCs", size.c_str());
    xml_node words = put(made, "w:t");
    words.append_attribute("xml:space") = "preserve";
    words.text().set(text.c_str());
    return made;
}

void Body::tab(xml_node paragraph) {
    put(put(paragraph, "w:r"), "w:tab");
}

void Body::line(xml_node parent, const std::string& text, const Look& look) const {
    run(paragraph(parent, look), text, look);
}

void Body::heading() const {
    const Look title{.measure = layout_.title, .title = true, .align = Align::centre, .keep_next = true};
    if (!document_.agency.empty()) line(body_, document_.agency, title);
    line(body_, document_.title, title);
    const bool letter = document_.style == document::Style::letter;
    const document::Measure& measure = letter ? layout_.body : layout_.number;
    xml_node last = body_.last_child();
    if (!document_.number.empty()) {
        const Look look{
            .measure = measure, .align = letter ? Align::centre : Align::right, .keep_next = true};
        last = paragraph(body_, look);
        run(last, document_.number, look);
        if (letter) last.child("w:pPr").child("w:spacing").attribute("w:before") = "120";
    }
    last.child("w:pPr").child("w:spacing").attribute("w:after") =
        twips(letter ? layout_.body.line * 0.6 : 6).c_str();
}

// What the typesetter keeps on one sheet: a heading and what it heads, the end of the text and its seal.
bool Body::stays_with_next(std::size_t index) const {
    if (index + 1 >= document_.blocks.size()) return false;
    const document::Block& next = document_.blocks[index + 1];
    return std::holds_alternative<document::Seal>(next) || std::holds_alternative<document::Signatures>(next);
}

void Body::text(const document::Paragraph& paragraph_, bool keep_next) const {
    const bool small = paragraph_.face == Face::small, heading = paragraph_.face == Face::heading;
    line(body_, paragraph_.text(),
         {.measure = small ? layout_.small : layout_.body,
          .heavy = heading,
          .align = paragraph_.align,
          .indented = paragraph_.indented,
          .keep_next = keep_next || heading});
}

void Body::row(xml_node table, const document::Row& row_, const std::vector<double>& widths,
               const document::Measure& measure, bool head) const {
    xml_node made = put(table, "w:tr");
    xml_node properties = put(made, "w:trPr");
    std::size_t most = 1;
    for (const document::Cell& cell : row_.cells) most = std::max(most, cell.paragraphs.size());
    const double least = std::max(row_.height_min * document_.spread * millimetre, measure.line + 6);
    xml_node height = put(properties, "w:trHeight");
    height.append_attribute("w:val") = twips(least).c_str();
    height.append_attribute("w:hRule") = "atLeast";
    if (head) put(properties, "w:tblHeader");
    std::size_t at = 0;
    for (const document::Cell& cell : row_.cells) {
        double width = 0;
        for (int i = 0; i < cell.span && at < widths.size(); ++i) width += widths[at++];
        xml_node one = put(made, "w:tc");
        xml_node cell_properties = put(one, "w:tcPr");
        xml_node size = put(cell_properties, "w:tcW");
        size.append_attribute("w:w") = twips(width).c_str();
        size.append_attribute("w:type") = "dxa";
        if (cell.span > 1) put(cell_properties, "w:gridSpan", std::to_string(cell.span).c_str());
        put(cell_properties, "w:vAlign", cell.label || cell.paragraphs.size() == 1 ? "center" : "top");
        for (const document::Paragraph& paragraph_ : cell.paragraphs)
            line(one, paragraph_.text(),
                 {.measure = measure,
                  .heavy = cell.label,
                  .align = cell.label ? Align::centre : paragraph_.align});
        if (cell.paragraphs.empty()) line(one, "", {.measure = measure});
    }
}

void Body::table(const document::Table& table_) const {
    const double total = std::accumulate(table_.widths.begin(), table_.widths.end(), 0.0);
    std::vector<double> widths;
    for (const double width : table_.widths) widths.push_back(width / total * layout_.text_width);
    xml_node made = put(body_, "w:tbl");
    xml_node properties = put(made, "w:tblPr");
    xml_node size = put(properties, "w:tblW");
    size.append_attribute("w:w") = twips(layout_.text_width).c_str();
    size.append_attribute("w:type") = "dxa";
    xml_node borders = put(properties, "w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
        border(borders, side);
    put(properties, "w:tblLayout").append_attribute("w:type") = "fixed";
    xml_node padding = put(properties, "w:tblCellMar");
    for (const auto& [side, points] : {
             std::pair{"w:top",    3.0 },
             {"w:left",   4.0 },
             {"w:bottom", 2.75},
             {"w:right",  4.0 }
    }) {
        xml_node one = put(padding, side);
        one.append_attribute("w:w") = twips(points).c_str();
        one.append_attribute("w:type") = "dxa";
    }
    xml_node grid = put(made, "w:tblGrid");
    for (const double width : widths) put(grid, "w:gridCol").append_attribute("w:w") = twips(width).c_str();
    const document::Measure& measure = table_.small ? layout_.small_cell : layout_.cell;
    for (const document::Row& head : table_.head) row(made, head, widths, measure, true);
    for (const document::Row& one : table_.rows) row(made, one, widths, measure, false);
    line(body_, "",
         {
             .measure = {1, 4}
    });  // two tables without a paragraph between them would be one
}

void Body::signatures(const document::Signatures& signatures_, bool keep_next) const {
    for (std::size_t i = 0; i < signatures_.lines.size(); ++i) {
        const auto& signer = signatures_.lines[i];
        const Look look{.measure = layout_.body, .keep_next = keep_next || i + 1 < signatures_.lines.size()};
        xml_node made = paragraph(body_, look);
        xml_node properties = made.child("w:pPr");
        const double end = layout_.text_width - (signatures_.dated ? 9.5 * layout_.body.size : 0);
        xml_node tabs = properties.insert_child_after("w:tabs", properties.child("w:widowControl"));
        const auto stop = [&](const char* kind, const char* leader, double place) {
            xml_node one = put(tabs, "w:tab", kind);
            one.append_attribute("w:leader") = leader;
            one.append_attribute("w:pos") = twips(place).c_str();
        };
        stop("left", signer.name.empty() ? "underscore" : "none", end);
        stop("right", "none", layout_.text_width);
        properties.child("w:jc").attribute("w:val") = "left";
        run(made, signer.label + "：" + signer.name, look);
        tab(made);
        if (!signatures_.dated) continue;
        tab(made);
        run(made, "　　年　　月　　日", look);
    }
}

// Half of the seal's room above the two lines, the rest below: the seal itself is put on them.
void Body::seal(const document::Seal& seal_) const {
    const Look look{.measure = layout_.body, .align = Align::right, .keep_next = true};
    const double above = layout_.seal_height / 2 - layout_.body.line;
    Look room = look;
    room.measure.line = above;
    line(body_, "", room);
    for (const std::string& words : {seal_.agency, seal_.date}) {
        xml_node made = paragraph(body_, look);
        run(made, words, look);
        xml_node indent =
            made.child("w:pPr").insert_child_after("w:ind", made.child("w:pPr").child("w:spacing"));
        indent.append_attribute("w:right") =
            twips((document_.sheet == document::Sheet::a4 ? 4 : 1) * layout_.body.size).c_str();
    }
    room.keep_next = false;
    line(body_, "", room);
}

// Below the text area of the last page, where it moves nothing.
void Body::foot() const {
    if (document_.foot.empty()) return;
    const Look look{.measure = layout_.small};
    xml_node made = paragraph(body_, look);
    xml_node properties = made.child("w:pPr");
    xml_node frame = properties.insert_child_before("w:framePr", properties.child("w:widowControl"));
    frame.append_attribute("w:w") = twips(layout_.text_width).c_str();
    frame.append_attribute("w:hAnchor") = "page";
    frame.append_attribute("w:vAnchor") = "page";
    frame.append_attribute("w:x") = twips(layout_.left).c_str();
    frame.append_attribute("w:y") = twips(layout_.bottom() + 2).c_str();
    frame.append_attribute("w:wrap") = "around";
    xml_node borders = properties.insert_child_after("w:pBdr", properties.child("w:widowControl"));
    border(borders, "w:top");
    run(made, document_.foot, look);
}

void Body::section() const {
    xml_node made = put(body_, "w:sectPr");
    if (document_.page_numbers || !document_.page_sign.empty()) {
        xml_node reference = put(made, "w:footerReference");
        reference.append_attribute("w:type") = "default";
        reference.append_attribute("r:id") = "rId2";
    }
    xml_node size = put(made, "w:pgSz");
    size.append_attribute("w:w") = twips(layout_.width).c_str();
    size.append_attribute("w:h") = twips(layout_.height).c_str();
    const double signing =
        document_.page_sign.empty() ? 0 : 24.0 * static_cast<double>(document_.page_sign.size()) + 6;
    const double bottom = layout_.height - layout_.bottom() + signing;
    xml_node margins = put(made, "w:pgMar");
    for (const auto& [name, points] : {
             std::pair{"w:top",    layout_.top                                      },
             {"w:right",  layout_.width - layout_.left - layout_.text_width},
             {"w:bottom", bottom                                           },
             {"w:left",   layout_.left                                     },
             {"w:header", 20.0                                             },
             {"w:footer", bottom - signing - layout_.foot_drop - 8         },
             {"w:gutter", 0.0                                              }
    })
        margins.append_attribute(name) = twips(points).c_str();
}

void Body::write_footer(xml_node footer) const {
    for (const std::string& sign : document_.page_sign)
        line(footer, sign, {.measure = document::page_sign_measure(document_)});
    const Look look{
        .measure = {layout_.number.size, 20},
          .align = Align::centre
    };
    xml_node made = paragraph(footer, look);
    if (!document_.page_sign.empty())
        made.child("w:pPr").child("w:spacing").attribute("w:before") = twips(layout_.foot_drop - 14).c_str();
    if (!document_.page_numbers) return;
    run(made, "第", look);
    field(made, " PAGE ");
    run(made, "页　共", look);
    field(made, " NUMPAGES ");
    run(made, "页", look);
}

void Body::block(std::size_t index) const {
    const document::Block& block = document_.blocks[index];
    if (const auto* paragraph_ = std::get_if<document::Paragraph>(&block))
        return text(*paragraph_, stays_with_next(index));
    if (const auto* rows = std::get_if<document::Table>(&block)) return table(*rows);
    if (const auto* signers = std::get_if<document::Signatures>(&block))
        return signatures(*signers, stays_with_next(index));
    if (const auto* sealed = std::get_if<document::Seal>(&block)) return seal(*sealed);
    if (const auto* space = std::get_if<document::Space>(&block))
        return line(body_, "",
                    {
                        .measure = {layout_.body.size, space->lines * layout_.body.line}
        });
    put(put(put(body_, "w:p"), "w:r"), "w:br").append_attribute("w:type") = "page";
}

void Body::write() {
    heading();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) block(i);
    if (!document_.check.empty()) line(body_, "核验地址：" + document_.check, {.measure = layout_.small});
    foot();
    section();
}

}  // namespace docx
