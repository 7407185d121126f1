#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "signing/judge.hpp"
#include "signing/seal_picture.hpp"

namespace {

base::Instant at(const char* text) {
    return base::Instant::parse(text).value();
}

signing::Certificate certificate() {
    return {
        .serial = "0a",
        .subject = "某市场监督管理局",
        .issuer = "某根证书",
        .from = at("2026-01-01T00:00:00+08:00"),
        .until = at("2028-12-31T23:59:59+08:00"),
        .revoked = signing::Revocation{at("2026-06-01T12:00:00+08:00"), "密钥遗失"}
    };
}

signing::Findings sound() {
    signing::Statement said{.document = "d",
                            .case_no = "c",
                            .title = "行政处罚决定书",
                            .number = "某市监处罚〔2026〕1号",
                            .data_sm3 = "1",
                            .text_sm3 = "2",
                            .pdf_sm3 = "3",
                            .pdf_size = 4,
                            .kind = signing::Kind::seal,
                            .signer = "a",
                            .signer_name = "甲",
                            .agency = "990101",
                            .certificate = "0a",
                            .user_id = std::string(signing::standard_user_id),
                            .at = at("2026-03-01T09:00:00+08:00"),
                            .handwritten = {{"当事人", "乙", "2026-03-01T08:59:00+08:00", "5"}}};
    return {.statement = std::move(said),
            .certificate = certificate(),
            .signature_holds = true,
            .issuer_holds = true,
            .data_sm3 = "1",
            .text_sm3 = "2",
            .pdf_sm3 = "3"};
}

}  // namespace

TEST(Certificate, IsJudgedAtTheTimeOfSigning) {
    const struct {
        const char* why;
        const char* when;
        const char* words;  // empty: good
    } table[] = {
        {"the moment before it begins",  "2025-12-31T23:59:59+08:00", "尚未生效"},
        {"its first moment",             "2026-01-01T00:00:00+08:00", ""        },
        {"before it was revoked",        "2026-06-01T11:59:59+08:00", ""        },
        {"the moment of the revocation", "2026-06-01T12:00:00+08:00", "吊销"    },
        {"after its last moment",        "2029-01-01T00:00:00+08:00", "过期"    },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto flaw = signing::flaw_at(certificate(), at(row.when));
        EXPECT_EQ(flaw.has_value(), *row.words != '\0');
        EXPECT_NE(flaw.value_or("").find(row.words), std::string::npos);
    }
}

TEST(Judge, NamesWhatDoesNotHold) {
    EXPECT_TRUE(signing::judge(sound()).holds());
    const struct {
        const char* what;
        void (*break_it)(signing::Findings&);
    } table[] = {
        {"signature",   [](signing::Findings& f) { f.signature_holds = false; }                       },
        {"certificate", [](signing::Findings& f) { f.issuer_holds = false; }                          },
        {"certificate", [](signing::Findings& f) { f.certificate.serial = "0b"; }                     },
        {"certificate", [](signing::Findings& f) { f.certificate.is_authority = true; }               },
        {"validity",    [](signing::Findings& f) { f.statement.at = at("2026-07-01T09:00:00+08:00"); }},
        {"data",        [](signing::Findings& f) { f.data_sm3 = "x"; }                                },
        {"text",        [](signing::Findings& f) { f.text_sm3 = "x"; }                                },
        {"pdf",         [](signing::Findings& f) { f.pdf_sm3 = "x"; }                                 },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.what);
        signing::Findings findings = sound();
        row.break_it(findings);
        std::vector<std::string> broken;
        for (const auto& check : signing::judge(findings).checks)
            if (!check.holds) broken.push_back(check.what);
        EXPECT_EQ(broken, std::vector<std::string>{row.what});
    }
}

TEST(Statement, ComesBackAsItWasWritten) {
    const signing::Statement said = sound().statement;
    const base::Value value = signing::to_value(said);
    const auto back = signing::read_statement(value);
    ASSERT_TRUE(back);
    EXPECT_EQ(signing::to_value(*back), value);
    EXPECT_EQ(back->handwritten, said.handwritten);
    EXPECT_FALSE(signing::read_statement(base::Object{
        {"format", "other"}
    }));
}

// Whatever the agency is called, its name stays inside the ring and clear of the star.
RC_GTEST_PROP(SealPicture, KeepsItsLettersBetweenStarAndRing, ()) {
    const auto count = *rc::gen::inRange(1, 40);
    std::string name;
    for (int i = 0; i < count; ++i) name += "局";
    const double diameter = 42;
    const auto picture = signing::seal_picture(name, "演示", diameter);
    RC_ASSERT(picture.letters.size() == static_cast<std::size_t>(count));
    for (const auto& letter : picture.letters) {
        const double from_middle = std::hypot(letter.middle.x, letter.middle.y);
        RC_ASSERT(from_middle + letter.size / 2 * std::numbers::sqrt2 < picture.radius);
        RC_ASSERT(from_middle - letter.size / 2 * std::numbers::sqrt2 > diameter * 0.165);
    }
    for (std::size_t i = 1; i < picture.letters.size(); ++i) {
        const auto& a = picture.letters[i - 1];
        const auto& b = picture.letters[i];
        RC_ASSERT(std::hypot(a.middle.x - b.middle.x, a.middle.y - b.middle.y) >= a.size * 0.99);
    }
}
