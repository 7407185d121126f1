#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace ports {

// Works on finished PDFs without setting anything anew: what is on their pages stays as it is. The files may
// be of a stranger. Errors: `bad_pdf`, `encrypted`.
class PdfBinder {
  public:
    virtual ~PdfBinder() = default;
    virtual base::Result<int> pages(const std::filesystem::path& pdf) = 0;
    // One behind the other, as one file.
    virtual base::Result<std::string> joined(const std::vector<std::filesystem::path>& pdfs) = 0;
    // A copy that bears running numbers in the upper corner of its pages, the first of them `first`; written
    // to `to` piece by piece.
    virtual base::Result<void> numbered(const std::filesystem::path& pdf, int first,
                                        const std::filesystem::path& to) = 0;
};

}  // namespace ports
