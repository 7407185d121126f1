#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "crypto/sm2.hpp"
#include "crypto/sm3.hpp"
#include "volume/container.hpp"
#include "volume/reader.hpp"
#include "volume/writer.hpp"

namespace volumes {
namespace {

namespace fs = std::filesystem;

const crypto::SigningKey& key() {
    static const crypto::SigningKey made = *crypto::SigningKey::generate();
    return made;
}

base::Result<Signed> sign(std::string_view message) {
    return Signed{key().sign(message), key().public_pem()};
}

Source source(std::string path, std::string kind, std::string bytes) {
    return {
        .item = {.path = path, .title = path, .kind = std::move(kind), .size = 0, .sm3 = {}, .page = 0},
        .file = {},
        .bytes = std::move(bytes)
    };
}

std::vector<volume::Link> links() {
    std::vector<volume::Link> made;
    std::string head(64, '0');
    for (int n = 1; n <= 2; ++n) {
        const std::string hash = crypto::sm3_hex(head + R"({"n":)" + std::to_string(n) + "}");
        made.push_back({n, "act", head, hash, "记录/行为/" + std::to_string(n) + ".json"});
        head = hash;
    }
    return made;
}

// Two papers, a picture, two acts in a chain.
std::vector<Source> sources() {
    std::vector<Source> made{
        source("正卷/001 立案审批表.pdf", "paper", "%PDF-1.7 " + std::string(300, 'a')),
        source("正卷/002 行政处罚决定书.pdf", "paper", "%PDF-1.7 " + std::string(300, 'b')),
        source("证据/ZJ0001 照片.jpg", "evidence", std::string(400, '\xFF'))};
    for (const auto& link : links())
        made.push_back(source(link.path, "act", R"({"n":)" + std::to_string(link.n) + "}"));
    return made;
}

struct Tamper : testing::Test {
    fs::path folder, file;

