#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <pugixml.hpp>

#include "base/text.hpp"
#include "spreadsheet/archive.hpp"
#include "spreadsheet/limits.hpp"
#include "spreadsheet/xlsx.hpp"

namespace spreadsheet {

namespace {

using base::Result;
using benchmark::Cell;
using benchmark::Sheet;

std::unexpected<base::Error> bad_spreadsheet(std::string message) {
    return base::fail("bad_spreadsheet", std::move(message));
}

// The name of an element without its prefix: some programs write x:row for row.
std::string_view local(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& one : node.children())
        if (local(one) == name) return one;
    return {};
}

// pugixml expands no entities of a document type, so none can grow.
Result<void> parse(const std::string& bytes, std::string_view name, pugi::xml_document& document) {
    const auto parsed = document.load_buffer(
        bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_auto);
    if (!parsed) return bad_spreadsheet(fmt::format("xlsx 文件的 {} 不是有效的 XML", name));
    return {};
}

// The text of <si> or <is>: its <t> and those of its runs, not of phonetic hints.
std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& part : node.children()) {
        if (local(part) == "t") text += part.text().get();
        if (local(part) == "r") text += child(part, "t").text().get();
    }
    return text;
}

// "B12" → column 1, row 11, both counted from 0.
struct Place {
    int column = 0, row = 0;
};

std::optional<Place> place_of(std::string_view reference) {
    Place place{.column = 0, .row = -1};
    std::size_t at = 0;
    while (at < reference.size() && at < 3 && reference[at] >= 'A' && reference[at] <= 'Z')
        place.column = place.column * 26 + (reference[at++] - 'A' + 1);
    int row = 0;
    const auto read = std::from_chars(reference.data() + at, reference.data() + reference.size(), row);
    if (at == 0 || read.ec != std::errc() || read.ptr != reference.data() + reference.size() || row < 1)
        return {};
    return Place{place.column - 1, row - 1};
}

class XlsxReader {
  public:
    explicit XlsxReader(Archive& archive) : archive_(archive) {}
    Result<Sheet> read();

  private:
    Result<std::string> first_sheet();
    Result<void> read_strings();
    Result<void> read_row(const pugi::xml_node& row, int number);
    Result<Cell> read_cell(const pugi::xml_node& cell);
    Result<void> read_merges(const pugi::xml_node& sheet);

    Archive& archive_;
    std::vector<std::string> strings_;
    Sheet sheet_;
};

