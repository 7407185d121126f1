#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <pugixml.hpp>

#include "text_files/limits.hpp"
#include "text_files/text_files.hpp"

namespace text_files {

namespace {

constexpr std::uint64_t part_bytes_max = 32U << 20U;
constexpr std::uint64_t unfolded_max = 256U << 20U;  // with pictures
constexpr std::uint64_t folding_max = 200;
constexpr zip_int64_t parts_max = 2000;
constexpr int depth_max = 100;

struct Discard {
    void operator()(zip* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip, Discard>;

std::unexpected<base::Error> bad_docx(std::string message) {
    return base::fail("bad_docx", std::move(message));
}
std::unexpected<base::Error> zip_bomb() {
    return base::fail("zip_bomb", "压缩文件展开后过大，不予读取");
}

base::Result<Archive> open(std::string_view bytes) {
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
    zip_t* opened = source ? zip_open_from_source(source, ZIP_RDONLY, &failure) : nullptr;
    zip_error_fini(&failure);
    if (!opened) {
        zip_source_free(source);
        return bad_docx("不是有效的 .docx 文件（无法打开压缩包）");
    }
    return Archive(opened);
}

bool leads_out(std::string_view name) {
    return name.starts_with('/') || name.find("..") != std::string_view::npos ||
           name.find('\\') != std::string_view::npos;
}

base::Result<void> check_parts(zip* archive) {
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count > parts_max) return zip_bomb();
    std::uint64_t unfolded = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t part;
        if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &part) != 0 || !part.name)
            return bad_docx(".docx 文件的目录有误");
        const std::string_view name = part.name;
        if (leads_out(name)) return base::fail("bad_name", ".docx 文件里的名称指向包外（..），不予读取");
        if (name.ends_with("vbaProject.bin") || name.ends_with("vbaData.xml"))
            return base::fail("macro", "文件含有宏，不予读取；请另存为不含宏的 .docx");
        unfolded += part.size;
        const bool too_far = part.size > (1U << 20U) && part.size / (part.comp_size + 1) > folding_max;
        if (part.size > part_bytes_max || unfolded > unfolded_max || too_far) return zip_bomb();
    }
    return {};
}

base::Result<std::string> part_of(zip* archive, const char* name) {
    zip_stat_t part;
    if (zip_stat(archive, name, 0, &part) != 0) return bad_docx(std::string(".docx 文件缺少 ") + name);
    zip_file_t* file = zip_fopen(archive, name, 0);
    if (!file) return base::fail("encrypted", ".docx 文件已加密或者无法读取");
    std::string bytes(part.size + 1, '\0');
    std::uint64_t read = 0;
    zip_int64_t got = 1;
    while (read < bytes.size() && got > 0) {
        got = zip_fread(file, bytes.data() + read, bytes.size() - read);
        if (got > 0) read += static_cast<std::uint64_t>(got);
    }
    zip_fclose(file);
    if (got < 0 || read != part.size) return bad_docx(".docx 文件已损坏，或者与目录记载的大小不符");
    bytes.resize(read);
    return bytes;
}

// A template on the writer's own disk, as word processors note it; one on a server looks like
// file:////server.
bool is_template_at_home(const pugi::xml_node& link) {
    const std::string_view target = link.attribute("Target").value();
    constexpr std::string_view disk = "file:///";
    return std::string_view(link.attribute("Type").value()).ends_with("/attachedTemplate") &&
           target.starts_with(disk) && target.size() > disk.size() + 1 && target[disk.size() + 1] == ':';
}

// What a document points to outside is never fetched. A link of a word is harmless; a template, picture or
// object from elsewhere means that what is read is not what would be seen.
base::Result<void> check_links_in(zip* archive, const char* part) {
    const std::string links = TRY(part_of(archive, part));
    pugi::xml_document xml;
    if (!xml.load_buffer(links.data(), links.size())) return bad_docx(".docx 文件的链接表有误");
    for (const pugi::xml_node link : xml.first_child().children()) {
        const std::string_view type = link.attribute("Type").value();
        const std::string_view mode = link.attribute("TargetMode").value();
        if (mode == "External" && !type.ends_with("/hyperlink") && !is_template_at_home(link))
            return base::fail("external_link",
                              "文件引用了外部的图片、模板或者对象，不予读取；请将其嵌入后再提交");
    }
    return {};
}

// Pictures hang on the document, a template on its settings, more on heads and feet: every list of links
// counts.
base::Result<void> check_links(zip* archive) {
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        if (name != nullptr && std::string_view(name).ends_with(".rels")) TRY(check_links_in(archive, name));
    }
    return {};
}

// A run that Word does not show.
bool is_hidden(pugi::xml_node run) {
    const pugi::xml_node vanish = run.child("w:rPr").child("w:vanish");
    const std::string_view value = vanish.attribute("w:val").value();
    return vanish && value != "0" && value != "false";
}

