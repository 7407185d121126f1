#include "postgres/electronic_services/electronic_service_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant sent_at = base::Instant::at(day(2024, 5, 20), 9);

postgres::ElectronicServiceStore store() {
    return postgres::ElectronicServiceStore(bureau().database->app());
}

std::string sm3(std::string_view text) {
    return crypto::sm3_hex(text);
}

// A case with one paper.
struct Filed {
    std::string no, document;
    Filed() {
        auto created = new_case();
        auto paper = numbered_document("电" + fresh_id().substr(0, 6));
        document = paper.id;
        created.first.documents = {paper};
        no = must(bureau().cases().create(zhou(), created)).case_no;
    }
};

ports::ElectronicService service_of(const Filed& filed, const std::string& link) {
    return {
        .id = fresh_id(),
        .case_no = filed.no,
        .document = filed.document,
        .act_n = 1,
        .document_no = 37,
        .form = "penalty_notice",
        .title = "行政处罚告知书",
        .number = "东市监罚告〔2024〕1号",
        .paper_sm3 = sm3("paper"),
        .recipient = "张三",
        .channel = "email",
        .account = "zhang@example.cn",
        .code_channel = "sms",
        .code_account = "13900000001",
        .online_recon_channel = "",
        .facts = base::Object{{"agency", base::Object{{"name", "城东区局"}}}},
        .link_sm3 = sm3(link),
        .code_sm3 = sm3(link + "123456"),
        .code_until = sent_at.plus_hours(72),
        .sent_by = "zhou",
        .sent_by_name = "周敏",
        .sent_at = sent_at,
        .expires_at = sent_at.plus_hours(360),
        .remind_on = day(2024, 5, 23),
        .request = {.key = "key of " + link, .digest = "d"}
    };
}

ports::ElectronicService sent(const Filed& filed, const std::string& link) {
    auto service = service_of(filed, link);
    must(store().create(zhou(), service));
    service.state = "sent";
    service.carrier = "250 OK";
    must(store().settle(zhou(), service));
    return service;
}

ports::Opening opening(base::Instant at = sent_at.plus_hours(1), const std::string& device = "phone") {
    return {.at = at,
            .device = device,
            .address = "203.0.*.*",
            .reading_sm3 = sm3("key"),
            .reading_until = at.plus_hours(1)};
}

ports::Evidence receipt() {
    return {.id = fresh_id(),
            .name = "电子送达回执.pdf",
            .type = "application/pdf",
            .size = 10,
            .sm3 = sm3("receipt"),
            .added_at = sent_at.plus_hours(1)};
}

}  // namespace

TEST(ElectronicServices, ARequestSendsOnce) {
    const Filed filed;
    const auto service = sent(filed, "link-request");
    const auto again = must(store().of_request(zhou(), service.request));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, service.id);
    EXPECT_EQ(code_of(store().of_request(zhou(), {service.request.key, "other"})), "key_reused");
    EXPECT_FALSE(must(store().of_request(he(), service.request))) << "a key belongs to who sent";
    auto second = service_of(filed, "link-request-2");
    second.request = service.request;
    EXPECT_FALSE(store().create(zhou(), second)) << "two that arrive at once";
    EXPECT_FALSE(must(store().is_sealed(zhou(), filed.document)));
}

TEST(ElectronicServices, ACodeOpensOnceAndTheFirstOpeningStands) {
    const Filed filed;
    const auto service = sent(filed, "link-once");
    const auto code = sm3("link-once123456");
    EXPECT_EQ(must(store().try_code(service.link_sm3, sm3("other"), opening(), 5)), std::optional(false));
    EXPECT_EQ(must(store().try_code(service.link_sm3, code, opening(), 5)), std::optional(true));
    EXPECT_EQ(must(store().try_code(service.link_sm3, code, opening(), 5)), std::nullopt) << "used up";
    auto now = *must(store().by_link(service.link_sm3));
    EXPECT_EQ(now.opened_at, sent_at.plus_hours(1));
    EXPECT_EQ(now.wrong, 1);

    EXPECT_TRUE(must(store().replace_code(service.link_sm3, sm3("second"), sent_at.plus_hours(90), 2)));
    EXPECT_FALSE(must(store().replace_code(service.link_sm3, sm3("third"), sent_at.plus_hours(90), 2)));
    EXPECT_EQ(
        must(store().try_code(service.link_sm3, sm3("second"), opening(sent_at.plus_hours(2), "laptop"), 5)),
        std::optional(true));
    now = *must(store().by_link(service.link_sm3));
    EXPECT_EQ(now.opened_at, sent_at.plus_hours(1)) << "the first opening is the day that counts";
    EXPECT_EQ(now.device, "phone");
    EXPECT_TRUE(must(store().may_read(service.link_sm3, sm3("key"), sent_at.plus_hours(2))));
    EXPECT_FALSE(must(store().may_read(service.link_sm3, sm3("key"), sent_at.plus_hours(4)))) << "over";
    EXPECT_FALSE(must(store().may_read(service.link_sm3, "", sent_at.plus_hours(2))));
}

