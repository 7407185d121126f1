#include "http/documents/words.hpp"

#include <string>
#include <string_view>

namespace desk {

std::string_view typed_field(std::string_view fact) {
    constexpr std::string_view of_the_act = "act.";
    if (!fact.starts_with(of_the_act)) return {};
    fact.remove_prefix(of_the_act.size());
    const bool typed =
        fact.starts_with("data.") || fact.starts_with("paper.") || fact == "at" || fact == "by";
    return typed ? fact : std::string_view();
}

namespace {

using base::List;
using base::Object;
using base::Value;

Value run_value(std::string_view text, std::string_view fact) {
    Object value{
        {"text", text}
    };
    if (const auto field = typed_field(fact); !field.empty()) value.set("field", field);
    return value;
}

Value line_value(std::string_view kind, List runs) {
    return Object{
        {"kind", kind           },
        {"runs", std::move(runs)}
    };
}

List runs_of(const document::Paragraph& paragraph) {
    List runs;
    for (const document::Run& run : paragraph.runs) runs.push_back(run_value(run.text, run.field));
    return runs;
}

struct Writer {
    List& lines;

    void operator()(const document::Paragraph& paragraph) const {
        const bool heading =
            paragraph.face == document::Face::heading || paragraph.face == document::Face::subheading;
        const bool plain = !paragraph.indented || paragraph.align != document::Align::left;
        lines.push_back(line_value(heading ? "heading" : plain ? "plain" : "body", runs_of(paragraph)));
    }
    void operator()(const document::Table& table) const {
        for (const auto* rows : {&table.head, &table.rows})
            for (const document::Row& row : *rows) lines.push_back(line_value("row", cells_of(row)));
    }
    void operator()(const document::Signatures& signatures) const {
        for (const document::SignatureLine& line : signatures.lines)
            lines.push_back(
                line_value("plain", {run_value(line.label + "：", {}),
                                     run_value(line.name.empty() ? "＿＿＿＿" : line.name, line.field)}));
    }
    void operator()(const document::Seal& seal) const {
        lines.push_back(line_value("plain", {run_value(seal.agency + "（印章）　" + seal.date, {})}));
    }
    void operator()(const document::Space&) const {}
    void operator()(const document::PageBreak&) const {}

  private:
    static List cells_of(const document::Row& row) {
        List runs;
        for (const document::Cell& cell : row.cells) {
            if (!runs.empty()) runs.push_back(run_value(" ｜ ", {}));
            for (const document::Paragraph& paragraph : cell.paragraphs)
                for (Value& run : runs_of(paragraph)) runs.push_back(std::move(run));
        }
        return runs;
    }
};

}  // namespace

Value words_value(const document::Document& document) {
    List lines;
    const auto add = [&](std::string_view kind, std::string_view text) {
        if (!text.empty()) lines.push_back(line_value(kind, {run_value(text, {})}));
    };
    add("title", document.agency);
    add("title", document.title);
    add("plain", document.number);
    for (const document::Block& block : document.blocks) std::visit(Writer{lines}, block);
    add("plain", document.foot);
    return Object{
        {"lines", std::move(lines)}
    };
}

}  // namespace desk