class Reader {
  public:
    void read(pugi::xml_node node, int depth) {
        if (depth > depth_max) {
            too_deep_ = true;
            return;
        }
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = child.name();
            if (name == "w:p") {
                paragraphs_.push_back(words(child, depth + 1));
            } else if (name == "w:tbl") {
                read_table(child, depth + 1);
            } else {
                read(child, depth + 1);
            }
            if (paragraphs_.size() > paragraphs_max) return;
        }
    }

    base::Result<std::vector<std::string>> take() {
        if (too_deep_) return bad_docx(".docx 文件的嵌套过深");
        return std::move(paragraphs_);
    }

  private:
    std::string words(pugi::xml_node node, int depth) {
        std::string text;
        if (depth > depth_max) {
            too_deep_ = true;
            return text;
        }
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = child.name();
            if (name == "w:t")
                text += child.text().get();
            else if (name == "w:tab" || name == "w:br")
                text += " ";
            else if (name == "w:moveFrom" || (name == "w:r" && is_hidden(child)))
                continue;
            else if (name != "w:pPr" && name != "w:rPr" && name != "mc:Fallback")
                text += words(child, depth + 1);
            if (text.size() > text_bytes_max) return text;
        }
        return text;
    }

    void read_table(pugi::xml_node table, int depth) {
        for (const pugi::xml_node row : table.children("w:tr")) {
            std::string line = "|";
            for (const pugi::xml_node cell : row.children("w:tc")) {
                std::string content;
                for (const pugi::xml_node part : cell.children()) {
                    const std::string one = words(part, depth + 1);
                    if (!one.empty()) content += (content.empty() ? "" : " / ") + one;
                }
                line += " " + content + " |";
            }
            paragraphs_.push_back(std::move(line));
            if (paragraphs_.size() > paragraphs_max) return;
        }
    }

    std::vector<std::string> paragraphs_;
    bool too_deep_ = false;
};

base::Result<void> parse(pugi::xml_document& xml, std::string_view part) {
    if (part.find("<!DOCTYPE") != std::string_view::npos)
        return bad_docx(".docx 文件带有文档类型定义，不予读取");
    const auto parsed = xml.load_buffer(
        part.data(), part.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
    if (!parsed) return bad_docx(".docx 文件的正文有误");
    return {};
}

// What stands beside the body of a page: headers, footers, notes.
std::vector<std::string> names_beside(zip* archive) {
    std::vector<std::string> names;
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* given = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        const std::string_view name = given ? given : "";
        for (const std::string_view start : {"word/header", "word/footer", "word/footnotes", "word/endnotes"})
            if (name.starts_with(start) && name.ends_with(".xml")) names.emplace_back(name);
    }
    return names;
}

// Their words; a line of page numbers says nothing.
base::Result<std::vector<std::string>> words_beside(zip* archive) {
    std::vector<std::string> all;
    for (const std::string& name : names_beside(archive)) {
        pugi::xml_document xml;
        const std::string part = TRY(part_of(archive, name.c_str()));
        TRY(parse(xml, part));
        Reader reader;
        reader.read(xml.first_child(), 0);
        const auto lines = TRY(reader.take());
        for (const std::string& line : lines) {
            const bool says_nothing =
                line.find_first_not_of(" 0123456789") == std::string::npos || line.contains("页");
            if (!says_nothing && all.size() < paragraphs_max) all.push_back(line);
        }
    }
    return all;
}

struct Left {
    int hidden = 0, changes = 0;
    void count(pugi::xml_node node, int depth) {
        if (depth > depth_max) return;
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = child.name();
            if (name == "w:r" && is_hidden(child)) ++hidden;
            if (name == "w:ins" || name == "w:del" || name == "w:moveFrom") ++changes;
            count(child, depth + 1);
        }
    }
};

int comments_in(zip* archive) {
    const auto part = part_of(archive, "word/comments.xml");
    pugi::xml_document xml;
    if (!part || !parse(xml, *part)) return 0;
    const auto all = xml.first_child().children("w:comment");
    return static_cast<int>(std::distance(all.begin(), all.end()));
}

}  // namespace

base::Result<std::vector<std::string>> paragraphs_of_docx(std::string_view document_xml) {
    pugi::xml_document xml;
    TRY(parse(xml, document_xml));
    const pugi::xml_node body = xml.child("w:document").child("w:body");
    if (!body) return bad_docx(".docx 文件没有正文");
    Reader reader;
    reader.read(body, 0);
    return reader.take();
}

base::Result<std::vector<std::string>> read_docx(std::string_view bytes) {
    const Archive archive = TRY(open(bytes));
    TRY(check_parts(archive.get()));
    TRY(check_links(archive.get()));
    auto paragraphs = TRY(words_beside(archive.get()));
    const std::string document = TRY(part_of(archive.get(), "word/document.xml"));
    std::ranges::move(TRY(paragraphs_of_docx(document)), std::back_inserter(paragraphs));
    return paragraphs;
}

std::vector<std::string> left_unread(std::string_view bytes) {
    const auto archive = open(bytes);
    if (!archive || !check_parts(archive->get())) return {};
    const auto part = part_of(archive->get(), "word/document.xml");
    pugi::xml_document xml;
    if (!part || !parse(xml, *part)) return {};
    Left left;
    left.count(xml, 0);
    std::vector<std::string> remarks;
    if (left.hidden > 0) remarks.push_back(fmt::format("文件有隐藏文字{}处，没有读", left.hidden));
    if (left.changes > 0)
        remarks.push_back(fmt::format("文件有修订{}处，按接受修订后的文字读", left.changes));
    if (const int comments = comments_in(archive->get()))
        remarks.push_back(fmt::format("文件有批注{}条，没有读", comments));
    return remarks;
}

}  // namespace text_files
