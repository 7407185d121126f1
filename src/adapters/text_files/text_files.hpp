#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace text_files {

// The paragraphs of a document somebody else wrote: .txt (UTF-8 or GB 18030), .docx, .pdf with text. Nothing
// in it is executed and nothing it points to is fetched. A row of a table is one paragraph: "| a | b |".
// Errors: `bad_name`, `bad_kind`, `file_empty`, `file_too_large`, `bad_encoding`, `bad_docx`, `zip_bomb`,
// `macro`, `external_link`, `bad_pdf`, `encrypted`, `no_text`, `too_long`.
base::Result<std::vector<std::string>> read(std::string_view name, std::string_view bytes);

// One kind each, for those who know what they have.
base::Result<std::vector<std::string>> read_plain(std::string_view bytes);
base::Result<std::vector<std::string>> read_docx(std::string_view bytes);
// What read_docx leaves out, in words: hidden text, tracked changes, comments.
std::vector<std::string> left_unread(std::string_view docx_bytes);
base::Result<std::vector<std::string>> read_pdf(std::string_view bytes);

// The words of word/document.xml.
base::Result<std::vector<std::string>> paragraphs_of_docx(std::string_view document_xml);

}  // namespace text_files
