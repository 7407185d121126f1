#include "pdf/archival.hpp"

#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>

#include "pdf/colour_profile.hpp"

namespace pdf {

namespace {

constexpr std::string_view group_begin = "/Group <<";

std::optional<std::size_t> number_after(std::string_view text, std::string_view key) {
    const auto at = text.rfind(key);
    if (at == std::string_view::npos) return std::nullopt;
    std::size_t from = text.find_first_not_of(" \n\r", at + key.size());
    std::size_t value = 0;
    if (from == std::string_view::npos) return std::nullopt;
    const auto read = std::from_chars(text.data() + from, text.data() + text.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

// What stands between << and >> of an object.
std::string_view dictionary_of(std::string_view text, std::size_t object) {
    const std::string head = fmt::format("\n{} 0 obj\n<<", object);
    const auto at = text.rfind(head);
    if (at == std::string_view::npos) return {};
    const auto begin = at + head.size();
    const auto end = text.find("\nendobj", begin);
    const std::string_view whole = text.substr(begin, end - begin);
    return whole.substr(0, whole.rfind(">>"));
}

// The same paper gets the same identifier: two sums (FNV-1a) over its bytes.
std::string identifier(std::string_view bytes) {
    std::string out;
    for (std::uint64_t sum : {0xcbf29ce484222325ull, 0x84222325cbf29ce4ull}) {
        for (const char c : bytes) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
        out += fmt::format("{:016X}", sum);
    }
    return out;
}

class Update {
  public:
    Update(std::string bytes, std::size_t first_free) : bytes_(std::move(bytes)), next_(first_free) {}

    std::size_t add(const std::string& body) { return put(next_++, body); }
    std::size_t put(std::size_t object, const std::string& body) {
        offsets_[object] = bytes_.size();
        bytes_ += fmt::format("{} 0 obj\n{}\nendobj\n", object, body);
        return object;
    }

    std::string finished(std::size_t root, std::size_t info, std::size_t previous) && {
        const std::string id = identifier(bytes_);
        const std::size_t start = bytes_.size();
        bytes_ += "xref\n";
        for (const auto& [object, offset] : offsets_)
            bytes_ += fmt::format("{} 1\n{:010} 00000 n \n", object, offset);
        bytes_ += fmt::format(
            "trailer\n<< /Size {} /Root {} 0 R /Info {} 0 R /Prev {} /ID [<{}> <{}>] "
            ">>\nstartxref\n{}\n%%EOF\n",
            next_, root, info, previous, id, id, start);
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
    std::size_t next_;
    std::map<std::size_t, std::size_t> offsets_;
};

// Cairo hangs headings, paragraphs and tables on the root of the structure side by side. They get a document
// to stand in: it takes the number of the root, to which they point, and the root another.
std::string with_document(Update& update, std::string_view written, std::string catalogue) {
    constexpr std::string_view key = "/StructTreeRoot";
    const auto old_root = number_after(catalogue, key);
    if (!old_root) return catalogue;
    std::string root(dictionary_of(written, *old_root));
    const auto kids = root.find("/K ");
    const auto open = root.find('[', kids), end = root.find(']', kids);
    if (kids == std::string::npos || open == std::string::npos || end == std::string::npos) return catalogue;
    const std::string list = root.substr(open, end - open + 1);
    root.replace(kids, end - kids + 1, fmt::format("/K [ {} 0 R ]", *old_root));
    const std::size_t new_root = update.add("<<" + root + ">>");
    update.put(*old_root,
               fmt::format("<< /Type /StructElem /S /Document /P {} 0 R /K {} >>", new_root, list));
    const auto at = catalogue.find(key);
    catalogue.replace(at, catalogue.find('R', at + key.size()) - at, fmt::format("{} {} 0 ", key, new_root));
    return catalogue;
}

// A page without anything transparent needs no group; the bytes stay where they are.
void blank_groups(std::string& bytes) {
    for (auto at = bytes.find(group_begin); at != std::string::npos; at = bytes.find(group_begin, at + 1)) {
        const auto end = bytes.find(">>", at);
        const std::string_view group = std::string_view(bytes).substr(at, end - at);
        if (end == std::string::npos || end - at > 200 || !group.contains("/Transparency")) continue;
        std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                  bytes.begin() + static_cast<std::ptrdiff_t>(end + 2), ' ');
    }
}

std::string escaped_xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

// Text of an entry: UTF-16BE in hexadecimal digits.
std::string text_string(std::string_view text) {
    std::string out = "<FEFF";
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        std::uint32_t code = size == 1 ? first : first & (0xFFu >> (size + 1));
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k)
            code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        i += size;
        if (code > 0xFFFF) {
            code -= 0x10000;
            out += fmt::format("{:04X}{:04X}", 0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF));
        } else {
            out += fmt::format("{:04X}", code);
        }
    }
    return out + ">";
}

std::string producer() {
    return std::string("cairo ") + cairo_version_string();
}

std::string metadata(const Description& description) {
    const std::string author =
        description.author.empty()
            ? std::string()
            : fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
                          escaped_xml(description.author));
    return fmt::format(R"(<?xpacket begin="{0}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></dc:title>
{2}<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{3}</xmp:CreateDate>
<pdf:Producer>{4}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>)",
                       "\xEF\xBB\xBF", escaped_xml(description.title), author, description.made, producer());
}

// D:20240704000000+08'00
std::string pdf_date(const std::string& made) {
    std::string digits;
    for (const char c : made.substr(0, 19))
        if (c >= '0' && c <= '9') digits += c;
    return "D:" + digits + "+08'00";
}

std::string stream(const std::string& entries, const std::string& content) {
    return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, content.size(), content);
}

std::string info_of(const Description& description) {
    return fmt::format(
        "<< /Title {} {}/Producer ({}) /CreationDate ({}) >>", text_string(description.title),
        description.author.empty() ? std::string() : "/Author " + text_string(description.author) + " ",
        producer(), pdf_date(description.made));
}

}  // namespace

base::Result<std::string> archival(std::string written, const Description& description) {
    const auto trailer = written.rfind("trailer");
    const std::string_view end =
        trailer == std::string::npos ? std::string_view() : std::string_view(written).substr(trailer);
    const auto root = number_after(end, "/Root"), info = number_after(end, "/Info"),
               size = number_after(end, "/Size"), previous = number_after(end, "startxref");
    if (!root || !info || !size || !previous)
        return base::fail("pdf_failed", "文书无法生成：排版库写出的文件没有可读的目录");
    std::string catalogue(dictionary_of(written, *root));
    if (!catalogue.contains("/Pages"))
        return base::fail("pdf_failed", "文书无法生成：排版库写出的文件没有可读的目录");
    blank_groups(written);
    Update update(written, *size);
    catalogue = with_document(update, written, std::move(catalogue));
    const std::size_t profile = update.add(stream("/N 3", srgb_profile()));
    const std::size_t described = update.add(stream("/Type /Metadata /Subtype /XML", metadata(description)));
    if (!catalogue.contains("/MarkInfo")) catalogue += " /MarkInfo << /Marked true >>";
    catalogue += fmt::format(
        " /Metadata {} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> /OutputIntents [<< "
        "/Type "
        "/OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB "
        "IEC61966-2.1) "
        "/DestOutputProfile {} 0 R >>]",
        described, profile);
    update.put(*root, "<<" + catalogue + ">>");
    update.put(*info, info_of(description));
    return std::move(update).finished(*root, *info, *previous);
}

}  // namespace pdf
