#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "crypto/hex.hpp"
#include "signing/authority.hpp"
#include "signing/checker.hpp"
#include "signing/local_signer.hpp"
#include "signing/x509.hpp"

namespace {

using signing_keys::PrivateKey;

base::Instant at(const char* text) {
    return base::Instant::parse(text).value();
}

const signing_keys::Subject root_subject{.name = "试验根证书",
                                         .organisation = {},
                                         .serial = "01",
                                         .from = at("2026-01-01T00:00:00+08:00"),
                                         .until = at("2036-01-01T00:00:00+08:00")};
const signing_keys::Subject agency_subject{.name = "临江市城东区市场监督管理局",
                                           .organisation = {},
                                           .serial = "0abc",
                                           .from = at("2026-01-01T00:00:00+08:00"),
                                           .until = at("2029-01-01T00:00:00+08:00")};

struct World {
    PrivateKey root = PrivateKey::generate().value();
    PrivateKey agency = PrivateKey::generate().value();
    std::string root_pem = signing_keys::Authority::self_certified(root, root_subject);
    signing_keys::Authority authority =
        signing_keys::Authority::open(root_pem, root.seal("r", {.n = 16}), "r").value();
    std::string agency_pem = authority.certify(agency.public_pem(), agency_subject).value();
};

std::filesystem::path fresh_folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "zhiheng-signing-XXXXXX";
    return mkdtemp(pattern.data());
}

}  // namespace

TEST(PrivateKey, OpensUnderItsPassphraseOnly) {
    const PrivateKey key = PrivateKey::generate().value();
    const std::string sealed = key.seal("口令 2026", {.n = 1024});
    const auto back = PrivateKey::open(sealed, "口令 2026");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->public_pem(), key.public_pem());
    EXPECT_EQ(PrivateKey::open(sealed, "口令 2027").error().code, "key_unreadable");
    EXPECT_EQ(PrivateKey::open(sealed.substr(0, sealed.size() / 2), "口令 2026").error().code,
              "key_unreadable");
}

TEST(PrivateKey, LiesUnderSm4AndScryptAsTheOpensslCommandReadsIt) {
    const auto folder = fresh_folder();
    std::ofstream(folder / "key.pem") << PrivateKey::generate().value().seal("secret", {.n = 1024});
    const std::string in = "cd " + folder.string() + " && openssl ";
    EXPECT_EQ(std::system((in + "pkey -in key.pem -passin pass:secret -noout").c_str()), 0);
    EXPECT_NE(std::system((in + "pkey -in key.pem -passin pass:Secret -noout 2>/dev/null").c_str()), 0);
    EXPECT_EQ(std::system((in + "asn1parse -in key.pem | grep -q sm4-cbc").c_str()), 0);
    EXPECT_EQ(std::system((in + "asn1parse -in key.pem | grep -q scrypt").c_str()), 0);
    std::filesystem::remove_all(folder);
}

TEST(Certificate, SaysWhatItWasMadeFor) {
    const World world;
    const auto read = signing_keys::read_certificate(world.agency_pem);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->serial, "0abc");
    EXPECT_EQ(read->subject, "临江市城东区市场监督管理局");
    EXPECT_EQ(read->issuer, "试验根证书");
    EXPECT_EQ(read->from, agency_subject.from);
    EXPECT_EQ(read->until, agency_subject.until);
    EXPECT_FALSE(read->is_authority);
    EXPECT_TRUE(signing_keys::read_certificate(world.root_pem)->is_authority);
    EXPECT_EQ(signing_keys::read_certificate("no certificate").error().code, "bad_certificate");
}

TEST(Certificate, IsBelievedOnlyFromItsAuthority) {
    const World world, other;
    EXPECT_TRUE(signing_keys::is_issued_by(world.agency_pem, world.root_pem));
    EXPECT_FALSE(signing_keys::is_issued_by(world.agency_pem, other.root_pem)) << "same name, other key";
    EXPECT_FALSE(signing_keys::is_issued_by(world.agency_pem, world.agency_pem)) << "no authority";
}

TEST(Checker, HoldsForTheTextTheIdentifierAndTheKeyOnly) {
    const World world, other;
    const signing_keys::Checker checker;
    const std::string id(signing::standard_user_id);
    const std::string signature = world.agency.sign(id, "内容");
    EXPECT_TRUE(checker.holds(world.agency_pem, id, "内容", signature));
    EXPECT_FALSE(checker.holds(world.agency_pem, id, "内容。", signature));
    EXPECT_FALSE(checker.holds(world.agency_pem, "8765432187654321", "内容", signature));
    EXPECT_FALSE(checker.holds(other.agency_pem, id, "内容", signature));
    EXPECT_FALSE(checker.holds(world.agency_pem, id, "内容", "30"));
    const std::string own = world.agency.sign("zhiheng@990101", "内容");
    EXPECT_TRUE(checker.holds(world.agency_pem, "zhiheng@990101", "内容", own)) << "an identifier of its own";
}

TEST(LocalSigner, NeedsPassphraseAndSecret) {
    signing_keys::LocalSigner signer("secret of the installation");
    const auto key = signer.make_key("k", signing::standard_user_id, "246810");
    ASSERT_TRUE(key);
    const auto signature = signer.sign(*key, "246810", "内容");
    ASSERT_TRUE(signature);
    const auto pkey = signing_keys::read_public(key->public_pem);
    EXPECT_TRUE(signing_keys::signature_holds(pkey.get(), key->user_id, "内容", *signature));
    EXPECT_EQ(signer.sign(*key, "246811", "内容").error().code, "key_unreadable");
    EXPECT_EQ(signing_keys::LocalSigner("stolen").sign(*key, "246810", "内容").error().code,
              "key_unreadable");
}
