#include <fmt/format.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include "support/packed_files.hpp"
#include "volume/reader.hpp"
#include "world.hpp"

// Files nobody can open, and files that mean harm, as evidence: they are kept as they came, everybody is
// told, and nothing that works on all files of a case stops at them.
namespace http_test {

namespace {

namespace fs = std::filesystem;
using base::Object;
using base::Value;
using packed_files::small_pdf;

std::string docx(const std::string& words, const packed_files::Parts& more = {}) {
    return packed_files::docx(packed_files::paragraph(words), more);
}

// Under a passphrase nobody here knows.
std::string encrypted_pdf() {
    const fs::path folder = fs::temp_directory_path();
    const std::string in = folder / "zhiheng-whole.pdf", out = folder / "zhiheng-locked.pdf";
    std::ofstream(in, std::ios::binary) << small_pdf;
    const int status = std::system(
        fmt::format("qpdf --encrypt open owner 256 -- '{}' '{}' >/dev/null 2>&1", in, out).c_str());
    EXPECT_TRUE(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 3));
    std::ifstream file(out, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    fs::remove(in);
    fs::remove(out);
    return bytes;
}

struct Row {
    const char *why, *name;
    std::string bytes;
    const char* notice;        // of the pages; "" when there is none
    const char* failure;       // of the reading; "" when it was read
    const char* proofreading;  // code; "" when it is read
};

std::vector<Row> rows() {
    static const std::string link =
        R"(<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" Target="http://example.invalid/a" TargetMode="External"/></Relationships>)";
    return {
        {"a whole one", "对账单.pdf", small_pdf, "", "", ""},
        {"under a passphrase", "合同.pdf", encrypted_pdf(), "已加密", "加密", "encrypted"},
        {"cut off", "报告.pdf", small_pdf.substr(0, 150), "已损坏", "不", "bad_pdf"},
        {"a head and nothing", "空.pdf", "%PDF-1.7\n", "已损坏", "不", "bad_pdf"},
        {"a bomb", "清单.docx", docx("x", {{"word/footnotes.xml", std::string(31U << 20U, 'a')}}), "", "不",
         "zip_bomb"},
        {"with a program in it", "说明.docx", docx("x", {{"word/vbaProject.bin", "program"}}), "", "宏",
         "macro"},
        {"that asks another server", "函.docx", docx("x", {{"word/_rels/settings.xml.rels", link}}), "",
         "外部", "external_link"},
    };
}

std::string brought_in(Officer& officer, const std::string& no, const Row& row) {
    const Answer started =
        officer.post("/api/cases/" + no + "/uploads", Object{
                                                          {"name", row.name        },
                                                          {"size", row.bytes.size()}
    });
    EXPECT_EQ(started.status, 201) << started.words();
    const std::string upload = "/api/uploads/" + std::string(started.body.text("id"));
    EXPECT_EQ(officer.send("PUT", upload + "/chunks/0", {}, row.bytes).status, 200);
    const Answer done = officer.post(upload + "/complete", Object());
    EXPECT_EQ(done.status, 200) << done.words();
    return std::string(done.body["evidence"].text("id"));
}

// Files are read one after the other beside the requests.
std::map<std::string, Value> namings_of(Officer& officer, const std::string& no) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    for (;;) {
        const Answer answer = officer.get("/api/cases/" + no + "/file-names");
        std::map<std::string, Value> all;
        bool is_done = true;
        for (const Value& row : answer.body.items()) {
            all[std::string(row.text("evidence"))] = row;
            is_done = is_done && row.text("state") != "waiting" && row.text("state") != "reading";
        }
        if (is_done || std::chrono::steady_clock::now() > until) return all;
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
}

}  // namespace

TEST(BadFiles, AreKeptAsTheyCameAndToldAndStopNothing) {
    Officer& officer = World::get().officer("zhoumin");
    const std::string no = World::get().open_case();
    std::map<std::string, Row> by_id;
    for (const Row& row : rows()) by_id.emplace(brought_in(officer, no, row), row);

    const Answer listed = officer.get("/api/cases/" + no + "/evidence");
    ASSERT_EQ(listed.body.items().size(), by_id.size());
    auto namings = namings_of(officer, no);
    for (const Value& one : listed.body.items()) {
        const std::string id(one.text("id"));
        const Row& row = by_id.at(id);
        SCOPED_TRACE(row.why);
        EXPECT_EQ(one.integer("pages").value_or(0), row.bytes == small_pdf ? 1 : 0);
        EXPECT_EQ(one.text("notice").empty(), std::string_view(row.notice).empty());
        EXPECT_NE(one.text("notice").find(row.notice), std::string_view::npos) << one.text("notice");
        const Value& naming = namings[id];
        EXPECT_EQ(naming.text("state") == "failed", !std::string_view(row.failure).empty())
            << naming.text("state");
        EXPECT_NE(naming.text("failure").find(row.failure), std::string_view::npos) << naming.text("failure");
        const Answer read = officer.get("/api/evidence/" + id + "/proofreading");
        EXPECT_EQ(read.code(), row.proofreading) << read.words();
        EXPECT_LT(read.status, 500);
        const Answer content = officer.get("/api/evidence/" + id + "/content");
        ASSERT_NE(content.body.as_string(), nullptr);
        EXPECT_EQ(*content.body.as_string(), row.bytes) << "as it came";
    }

    EXPECT_EQ(officer.get("/api/cases/" + no + "/documents").status, 200);
    const Answer binding = officer.get("/api/cases/" + no + "/volume");
    ASSERT_EQ(binding.status, 200) << binding.words();
    const Answer volume = World::get().officer("luping").get("/api/cases/" + no + "/volume.zip");
    ASSERT_EQ(volume.status, 200) << volume.words();
    const fs::path file = fs::temp_directory_path() / ("zhiheng-" + no + ".zip");
    std::ofstream(file, std::ios::binary) << *volume.body.as_string();
    const auto list = volumes::read_manifest(file);
    ASSERT_TRUE(list) << (list ? "" : list.error().message);
    std::size_t kept = 0, bound = 0;
    for (const auto& item : list->items) {
        EXPECT_EQ(item.path.find(".."), std::string::npos) << item.path;
        kept += item.kind == "evidence" ? 1 : 0;
        bound += item.kind == "paper" && item.path.contains("对账单") ? 1 : 0;
    }
    EXPECT_EQ(kept, by_id.size()) << "every file lies in the volume as it came";
    EXPECT_EQ(bound, 1U) << "what can be opened is bound with its page number";
    fs::remove(file);
}

TEST(BadFiles, ANameThatLeadsOutOrHidesSomethingIsRefused) {
    Officer& officer = World::get().officer("zhoumin");
    const std::string no = World::get().open_case();
    for (const char* name :
         {"..", "../../etc/passwd", "..\\x.pdf", "照片\u202Egnp.exe", "a\u200Bb.pdf", "a\nb.pdf"}) {
        const Answer answer =
            officer.post("/api/cases/" + no + "/uploads", Object{
                                                              {"name", name},
                                                              {"size", 10  }
        });
        EXPECT_EQ(answer.status, 400) << name;
        // Marks that turn the writing are refused wherever they come in.
        const bool turned = std::string_view(name).contains("\u202E");
        EXPECT_EQ(answer.code(), turned ? "control_character" : "bad_name") << name;
        EXPECT_EQ(answer.body.text("field"), "name");
    }
}

}  // namespace http_test
