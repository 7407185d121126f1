#include "base/text.hpp"
#include "text_files/limited_program.hpp"
#include "text_files/limits.hpp"
#include "text_files/pdf_page.hpp"
#include "text_files/text_files.hpp"

namespace text_files {

namespace {

constexpr const char* pdftotext = "/usr/bin/pdftotext";

// What is told of the places of words takes more room than the words.
constexpr std::size_t told_bytes_max = 12 * text_bytes_max;

}  // namespace

base::Result<std::vector<std::string>> read_pdf(std::string_view bytes) {
    constexpr std::size_t head = 1024;
    if (bytes.substr(0, head).find("%PDF-") == std::string_view::npos)
        return base::fail("bad_pdf", "不是有效的 PDF 文件");
    const ProgramResult result = run_limited(
        {pdftotext, "-q", "-enc", "UTF-8", "-bbox-layout", "-l", "1000", "-", "-"}, bytes, told_bytes_max);
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
    auto paragraphs = paragraphs_of(printed_pages(result.output));
    std::size_t size = 0;
    for (const std::string& paragraph : paragraphs) size += paragraph.size();
    if (size > text_bytes_max) return base::fail("too_long", "PDF 的文字过多，不予读取");
    return paragraphs;
}

}  // namespace text_files
