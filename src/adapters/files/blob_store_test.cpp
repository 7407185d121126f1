#include "files/blob_store.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "crypto/sm3.hpp"

namespace {

const std::string upload_id(32, 'a');

struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string pattern = std::filesystem::temp_directory_path() / "zhiheng-blobs-XXXXXX";
        path = mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

}  // namespace

TEST(BlobStore, KeepsBytesUnderTheirHash) {
    const Folder folder;
    files::BlobStore store(folder.path);
    const auto blob = store.put("涂改的生产日期");
    ASSERT_TRUE(blob);
    EXPECT_EQ(blob->sm3, crypto::sm3_hex("涂改的生产日期"));
    EXPECT_EQ(*store.read(blob->sm3), "涂改的生产日期");
    EXPECT_EQ(store.put("涂改的生产日期")->sm3, blob->sm3);
}

TEST(BlobStore, RefusesNamesThatAreNoHashes) {
    const Folder folder;
    files::BlobStore store(folder.path);
    for (const char* name : {"", "../../etc/passwd", "abc",
                             "66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0"}) {
        SCOPED_TRACE(name);
        EXPECT_EQ(store.read(name).error().code, "not_found");
        EXPECT_FALSE(store.put_chunk(name, 0, "x"));
        EXPECT_FALSE(store.assemble(name, 1));
    }
    EXPECT_FALSE(store.put_chunk(upload_id, -1, "x"));
}

TEST(BlobStore, JoinsChunksInOrderHoweverTheyCameIn) {
    const Folder folder;
    files::BlobStore store(folder.path);
    ASSERT_TRUE(store.put_chunk(upload_id, 1, "world"));
    ASSERT_TRUE(store.put_chunk(upload_id, 0, "hallo "));
    ASSERT_TRUE(store.put_chunk(upload_id, 0, "hello "));
    const auto blob = store.assemble(upload_id, 2);
    ASSERT_TRUE(blob);
    EXPECT_EQ(blob->size, 11);
    EXPECT_EQ(blob->head, "hello world");
    EXPECT_EQ(*store.read(blob->sm3), "hello world");
    store.drop_upload(upload_id);
    EXPECT_EQ(store.assemble(upload_id, 2).error().code, "upload_incomplete");
}

TEST(BlobStore, NamesTheMissingChunk) {
    const Folder folder;
    files::BlobStore store(folder.path);
    ASSERT_TRUE(store.put_chunk(upload_id, 0, "a"));
    ASSERT_TRUE(store.put_chunk(upload_id, 2, "c"));
    const auto blob = store.assemble(upload_id, 3);
    ASSERT_FALSE(blob);
    EXPECT_NE(blob.error().message.find("1"), std::string::npos);
}

TEST(BlobStore, GivesTheSameHashWhereverTheFileIsCut) {
    const Folder folder;
    files::BlobStore store(folder.path);
    const std::string whole = "cut";
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        SCOPED_TRACE(cut);
        ASSERT_TRUE(store.put_chunk(upload_id, 0, whole.substr(0, cut)));
        ASSERT_TRUE(store.put_chunk(upload_id, 1, whole.substr(cut)));
        const auto blob = store.assemble(upload_id, 2);
        ASSERT_TRUE(blob);
        EXPECT_EQ(blob->sm3, crypto::sm3_hex(whole));
        EXPECT_EQ(blob->size, 3);
    }
}
