#include "postgres/signing/signing_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant now = base::Instant::at(day(2026, 3, 2), 9);

postgres::SigningStore store() {
    return postgres::SigningStore(bureau().database->app());
}

// An authority, a key of 城东区局 and one of 周敏, each with a certificate.
struct Keys {
    Keys() {
        postgres::AuthorityStore owner(bureau().database->owner());
        must(owner.put_authority({.serial = "01", .name = "根", .pem = "R", .sealed_pem = "secret"}, now));
        add(owner, "a", "", "0a", 2026);
        add(owner, "old", "", "0b", 2020);
        add(owner, "z", "zhou", "0c", 2026);
    }
    static void add(postgres::AuthorityStore& owner, const char* id, const char* person, const char* serial,
                    int year) {
        must(owner.put_key(
            {
                .key = {.id = id,
                        .holder = "here",
                        .user_id = "1234567812345678",
                        .public_pem = id,
                        .sealed_pem = "s"},
                .region = "990101",
                .person = person
        },
            now));
        must(owner.put_certificate({.serial = serial,
                                    .region = "990101",
                                    .person = person,
                                    .name = "名",
                                    .pem = "P",
                                    .authority = "01",
                                    .from = base::Instant::at(day(year, 1, 1), 0),
                                    .until = base::Instant::at(day(year + 1, 1, 1), 0)},
                                   id, now));
    }
};

const Keys& keys() {
    static const Keys one;
    return one;
}

struct Paper {
    std::string no = file_a_case(), id;
    Paper() {
        keys();
        auto append = next_act(no, 1);
        append.documents = {numbered_document()};
        id = append.documents[0].id;
        must(bureau().cases().append(zhou(), append));
    }
    ports::SealedPaper sealed() const {
        const std::string hash(64, 'a');
        return {.document = id,
                .case_no = no,
                .data_sm3 = hash,
                .text_sm3 = std::string(64, 'b'),
                .pdf_sm3 = std::string(64, 'c'),
                .pdf_size = 9,
                .sealed_by = "zhou",
                .sealed_by_name = "周敏",
                .sealed_at = now};
    }
    ports::PaperSignature signature(signing::Kind kind, const char* serial) const {
        return {.id = fresh_id(),
                .document = id,
                .case_no = no,
                .kind = kind,
                .signer = "zhou",
                .certificate = serial,
                .statement = "{}",
                .signature = "30",
                .signed_at = now};
    }
    ports::HandwrittenSignature handwritten() const {
        return {.id = fresh_id(),
                .document = id,
                .case_no = no,
                .role = "当事人",
                .name = "李强",
                .strokes = "{}",
                .sm3 = std::string(64, 'd'),
                .device = "试验",
                .taken_by = "zhou",
                .taken_by_name = "周敏",
                .taken_at = now};
    }
};

}  // namespace

TEST(SigningStore, GivesTheKeyThatIsGoodAtThatMomentToItsOwners) {
    keys();
    using signing::Kind;
    const struct {
        const char* why;
        identity::Viewer who;
        Kind kind;
        base::Instant when;
        const char* serial;  // empty: none
    } table[] = {
        {"the agency's", zhou(), Kind::seal, now, "0a"},
        {"of an earlier year", lu(), Kind::seal, base::Instant::at(day(2020, 5, 1), 9), "0b"},
        {"between two certificates", zhou(), Kind::seal, base::Instant::at(day(2023, 5, 1), 9), ""},
        {"an officer's own", zhou(), Kind::officer, now, "0c"},
        {"nobody else's", he(), Kind::officer, now, ""},
        {"not in the other district", ma(), Kind::seal, now, ""},
        {"not for the level above", qin(), Kind::seal, now, ""},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto key = must(store().key(row.who, row.kind, row.when));
        EXPECT_EQ(key ? key->serial : "", row.serial);
    }
}

TEST(SigningStore, RevokesOnceFromAMomentOn) {
    keys();
    postgres::AuthorityStore owner(bureau().database->owner());
    Keys::add(owner, "r", "he", "0d", 2026);
    ASSERT_TRUE(must(store().key(he(), signing::Kind::officer, now)));
    must(owner.revoke("0d", {.at = now, .reason = "离职"}));
    EXPECT_FALSE(must(store().key(he(), signing::Kind::officer, now)));
    EXPECT_TRUE(must(store().key(he(), signing::Kind::officer, now.plus_hours(-1))));
    EXPECT_EQ(must(store().certificate(he(), "0d")).revoked->reason, "离职");
    EXPECT_EQ(code_of(owner.revoke("0d", {.at = now, .reason = "离职"})), "already_revoked");
    EXPECT_EQ(code_of(owner.revoke("ff", {.at = now, .reason = "离职"})), "not_found");
}

TEST(SigningStore, SealsOnceAndServesWhatWasSealed) {
    const Paper paper;
    auto signatures = store();
    must(signatures.handwrite(zhou(), paper.handwritten()));
    must(signatures.seal(zhou(), paper.sealed(), paper.signature(signing::Kind::seal, "0a")));
    EXPECT_EQ(code_of(signatures.seal(zhou(), paper.sealed(), paper.signature(signing::Kind::seal, "0a"))),
              "already_sealed");
    EXPECT_EQ(code_of(signatures.handwrite(zhou(), paper.handwritten())), "already_sealed");
    must(signatures.sign(zhou(), paper.signature(signing::Kind::officer, "0c")));
    EXPECT_EQ(code_of(signatures.sign(zhou(), paper.signature(signing::Kind::officer, "0c"))),
              "already_sealed");
    EXPECT_EQ(must(signatures.signatures(zhou(), paper.id)).size(), 2U);
    EXPECT_EQ(must(signatures.signatures_of_case(zhou(), paper.no)).front().issued.pem, "P");
    EXPECT_EQ(must(signatures.handwritten_of_case(zhou(), paper.no)).size(), 1U);
    const auto row = must(postgres::DocumentStore(bureau().database->app()).load(zhou(), paper.id));
    EXPECT_EQ(row.sm3, paper.sealed().pdf_sm3);
    EXPECT_EQ(row.text_sm3, paper.sealed().text_sm3);
}

TEST(SigningStore, StandsBehindTheWallsOfTheCase) {
    const Paper paper;
    auto signatures = store();
    EXPECT_FALSE(signatures.seal(ma(), paper.sealed(), paper.signature(signing::Kind::seal, "0a")));
    EXPECT_FALSE(signatures.seal(qin(), paper.sealed(), paper.signature(signing::Kind::seal, "0a")));
    EXPECT_FALSE(signatures.handwrite(ma(), paper.handwritten()));
    must(signatures.seal(zhou(), paper.sealed(), paper.signature(signing::Kind::seal, "0a")));
    EXPECT_FALSE(must(signatures.sealed(ma(), paper.id)));
    EXPECT_TRUE(must(signatures.signatures(ma(), paper.id)).empty());
    EXPECT_TRUE(must(signatures.sealed(qin(), paper.id)));
    EXPECT_TRUE(must(signatures.sealed(lu(), paper.id)));
}
