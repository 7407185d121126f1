#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "picture/dimensions.hpp"
#include "text_files/file_words.hpp"
#include "text_files/limited_program.hpp"
#include "text_files/limits.hpp"

namespace text_files {

namespace {

ProgramLimits picture_limits(const ReadingPrograms& programs) {
    return {.memory = 1536U << 20U,
            .cpu_seconds = 120,
            .wall = std::chrono::seconds(240),
            .gives_way = true,
            .stopped = programs.stopped};
}

bool is_stopped(const ReadingPrograms& programs) {
    return programs.stopped != nullptr && programs.stopped->load();
}

constexpr std::size_t page_bytes_max = 64U << 20U;
constexpr int scanned_pages_max = 10;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
        if (const auto line = text.substr(begin, end - begin); !base::is_blank(line))
            lines.emplace_back(line);
        begin = end + 1;
    }
    return lines;
}

}  // namespace

base::Result<std::vector<std::string>> read_picture(std::string_view bytes, std::uint64_t pixels_max,
                                                    const ReadingPrograms& programs) {
    const auto size = picture::dimensions(bytes);
    if (!size) return base::fail("bad_picture", "图片已损坏或者格式不能识别，请人工命名");
    if (size->width > pixels_max || size->height > pixels_max || size->pixels() > pixels_max)
        return base::fail("picture_too_large",
                          fmt::format("图片有{}×{}像素，超过可以识别的{}万像素，请人工命名", size->width,
                                      size->height, pixels_max / 10'000));
    const ProgramResult result = run_limited(
        {programs.tesseract, "stdin", "stdout", "-l", "chi_sim", "-c", "preserve_interword_spaces=1"}, bytes,
        text_bytes_max, picture_limits(programs));
    if (is_stopped(programs)) return base::fail("stopped", "服务正在停止");
    if (!result.started)
        return base::fail("no_reader", "本服务器没有安装文字识别程序（tesseract-ocr），请人工命名");
    if (result.too_long || result.status >= 128)
        return base::fail("too_long", "图片过于复杂，识别超时或者超出内存限额，请人工命名");
    if (result.status != 0 && result.complaint.contains("traineddata"))
        return base::fail("no_reader", "本服务器没有安装中文识别数据（tesseract-ocr-chi-sim），请人工命名");
    if (result.status != 0 || result.too_much || !base::is_valid_utf8(result.output))
        return base::fail("bad_picture", "图片已损坏，不能识别，请人工命名");
    return lines_of(result.output);
}

base::Result<std::vector<std::string>> read_scan(std::string_view pdf, std::uint64_t pixels_max,
                                                 const ReadingPrograms& programs) {
    std::vector<std::string> lines;
    for (int page = 1; page <= scanned_pages_max; ++page) {
        const std::string number = std::to_string(page);
        // A page is drawn to that many dots however large it says it is.
        const ProgramResult drawn = run_limited({programs.pdftoppm, "-q", "-png", "-gray", "-f", number, "-l",
                                                 number, "-scale-to", "2600", "-singlefile", "-"},
                                                pdf, page_bytes_max, picture_limits(programs));
        if (is_stopped(programs)) return base::fail("stopped", "服务正在停止");
        if (!drawn.started) return base::fail("no_reader", "本服务器没有安装 poppler-utils，请人工命名");
        const bool is_drawn =
            drawn.status == 0 && !drawn.too_long && !drawn.too_much && !drawn.output.empty();
        if (!is_drawn && page == 1) return base::fail("bad_pdf", "PDF 的页面不能显示，请人工命名");
        if (!is_drawn) break;
        auto read = read_picture(drawn.output, pixels_max, programs);
        if (!read && (page == 1 || read.error().code == "stopped")) return base::fail(read.error());
        if (!read) break;
        if (!lines.empty() && !read->empty()) lines.emplace_back(ports::page_break);
        std::ranges::move(*read, std::back_inserter(lines));
    }
    return lines;
}

}  // namespace text_files