    void SetUp() override {
        std::string path = (fs::path(testing::TempDir()) / "zhiheng-volume-XXXXXX").string();
        ASSERT_NE(::mkdtemp(path.data()), nullptr);
        folder = path;
        file = folder / "案卷.zip";
        put(sources());
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    void put(std::vector<Source> all) { put(std::move(all), links()); }
    void put(std::vector<Source> all, const std::vector<volume::Link>& chain) {
        const auto written = write(file,
                                   {.case_no = "990101-2026-000001",
                                    .agency = "990101",
                                    .agency_name = "某局",
                                    .made_at = "2026-05-06",
                                    .head = chain.back().hash,
                                    .items = {}},
                                   std::move(all), chain, sign);
        ASSERT_TRUE(written) << written.error().message;
    }
    std::string bytes() const {
        std::ostringstream text;
        text << std::ifstream(file, std::ios::binary).rdbuf();
        return text.str();
    }
    void put_bytes(const std::string& all) { std::ofstream(file, std::ios::binary) << all; }
    std::string faults() const {
        const auto verified = verify(file);
        if (!verified) return verified.error().code;
        std::string all;
        for (const auto& fault : verified->faults) all += fault.what + " " + fault.path + "; ";
        return all;
    }
};

TEST_F(Tamper, AWholeVolumeIsSound) {
    const auto verified = verify(file, key().public_pem());
    ASSERT_TRUE(verified);
    EXPECT_EQ(faults(), "");
    EXPECT_EQ(verified->manifest.items.size(), sources().size() + 2);
    EXPECT_EQ(verified->manifest.items.front().path, "verify.html");
    EXPECT_EQ(verified->key, crypto::sm3_hex(key().public_pem()));
    const auto other = crypto::SigningKey::generate();
    EXPECT_FALSE(verify(file, other->public_pem())->sound());
}

// The directory byte by byte; headers, list, signature and contents at every fifth, in all eight bits. The
// name of the item that was touched is in the answer wherever the byte belongs to one.
TEST_F(Tamper, AnyChangedByteIsSeen) {
    const std::string whole = bytes();
    const auto end = volume::read_end(std::string_view(whole).substr(whole.size() - volume::end_record_size));
    const auto page_end = whole.find("正卷/001") - 30;
    const auto step = [&](std::size_t at) -> std::size_t {
        if (at > 60 && at < page_end) return 1499;
        return at < end.offset ? 5 : 1;
    };
    int tried = 0;
    for (std::size_t at = 0; at < whole.size(); at += step(at)) {
        std::string touched = whole;
        touched[at] = static_cast<char>(touched[at] ^ (1 << (at % 8)));
        put_bytes(touched);
        ASSERT_NE(faults(), "") << "byte " << at << " of " << whole.size();
        ++tried;
    }
    EXPECT_GT(tried, 1000);
}

TEST_F(Tamper, WhatWasDoneToWhichItemIsNamed) {
    const std::string sound = bytes();
    const auto replaced = [&](std::string_view from, std::string_view to) {
        std::string all = sound;
        all.replace(all.find(from), from.size(), to);
        put_bytes(all);
        return faults();
    };
    EXPECT_NE(replaced("aaaa", "aaca").find("changed 正卷/001 立案审批表.pdf"), std::string::npos);
    EXPECT_NE(replaced("\xFF\xFF\xFF", "\xFF\xFE\xFF").find("changed 证据/ZJ0001 照片.jpg"),
              std::string::npos);
    EXPECT_NE(replaced(R"({"n":2})", R"({"n":3})").find("chain 记录/行为/2.json"), std::string::npos);
    put_bytes(sound + "x");
    EXPECT_NE(faults(), "");
    put_bytes(sound.substr(0, sound.size() / 2));
    EXPECT_NE(faults(), "");
    put_bytes("PK");
    EXPECT_NE(faults(), "");
}

// A container made anew without, with more, or in another order, under the list and signature of the old one.
TEST_F(Tamper, ARebuiltContainerIsNamedItemByItem) {
    const std::string sound = bytes();
    const auto end = volume::read_end(std::string_view(sound).substr(sound.size() - volume::end_record_size));
    const auto directory =
        volume::read_directory(std::string_view(sound).substr(end.offset, end.size), end.count);
    const auto rebuilt = [&](std::vector<volume::Listed> entries) {
        std::string all;
        std::vector<volume::Entry> plain;
        for (const auto& one : entries) {
            all += volume::local_header(one.entry);
            all += sound.substr(one.offset + 30 + one.entry.path.size(), one.entry.size);
            plain.push_back(one.entry);
        }
        put_bytes(all + volume::directory(plain));
        return faults();
    };
    EXPECT_EQ(rebuilt(directory.entries), "");
    auto dropped = directory.entries;
    dropped.erase(dropped.begin() + 2);
    EXPECT_NE(rebuilt(dropped).find("dropped 正卷/002 行政处罚决定书.pdf"), std::string::npos);
    auto added = directory.entries;
    added.insert(added.begin() + 1, added[3]);
    added[1].entry.path = "正卷/000 多出.pdf";
    EXPECT_NE(rebuilt(added).find("added 正卷/000 多出.pdf"), std::string::npos);
    auto swapped = directory.entries;
    std::swap(swapped[1], swapped[2]);
    EXPECT_NE(rebuilt(swapped).find("reordered 正卷/002 行政处罚决定书.pdf"), std::string::npos);
    auto unsigned_ = directory.entries;
    unsigned_.pop_back();
    EXPECT_NE(rebuilt(unsigned_).find("dropped signature.json"), std::string::npos);
}

// The list of a stranger says how long its things are; what does not fit the file moves nothing else.
TEST_F(Tamper, SizesBeyondTheFileAreNamedAndNotFollowed) {
    const std::string sound = bytes();
    const std::size_t page = verify(file)->manifest.items.front().size;
    const struct {
        const char* why;
        std::size_t size;
    } table[] = {
        {"one larger than the file",    sound.size() + 1 },
        {"all together larger than it", sound.size() - 10},
    };
    for (const auto& row : table) {
        const std::string from = R"("size":)" + std::to_string(page);
        const std::string to = R"("size":)" + std::to_string(row.size);
        ASSERT_EQ(from.size(), to.size());
        std::string all = sound;
        all.replace(all.find(from), from.size(), to);
        put_bytes(all);
        const std::string found = faults();
        EXPECT_NE(found.find("container ;"), std::string::npos) << row.why << found;
        EXPECT_NE(found.find("changed verify.html"), std::string::npos) << row.why << found;
        EXPECT_EQ(found.find("changed 正卷/001"), std::string::npos) << row.why << found;
    }
}

// A chain that hashes well, but leads through the same act again and again.
TEST_F(Tamper, AnActStandsInTheChainOnce) {
    const auto through_one = [&](int count) {
        std::vector<volume::Link> chain;
        std::string head(64, '0');
        for (int n = 1; n <= count; ++n) {
            const std::string hash = crypto::sm3_hex(head + R"({"n":1})");
            chain.push_back({n, "act", head, hash, "记录/行为/1.json"});
            head = hash;
        }
        put(sources(), chain);
        return faults();
    };
    EXPECT_EQ(through_one(1), "");
    EXPECT_EQ(through_one(2), "chain 记录/行为/1.json; ");
    EXPECT_EQ(through_one(100), "chain 记录/行为链.json; ");
}

TEST_F(Tamper, AMissingFileStopsTheExport) {
    auto all = sources();
    all[0].file = folder / "nowhere.pdf";
    const auto written = write(folder / "other.zip", {}, all, {}, sign);
    ASSERT_FALSE(written);
    EXPECT_FALSE(fs::exists(folder / "other.zip"));
    EXPECT_FALSE(fs::exists(folder / "other.zip.part"));
}

}  // namespace
}  // namespace volumes
