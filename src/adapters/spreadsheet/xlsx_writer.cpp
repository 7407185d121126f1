#include <pugixml.hpp>
#include <sstream>

#include "spreadsheet/archive.hpp"
#include "spreadsheet/xlsx.hpp"

namespace spreadsheet {

namespace {

constexpr const char* main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* types_part =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>)";
constexpr const char* package_part =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr const char* workbook_part =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="裁量基准" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr const char* links_part =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";
constexpr const char* styles_part =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf></cellXfs></styleSheet>)";

std::string reference(std::size_t row, std::size_t column) {
    return std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
}

void add_rows(pugi::xml_node data, const std::vector<std::vector<std::string>>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        pugi::xml_node row = data.append_child("row");
        row.append_attribute("r") = std::to_string(i + 1).c_str();
        for (std::size_t column = 0; column < rows[i].size(); ++column) {
            pugi::xml_node cell = row.append_child("c");
            cell.append_attribute("r") = reference(i, column).c_str();
            cell.append_attribute("s") = i == 0 ? 1 : 0;
            cell.append_attribute("t") = "inlineStr";
            pugi::xml_node text = cell.append_child("is").append_child("t");
            text.append_attribute("xml:space") = "preserve";
            text.text() = rows[i][column].c_str();
        }
    }
}

std::string sheet_part(const std::vector<std::vector<std::string>>& rows) {
    pugi::xml_document document;
    pugi::xml_node sheet = document.append_child("worksheet");
    sheet.append_attribute("xmlns") = main_space;
    pugi::xml_node view = sheet.append_child("sheetViews").append_child("sheetView");
    view.append_attribute("workbookViewId") = 0;
    pugi::xml_node pane = view.append_child("pane");
    pane.append_attribute("ySplit") = 1;
    pane.append_attribute("topLeftCell") = "A2";
    pane.append_attribute("state") = "frozen";
    pugi::xml_node columns = sheet.append_child("cols");
    constexpr int widths[] = {30, 30, 12, 40, 44, 24};
    for (std::size_t i = 0; i < std::size(widths); ++i) {
        pugi::xml_node column = columns.append_child("col");
        column.append_attribute("min") = static_cast<int>(i) + 1;
        column.append_attribute("max") = static_cast<int>(i) + 1;
        column.append_attribute("width") = widths[i];
        column.append_attribute("customWidth") = 1;
    }
    add_rows(sheet.append_child("sheetData"), rows);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

}  // namespace

base::Result<std::string> write_xlsx(const std::vector<std::vector<std::string>>& rows) {
    return archive_of({
        {"[Content_Types].xml",        types_part      },
        {"_rels/.rels",                package_part    },
        {"xl/workbook.xml",            workbook_part   },
        {"xl/_rels/workbook.xml.rels", links_part      },
        {"xl/styles.xml",              styles_part     },
        {"xl/worksheets/sheet1.xml",   sheet_part(rows)}
    });
}

}  // namespace spreadsheet
