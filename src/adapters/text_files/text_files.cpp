#include "text_files/text_files.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "text_files/limits.hpp"

namespace text_files {

namespace {

using Paragraphs = std::vector<std::string>;

bool leads_out(std::string_view name) {
    return name.empty() || name.find("..") != std::string_view::npos ||
           name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos ||
           name.find('/') != std::string_view::npos;
}

bool ends_with(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    return std::ranges::equal(name.substr(name.size() - ending.size()), ending, [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
    });
}

// What is read must be words: valid, and of a size somebody can have written.
base::Result<Paragraphs> checked(Paragraphs paragraphs) {
    if (paragraphs.size() > paragraphs_max) return base::fail("too_long", "文件超过20000段，不予读取");
    std::size_t bytes = 0;
    for (const std::string& paragraph : paragraphs) {
        bytes += paragraph.size();
        if (!base::is_valid_utf8(paragraph))
            return base::fail("bad_encoding", "文件中有无效字符（残缺的编码），不能读取");
        if (base::character_count(paragraph) > paragraph_characters_max)
            return base::fail("too_long", "文件中有超过100000字的段落，不予读取");
    }
    if (bytes > text_bytes_max) return base::fail("too_long", "文件的文字超过8 MiB，不予读取");
    if (std::ranges::all_of(paragraphs,
                            [](const std::string& paragraph) { return base::is_blank(paragraph); }))
        return base::fail("no_text", "文件中没有文字；扫描件请作为证据上传到案件，由程序识别文字后校对");
    return paragraphs;
}

}  // namespace

base::Result<Paragraphs> read(std::string_view name, std::string_view bytes) {
    if (leads_out(name)) return base::fail("bad_name", "文件名含有路径或者“..”，不予读取");
    if (bytes.empty()) return base::fail("file_empty", "文件是空的");
    if (bytes.size() > file_bytes_max) return base::fail("file_too_large", "文件超过32 MiB，不予读取");
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return base::fail("encrypted", "文件已加密，或者是旧版 .doc 格式；请另存为未加密的 .docx");
    if (ends_with(name, ".txt") || ends_with(name, ".md")) return checked(TRY(read_plain(bytes)));
    if (ends_with(name, ".docx")) return checked(TRY(read_docx(bytes)));
    if (ends_with(name, ".docm")) return base::fail("macro", "文件含有宏（.docm），不予读取；请另存为 .docx");
    if (ends_with(name, ".pdf")) return checked(TRY(read_pdf(bytes)));
    return base::fail("bad_kind", "只能读取 .txt、.docx 和带文字的 .pdf 文件");
}

}  // namespace text_files
