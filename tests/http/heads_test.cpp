#include <algorithm>

#include "crypto/sm2.hpp"
#include "crypto/sm3.hpp"
#include "http/heads/letter_value.hpp"
#include "world.hpp"

// The other installation: an agency with a key of its own, whose letters come over HTTP.
namespace http_test {

namespace {

class Agency {
  public:
    heads::Letter letter(base::Date day) const {
        ports::DayHead head{.region = "990102",
                            .day = day,
                            .acts = 3,
                            .prev_head = {},
                            .head = crypto::sm3_hex(day.str()),
                            .signature = {},
                            .public_pem = key_.public_pem()};
        head.signature = key_.sign(head.head);
        std::string signature = key_.sign(heads::text_of(head));
        return {std::move(head), std::move(signature)};
    }

  private:
    crypto::SigningKey key_ = crypto::SigningKey::generate().value();
};

heads::Transport over_http() {
    return desk::transport_to("127.0.0.1:" + std::to_string(World::get().port())).value();
}

std::size_t received(const char* month) {
    return World::get()
        .officer("qinyue")
        .get(std::string("/api/heads?month=") + month)
        .body.list("received")
        .size();
}

base::Date day(std::string_view text) {
    return base::Date::parse(text).value();
}

}  // namespace

TEST(Heads, ALetterFromAnotherInstallationIsKeptAndAnsweredUnderTheSuperiorsSignature) {
    const Agency west;
    const auto letter = west.letter(day("2020-03-02"));
    const auto receipt = over_http()(letter);
    ASSERT_TRUE(receipt) << receipt.error().message;
    EXPECT_EQ(receipt->region, "990102");
    EXPECT_EQ(receipt->head, letter.head.head);
    EXPECT_EQ(receipt->superior, "990100");
    EXPECT_TRUE(crypto::verify_signature(receipt->public_pem, heads::text_of(*receipt), receipt->signature));
    EXPECT_EQ(received("2020-03"), 1U);
    ASSERT_TRUE(over_http()(letter)) << "a letter sent twice is answered twice";
    EXPECT_EQ(received("2020-03"), 1U);
}

TEST(Heads, ALetterThatWasTouchedOnItsWayIsNotKept) {
    const Agency west;
    const auto whole = west.letter(day("2020-04-01"));
    struct Row {
        const char* why;
        heads::Letter letter;
    };
    std::vector<Row> rows{
        {"another day",    whole},
        {"another head",   whole},
        {"another agency", whole},
        {"another key",    whole},
        {"no acts",        whole}
    };
    rows[0].letter.head.day = day("2020-04-02");
    rows[1].letter.head.head = crypto::sm3_hex("another");
    rows[2].letter.head.region = "990101";
    rows[3].letter.head.public_pem = crypto::SigningKey::generate().value().public_pem();
    rows[4].letter.head.acts = 0;
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const auto receipt = over_http()(row.letter);
        ASSERT_FALSE(receipt);
        EXPECT_EQ(receipt.error().code, "refused_by_superior");
        EXPECT_FALSE(receipt.error().message.empty());
    }
    EXPECT_EQ(received("2020-04"), 0U);
}

TEST(Heads, NobodyAnswersForAnUnknownAgencyOrASilentPort) {
    auto letter = Agency().letter(day("2020-05-01"));
    letter.head.region = "110105";
    EXPECT_FALSE(over_http()(letter));
    EXPECT_FALSE(desk::transport_to("127.0.0.1:1").value()(letter));
    EXPECT_FALSE(desk::transport_to("127.0.0.1"));
}

}  // namespace http_test
