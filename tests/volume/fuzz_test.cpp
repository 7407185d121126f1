#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "crypto/sm2.hpp"
#include "crypto/sm3.hpp"
#include "fuzz/driver.hpp"
#include "volume/reader.hpp"
#include "volume/writer.hpp"

namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path;
    Folder() {
        std::string made = (fs::temp_directory_path() / "zhiheng-volume-fuzz-XXXXXX").string();
        if (::mkdtemp(made.data())) path = made;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

std::string small_volume(const fs::path& file) {
    const crypto::SigningKey key = *crypto::SigningKey::generate();
    const std::string act = R"({"n":1})", none(64, '0'), head = crypto::sm3_hex(none + act);
    const auto source = [](std::string path, std::string kind, std::string bytes) {
        return volumes::Source{
            .item = {.path = path, .title = path, .kind = std::move(kind), .size = 0, .sm3 = {}, .page = 0},
            .file = {},
            .bytes = std::move(bytes)
        };
    };
    const auto written = volumes::write(
        file,
        {
            .case_no = "990101-2026-000001",
            .agency = "990101",
            .agency_name = "某局",
            .made_at = "2026-05-06",
            .head = head,
            .items = {}
    },
        {source("正卷/001 立案审批表.pdf", "paper", "%PDF-1.7"), source("记录/行为/1.json", "act", act)},
        {{1, "act", none, head, "记录/行为/1.json"}},
        [&](std::string_view message) -> base::Result<volumes::Signed> {
            return volumes::Signed{key.sign(message), key.public_pem()};
        });
    std::ostringstream bytes;
    if (written) bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

// Whatever lies in the file: faults that are named, or an error in words; and no changed file is called
// sound.
TEST(VolumeFuzz, AnyFileIsJudgedOrRefusedInWords) {
    const Folder folder;
    const fs::path file = folder.path / "案卷.zip";
    const std::string whole = small_volume(file);
    ASSERT_FALSE(whole.empty());
    const fuzz::Corpus corpus{
        .inputs = {whole},
        .words = {"PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "../", "manifest.json", "\"items\":[", "正卷/",
                   "\xff\xff\xff\xff"}
    };
    fuzz::Plan plan = fuzz::Plan::for_test(600);
    plan.bytes_max = 2 * whole.size();
    const auto failure = fuzz::run(corpus, plan, [&](std::string_view input) -> std::optional<std::string> {
        std::ofstream(file, std::ios::binary) << input;
        const auto hazards = volumes::look_for_hazards(file, {.bytes_max = 1 << 30, .items_max = 1000});
        if (!hazards || (input == whole && !hazards->empty())) return "a volume of ours is called dangerous";
        if (const auto list = volumes::read_manifest(file); !list && list.error().message.empty())
            return "an error without words";
        const auto verified = volumes::verify(file);
        if (!verified)
            return verified.error().message.empty() ? std::optional("an error without words") : std::nullopt;
        if (verified->sound() && input != whole) return "a changed volume is called sound";
        for (const auto& fault : verified->faults)
            if (fault.what.empty()) return "a fault without a name";
        return {};
    });
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

}  // namespace