TEST(ElectronicServices, GuessersAtTheSameTimeHaveNoMoreTriesThanOne) {
    const Filed filed;
    const auto service = sent(filed, "link-guess");
    std::vector<std::thread> guessers;
    std::atomic<int> tried = 0;
    for (int i = 0; i < 12; ++i)
        guessers.emplace_back([&, i] {
            const auto answer = store().try_code(service.link_sm3, sm3(std::to_string(i)), opening(), 5);
            if (answer && answer->has_value()) ++tried;
        });
    for (auto& guesser : guessers) guesser.join();
    EXPECT_EQ(tried, 5);
    EXPECT_EQ(must(store().by_link(service.link_sm3))->wrong, 5);
    EXPECT_EQ(must(store().try_code(service.link_sm3, sm3("link-guess123456"), opening(), 5)), std::nullopt)
        << "locked, the right code too";
}

TEST(ElectronicServices, SentAnewTheEarlierLinkIsVoid) {
    const Filed filed;
    const auto first = sent(filed, "link-first");
    auto second = service_of(filed, "link-second");
    second.sent_at = sent_at.plus_hours(1);
    must(store().create(zhou(), second));
    second.state = "sent";
    must(store().settle(zhou(), second));
    EXPECT_EQ(must(store().by_link(first.link_sm3))->state, "void");
    EXPECT_EQ(must(store().try_code(first.link_sm3, sm3("link-first123456"), opening(), 5)), std::nullopt);
    EXPECT_EQ(must(store().by_link(second.link_sm3))->state, "sent");
    EXPECT_EQ(must(store().of_document(zhou(), filed.document)).size(), 2u);
}

TEST(ElectronicServices, OfTwoSentAtOnceTheLaterOneHolds) {
    for (const bool later_first : {false, true}) {
        const Filed filed;
        const std::string name = later_first ? "link-a" : "link-b";
        auto earlier = service_of(filed, name + "-earlier");
        auto later = service_of(filed, name + "-later");
        later.sent_at = sent_at.plus_hours(1);
        must(store().create(zhou(), earlier));
        must(store().create(zhou(), later));
        earlier.state = later.state = "sent";
        must(store().settle(zhou(), later_first ? later : earlier));
        must(store().settle(zhou(), later_first ? earlier : later));
        EXPECT_EQ(must(store().by_link(earlier.link_sm3))->state, "void") << later_first;
        EXPECT_EQ(must(store().by_link(later.link_sm3))->state, "sent") << later_first;
    }
}

TEST(ElectronicServices, TheReceiptBecomesEvidenceOnce) {
    const Filed filed;
    const auto service = sent(filed, "link-receipt");
    EXPECT_EQ(code_of(store().file_receipt(service.link_sm3, receipt())), "not_found")
        << "nobody has opened it";
    must(store().try_code(service.link_sm3, sm3("link-receipt123456"), opening(), 5));
    const auto made = receipt();
    must(store().file_receipt(service.link_sm3, made));
    must(store().file_receipt(service.link_sm3, receipt()));
    postgres::EvidenceStore evidence(bureau().database->app());
    const auto list = must(evidence.of_case(zhou(), filed.no));
    ASSERT_EQ(list.size(), 1u) << "a repeat adds nothing";
    EXPECT_EQ(list.front().id, made.id);
    EXPECT_EQ(list.front().no, filed.no + "-ZJ0001");
    EXPECT_EQ(list.front().added_by_name, "周敏");
    const auto events = must(evidence.custody(zhou(), made.id));
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events.front().kind, "received");
    EXPECT_EQ(must(store().by_link(service.link_sm3))->receipt, made.id);
}

