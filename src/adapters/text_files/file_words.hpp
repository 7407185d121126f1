#pragma once
#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include "naming/rules.hpp"
#include "ports/file_words.hpp"

namespace text_files {

// Where the programs stand that read pictures and draw pages; a test names one that is not there.
struct ReadingPrograms {
    std::string tesseract = "/usr/bin/tesseract";
    std::string pdftoppm = "/usr/bin/pdftoppm";
    const std::atomic<bool>* stopped = nullptr;
};

// Errors: those of text_files::read, `picture_too_large`, `bad_picture`, `picture_kind`, `no_reader`,
// `too_long`.
base::Result<std::vector<std::string>> read_picture(std::string_view bytes, std::uint64_t pixels_max,
                                                    const ReadingPrograms& programs = {});
// A scan: the first ten pages of a PDF that has no words of its own, a `page_break` between two. What the
// first page gives stays when a later one cannot be read.
base::Result<std::vector<std::string>> read_scan(std::string_view pdf, std::uint64_t pixels_max,
                                                 const ReadingPrograms& programs = {});

class FileWords final : public ports::FileWords {
  public:
    explicit FileWords(const naming::Rules& rules, ReadingPrograms programs = {})
        : rules_(rules), programs_(std::move(programs)) {
        programs_.stopped = &stopped_;
    }
    FileWords(const FileWords&) = delete;
    FileWords& operator=(const FileWords&) = delete;
    // The server ends: what is being read is left, `stopped`.
    void stop() { stopped_ = true; }

    base::Result<std::vector<std::string>> read(std::string_view media_type,
                                                std::string_view bytes) const override;

  private:
    const naming::Rules& rules_;
    ReadingPrograms programs_;
    std::atomic<bool> stopped_ = false;
};

}  // namespace text_files
