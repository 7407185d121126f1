#include <algorithm>

#include "base/text.hpp"
#include "text_files/limited_program.hpp"
#include "text_files/limits.hpp"
#include "text_files/text_files.hpp"

namespace text_files {

namespace {

constexpr const char* pdftotext = "/usr/bin/pdftotext";

bool ends_paragraph(std::string_view line) {
    for (const std::string_view mark : {"。", "；", "：", "！", "？", "”", "）", "|"})
        if (line.ends_with(mark)) return true;
    return false;
}

}  // namespace

std::vector<std::string> joined_lines(std::string_view text) {
    std::vector<std::string> lines;
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        longest = std::max(longest, lines.back().size());
        begin = end + 1;
    }
    std::vector<std::string> paragraphs;
    bool runs_on = false;
    for (std::string& line : lines) {
        const bool is_full = line.size() * 20 >= longest * 17 && line.size() > 60;
        const bool joins = runs_on && !line.empty() && !line.starts_with("　");
        const bool next = is_full && !ends_paragraph(line);
        if (joins)
            paragraphs.back() += line;
        else
            paragraphs.push_back(std::move(line));
        runs_on = next;
    }
    return paragraphs;
}

base::Result<std::vector<std::string>> read_pdf(std::string_view bytes) {
    constexpr std::size_t head = 1024;
    if (bytes.substr(0, head).find("%PDF-") == std::string_view::npos)
        return base::fail("bad_pdf", "不是有效的 PDF 文件");
    const ProgramResult result =
        run_limited({pdftotext, "-q", "-enc", "UTF-8", "-l", "1000", "-", "-"}, bytes, text_bytes_max);
    if (!result.started) return base::fail("bad_pdf", "不能读取 PDF：系统缺少 poppler-utils（pdftotext）");
    if (result.too_much) return base::fail("too_long", "PDF 的文字过多，不予读取");
    if (result.too_long) return base::fail("bad_pdf", "PDF 过于复杂，读取超时");
    if (result.status != 0) {
        const bool locked = result.complaint.find("assword") != std::string::npos ||
                            bytes.find("/Encrypt") != std::string_view::npos;
        if (locked) return base::fail("encrypted", "PDF 已加密，不能读取；请解除密码后再提交");
        return base::fail("bad_pdf", "PDF 已损坏，不能读取");
    }
    if (!base::is_valid_utf8(result.output)) return base::fail("bad_pdf", "PDF 的文字编码有误，不能读取");
    return joined_lines(result.output);
}

}  // namespace text_files