TEST(ElectronicServices, TheWallsStandOnBothSides) {
    const Filed filed;
    auto service = sent(filed, "link-walls");
    EXPECT_TRUE(must(store().of_document(ma(), filed.document)).empty()) << "another district";
    EXPECT_EQ(must(store().of_document(qin(), filed.document)).size(), 1u) << "the city above reads";
    EXPECT_TRUE(must(store().of_document(administrator({"SYSTEM_ADMIN"}), filed.document)).empty())
        << "who only runs the system";
    EXPECT_EQ(must(store().by_link(sm3("another link"))), std::nullopt);

    auto foreign = service_of(filed, "link-foreign");
    EXPECT_FALSE(store().create(ma(), foreign)) << "a case of another district";
    EXPECT_FALSE(store().create(qin(), foreign)) << "the city reads, it does not send";
    foreign.sent_by = "he";
    EXPECT_FALSE(store().create(zhou(), foreign)) << "in the name of somebody else";
    service.state = "failed";
    must(store().settle(ma(), service));
    EXPECT_EQ(must(store().by_link(service.link_sm3))->state, "sent") << "not his to settle";

    // The holder of a link sees his row and nothing else of the database.
    postgres::Context bearer = postgres::Context::for_purpose("electronic_service");
    bearer.person = service.link_sm3;
    auto& app = bureau().database->app();
    EXPECT_TRUE(must(app.read(bearer, "documents/of_case", postgres::Params(filed.no))).empty());
    EXPECT_TRUE(must(app.read(bearer, "evidence/of_case", postgres::Params(filed.no))).empty());
    EXPECT_TRUE(must(app.read(bearer, "cases/acts", postgres::Params(filed.no))).empty());
    EXPECT_FALSE(must(store().is_struck(service.link_sm3)));
}

TEST(ElectronicServices, NobodyWritesAnOpeningAfterwards) {
    const Filed filed;
    const auto service = sent(filed, "link-kept");
    auto owner = must(postgres::Connection::open(bureau().database->conninfo("zhiheng_owner")));
    EXPECT_FALSE(owner.plain("UPDATE zhiheng.electronic_services SET opened_at = now() WHERE id = '" +
                             service.id + "'"))
        << "only the recipient's own transaction opens";
    EXPECT_FALSE(owner.plain("UPDATE zhiheng.electronic_services SET account = 'x@example.cn' WHERE id = '" +
                             service.id + "'"));
    EXPECT_FALSE(owner.plain("DELETE FROM zhiheng.electronic_services WHERE id = '" + service.id + "'"));
}

TEST(ElectronicServices, WhoSentIsRemindedUntilThePaperIsServedOtherwise) {
    const Filed filed;
    const auto service = sent(filed, "link-remind");
    const auto mine = [&](const identity::Viewer& viewer, base::Date until) {
        int count = 0;
        for (const auto& row : must(store().unopened(viewer, until))) count += row.id == service.id ? 1 : 0;
        return count;
    };
    EXPECT_EQ(mine(zhou(), day(2024, 5, 22)), 0) << "not yet";
    EXPECT_EQ(mine(zhou(), day(2024, 5, 23)), 1);
    EXPECT_EQ(mine(he(), day(2024, 5, 23)), 1) << "the other handler of the case";
    EXPECT_EQ(mine(lu(), day(2024, 5, 23)), 0);

    auto other = next_act(filed.no, 1, "serve");
    other.act.recorded_at = sent_at.plus_hours(30);
    other.act.data = base::Object{
        {"document", 45      },
        {"outcome",  "served"}
    };
    must(bureau().cases().append(zhou(), other));
    EXPECT_EQ(mine(zhou(), day(2024, 5, 23)), 1) << "another paper was served";
    auto act = next_act(filed.no, 2, "serve");
    act.act.recorded_at = sent_at.plus_hours(31);
    act.act.data = base::Object{
        {"document", 37      },
        {"of",       1       },
        {"outcome",  "served"}
    };
    must(bureau().cases().append(zhou(), act));
    EXPECT_EQ(mine(zhou(), day(2024, 5, 23)), 0) << "this one was handed over";
    auto struck = next_act(filed.no, 3, "strike");
    struck.act.recorded_at = sent_at.plus_hours(32);
    struck.act.data = base::Object{
        {"of", act.act.n}
    };
    must(bureau().cases().append(zhou(), struck));
    EXPECT_EQ(mine(zhou(), day(2024, 5, 23)), 1) << "the service was struck";
}
