#include "naming/file_names.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "naming/proofread_file.hpp"
#include "testing/memory_desk.hpp"
#include "testing/memory_names.hpp"

namespace {

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

// The milk case with its first picture, which waits to be read.
struct Desk {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    testing_office::MemoryNames rows{desk.evidence};
    testing_office::FixedWords words;
    naming::FileNames names{desk.office, rows, words, law().naming};
    std::string file, case_no;

    Desk() {
        std::ifstream scenario(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/milk_2024.json");
        base::Value whole = *json::parse(std::string(std::istreambuf_iterator<char>(scenario), {}));
        base::List acts = whole.list("acts");
        acts.resize(9);
        whole.as_object()->set("acts", std::move(acts));
        const auto made = demo::seed_case(desk.office, desk.clock, desk.directory.organisation, whole,
                                          {.bytes = testing_office::tiny_picture, .name_ending = ".png"});
        EXPECT_TRUE(made) << made.error().message;
        file = desk.evidence.rows.begin()->first;
        case_no = desk.evidence.rows.begin()->second.case_no;
        rows.parties = {"城东区某某乳品店"};
        EXPECT_TRUE(rows.queue(zhou(), file, desk.clock.now()));
    }
    identity::Viewer zhou() const { return desk.viewer("zhou-min"); }
    const ports::FileNaming& row() const { return rows.rows.at(file); }
};

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "" : result.error().code;
}

TEST(FileNames, WhatIsReadIsProposedAndAPersonGivesTheName) {
    Desk desk;
    desk.words.words = std::vector<std::string>{"营业执照", "名称：城东区某某乳品店", "经营范围：食品"};
    EXPECT_TRUE(desk.names.read_next().value());
    EXPECT_FALSE(desk.names.read_next().value()) << "nothing else waits";
    ASSERT_EQ(desk.row().state, "proposed");
    EXPECT_EQ(desk.row().proposal.text("name"), "营业执照（城东区某某乳品店）");
    EXPECT_EQ(desk.desk.evidence.rows.at(desk.file).name.find("营业执照"), std::string::npos)
        << "nobody has confirmed it";
    const auto named = desk.names.give(desk.zhou(), desk.file, "营业执照（城东区某某乳品店）");
    ASSERT_TRUE(named) << named.error().message;
    EXPECT_EQ(named->name, "营业执照（城东区某某乳品店）.png") << "the ending stays";
    EXPECT_TRUE(desk.row().given->was_proposed);
    EXPECT_EQ(desk.desk.evidence.events.back().kind, "named") << "who named it is in the custody record";
    ASSERT_TRUE(desk.names.give(desk.zhou(), desk.file, "营业执照正本.png"));
    EXPECT_EQ(desk.row().given->name, "营业执照正本.png");
    EXPECT_FALSE(desk.row().given->was_proposed);
}

TEST(FileNames, AFailureIsToldAndTheNextFileIsRead) {
    Desk desk;
    const struct {
        const char* why;
        base::Result<std::vector<std::string>> words;
        const char *state, *says;
    } table[] = {
        {"an encrypted PDF", base::fail("encrypted", "PDF 已加密，不能读取"), "failed", "已加密"},
        {"no program for pictures", base::fail("no_reader", "本服务器没有安装文字识别程序"), "failed",
         "没有安装"},
        {"a photograph without words", std::vector<std::string>{}, "nothing", ""},
        {"words of no kind", std::vector<std::string>{"好又多超市", std::string("\0", 1)}, "nothing", ""},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        desk.words.words = row.words;
        ASSERT_TRUE(desk.names.read_anew(desk.zhou(), desk.file));
        EXPECT_TRUE(desk.names.read_next().value());
        EXPECT_EQ(desk.row().state, row.state);
        EXPECT_NE(desk.row().failure.find(row.says), std::string::npos) << desk.row().failure;
    }
    desk.desk.evidence.rows.at(desk.file).size = law().naming.file_bytes_max + 1;
    ASSERT_TRUE(desk.names.read_anew(desk.zhou(), desk.file));
    EXPECT_TRUE(desk.names.read_next().value());
    EXPECT_NE(desk.row().failure.find("32MB"), std::string::npos) << desk.row().failure;
}

TEST(FileNames, NamesThatWouldMisleadAreRefused) {
    Desk desk;
    const struct {
        const char* why;
        std::string name;
        const char* code;
    } table[] = {
        {"nothing", "", "missing_field"},
        {"spaces", " 　 ", "missing_field"},
        {"another folder", "../../etc/passwd", "bad_name"},
        {"a path of Windows", "..\\x", "bad_name"},
        {"a hidden file", ".htaccess", "bad_name"},
        {"a mark that turns the direction", "照片\u202Egnp.exe", "bad_name"},
        {"a line end", "一\n二", "bad_name"},
        {"a bell", "一\a二", "bad_name"},
        {"too long", std::string(100'000, 'x'), "bad_name"},
    };
    for (const auto& row : table)
        EXPECT_EQ(code_of(desk.names.give(desk.zhou(), desk.file, row.name)), row.code) << row.why;
    for (const char* harmless : {"<script>alert(1)</script>", "${jndi:ldap}", "{{ party.name }}", "😀"})
        EXPECT_EQ(code_of(desk.names.give(desk.zhou(), desk.file, harmless)),
                  std::string_view(harmless).contains('/') ? "bad_name" : "")
            << harmless;
}

// Reads plain words and, of a PDF, what it was told to.
class Papers final : public ports::PaperReader {
  public:
    base::Result<std::vector<std::string>> pdf = base::fail("no_text", "文件中没有文字");
    base::Result<std::vector<std::string>> read(std::string_view name,
                                                std::string_view bytes) const override {
        if (name.ends_with(".pdf")) return pdf;
        return std::vector<std::string>{std::string(bytes)};
    }
};

struct Proofreading : testing::Test {
    Desk desk;
    Papers papers;
    std::string party() {
        return desk.desk.cases.load(desk.zhou(), desk.case_no)->matter.parties.front().name;
    }

    base::Result<base::Value> read() {
        return naming::proofread_file(desk.desk.office, desk.names, papers, desk.zhou(), desk.file,
                                      law().proofreading);
    }
    void scan(std::vector<std::string> lines) {
        desk.words.words = std::move(lines);
        ASSERT_TRUE(desk.names.read_anew(desk.zhou(), desk.file));
        ASSERT_TRUE(desk.names.read_next().value());
    }
    std::string severities(const base::Value& report) {
        std::string all;
        for (const base::Value& finding : report.list("findings"))
            all += std::string(finding.text("severity")) + " ";
        return all;
    }
};

TEST_F(Proofreading, TheFirstPageNamesAScanAndEveryPageIsRead) {
    scan({"购销合同", "甲方与乙方约定如下。", std::string(ports::page_break), "营业执照",
          "签订日期：2024年2月30日"});
    const auto namings = desk.names.of_case(desk.zhou(), desk.case_no);
    ASSERT_TRUE(namings);
    const auto own = std::ranges::find(*namings, desk.file, &ports::FileNaming::evidence);
    ASSERT_NE(own, namings->end());
    EXPECT_EQ(own->proposal.text("kind_id"), "contract") << own->proposal.text("name");
    const auto report = read();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ((*report)["read"].integer("paragraphs"), 4) << "the mark between the pages is no paragraph";
    EXPECT_FALSE(severities(*report).empty()) << "the second page holds a day that is none";
}

TEST_F(Proofreading, AScanIsNeverCalledWrong) {
    EXPECT_EQ(code_of(read()), "still_reading");
    scan({"购销合同", "甲方应付货款人民币 1,200 元（大写：壹仟叁佰元整）。", "签订日期：2024年2月30日"});
    const auto report = read();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_FALSE(report->list("findings").empty());
    EXPECT_EQ(severities(*report).find("error"), std::string::npos) << severities(*report);
    EXPECT_TRUE((*report)["read"].truth("scan"));
    EXPECT_FALSE((*report)["read"].truth("case")) << "it names nobody of this case";
    for (const base::Value& finding : report->list("findings")) {
        EXPECT_EQ(finding["place"].text("document"), desk.file);
        EXPECT_NE(finding.text("message").find("请对照原图"), std::string_view::npos);
    }
}

TEST_F(Proofreading, ATextOfAnotherHandIsReadAsItIs) {
    ports::Evidence& file = desk.desk.evidence.rows.at(desk.file);
    file.type = "application/pdf";
    papers.pdf = std::vector<std::string>{"购销合同", "合计人民币1200元（大写：壹仟叁佰元整）。"};
    const auto report = read();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_NE(severities(*report).find("error"), std::string::npos) << "typed by a person, wrong by a person";
    EXPECT_FALSE((*report)["read"].truth("scan"));

    papers.pdf = base::fail("encrypted", "PDF 已加密，不能读取");
    EXPECT_EQ(code_of(read()), "encrypted");
    papers.pdf = base::fail("no_text", "文件中没有文字");
    scan({"说明", "没有不符之处。"});
    EXPECT_EQ(read()->list("findings").size(), 0U)
        << "a PDF that is a scan has the words that were recognised";
    file.type = "audio/mpeg";
    EXPECT_EQ(code_of(read()), "no_words");
}

TEST_F(Proofreading, WhatSpeaksOfThePartyIsReadAgainstTheCase) {
    scan({"营业执照", "名 称：" + party(), "统一社会信用代码：92990101MA00000000"});
    const auto report = read();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_TRUE((*report)["read"].truth("case"));
    EXPECT_EQ((*report)["counts"].integer("error"), 0);
}

TEST_F(Proofreading, WhatAReaderGuessesIsNotToldAtAll) {
    scan({"现场照片说明", "编号：某市监[2024]12号", "□是 □否 ________", "联系电话 1380000"});
    const auto report = read();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ((*report)["counts"].integer("error"), 0);
    EXPECT_EQ((*report)["counts"].integer("warning"), 0) << severities(*report);
}

TEST(FileNames, OnlyWhoMayAddFilesNamesThem) {
    Desk desk;
    EXPECT_EQ(code_of(desk.names.give(desk.desk.viewer("gu-qing"), desk.file, "照片")), "not_authorised");
    EXPECT_EQ(code_of(desk.names.read_anew(desk.desk.viewer("gu-qing"), desk.file)), "not_authorised");
    EXPECT_EQ(code_of(desk.names.give(desk.zhou(), "none", "照片")), "not_found");
}

}  // namespace
