#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "json/json.hpp"
#include "sheaf.hpp"

namespace {

using base::Value;
using golden::said;
using golden::sheaf;

// The objects of the file as qpdf reads them: "7 0 R" → dictionary.
const std::map<std::string, Value>& objects() {
    static const std::map<std::string, Value> made = [] {
        const Value whole = golden::must(json::parse(
            said("qpdf --json=2 --json-key=qpdf --json-stream-data=none '" + sheaf().file + "'")));
        std::map<std::string, Value> found;
        for (const auto& [name, object] : whole.list("qpdf").at(1).object()) {
            const Value& inside = object.has("stream") ? object["stream"]["dict"] : object["value"];
            found[name == "trailer" ? name : name.substr(name.find(':') + 1)] = inside;
        }
        return found;
    }();
    return made;
}

Value resolved(const Value& value) {
    const std::string* text = value.as_string();
    return text && objects().contains(*text) ? objects().at(*text) : value;
}

Value catalogue() {
    return resolved(objects().at("trailer")["/Root"]);
}

std::string stream_of(std::string_view reference) {
    const std::string number(reference.substr(0, reference.find(' ')));
    return said("qpdf --show-object=" + number + " --filtered-stream-data '" + sheaf().file + "'");
}

// ISO 19005-2, 6.1.3, 6.2.3, 6.6.2, 6.6.4: identifier, colour space, description.
TEST(Archival, SaysWhatItIs) {
    const Value trailer = objects().at("trailer");
    EXPECT_EQ(trailer.list("/ID").size(), 2u);
    EXPECT_FALSE(trailer.has("/Encrypt"));
    EXPECT_TRUE(sheaf().printed.bytes.starts_with("%PDF-1."));
    for (std::size_t i = 10; i < 14; ++i)
        EXPECT_GT(static_cast<unsigned char>(sheaf().printed.bytes[i]), 127) << i;
    const Value intent = resolved(catalogue().list("/OutputIntents").at(0));
    EXPECT_EQ(intent.text("/S"), "/GTS_PDFA1");
    const std::string profile = stream_of(intent.text("/DestOutputProfile"));
    ASSERT_GT(profile.size(), 128u);
    EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
    EXPECT_EQ(profile.substr(36, 4), "acsp");
    EXPECT_EQ(resolved(intent["/DestOutputProfile"]).integer("/N"), 3);
    const Value described = resolved(catalogue()["/Metadata"]);
    EXPECT_EQ(described.text("/Subtype"), "/XML");
    EXPECT_FALSE(described.has("/Filter"));
    const std::string words = stream_of(catalogue().text("/Metadata"));
    for (const char* wanted : {"<pdfaid:part>2<", "<pdfaid:conformance>B<", "案件来源登记表", "zh-CN"})
        EXPECT_TRUE(words.contains(wanted)) << wanted << "\n" << words;
}

// 6.1.6, 6.2.4, 6.5, 6.6.1: nothing that looks otherwise elsewhere, nothing that runs, nothing outside.
TEST(Archival, HoldsNothingThatIsBarred) {
    const std::set<std::string> barred{"/JS",    "/JavaScript", "/AA",       "/OpenAction", "/EmbeddedFiles",
                                       "/Group", "/SMask",      "/AcroForm", "/Encrypt",    "/FFilter"};
    for (const auto& [name, object] : objects()) {
        SCOPED_TRACE(name);
        for (const auto& [key, value] : object.object()) {
            EXPECT_FALSE(barred.contains(key)) << key;
            EXPECT_TRUE(key != "/Filter" || value == Value("/FlateDecode"));
            EXPECT_TRUE((key != "/CA" && key != "/ca") || value == Value(1));
            EXPECT_TRUE(key != "/BM" || value == Value("/Normal"));
        }
    }
}

// 6.2.11: every font is in the file and its signs can be told.
TEST(Archival, HoldsItsFonts) {
    int fonts = 0;
    for (const auto& [name, object] : objects()) {
        if (object.text("/Type") != "/Font") continue;
        SCOPED_TRACE(name);
        const bool composite = object.text("/Subtype") == "/Type0";
        const Value inner = composite ? resolved(resolved(object["/DescendantFonts"]).items().at(0)) : object;
        if (!inner.has("/FontDescriptor")) {
            ADD_FAILURE() << "no descriptor";
            continue;
        }
        const Value file = resolved(inner["/FontDescriptor"]);
        EXPECT_TRUE(file.has("/FontFile") || file.has("/FontFile2") || file.has("/FontFile3"));
        EXPECT_TRUE(object.text("/Subtype").starts_with("/CIDFont") || object.has("/ToUnicode"));
        ++fonts;
    }
    EXPECT_GT(fonts, 2);
}

// A screen reader is told the language, the title, headings, paragraphs, tables, rows and cells.
TEST(Archival, IsReadAloudInOrder) {
    const Value root = catalogue();
    EXPECT_TRUE(root.text("/Lang").contains("zh-CN"));
    EXPECT_TRUE(resolved(root["/MarkInfo"]).truth("/Marked"));
    EXPECT_TRUE(resolved(root["/ViewerPreferences"]).truth("/DisplayDocTitle"));
    std::map<std::string, int> kinds;
    for (const auto& [name, object] : objects())
        if (object.text("/Type") == "/StructElem" || object.has("/S"))
            ++kinds[std::string(object.text("/S"))];
    EXPECT_EQ(kinds["/Document"], 1);
    EXPECT_GE(kinds["/H1"], static_cast<int>(sheaf().papers.size()));
    for (const char* kind : {"/H2", "/P", "/Table", "/TR", "/TH", "/TD"}) EXPECT_GT(kinds[kind], 20) << kind;
    // Poppler reads the structure of a long file slowly: one paper with headings and one with a table.
    const pdf::Renderer renderer(golden::fonts);
    std::vector<document::Document> papers;
    for (std::size_t i = 0; i < sheaf().papers.size(); ++i)
        if (sheaf().names[i] == "milk_penalty_decision" || sheaf().names[i] == "milk_item_list")
            papers.push_back(sheaf().papers[i]);
    ASSERT_EQ(papers.size(), 2u);
    const std::string file = (sheaf().folder / "two.pdf").string();
    std::ofstream(file, std::ios::binary) << golden::must(renderer.render(papers));
    const std::string read = said("pdfinfo -struct-text '" + file + "'");
    std::size_t at = 0;
    for (const char* words : {"Document", "H1", "P ", "H2"}) EXPECT_TRUE(read.contains(words)) << words;
    for (const document::Document& paper : papers) {
        const auto found = read.find(paper.title, at);
        ASSERT_NE(found, std::string::npos) << paper.title;
        at = found;
    }
    EXPECT_FALSE(read.contains("Syntax")) << read.substr(read.find("Syntax"), 300);
}

}  // namespace
