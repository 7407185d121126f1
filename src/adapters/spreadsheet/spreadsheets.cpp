#include "spreadsheet/spreadsheets.hpp"

#include "spreadsheet/csv.hpp"
#include "spreadsheet/limits.hpp"
#include "spreadsheet/xlsx.hpp"

namespace spreadsheet {

namespace {

std::string lower(std::string_view name) {
    std::string text(name);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace

// The bytes decide: a workbook called .csv is not read as text, nor text called .xlsx as a workbook.
base::Result<benchmark::Sheet> Spreadsheets::read(std::string_view name, std::string_view bytes) const {
    const std::string plain = lower(name);
    if (bytes.empty()) return base::fail("file_empty", "文件是空的");
    if (bytes.size() > file_bytes_max) return base::fail("file_too_large", "文件超过4 MiB");
    if (plain.ends_with(".xlsm") || plain.ends_with(".xltm"))
        return base::fail("macro", "带宏的文件（.xlsm）不予读取；请另存为 .xlsx");
    if (plain.ends_with(".xls"))
        return base::fail("bad_spreadsheet", "旧格式 .xls 不能读取；请另存为 .xlsx 或者 .csv");
    const bool is_workbook = bytes.starts_with("PK\x03\x04");
    if (plain.ends_with(".xlsx") && is_workbook) return read_xlsx(bytes);
    if (plain.ends_with(".csv") && !is_workbook) return read_csv(bytes);
    if (plain.ends_with(".xlsx") || plain.ends_with(".csv"))
        return base::fail("name_is_not_content", "文件的内容与扩展名不符");
    return base::fail("bad_spreadsheet", "只能导入 .xlsx 或者 .csv 文件");
}

base::Result<std::string> Spreadsheets::write_xlsx(const Rows& rows) const {
    return spreadsheet::write_xlsx(rows);
}

std::string Spreadsheets::write_csv(const Rows& rows) const {
    return spreadsheet::write_csv(rows);
}

}  // namespace spreadsheet
