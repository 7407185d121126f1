#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "crypto/hex.hpp"
#include "crypto/sm3.hpp"
#include "json/json.hpp"
#include "signing/authority.hpp"
#include "signing/checker.hpp"
#include "signing/judge.hpp"
#include "signing/x509.hpp"

namespace {

const std::filesystem::path folder = std::filesystem::path(ZHIHENG_SOURCE_DIR) / "tests/signing/vectors";

std::string read(const std::string& name) {
    std::ifstream in(folder / name, std::ios::binary);
    EXPECT_TRUE(in) << name;
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& name, std::string_view bytes) {
    std::ofstream(folder / name, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

base::Instant at(const char* text) {
    return base::Instant::parse(text).value();
}

// One vector: the statement, its signature, the certificate, and what is wrong with it by name of the check.
struct Vector {
    const char* name;
    const char* why;
    const char* statement;    // file
    const char* signature;    // file, DER
    const char* certificate;  // file
    const char* user_id;
    const char* paper;   // file: the PDF it is about
    const char* broken;  // what does not hold, in the order of the checks
};

constexpr const char* standard = "1234567812345678";
constexpr Vector vectors[] = {
    {"true",          "everything holds",                    "statement.json",          "signature.der",          "agency.pem",  standard, "paper.pdf", ""              },
    {"own-id",        "a key with an identifier of its own", "statement-own.json",      "signature-own.der",      "agency.pem",
     "zhiheng@990101",                                                                                                                     "paper.pdf", ""              },
    {"bit",           "one bit of the statement changed",    "statement-bit.json",      "signature.der",          "agency.pem",  standard,
     "paper.pdf",                                                                                                                                       "signature data"},
    {"signature-bit", "one bit of the signature changed",    "statement.json",          "signature-bit.der",      "agency.pem",
     standard,                                                                                                                             "paper.pdf", "signature"     },
    {"wrong-id",      "signed under another identifier",     "statement.json",          "signature-wrong-id.der", "agency.pem",
     standard,                                                                                                                             "paper.pdf", "signature"     },
    {"other-key",     "the certificate of somebody else",    "statement.json",          "signature.der",          "other.pem",
     standard,                                                                                                                             "paper.pdf", "signature"     },
    {"pdf",           "one bit of the PDF changed",          "statement.json",          "signature.der",          "agency.pem",  standard,
     "paper-bit.pdf",                                                                                                                                   "pdf"           },
    {"expired",       "the certificate had expired",         "statement-expired.json",  "signature-expired.der",
     "expired.pem",                                                                                                              standard, "paper.pdf", "validity"      },
    {"revoked",       "the certificate had been revoked",    "statement-revoked.json",  "signature-revoked.der",
     "revoked.pem",                                                                                                              standard, "paper.pdf", "validity"      },
    {"before",        "signed before the revocation",        "statement-before.json",   "signature-before.der",   "revoked.pem",
     standard,                                                                                                                             "paper.pdf", ""              },
    {"stranger",      "an authority nobody trusts",          "statement-stranger.json", "signature-stranger.der",
     "stranger.pem",                                                                                                             standard, "paper.pdf", "certificate"   },
};

constexpr const char* revoked_at = "2026-06-01T04:00:00Z";

std::string signed_as(const Vector& vector) {
    return read(vector.statement);
}

std::vector<std::string> our_verdict(const Vector& vector) {
    const signing_keys::Checker checker;
    const std::string text = signed_as(vector), pem = read(vector.certificate);
    const std::string data = read("data.json"), words = read("text.txt");
    signing::Findings findings{.statement = signing::read_statement(json::parse(text).value()).value(),
                               .certificate = checker.read(pem).value()};
    if (std::string_view(vector.certificate) == "revoked.pem")
        findings.certificate.revoked = signing::Revocation{at(revoked_at), "密钥遗失"};
    findings.signature_holds =
        checker.holds(pem, vector.user_id, text, crypto::to_hex(read(vector.signature)));
    findings.issuer_holds = checker.is_issued_by(pem, read("authority.pem"));
    findings.data_sm3 = crypto::sm3_hex(data);
    findings.text_sm3 = crypto::sm3_hex(words);
    findings.pdf_sm3 = crypto::sm3_hex(read(vector.paper));
    std::vector<std::string> broken;
    for (const auto& check : signing::judge(findings).checks)
        if (!check.holds) broken.push_back(check.what);
    return broken;
}

bool openssl(const std::string& arguments) {
    const std::string command = "cd '" + folder.string() + "' && openssl " + arguments + " >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

std::string openssl_says(const std::string& arguments) {
    const std::string command = "cd '" + folder.string() + "' && openssl " + arguments + " 2>/dev/null";
    FILE* pipe = popen(command.c_str(), "r");
    std::string said;
    char piece[4096];
    for (std::size_t size; (size = fread(piece, 1, sizeof piece, pipe)) > 0;) said.append(piece, size);
    pclose(pipe);
    return said;
}

// The same questions put to the openssl command, in its own words.
std::vector<std::string> verdict_of_openssl(const Vector& vector) {
    const auto statement = signing::read_statement(json::parse(signed_as(vector)).value()).value();
    const std::string id = std::string("distid:") + vector.user_id;
    const std::string key =
        std::filesystem::temp_directory_path() / ("zhiheng-vector-" + std::string(vector.name) + ".pem");
    EXPECT_TRUE(
        openssl("x509 -in " + std::string(vector.certificate) + " -pubkey -noout -out '" + key + "'"));
    std::vector<std::string> broken;
    if (!openssl("pkeyutl -verify -pubin -inkey '" + key + "' -rawin -digest sm3 -in " + vector.statement +
                 " -sigfile " + vector.signature + " -pkeyopt " + id))
        broken.push_back("signature");
    std::filesystem::remove(key);
    const std::string seconds = std::to_string(
        std::chrono::floor<std::chrono::seconds>(statement.at.point()).time_since_epoch().count());
    const std::string chain = "verify -CAfile authority.pem -vfyopt distid:1234567812345678 ";
    if (!openssl(chain + "-no_check_time " + vector.certificate)) broken.push_back("certificate");
    const bool in_time = openssl(chain + "-attime " + seconds + " " + vector.certificate) || !broken.empty();
    const std::string serial = signing_keys::read_certificate(read(vector.certificate))->serial;
    std::string listed = openssl_says("crl -in revoked.crl -noout -text");
    for (char& c : listed) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool revoked = listed.contains("Number: " + serial);
    if (!in_time || (revoked && statement.at >= at(revoked_at))) broken.push_back("validity");
    const auto holds = [](const std::string& file, const std::string& sm3) {
        return openssl_says("dgst -sm3 -r " + file).starts_with(sm3);
    };
    if (!holds("data.json", statement.data_sm3)) broken.push_back("data");
    if (!holds("text.txt", statement.text_sm3)) broken.push_back("text");
    if (!holds(vector.paper, statement.pdf_sm3)) broken.push_back("pdf");
    return broken;
}

}  // namespace

namespace {

struct Maker {
    signing_keys::PrivateKey root = signing_keys::PrivateKey::generate().value();
    signing_keys::PrivateKey agency = signing_keys::PrivateKey::generate().value();

    static signing_keys::Subject subject(const char* name, const char* serial, const char* from,
                                         const char* until) {
        return {.name = name, .organisation = {}, .serial = serial, .from = at(from), .until = at(until)};
    }
    static std::string statement(const char* when, const char* serial, const char* user_id = standard) {
        signing::Statement said;
        said.document = "d1";
        said.case_no = "99010120260001";
        said.title = "行政处罚决定书";
        said.number = "东市监处罚〔2026〕1号";
        said.data_sm3 = crypto::sm3_hex(read("data.json"));
        said.text_sm3 = crypto::sm3_hex(read("text.txt"));
        said.pdf_sm3 = crypto::sm3_hex(read("paper.pdf"));
        said.pdf_size = static_cast<std::int64_t>(read("paper.pdf").size());
        said.signer = "zhou-min";
        said.signer_name = "周敏";
        said.agency = "990101";
        said.certificate = serial;
        said.user_id = user_id;
        said.at = at(when);
        return json::write_canonical(signing::to_value(said));
    }
    static std::string with_bit(std::string bytes, std::size_t place) {
        bytes[place] = static_cast<char>(bytes[place] ^ 1);
        return bytes;
    }
    void put(const std::string& end, const std::string& text, const signing_keys::PrivateKey& key,
             const char* user_id = standard) const {
        write("statement" + end + ".json", text);
        write("signature" + end + ".der", *crypto::from_hex(key.sign(user_id, text)));
    }
};

// The vectors anew, with fresh keys.
void record() {
    const Maker make;
    const char* day = "2026-03-02T09:00:00+08:00";
    write("data.json", R"({"party":{"name":"某食品店"},"penalty":{"fine":"5000.00"}})");
    write("text.txt", "行政处罚决定书\n本局决定处罚款5000元。\n");
    write(
        "paper.pdf",
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF\n");
    write("paper-bit.pdf", Maker::with_bit(read("paper.pdf"), 20));
    const std::string root_pem = signing_keys::Authority::self_certified(
        make.root, Maker::subject("向量根证书", "01", "2020-01-01T00:00:00Z", "2050-01-01T00:00:00Z"));
    const auto root = signing_keys::Authority::open(root_pem, make.root.seal("r", {.n = 16}), "r").value();
    const auto stranger_key = signing_keys::PrivateKey::generate().value();
    const std::string stranger_pem = signing_keys::Authority::self_certified(
        stranger_key, Maker::subject("向量根证书", "01", "2020-01-01T00:00:00Z", "2050-01-01T00:00:00Z"));
    const auto stranger =
        signing_keys::Authority::open(stranger_pem, stranger_key.seal("r", {.n = 16}), "r").value();
    const auto certificate = [&](const signing_keys::Authority& from, const signing_keys::PrivateKey& key,
                                 const char* serial, const char* until) {
        return from
            .certify(key.public_pem(),
                     Maker::subject("临江市城东区市场监督管理局", serial, "2026-01-01T00:00:00Z", until))
            .value();
    };
    write("authority.pem", root_pem);
    write("agency.pem", certificate(root, make.agency, "0a", "2046-01-01T00:00:00Z"));
    write("other.pem",
          certificate(root, signing_keys::PrivateKey::generate().value(), "0a", "2046-01-01T00:00:00Z"));
    write("expired.pem", certificate(root, make.agency, "0b", "2026-02-01T00:00:00Z"));
    write("revoked.pem", certificate(root, make.agency, "0c", "2046-01-01T00:00:00Z"));
    write("stranger.pem", certificate(stranger, make.agency, "0d", "2046-01-01T00:00:00Z"));
    write("revoked.crl", root.revocation_list(
                             {
                                 {"0c", at(revoked_at)}
    },
                             at(revoked_at), at("2046-01-01T00:00:00Z")));
    make.put("", Maker::statement(day, "0a"), make.agency);
    make.put("-own", Maker::statement(day, "0a", "zhiheng@990101"), make.agency, "zhiheng@990101");
    make.put("-expired", Maker::statement(day, "0b"), make.agency);
    make.put("-revoked", Maker::statement("2026-06-02T09:00:00+08:00", "0c"), make.agency);
    make.put("-before", Maker::statement(day, "0c"), make.agency);
    make.put("-stranger", Maker::statement(day, "0d"), make.agency);
    const std::string text = read("statement.json");
    write("statement-bit.json", Maker::with_bit(text, text.find("d1") + 1));
    write("signature-bit.der", Maker::with_bit(read("signature.der"), 20));
    write("signature-wrong-id.der", *crypto::from_hex(make.agency.sign("8765432187654321", text)));
}

}  // namespace

TEST(SigningVectors, AreJudgedAlikeHereAndByTheOpensslCommand) {
    ASSERT_EQ(std::system("command -v openssl >/dev/null"), 0) << "openssl is not installed";
    if (std::getenv("RECORD_VECTORS")) record();
    for (const Vector& vector : vectors) {
        SCOPED_TRACE(std::string(vector.name) + ": " + vector.why);
        std::istringstream words(vector.broken);
        const std::vector<std::string> expected{std::istream_iterator<std::string>(words), {}};
        EXPECT_EQ(our_verdict(vector), expected);
        EXPECT_EQ(verdict_of_openssl(vector), expected);
    }
}

// The list of what was revoked is signed by the authority: openssl reads it, the signature is checked over
// its inner part.
TEST(SigningVectors, TheRevocationListIsTheAuthoritys) {
    const std::string temporary = std::filesystem::temp_directory_path() / "zhiheng-crl";
    EXPECT_TRUE(openssl("asn1parse -in revoked.crl -strparse 3 -noout -out '" + temporary + ".tbs'") ||
                openssl("asn1parse -in revoked.crl -strparse 4 -noout -out '" + temporary + ".tbs'"));
    const std::string parsed = openssl_says("asn1parse -in revoked.crl | grep 'BIT STRING' | cut -d: -f1");
    EXPECT_TRUE(openssl("asn1parse -in revoked.crl -strparse " + std::to_string(std::atoi(parsed.c_str())) +
                        " -noout -out '" + temporary + ".sig'"));
    EXPECT_TRUE(openssl("x509 -in authority.pem -pubkey -noout -out '" + temporary + ".pem'"));
    EXPECT_TRUE(openssl("pkeyutl -verify -pubin -inkey '" + temporary + ".pem' -rawin -digest sm3 -in '" +
                        temporary + ".tbs' -sigfile '" + temporary +
                        ".sig' -pkeyopt distid:1234567812345678"));
    for (const char* end : {".tbs", ".sig", ".pem"}) std::filesystem::remove(temporary + end);
}
