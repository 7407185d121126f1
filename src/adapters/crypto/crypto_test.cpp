#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "crypto/hex.hpp"
#include "crypto/password.hpp"
#include "crypto/random.hpp"
#include "crypto/secret.hpp"
#include "crypto/sm2.hpp"
#include "crypto/sm3.hpp"

namespace {

constexpr crypto::PasswordCost cheap{.memory_kib = 64, .passes = 1, .lanes = 1};

std::filesystem::path fresh_folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "zhiheng-crypto-XXXXXX";
    return mkdtemp(pattern.data());
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

TEST(Sm3, GivesTheValuesOfTheStandard) {
    const struct {
        const char* why;
        std::string input;
        std::string hash;
    } table[] = {
        {"GB/T 32905 A.1", "abc",                                                              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"},
        {"GB/T 32905 A.2", "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd",
         "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"                                                                                      },
        {"nothing",        "",                                                                 "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(crypto::sm3_hex(row.input), row.hash);
    }
}

TEST(Sm3, IsTheSameInPieces) {
    crypto::Sm3 sm3;
    sm3.update("a");
    sm3.update("bc");
    EXPECT_EQ(sm3.finish(), crypto::sm3_hex("abc"));
    sm3.update("abc");
    EXPECT_EQ(sm3.finish(), crypto::sm3_hex("abc"));
}

TEST(Hex, RoundTripsAndRefusesOtherText) {
    EXPECT_EQ(crypto::from_hex(crypto::to_hex("\x00\xff执")), "\x00\xff执");
    EXPECT_FALSE(crypto::from_hex("abc"));
    EXPECT_FALSE(crypto::from_hex("zz"));
}

TEST(Sm2, SignsWhatOnlyItsPublicKeyAccepts) {
    const auto key = crypto::SigningKey::generate();
    const auto other = crypto::SigningKey::generate();
    ASSERT_TRUE(key && other);
    const std::string signature = key->sign("每日链头");
    EXPECT_TRUE(crypto::verify_signature(key->public_pem(), "每日链头", signature));
    EXPECT_FALSE(crypto::verify_signature(key->public_pem(), "每日链头。", signature));
    EXPECT_FALSE(crypto::verify_signature(other->public_pem(), "每日链头", signature));
    EXPECT_FALSE(crypto::verify_signature("no key", "每日链头", signature));
    EXPECT_FALSE(crypto::verify_signature(key->public_pem(), "每日链头", "00"));
}

TEST(Sm2, KeyComesBackOnlyUnderItsPassphrase) {
    const auto key = crypto::SigningKey::generate();
    ASSERT_TRUE(key);
    const std::string pem = key->to_encrypted_pem("secret");
    EXPECT_NE(pem.find("ENCRYPTED PRIVATE KEY"), std::string::npos);
    const auto back = crypto::SigningKey::from_encrypted_pem(pem, "secret");
    ASSERT_TRUE(back);
    EXPECT_TRUE(crypto::verify_signature(key->public_pem(), "m", back->sign("m")));
    const auto wrong = crypto::SigningKey::from_encrypted_pem(pem, "Secret");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, "key_unreadable");
}

TEST(Sm2, SignatureIsAcceptedByTheOpensslCommand) {
    ASSERT_EQ(std::system("command -v openssl >/dev/null"), 0) << "openssl is not installed";
    const auto folder = fresh_folder();
    const auto key = crypto::SigningKey::generate();
    ASSERT_TRUE(key);
    write_file(folder / "key.pem", key->public_pem());
    write_file(folder / "message", "执衡");
    write_file(folder / "signature", *crypto::from_hex(key->sign("执衡")));
    const std::string command =
        "cd " + folder.string() +
        " && openssl pkeyutl -verify -pubin -inkey key.pem -in message -rawin -digest sm3"
        " -sigfile signature -pkeyopt distid:1234567812345678 >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::filesystem::remove_all(folder);
}

TEST(Password, IsSaltedAndVerified) {
    const std::string a = crypto::hash_password("Zhiheng-2026", cheap);
    EXPECT_EQ(a.substr(0, 10), "$argon2id$");
    EXPECT_NE(a, crypto::hash_password("Zhiheng-2026", cheap));
    EXPECT_TRUE(crypto::verify_password("Zhiheng-2026", a));
    EXPECT_FALSE(crypto::verify_password("zhiheng-2026", a));
    EXPECT_FALSE(crypto::verify_password("Zhiheng-2026", "no hash"));
}

TEST(Secret, IsMadeOnceAndKeptPrivate) {
    const auto folder = fresh_folder();
    const auto first = crypto::installation_secret(folder / "secret");
    ASSERT_TRUE(first);
    EXPECT_EQ(first->size(), 64U);
    EXPECT_EQ(*crypto::installation_secret(folder / "secret"), *first);
    chmod((folder / "secret").c_str(), 0644);
    EXPECT_EQ(crypto::installation_secret(folder / "secret").error().code, "secret_exposed");
    std::filesystem::remove_all(folder);
}
