#include "redact/redact.hpp"

namespace redact {

namespace {

class Paper {
  public:
    Paper(const Known& known, std::vector<Change>& changes) : known_(known), changes_(changes) {}

    void words(std::string& text, bool is_told = false) {
        const std::vector<Hit> hits = find(text, known_);
        const std::string after = apply(text, hits);
        if (is_told && !text.empty()) changes_.push_back({.before = text, .after = after, .hits = hits});
        text = after;
    }

    // A name may begin in one piece of text and end in the next: pieces are read as one and cut again.
    void paragraph(document::Paragraph& paragraph) {
        const std::string text = paragraph.text();
        const std::vector<Hit> hits = find(text, known_);
        changes_.push_back({.before = text, .after = apply(text, hits), .hits = hits});
        std::size_t begin = 0;
        for (document::Run& run : paragraph.runs) {
            const std::size_t end = begin + run.text.size();
            run.text = cut(text, hits, begin, end);
            begin = end;
        }
    }

    void block(document::Block& block) {
        if (auto* text = std::get_if<document::Paragraph>(&block)) paragraph(*text);
        if (auto* table = std::get_if<document::Table>(&block)) {
            rows(table->head);
            rows(table->rows);
        }
        if (auto* signers = std::get_if<document::Signatures>(&block))
            for (document::SignatureLine& line : signers->lines) {
                words(line.label);
                words(line.name);
            }
        if (auto* seal = std::get_if<document::Seal>(&block)) words(seal->agency);
    }

  private:
    void rows(std::vector<document::Row>& rows) {
        for (document::Row& row : rows)
            for (document::Cell& cell : row.cells)
                for (document::Paragraph& one : cell.paragraphs) paragraph(one);
    }

    // The part [begin, end) of the redacted text: what stands instead goes to the piece in which a hit
    // begins.
    static std::string cut(std::string_view text, const std::vector<Hit>& hits, std::size_t begin,
                           std::size_t end) {
        std::string made;
        std::size_t at = begin;
        for (const Hit& hit : hits) {
            if (hit.end <= begin || hit.begin >= end) continue;
            if (hit.begin >= begin) {
                made += text.substr(at, hit.begin - at);
                made += hit.instead;
            }
            at = std::min(hit.end, end);
        }
        made += text.substr(at, end - at);
        return made;
    }

    const Known& known_;
    std::vector<Change>& changes_;
};

}  // namespace

document::Document redact(document::Document paper, const Known& known, std::vector<Change>& changes) {
    Paper reader(known, changes);
    reader.words(paper.title);
    for (document::Block& block : paper.blocks) reader.block(block);
    reader.words(paper.foot, true);
    for (std::string& line : paper.page_sign) reader.words(line);
    return paper;
}

}  // namespace redact
