#include "spreadsheet/csv.hpp"

#include <fmt/format.h>

#include "spreadsheet/encoding.hpp"
#include "spreadsheet/limits.hpp"

namespace spreadsheet {

namespace {

using benchmark::Cell;

class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : text_(text) {}

    base::Result<benchmark::Sheet> read() {
        while (at_ < text_.size()) {
            TRY(read_row());
            if (sheet_.rows.size() > rows_max)
                return base::fail("too_many_rows", fmt::format("超过{}行", rows_max));
        }
        return std::move(sheet_);
    }

  private:
    base::Result<void> read_row() {
        std::vector<Cell> row;
        const std::size_t line = line_;
        while (true) {
            row.push_back(TRY(read_cell()));
            if (row.size() > columns_max)
                return base::fail("too_many_columns", fmt::format("第{}行超过{}列", line, columns_max));
            if (at_ < text_.size() && text_[at_] == ',') {
                ++at_;
                continue;
            }
            break;
        }
        end_line();
        // A quoted cell may span lines: what follows keeps the number it has in the file.
        sheet_.rows.resize(line - 1);
        sheet_.rows.push_back(std::move(row));
        return {};
    }

    void end_line() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    base::Result<Cell> read_cell() {
        const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
        Cell cell;
        cell.text = is_quoted ? TRY(read_quoted()) : read_plain();
        if (cell.text.starts_with('=')) cell.kind = Cell::Kind::formula;
        return cell;
    }

    std::string read_plain() {
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        std::string text(text_.substr(at_, end - at_));
        at_ = end;
        return text;
    }

    base::Result<std::string> read_quoted() {
        const std::size_t opened = line_;
        std::string text;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                text += text_[at_];
                continue;
            }
            const bool is_doubled = at_ + 1 < text_.size() && text_[at_ + 1] == '"';
            if (!is_doubled) return close_quote(std::move(text));
            text += '"';
            ++at_;
        }
        return base::fail("bad_quotes", fmt::format("第{}行的引号没有结束", opened));
    }

    base::Result<std::string> close_quote(std::string text) {
        ++at_;
        const bool ends =
            at_ == text_.size() || text_[at_] == ',' || text_[at_] == '\r' || text_[at_] == '\n';
        if (!ends) return base::fail("bad_quotes", fmt::format("第{}行的引号之后还有内容", line_));
        return text;
    }

    std::string_view text_;
    std::size_t at_ = 0, line_ = 1;
    benchmark::Sheet sheet_;
};

std::string quoted(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    return out + '"';
}

}  // namespace

base::Result<benchmark::Sheet> read_csv(std::string_view bytes) {
    const std::string text = TRY(text_of_csv(bytes));
    return CsvReader(text).read();
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
    std::string text = "\xef\xbb\xbf";
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + quoted(row[i]);
        text += "\r\n";
    }
    return text;
}

}  // namespace spreadsheet