// xl/workbook.xml names the sheets, its relations say where they lie.
Result<std::string> XlsxReader::first_sheet() {
    pugi::xml_document workbook, relations;
    const std::string book = TRY(archive_.read("xl/workbook.xml"));
    TRY(parse(book, "xl/workbook.xml", workbook));
    const std::string links = TRY(archive_.read("xl/_rels/workbook.xml.rels"));
    TRY(parse(links, "xl/_rels/workbook.xml.rels", relations));
    for (const pugi::xml_node& sheet : child(workbook.document_element(), "sheets").children()) {
        const std::string_view state = sheet.attribute("state").value();
        if (state == "hidden" || state == "veryHidden") continue;
        std::string_view id;
        for (const pugi::xml_attribute& attribute : sheet.attributes())
            if (std::string_view(attribute.name()).ends_with(":id")) id = attribute.value();
        for (const pugi::xml_node& link : relations.document_element().children()) {
            if (link.attribute("Id").value() != id) continue;
            const std::string target = link.attribute("Target").value();
            return target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
    }
    return bad_spreadsheet("xlsx 文件里没有可见的工作表");
}

Result<void> XlsxReader::read_strings() {
    if (!archive_.has("xl/sharedStrings.xml")) return {};
    pugi::xml_document document;
    const std::string bytes = TRY(archive_.read("xl/sharedStrings.xml"));
    TRY(parse(bytes, "xl/sharedStrings.xml", document));
    for (const pugi::xml_node& item : document.document_element().children())
        if (local(item) == "si") strings_.push_back(text_of(item));
    return {};
}

Result<Cell> XlsxReader::read_cell(const pugi::xml_node& cell) {
    const std::string_view type = cell.attribute("t").value();
    const std::string value = child(cell, "v").text().get();
    Cell read{.text = value};
    if (type == "s") {
        std::size_t place = 0;
        const auto number = std::from_chars(value.data(), value.data() + value.size(), place);
        if (number.ec != std::errc() || place >= strings_.size())
            return bad_spreadsheet(fmt::format("单元格{}引用的文字不存在", cell.attribute("r").value()));
        read.text = strings_[place];
    } else if (type == "inlineStr") {
        read.text = text_of(child(cell, "is"));
    } else if (type == "e") {
        read.kind = Cell::Kind::fault;
    } else if (type.empty() || type == "n") {
        read.kind = Cell::Kind::number;
    }
    if (child(cell, "f")) read.kind = Cell::Kind::formula;
    if (!base::is_valid_utf8(read.text))
        return bad_spreadsheet(fmt::format("单元格{}不是有效的 UTF-8", cell.attribute("r").value()));
    return read;
}

Result<void> XlsxReader::read_row(const pugi::xml_node& row, int number) {
    std::vector<Cell> cells;
    for (const pugi::xml_node& node : row.children()) {
        if (local(node) != "c") continue;
        std::size_t column = cells.size();
        if (node.attribute("r")) {
            const auto place = place_of(node.attribute("r").value());
            if (!place || place->row != number)
                return bad_spreadsheet(
                    fmt::format("第{}行的单元格位置“{}”有误", number + 1, node.attribute("r").value()));
            column = static_cast<std::size_t>(place->column);
        }
        Cell cell = TRY(read_cell(node));
        const bool is_empty = cell.text.empty() && cell.kind != Cell::Kind::formula;
        if (is_empty) continue;
        if (column >= columns_max)
            return base::fail("too_many_columns", fmt::format("第{}行超过{}列", number + 1, columns_max));
        if (column < cells.size()) return bad_spreadsheet(fmt::format("第{}行的单元格次序有误", number + 1));
        cells.resize(column);
        cells.push_back(std::move(cell));
    }
    if (cells.empty()) return {};
    if (static_cast<std::size_t>(number) >= rows_max)
        return base::fail("too_many_rows", fmt::format("超过{}行", rows_max));
    sheet_.rows.resize(static_cast<std::size_t>(number));
    sheet_.rows.push_back(std::move(cells));
    return {};
}

Result<void> XlsxReader::read_merges(const pugi::xml_node& sheet) {
    for (const pugi::xml_node& node : child(sheet, "mergeCells").children()) {
        const std::string_view reference = node.attribute("ref").value();
        const auto colon = reference.find(':');
        if (colon == std::string_view::npos) continue;
        const auto first = place_of(reference.substr(0, colon)), last = place_of(reference.substr(colon + 1));
        if (!first || !last)
            return bad_spreadsheet(fmt::format("合并单元格“{}”有误", reference.substr(0, 40)));
        sheet_.merges.push_back({first->row, last->row, first->column, last->column});
        if (sheet_.merges.size() > merges_max) return bad_spreadsheet("合并单元格过多");
    }
    return {};
}

Result<Sheet> XlsxReader::read() {
    const std::string part = TRY(first_sheet());
    TRY(read_strings());
    pugi::xml_document document;
    const std::string bytes = TRY(archive_.read(part));
    TRY(parse(bytes, part, document));
    const pugi::xml_node sheet = document.document_element();
    int next = 0;
    for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
        if (local(row) != "row") continue;
        const int number = row.attribute("r") ? row.attribute("r").as_int() - 1 : next;
        if (number < next) return bad_spreadsheet("行的次序有误");
        TRY(read_row(row, number));
        next = number + 1;
    }
    TRY(read_merges(sheet));
    return std::move(sheet_);
}

}  // namespace

Result<Sheet> read_xlsx(std::string_view bytes) {
    Archive archive = TRY(Archive::open(bytes));
    const bool has_macro = std::ranges::any_of(archive.names(), [](const std::string& name) {
        return name.ends_with("vbaProject.bin") || name.find("macrosheets/") != std::string::npos;
    });
    if (has_macro) return base::fail("macro", "文件含有宏，不予读取；请另存为不带宏的 .xlsx");
    if (archive.has("EncryptionInfo")) return bad_spreadsheet("文件已加密，请先去掉密码");
    return XlsxReader(archive).read();
}

}  // namespace spreadsheet
