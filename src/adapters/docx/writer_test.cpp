#include "docx/writer.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <pugixml.hpp>

namespace docx {
namespace {

std::string part_of(const std::string& bytes, const char* name) {
    zip_error_t error{};
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    std::string text(1 << 20, '\0');
    zip_file_t* file = zip_fopen(zip, name, 0);
    const auto read = zip_fread(file, text.data(), text.size());
    text.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    zip_fclose(file);
    zip_discard(zip);
    return text;
}

document::Document paper() {
    document::Document made;
    made.agency = "某市场监督管理局";
    made.title = "行政处罚决定书";
    made.number = "某市监处罚〔2026〕1号";
    made.foot = "本文书一式三份。";
    made.blocks = {
        document::Paragraph{.runs = {{"当事人：<script>&王某", {}}}},
        document::Table{.widths = {1, 2},
                            .head = {{.cells = {{.paragraphs = {{.runs = {{"序号", {}}}}}, .label = true}, {}}}},
                            .rows = {{.cells = {{}, {}}}}},
        document::Signatures{.lines = {{.label = "当事人（签名）"}}},
        document::Seal{.agency = "某市场监督管理局", .date = "2026年5月6日"}
    };
    return made;
}

TEST(Docx, HoldsTheWordsAsTheyAre) {
    const auto bytes = write(paper());
    ASSERT_TRUE(bytes);
    pugi::xml_document xml;
    ASSERT_TRUE(xml.load_string(part_of(*bytes, "word/document.xml").c_str()));
    std::string words;
    for (const auto& found : xml.select_nodes("//w:t")) words += found.node().text().get();
    EXPECT_NE(words.find("当事人：<script>&王某"), std::string::npos);
    EXPECT_NE(words.find("某市监处罚〔2026〕1号"), std::string::npos);
    EXPECT_EQ(xml.select_nodes("//w:tblHeader").size(), 1u);
    EXPECT_EQ(xml.select_nodes("//w:tr").size(), 2u);
}

TEST(Docx, TheSamePaperGivesTheSameBytes) {
    EXPECT_EQ(*write(paper()), *write(paper()));
}

}  // namespace
}  // namespace docx
