#include "document/document.hpp"

namespace document {

std::string Paragraph::text() const {
    std::string joined;
    for (const Run& run : runs) joined += run.text;
    return joined;
}

namespace {

std::string cell_text(const Cell& cell) {
    std::string text;
    for (const Paragraph& paragraph : cell.paragraphs) text += (text.empty() ? "" : " / ") + paragraph.text();
    return text;
}

struct Writer {
    std::string& out;

    void operator()(const Paragraph& paragraph) const {
        const bool indented = paragraph.indented && paragraph.face == Face::body;
        out += (indented ? "　　" : "") + paragraph.text() + "\n";
    }
    void operator()(const Table& table) const {
        for (const auto* rows : {&table.head, &table.rows})
            for (const Row& row : *rows) {
                std::string line;
                for (const Cell& cell : row.cells) line += (line.empty() ? "| " : " | ") + cell_text(cell);
                out += line + " |\n";
            }
    }
    void operator()(const Signatures& signatures) const {
        for (const SignatureLine& line : signatures.lines)
            out += line.label + "：" + (line.name.empty() ? "＿＿＿＿" : line.name) +
                   (signatures.dated ? "　年　月　日" : "") + "\n";
    }
    void operator()(const Seal& seal) const { out += "［" + seal.agency + "（印章）　" + seal.date + "］\n"; }
    void operator()(const Space&) const {}
    void operator()(const PageBreak&) const { out += "\n"; }
};

}  // namespace

std::string plain_text(const Document& document) {
    std::string out;
    if (!document.agency.empty()) out += document.agency + "\n";
    out += document.title + "\n";
    if (!document.number.empty()) out += document.number + "\n";
    for (const Block& block : document.blocks) std::visit(Writer{out}, block);
    if (!document.foot.empty()) out += document.foot + "\n";
    for (const std::string& line : document.page_sign) out += "［每页］" + line + "\n";
    return out;
}

}  // namespace document
