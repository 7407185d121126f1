#pragma once
#include "ports/paper_reader.hpp"
#include "text_files/text_files.hpp"

namespace text_files {

class PaperReader final : public ports::PaperReader {
  public:
    base::Result<std::vector<std::string>> read(std::string_view name,
                                                std::string_view bytes) const override {
        return text_files::read(name, bytes);
    }
};

}  // namespace text_files
