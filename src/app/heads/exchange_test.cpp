#include "heads/exchange.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace std::chrono_literals;

// "key:text" is the signature of a key over a text.
class ToyKeys final : public ports::HeadKeys {
  public:
    base::Result<ports::SignedText> sign_text(std::string_view region, std::string_view text) override {
        return ports::SignedText{std::string(region) + ":" + std::string(text), std::string(region)};
    }
    bool is_signed(std::string_view key, std::string_view text, std::string_view signature) const override {
        return signature == std::string(key) + ":" + std::string(text);
    }
};

class ToyStore final : public ports::HeadStore {
  public:
    std::vector<ports::DayHead> heads;
    std::vector<ports::HeadReceipt> kept_receipts;
    std::vector<ports::ReceivedHead> kept;
    std::string failure;

    base::Result<std::vector<ports::SentHead>> pending(int) override {
        std::vector<ports::SentHead> waiting;
        for (const auto& head : heads)
            if (std::ranges::none_of(kept_receipts, [&](const auto& each) { return each.day == head.day; }))
                waiting.push_back({.head = head, .superior = heads::superior_of(head.region)});
        return waiting;
    }
    base::Result<void> keep_receipt(const ports::HeadReceipt& receipt) override {
        kept_receipts.push_back(receipt);
        return {};
    }
    base::Result<void> note_failure(const ports::DayHead&, std::string_view error, base::Instant) override {
        failure = error;
        return {};
    }
    base::Result<bool> knows(std::string_view region) override { return region.starts_with("9901"); }
    base::Result<std::vector<ports::ReceivedHead>> received_from(std::string_view) override { return kept; }
    base::Result<void> keep_received(const ports::ReceivedHead& received) override {
        const auto same = [&](const auto& each) { return each.head.head == received.head.head; };
        if (std::ranges::none_of(kept, same)) kept.push_back(received);
        return {};
    }
    base::Result<std::vector<ports::SentHead>> sent(const identity::Viewer&, ports::Month) override {
        return pending(0);
    }
    base::Result<std::vector<ports::ReceivedHead>> received(const identity::Viewer&) override { return kept; }
    base::Result<std::vector<ports::HeadReceipt>> receipts() override { return kept_receipts; }
    base::Result<std::vector<ports::ReceivedHead>> all_received() override { return kept; }
    base::Result<std::vector<ports::DayHead>> heads_of(std::string_view) override { return heads; }
};

class SomeDay final : public ports::Clock {
  public:
    base::Instant now() const override { return base::Instant::at(base::Date(2026y / 3 / 9), 1); }
};

ports::DayHead head_of(int day, char fill, char before) {
    ports::DayHead head{.region = "990101",
                        .day = base::Date(2026y / 3 / 1).plus_days(day),
                        .acts = 3,
                        .prev_head = before == ' ' ? std::string() : std::string(64, before),
                        .head = std::string(64, fill),
                        .signature = {},
                        .public_pem = "990101"};
    head.signature = "990101:" + head.head;
    return head;
}

struct Heads : testing::Test {
    ToyStore store;
    ToyKeys keys;
    SomeDay clock;
    heads::Exchange exchange{store, keys, clock};
    static bool always() { return true; }
};

}  // namespace

TEST_F(Heads, GoUpOnceEachAndTheReceiptIsKept) {
    store.heads = {head_of(0, 'a', ' '), head_of(1, 'b', 'a')};
    EXPECT_EQ(exchange.deliver({}, always).value(), 2);
    EXPECT_EQ(store.kept.size(), 2U);
    ASSERT_EQ(store.kept_receipts.size(), 2U);
    EXPECT_EQ(store.kept_receipts[0].superior, "990100");
    EXPECT_EQ(exchange.deliver({}, always).value(), 0);
    EXPECT_TRUE(exchange.check()->empty());
    EXPECT_TRUE(heads::doubts(store.kept).empty());
}

TEST_F(Heads, WaitUntilAReceiptCame) {
    store.heads = {head_of(0, 'a', ' ')};
    const heads::Transport cut = [](const heads::Letter&) -> base::Result<ports::HeadReceipt> {
        return base::fail("no_connection", "不能连接上级机关");
    };
    EXPECT_FALSE(exchange.deliver(cut, always));
    EXPECT_EQ(store.failure, "不能连接上级机关");
    const heads::Transport lying = [&](const heads::Letter& letter) -> base::Result<ports::HeadReceipt> {
        auto receipt = exchange.receive(letter);
        if (receipt) receipt->head = std::string(64, 'f');
        return receipt;
    };
    EXPECT_EQ(exchange.deliver(lying, always).error().code, "bad_receipt");
    EXPECT_EQ(exchange.deliver({}, always).value(), 1);
}

TEST_F(Heads, AChainWrittenAnewIsFoundHereAndAbove) {
    store.heads = {head_of(0, 'a', ' '), head_of(1, 'b', 'a')};
    ASSERT_TRUE(exchange.deliver({}, always));
    store.heads[1] = head_of(1, 'c', 'a');
    EXPECT_EQ(exchange.check()->size(), 2U) << "against the receipt and against what the superior holds";
    store.kept_receipts.pop_back();
    ASSERT_TRUE(exchange.deliver({}, always));
    const auto found = heads::doubts(store.kept);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, "fork");
    store.heads.pop_back();
    EXPECT_FALSE(exchange.check()->empty()) << "a day taken away";
}

TEST_F(Heads, DoubtsNameWhatIsMissing) {
    const auto at = clock.now();
    EXPECT_EQ(heads::doubts({
                                {head_of(0, 'a', ' '), at},
                                {head_of(2, 'c', 'b'), at}
    })
                  .front()
                  .kind,
              "gap");
    EXPECT_EQ(heads::doubts({
                                {head_of(0, 'a', 'e'), at}
    })
                  .front()
                  .kind,
              "gap");
    auto other = head_of(1, 'b', 'a');
    other.public_pem = "another";
    EXPECT_EQ(heads::doubts({
                                {head_of(0, 'a', ' '), at},
                                {other, at}
    })
                  .front()
                  .kind,
              "other_key");
}

TEST_F(Heads, ReceivesOnlyWhatItsSignerSigned) {
    struct Row {
        const char* why;
        std::function<void(heads::Letter&)> spoil;
        const char* code;
    };
    const Row table[] = {
        {"an agency of nobody",  [](auto& it) { it.head.region = "980101"; },              "unknown_agency"},
        {"the highest node",     [](auto& it) { it.head.region = "990000"; },              "bad_input"     },
        {"moved to another day", [](auto& it) { it.head.day = it.head.day.plus_days(1); }, "bad_signature" },
        {"other acts",           [](auto& it) { it.head.acts = 4; },                       "bad_signature" },
        {"no letter signature",  [](auto& it) { it.signature.clear(); },                   "bad_signature" },
        {"not a hash",           [](auto& it) { it.head.head = "x"; },                     "bad_input"     },
        {"no acts",              [](auto& it) { it.head.acts = 0; },                       "bad_input"     },
    };
    for (const Row& row : table) {
        heads::Letter letter{head_of(0, 'a', ' '), {}};
        letter.signature = "990101:" + heads::text_of(letter.head);
        row.spoil(letter);
        const auto received = exchange.receive(letter);
        ASSERT_FALSE(received) << row.why;
        EXPECT_EQ(received.error().code, row.code) << row.why;
    }
    EXPECT_TRUE(store.kept.empty());
}
