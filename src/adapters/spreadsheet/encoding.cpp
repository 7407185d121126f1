#include "spreadsheet/encoding.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace spreadsheet {

namespace {

constexpr std::string_view proof = "违法行为";

std::size_t line_of(std::string_view bytes, std::size_t place) {
    return 1 + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, place), '\n'));
}

// Where the text stops being UTF-8: the lines before it are.
std::size_t first_bad_line(std::string_view bytes) {
    std::size_t line = 1;
    while (true) {
        const auto end = bytes.find('\n');
        if (!base::is_valid_utf8(bytes.substr(0, end))) return line;
        if (end == std::string_view::npos) return line;
        bytes.remove_prefix(end + 1);
        ++line;
    }
}

struct Converted {
    std::string text;
    std::optional<std::size_t> broken_at;
};

Converted from_gb18030(std::string_view bytes) {
    Converted result;
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        result.broken_at = 0;
        return result;
    }
    std::string in(bytes);
    result.text.resize(bytes.size() * 3 + 16);
    char *from = in.data(), *to = result.text.data();
    std::size_t from_left = in.size(), to_left = result.text.size();
    if (iconv(converter, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1))
        result.broken_at = in.size() - from_left;
    iconv_close(converter);
    result.text.resize(result.text.size() - to_left);
    return result;
}

}  // namespace

base::Result<std::string> text_of_csv(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos)
        return base::fail("bad_encoding",
                          fmt::format("第{}行有不能出现在文本里的字节，不是 csv 文件", line_of(bytes, nul)));
    if (base::is_valid_utf8(bytes)) return std::string(bytes);
    if (bytes.find(proof) != std::string_view::npos)
        return base::fail("bad_encoding", fmt::format("第{}行不是有效的 UTF-8", first_bad_line(bytes)));
    Converted converted = from_gb18030(bytes);
    if (converted.broken_at)
        return base::fail("bad_encoding",
                          fmt::format("第{}行既不是有效的 UTF-8，也不是有效的 GBK（GB 18030）",
                                      line_of(bytes, *converted.broken_at)));
    if (converted.text.find(proof) == std::string::npos)
        return base::fail("bad_encoding",
                          "不能确定文件的编码：按 GBK 读取没有找到“违法行为”等标题，请另存为 UTF-8");
    return std::move(converted.text);
}

}  // namespace spreadsheet
