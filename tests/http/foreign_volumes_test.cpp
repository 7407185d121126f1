#include <fmt/format.h>

#include "volume/container.hpp"
#include "world.hpp"

namespace http_test {

namespace {

using base::Object;
using base::Value;

constexpr std::size_t chunk = 4 << 20;

Answer load(Officer& officer, std::string_view bytes, const Object& key = {}) {
    const Answer started =
        officer.post("/api/foreign-volumes", Object{
                                                 {"name", "案卷.zip"  },
                                                 {"size", bytes.size()}
    });
    if (started.status != 201) return started;
    const std::string target = "/api/foreign-volumes/" + std::string(started.body.text("id"));
    for (std::size_t k = 0; k * chunk < bytes.size(); ++k) {
        const Answer sent = officer.send("PUT", fmt::format("{}/chunks/{}", target, k),
                                         {
                                             {"Content-Type", "application/octet-stream"}
        },
                                         bytes.substr(k * chunk, chunk));
        EXPECT_EQ(sent.status, 200) << sent.words();
    }
    return officer.post(target + "/complete", Value(key));
}

// The volume of the archived case of the demonstration, as its archivist takes it out.
const std::string& whole() {
    static const std::string bytes = [] {
        const Answer taken = World::get().officer("shentong").get("/api/cases/990101-2024-000001/volume.zip");
        EXPECT_EQ(taken.status, 200) << taken.words();
        return std::string(taken.body.as_string() ? *taken.body.as_string() : "");
    }();
    return bytes;
}

std::string zip_of(const std::string& path, const std::string& content) {
    volume::Crc32 crc;
    crc.update(content);
    const volume::Entry entry{.path = path, .size = content.size(), .crc = crc.value()};
    return volume::local_header(entry) + content + volume::directory({entry});
}

}  // namespace

TEST(ForeignVolumes, ASoundOneIsShownReadOnlyAndNotMixedWithOurs) {
    Officer& officer = World::get().officer("zhoumin");
    ASSERT_FALSE(whole().empty());
    const auto cases_before = officer.get("/api/cases?list=mine").words();
    const Answer loaded = load(officer, whole());
    ASSERT_EQ(loaded.status, 201) << loaded.words();
    EXPECT_EQ(loaded.body.text("case_no"), "990101-2024-000001");
    const std::string target = "/api/foreign-volumes/" + std::string(loaded.body.text("id"));
    const Answer shown = officer.get(target);
    ASSERT_EQ(shown.status, 200) << shown.words();
    EXPECT_GT(shown.body.list("acts").size(), 20U);
    int place = 0, papers = 0;
    for (const Value& thing : shown.body.list("things")) {
        if (thing.text("kind") == "paper" && papers++ == 0) {
            const Answer opened = officer.get(fmt::format("{}/items/{}", target, place));
            EXPECT_EQ(opened.status, 200);
            ASSERT_NE(opened.body.as_string(), nullptr);
            EXPECT_TRUE(opened.body.as_string()->starts_with("%PDF-"));
        }
        ++place;
    }
    EXPECT_GT(papers, 10);
    EXPECT_EQ(officer.get(fmt::format("{}/items/{}", target, place)).status, 404);
    EXPECT_EQ(officer.get("/api/cases?list=mine").words(), cases_before);
    EXPECT_EQ(load(officer, whole()).code(), "already_loaded");

    struct Row {
        const char* why;
        const char* account;
        int status;
    };
    const Row table[] = {
        {"the same agency",     "hefeng", 200},
        {"another district",    "huxin",  404},
        {"the city above it",   "qinyue", 200},
        {"the system's keeper", "baiyu",  404},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        Officer& other = World::get().officer(row.account);
        EXPECT_EQ(other.get(target).status, row.status);
        EXPECT_EQ(other.get(target + "/items/0").status, row.status);
    }
}

TEST(ForeignVolumes, WhatWasTouchedIsNamedAndNothingIsKept) {
    Officer& officer = World::get().officer("hefeng");
    const auto before = officer.get("/api/foreign-volumes").body.items().size();
    std::string changed = whole();
    ASSERT_GT(changed.size(), 200'000U);
    changed[changed.find("%PDF-") + 200] ^= 1;
    std::string cut = whole();
    cut.resize(cut.size() - 100);
    struct Row {
        const char* why;
        std::string bytes;
        const char* what;
    };
    const Row table[] = {
        {"one bit turned over", changed, "changed"},
        {"the end is missing", cut, "container"},
        {"no zip at all", std::string(5'000, 'a'), "container"},
        {"a name that leads out", zip_of("../../etc/cron.d/evil", "x"), "unsafe_name"},
        {"some other zip", zip_of("readme.txt", "hello"), "dropped"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = load(officer, row.bytes);
        EXPECT_EQ(answer.status, 422) << answer.words();
        EXPECT_EQ(answer.code(), "volume_not_sound");
        ASSERT_FALSE(answer.body.list("faults").empty());
        EXPECT_EQ(answer.body.list("faults").front().text("what"), row.what);
        EXPECT_FALSE(answer.body.list("faults").front().text("message").empty());
    }
    const Answer stranger = load(officer, whole(),
                                 Object{
                                     {"key", std::string(64, 'a')}
    });
    EXPECT_EQ(stranger.code(), "volume_not_sound") << "signed with another key than the one expected";
    EXPECT_EQ(officer.get("/api/foreign-volumes").body.items().size(), before);
}

TEST(ForeignVolumes, BadRequestsAreRefusedByTheirField) {
    Officer& officer = World::get().officer("zhoumin");
    struct Row {
        const char* why;
        Object body;
        int status;
        const char* code;
    };
    const Row table[] = {
        {"no name",           {{"size", 10}},                                       400, "missing_field" },
        {"a name with a way", {{"name", "../a.zip"}, {"size", 10}},                 400, "bad_name"      },
        {"nothing in it",     {{"name", "a.zip"}, {"size", 0}},                     400, "file_empty"    },
        {"beyond the format", {{"name", "a.zip"}, {"size", std::int64_t{5} << 30}}, 413, "file_too_large"},
        {"no number",         {{"name", "a.zip"}, {"size", "large"}},               400, "wrong_type"    },
        {"something else",    {{"name", "a.zip"}, {"size", 10}, {"case", "x"}},     400, "unknown_field" },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = officer.post("/api/foreign-volumes", Value(row.body));
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_EQ(answer.code(), row.code) << answer.words();
    }
    const Answer started = officer.post("/api/foreign-volumes", Object{
                                                                    {"name", "a.zip"},
                                                                    {"size", 10     }
    });
    const std::string target = "/api/foreign-volumes/" + std::string(started.body.text("id"));
    EXPECT_EQ(officer.post(target + "/complete", Object{}).code(), "upload_incomplete");
    EXPECT_EQ(officer.send("PUT", target + "/chunks/0", {}, "short").code(), "bad_chunk");
    EXPECT_EQ(officer.send("PUT", target + "/chunks/7", {}, "0123456789").code(), "bad_chunk");
    EXPECT_EQ(officer.send("PUT", target + "/chunks/x", {}, "0123456789").code(), "bad_chunk");
    EXPECT_EQ(World::get().officer("hefeng").send("PUT", target + "/chunks/0", {}, "0123456789").status, 404)
        << "an upload is its author's own";
    EXPECT_EQ(officer
                  .post(target + "/complete",
                        Object{
                            {"key", "short"}
    })
                  .code(),
              "bad_digest");
}

}  // namespace http_test
