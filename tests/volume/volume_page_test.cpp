#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "crypto/hex.hpp"
#include "crypto/sm2.hpp"
#include "crypto/sm3.hpp"
#include "json/json.hpp"
#include "signing/packed.hpp"
#include "volume/reader.hpp"
#include "volume/writer.hpp"

namespace {

namespace fs = std::filesystem;
using volumes::Source;

Source source(std::string path, std::string kind, std::string bytes) {
    return {
        .item = {.path = path, .title = path, .kind = std::move(kind), .size = 0, .sm3 = {}, .page = 0},
        .file = {},
        .bytes = std::move(bytes)
    };
}

// The chain leads through its one act as often as `times` says; once is sound.
std::string make(const fs::path& file, int times = 1) {
    const auto key = *crypto::SigningKey::generate();
    const std::string body = R"({"n":1,"text":"立案"})";
    std::string head(64, '0');
    std::vector<volume::Link> chain;
    for (int n = 1; n <= times; ++n) {
        const std::string hash = crypto::sm3_hex(head + body);
        chain.push_back({n, "register_clue", head, hash, "记录/行为/0001.json"});
        head = hash;
    }
    std::vector<Source> all{source("正卷/001 立案审批表.pdf", "paper", std::string(1000, 'a')),
                            source("证据/ZJ0001.bin", "evidence", std::string(100'003, 'e')),
                            source("记录/行为/0001.json", "act", body)};
    const auto sign = [&](std::string_view message) -> base::Result<volumes::Signed> {
        return volumes::Signed{key.sign(message), key.public_pem()};
    };
    const auto written = volumes::write(file,
                                        {.case_no = "990101-2026-000001",
                                         .agency = "990101",
                                         .agency_name = "某市场监督管理局",
                                         .made_at = "2026-05-06",
                                         .head = head,
                                         .items = {}},
                                        std::move(all), chain, sign);
    EXPECT_TRUE(written);
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

std::string run_page(const fs::path& folder) {
    const std::string line = std::string(ZHIHENG_NODE) + " '" + ZHIHENG_SOURCE_DIR +
                             "/tests/volume/run_page.mjs' '" + ZHIHENG_SOURCE_DIR +
                             "/src/adapters/volume/verify.html' '" + folder.string() + "' 2>&1";
    std::string said;
    std::FILE* const pipe = ::popen(line.c_str(), "r");
    std::array<char, 4096> part{};
    while (const auto size = std::fread(part.data(), 1, part.size(), pipe)) said.append(part.data(), size);
    ::pclose(pipe);
    return said;
}

std::string own_words(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    std::string said;
    for (const fs::path& file : files) {
        const auto verified = volumes::verify(file, {}, signing_keys::judge_packed);
        std::string faults;
        for (const auto& fault : verified->faults)
            faults += (faults.empty() ? "" : "; ") + fault.what + " " + fault.path;
        said += file.filename().string() + "|" + verified->key + "|" + faults + "\n";
    }
    return said;
}

TEST(VolumePage, FindsWhatTheProgramFinds) {
    std::string path = (fs::path(testing::TempDir()) / "zhiheng-page-XXXXXX").string();
    ASSERT_NE(::mkdtemp(path.data()), nullptr);
    const fs::path folder = path;
    const std::string sound = make(folder / "0000.zip");
    int made = 0;
    const auto put = [&](const std::string& bytes) {
        std::ofstream(folder / (std::to_string(10000 + made++) + ".zip"), std::ios::binary) << bytes;
    };
    const auto contents_end = sound.rfind("manifest.json", sound.rfind("PK\x01\x02") - 200) - 30;
    for (std::size_t at = 0; at < sound.size(); at += at < contents_end ? 4999 : 23) {
        std::string touched = sound;
        touched[at] = static_cast<char>(touched[at] ^ (1 << (at % 8)));
        put(touched);
    }
    put(sound + "\n");
    put(sound.substr(0, sound.size() - 1));
    put("");
    std::string long_item = sound;
    long_item.replace(long_item.find(R"("size":100003)"), 13, R"("size":999999)");
    put(long_item);
    for (const int times : {2, 50}) put(make(folder / "again.zip", times));
    fs::remove(folder / "again.zip");
    const std::string page = run_page(folder), program = own_words(folder);
    EXPECT_EQ(page, program);
    EXPECT_EQ(program.substr(0, 9), "0000.zip|");
    EXPECT_EQ(program.find("|\n"), program.find('\n') - 1)
        << "the sound volume has no fault, every other has";
    EXPECT_EQ(program.find("|\n", program.find('\n')), std::string::npos);
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

std::string vector_file(const std::string& name) {
    std::ostringstream text;
    text << std::ifstream(fs::path(ZHIHENG_SOURCE_DIR) / "tests/signing/vectors" / name, std::ios::binary)
                .rdbuf();
    return text.str();
}

// A volume with one signed paper.
void make_signed(const fs::path& file, const std::string& end, const std::string& certificate,
                 const base::Value& revoked, const std::string& paper) {
    const auto key = *crypto::SigningKey::generate();
    const base::Value packed = base::Object{
        {"statement",   vector_file("statement" + end + ".json")               },
        {"signature",   crypto::to_hex(vector_file("signature" + end + ".der"))},
        {"certificate", vector_file(certificate)                               },
        {"authority",   vector_file("authority.pem")                           },
        {"revoked",     revoked                                                }
    };
    std::vector<Source> all{source("正卷/001 决定书.pdf", "paper", vector_file(paper)),
                            source("签名/001 决定书.json", "signature", json::write_canonical(packed))};
    const auto sign = [&](std::string_view message) -> base::Result<volumes::Signed> {
        return volumes::Signed{key.sign(message), key.public_pem()};
    };
    EXPECT_TRUE(volumes::write(file,
                               {.case_no = "990101-2026-000001",
                                .agency = "990101",
                                .agency_name = "某市场监督管理局",
                                .made_at = "2026-05-06",
                                .head = std::string(64, '0'),
                                .items = {}},
                               std::move(all), {}, sign));
}

TEST(VolumePage, JudgesSignaturesOnPapersAsTheProgramDoes) {
    std::string path = (fs::path(testing::TempDir()) / "zhiheng-signed-XXXXXX").string();
    ASSERT_NE(::mkdtemp(path.data()), nullptr);
    const fs::path folder = path;
    const base::Value revoked = "2026-06-01T12:00:00+08:00";
    const struct {
        const char *name, *end, *certificate;
        base::Value revoked;
        const char* paper;
        bool holds;
    } table[] = {
        {"0-true.zip",     "",          "agency.pem",   {},      "paper.pdf",     true },
        {"1-own-id.zip",   "-own",      "agency.pem",   {},      "paper.pdf",     true },
        {"2-other.zip",    "",          "other.pem",    {},      "paper.pdf",     false},
        {"3-expired.zip",  "-expired",  "expired.pem",  {},      "paper.pdf",     false},
        {"4-revoked.zip",  "-revoked",  "revoked.pem",  revoked, "paper.pdf",     false},
        {"5-before.zip",   "-before",   "revoked.pem",  revoked, "paper.pdf",     true },
        {"6-stranger.zip", "-stranger", "stranger.pem", {},      "paper.pdf",     false},
        {"7-paper.zip",    "",          "agency.pem",   {},      "paper-bit.pdf", false},
    };
    for (const auto& row : table)
        make_signed(folder / row.name, row.end, row.certificate, row.revoked, row.paper);
    const std::string page = run_page(folder), program = own_words(folder);
    EXPECT_EQ(page, program);
    for (const auto& row : table) {
        const auto line = program.substr(program.find(row.name),
                                         program.find('\n', program.find(row.name)) - program.find(row.name));
        EXPECT_EQ(line.ends_with("|"), row.holds) << line;
    }
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

}  // namespace
