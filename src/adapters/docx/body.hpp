#pragma once
#include <pugixml.hpp>

#include "document/document.hpp"
#include "document/layout.hpp"

namespace docx {

// Writes the blocks of a document as WordprocessingML below <w:body>.
class Body {
  public:
    Body(pugi::xml_node body, const document::Document& document);
    void write();
    // The lines below the text area of every page: who signs it, and page x of y.
    void write_footer(pugi::xml_node footer) const;

  private:
    struct Look {
        document::Measure measure;
        bool heavy = false;  // 黑体
        bool title = false;  // 宋体加粗
        document::Align align = document::Align::left;
        bool indented = false;
        bool keep_next = false;
    };
    pugi::xml_node paragraph(pugi::xml_node parent, const Look& look) const;
    static pugi::xml_node piece(pugi::xml_node paragraph, const std::string& text, const Look& look);
    static void run(pugi::xml_node paragraph, const std::string& text, const Look& look);
    static void tab(pugi::xml_node paragraph);
    void line(pugi::xml_node parent, const std::string& text, const Look& look) const;

    void heading() const;
    void block(std::size_t index) const;
    void text(const document::Paragraph& paragraph, bool keep_next) const;
    void table(const document::Table& table) const;
    void row(pugi::xml_node table, const document::Row& row, const std::vector<double>& widths,
             const document::Measure& measure, bool head) const;
    void signatures(const document::Signatures& signatures, bool keep_next) const;
    void seal(const document::Seal& seal) const;
    void foot() const;
    void section() const;
    bool stays_with_next(std::size_t index) const;

    pugi::xml_node body_;
    const document::Document& document_;
    document::Layout layout_;
};

}  // namespace docx
