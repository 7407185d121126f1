#include "installation/pdf_binder.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "text_files/limited_program.hpp"

namespace installation {

namespace {

using text_files::ProgramResult;

constexpr const char* pdfinfo = "/usr/bin/pdfinfo";
constexpr const char* qpdf = "/usr/bin/qpdf";
constexpr std::size_t listing_max = 8 << 20;     // of sizes, page by page
constexpr std::uint64_t numbers_max = 64 << 20;  // what numbering may add to a file
constexpr int pages_max = 20'000;

base::Error error_of(const ProgramResult& result, std::string_view program) {
    if (!result.started) return {"internal_error", "不能处理 PDF：系统缺少程序 " + std::string(program)};
    // Killed for time or memory, or more than was let through: that says nothing of the file.
    constexpr int by_a_signal = 128;
    if (result.too_long || result.too_much || result.status >= by_a_signal || result.status < 0)
        return {"too_slow", "PDF 过于复杂，在限定的时间内没有读完"};
    if (result.complaint.find("assword") != std::string::npos ||
        result.complaint.find("ncrypted") != std::string::npos)
        return {"encrypted", "PDF 已加密，不能编页"};
    return {"bad_pdf", "PDF 已损坏或者过于复杂，不能编页"};
}

// Warnings (3) are of files that do not follow the norm in every place and were read all the same.
bool went_well(const ProgramResult& result) {
    return result.started && !result.too_long && !result.too_much &&
           (result.status == 0 || result.status == 3);
}

base::Result<std::string> listing(const std::filesystem::path& pdf, bool each_page) {
    std::vector<std::string> words{pdfinfo};
    if (each_page) words.insert(words.end(), {"-f", "1", "-l", std::to_string(pages_max)});
    words.push_back(pdf.string());
    ProgramResult result = text_files::run_limited(words, {}, listing_max);
    if (!went_well(result)) return base::fail(error_of(result, "pdfinfo"));
    return std::move(result.output);
}

// "Page    3 size:  595.28 x 841.89 pts (A4)" and behind it "Page    3 rot:   90".
base::Result<std::vector<pdf::SheetSize>> sheets_of(const std::filesystem::path& pdf) {
    std::istringstream lines(TRY(listing(pdf, true)));
    std::vector<pdf::SheetSize> sheets;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("Page ") || line.starts_with("Page size")) continue;
        const char* told = line.c_str() + std::min(line.find(':') + 1, line.size());
        if (line.find(" size:") != std::string::npos) {
            char* end = nullptr;
            const double width = std::strtod(told, &end);
            const char* times =
                end ? std::char_traits<char>::find(end, std::string_view(end).size(), 'x') : nullptr;
            sheets.push_back({width, times ? std::strtod(times + 1, nullptr) : 0});
        } else if (line.find(" rot:") != std::string::npos && !sheets.empty()) {
            if (std::strtol(told, nullptr, 10) % 180 != 0)
                std::swap(sheets.back().width, sheets.back().height);
        }
    }
    for (const pdf::SheetSize& sheet : sheets)
        if (!(sheet.width >= 1 && sheet.height >= 1 && sheet.width < 20'000 && sheet.height < 20'000))
            return base::fail("bad_pdf", "PDF 的页面大小有误，不能编页");
    if (sheets.empty()) return base::fail("bad_pdf", "PDF 没有页面，不能编页");
    return sheets;
}

// A file that is gone when it was used.
class Scratch {
  public:
    explicit Scratch(std::filesystem::path path) : path_(std::move(path)) {}
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace

base::Result<int> PdfBinder::pages(const std::filesystem::path& pdf) {
    std::istringstream lines(TRY(listing(pdf, false)));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("Pages:")) continue;
        const long pages = std::strtol(line.c_str() + 6, nullptr, 10);
        if (pages < 1 || pages > pages_max) break;
        return static_cast<int>(pages);
    }
    return base::fail("bad_pdf", "PDF 没有页面或者页数过多，不能编页");
}

base::Result<std::string> PdfBinder::joined(const std::vector<std::filesystem::path>& pdfs) {
    // A case has more papers than the program may hold open at once.
    std::vector<std::string> words{qpdf,      "--decrypt", "--deterministic-id", "--keep-files-open=n",
                                   "--empty", "--pages"};
    for (const auto& pdf : pdfs) words.push_back(pdf.string());
    words.insert(words.end(), {"--", "-"});
    ProgramResult result = text_files::run_limited(words, {}, joined_max_);
    if (result.too_much || result.too_long) return base::fail("too_large", "文书过多，请分批打印");
    if (!went_well(result)) return base::fail(error_of(result, "qpdf"));
    return std::move(result.output);
}

base::Result<void> PdfBinder::numbered(const std::filesystem::path& pdf, int first,
                                       const std::filesystem::path& to) {
    const auto sheets = TRY(sheets_of(pdf));
    const std::string numbers = TRY(renderer_.number_sheets(sheets, first));
    const Scratch over(to.string() + ".numbers");
    std::ofstream(over.path(), std::ios::binary) << numbers;
    std::error_code error;
    const auto size = std::filesystem::file_size(pdf, error);
    if (error) return base::fail("storage_error", "不能读取 " + pdf.string());
    // What only its owner's passphrase locks against changes is open to every reader; the copy is bound open.
    const ProgramResult result = text_files::run_limited_to(
        {qpdf, "--decrypt", "--deterministic-id", pdf.string(), "--overlay", over.path().string(), "--", "-"},
        to, 2 * size + numbers_max);
    if (!went_well(result)) return base::fail(error_of(result, "qpdf"));
    return {};
}

}  // namespace installation
