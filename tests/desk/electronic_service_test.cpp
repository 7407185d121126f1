#include "electronic_service_desk.hpp"

namespace {

using namespace served_desk;

TEST(ElectronicService, TheLawIsAskedBeforeAnythingIsSent) {
    const struct {
        const char* why;
        Value electronic;
        std::string_view to, recon;
        int paper;
        const char *code, *basis;
    } table[] = {
        {"no consent", consent(false), account, channel, order_of_correction, "electronic_consent_missing",
         "第八十二条"},
        {"an account that is not on the form", consent(true), "other@example.cn", channel,
         order_of_correction, "electronic_consent_missing", "第八十二条"},
        {"a decision without the online way to reconsideration", consent(true), account, "",
         order_of_correction, "online_recon_channel_missing", "第二十二条"},
        {"a fax carries no link", consent(true, "fax", "0999-1234567"), "0999-1234567", channel,
         order_of_correction, "channel_without_link", "第八十二条"},
        {"what is written for the file only", consent(true), account, channel, filing_form, "paper_internal",
         "第八十二条"},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const Desk desk(row.electronic);
        const auto sent = desk.send(row.to, row.recon, row.paper);
        ASSERT_TRUE(sent) << sent.error().message;
        ASSERT_TRUE(sent->refusal);
        EXPECT_EQ(sent->refusal->code, row.code);
        EXPECT_NE(sent->refusal->basis.find(row.basis), std::string::npos) << sent->refusal->basis;
        EXPECT_TRUE(desk.messenger.messages.empty());
        EXPECT_TRUE(desk.rows.rows.empty());
    }
}

// 程序规定 第八十三条: each party confirms its own address.
TEST(ElectronicService, APaperGoesToTheAccountOfThePartyItIsFor) {
    const struct {
        const char *why, *confirms, *corrects, *code;
    } table[] = {
        {"the other party's form",  "p2", "p1", "electronic_consent_missing"},
        {"the other party's paper", "p1", "p2", "electronic_consent_missing"},
        {"his own",                 "p1", "p1", ""                          },
        {"its own",                 "p2", "p2", ""                          },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const Desk desk(of_two(row.confirms, row.corrects));
        const auto sent = desk.send();
        ASSERT_TRUE(sent) << sent.error().message;
        EXPECT_EQ(sent->refusal ? sent->refusal->code : "", row.code);
        EXPECT_EQ(desk.messenger.messages.empty(), *row.code != 0);
        if (!sent->refusal) {
            EXPECT_EQ(sent->service->facts["party"].text("id"), row.corrects);
        }
    }
}

TEST(ElectronicService, AFormIsNobodysButWhoSignedIt) {
    const struct {
        const char *why, *act, *id, *reason, *code;
    } table[] = {
        {"the paper names who is the party no more",                  "replace_party", "",   "wrong_party",
         "paper_of_former_party"                                                                              },
        {"who came in later has signed nothing, the first still has", "add_party",     "p2", "joint",       ""},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const Desk desk(with_change(row.act, row.id, row.reason));
        const auto sent = desk.send();
        ASSERT_TRUE(sent) << sent.error().message;
        EXPECT_EQ(sent->refusal ? sent->refusal->code : "", row.code);
        if (!sent->refusal) {
            EXPECT_EQ(sent->service->recipient, "冯启明");
        }
    }
}

TEST(ElectronicService, APaperToOthersNeverGoesToThePartysAccount) {
    const auto rules =
        *electronic_service::Rules::from(*catalogue::Files().load("procedure/electronic_service.yaml"));
    for (const char* form : {"criminal_referral_letter", "assistance_request_letter", "test_commission",
                             "case_transfer_letter", "seizure_assistance_notice", "custody_entrustment",
                             "court_enforcement_application", "report_result_notice", "supervision_notice"})
        EXPECT_FALSE(rules.is_for_party(form)) << form;
    for (const char* form : {"penalty_notice", "penalty_decision", "hearing_notice", "correction_order"})
        EXPECT_TRUE(rules.is_for_party(form)) << form;
    for (const auto& form : rules.papers)
        EXPECT_NE(
            the_books().templates.find(form, {.place = "990101", .day = *base::Date::parse("2024-05-20")}),
            nullptr)
            << form;
}

TEST(ElectronicService, AStruckPaperIsNotSentAndAStrangerSendsNothing) {
    Desk desk;
    const auto stranger = desk.service.send(desk.desk.viewer("gu-qing"), desk.paper(order_of_correction).id,
                                            account, channel, desk.request());
    EXPECT_TRUE(!stranger || stranger->refusal) << "the head of another station";
    EXPECT_TRUE(desk.messenger.messages.empty());
    EXPECT_EQ(
        code_of(desk.service.send(desk.desk.viewer("zhou-min"), "none", account, channel, desk.request())),
        "not_found");
    std::ranges::find(desk.desk.documents.rows, order_of_correction, &ports::DocumentRow::no)->status =
        "struck";
    EXPECT_EQ(desk.send()->refusal->code, "paper_struck");
}

TEST(ElectronicService, APaperThatShouldBearASealIsNotSentWithoutIt) {
    Desk desk;
    desk.rows.sealed = false;
    const auto offer = desk.service.offer(desk.desk.viewer("zhou-min"), desk.paper(order_of_correction).id);
    ASSERT_TRUE(offer && offer->refusal);
    EXPECT_EQ(offer->refusal->code, "paper_unsealed");
    const auto sent = desk.send();
    ASSERT_TRUE(sent && sent->refusal);
    EXPECT_EQ(sent->refusal->code, "paper_unsealed");
    EXPECT_EQ(sent->refusal->cure.front(), "serve") << "the paper with the stamp of ink goes another way";
    EXPECT_TRUE(desk.messenger.messages.empty());
    EXPECT_TRUE(desk.rows.rows.empty());
}

// 行政复议法 第二十二条第二款: the decision itself names the online way, not the message beside it.
TEST(ElectronicService, ADecisionThatDoesNotNameTheOnlineWayIsNotSent) {
    const struct {
        const char* why;
        std::string_view in_paper, typed, code;
    } table[] = {
        {"it names the way", channel, channel,      ""                                 },
        {"it names none",    "",      channel,      "online_recon_channel_not_in_paper"},
        {"it names another", channel, "某某小程序", "online_recon_channel_not_in_paper"},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        Desk desk;
        const auto paper =
            std::ranges::find(desk.desk.documents.rows, order_of_correction, &ports::DocumentRow::no);
        Object agency = paper->facts["agency"].object();
        agency.set("online_recon_channel", std::string(row.in_paper));
        paper->facts.as_object()->set("agency", std::move(agency));
        const auto sent = desk.send(account, row.typed);
        ASSERT_TRUE(sent) << sent.error().message;
        EXPECT_EQ(sent->refusal ? sent->refusal->code : "", row.code);
        if (row.code.empty()) continue;
        EXPECT_NE(sent->refusal->message.find("重新制作文书，或者改用其他方式送达"), std::string::npos);
        EXPECT_TRUE(desk.messenger.messages.empty());
        if (!row.in_paper.empty()) continue;
        const auto offer = desk.service.offer(desk.desk.viewer("zhou-min"), paper->id);
        ASSERT_TRUE(offer && offer->refusal);
        EXPECT_EQ(offer->refusal->code, row.code);
    }
}

TEST(ElectronicService, OneRequestSendsOnceHoweverOftenItArrives) {
    Desk desk;
    const auto viewer = desk.desk.viewer("zhou-min");
    const std::string paper = desk.paper(order_of_correction).id;
    const auto request = desk.request();
    const auto first = desk.service.send(viewer, paper, account, channel, request);
    const auto again = desk.service.send(viewer, paper, account, channel, request);
    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->service->id, again->service->id);
    EXPECT_EQ(desk.messenger.messages.size(), 2u) << "a link and a code, no more";
    EXPECT_TRUE(desk.open(desk.link(), desk.code())) << "the first link still opens";
    EXPECT_EQ(code_of(desk.service.send(viewer, paper, account, channel, {request.key, "other"})),
              "key_reused");
    desk.messenger.is_down = true;
    const auto lost = desk.request();
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(code_of(desk.service.send(viewer, paper, account, channel, lost)), "message_not_sent") << i;
    EXPECT_EQ(desk.rows.rows.size(), 2u);
}

TEST(ElectronicService, AnAccountThatWouldBeAHeaderIsRefused) {
    const struct {
        const char* why;
        const char *kind, *to;
    } table[] = {
        {"a second header", "email", "feng@example.cn\r\nBcc: all@example.cn"},
        {"no mailbox",      "email", "feng"                                  },
        {"a landline",      "sms",   "0999-66210126"                         },
    };
    for (const auto& row : table) {
        const Desk desk(consent(true, row.kind, row.to));
        EXPECT_EQ(code_of(desk.send(row.to)), "bad_account") << row.why;
        EXPECT_TRUE(desk.messenger.messages.empty()) << row.why;
    }
}

TEST(ElectronicService, LinkAndCodeGoTwoWaysAndOnlyTheirDigestsAreKept) {
    const Desk desk;
    const auto sent = desk.send();
    ASSERT_TRUE(sent && sent->service) << code_of(sent);
    ASSERT_EQ(desk.messenger.messages.size(), 2u);
    EXPECT_EQ(desk.messenger.messages[0].to, account);
    EXPECT_EQ(desk.messenger.messages[1].to, "13900000001");
    EXPECT_EQ(desk.messenger.messages[1].channel, "sms");
    EXPECT_EQ(desk.messenger.messages[0].text.find("冯启明"), std::string::npos) << "no name in a message";
    EXPECT_EQ(desk.messenger.messages[0].text.find(desk.code()), std::string::npos);
    const auto& row = desk.rows.rows.front();
    EXPECT_NE(row.link_sm3, desk.link());
    EXPECT_NE(row.code_sm3, desk.desk.hasher.sm3(desk.code())) << "six digits alone could be tried out";
    EXPECT_EQ(row.remind_on.str(), "2024-05-24") << "three working days after a Tuesday";
    EXPECT_EQ(row.state, "sent");
}

TEST(ElectronicService, WithoutAMobileTheCodeGoesToTheAccount) {
    const Desk desk(consent(true), "0999-66210126");
    ASSERT_TRUE(desk.send());
    EXPECT_EQ(desk.messenger.messages[1].to, account);
}

TEST(ElectronicService, ACarrierThatFailsLeavesNoLinkBehind) {
    Desk desk;
    desk.messenger.is_down = true;
    EXPECT_EQ(code_of(desk.send()), "message_not_sent");
    EXPECT_EQ(desk.rows.rows.front().state, "failed");
    const auto offer = desk.service.offer(desk.desk.viewer("zhou-min"), desk.paper(order_of_correction).id);
    ASSERT_TRUE(offer);
    EXPECT_EQ(desk.service.state_of(offer->services.front()), State::failed);
}

TEST(ElectronicService, BeforeTheCodeNothingIsSaidOfTheParty) {
    const Desk desk;
    ASSERT_TRUE(desk.send());
    const auto look = desk.service.look(desk.link());
    ASSERT_TRUE(look);
    EXPECT_EQ(look->agency, "临江市城东区市场监督管理局");
    EXPECT_EQ(look->state, State::sent);
    EXPECT_EQ(look->tries_left, 5);
}

TEST(ElectronicService, OpeningGivesThePaperItselfAndAReceipt) {
    Desk desk;
    ASSERT_TRUE(desk.send());
    desk.later(26);
    const auto opened = desk.open(desk.link(), desk.code());
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened->service.opened_at->str(), "2024-05-22T11:00:00+08:00");
    EXPECT_FALSE(opened->rights.empty());
    const auto paper = desk.service.paper(desk.link(), opened->key);
    ASSERT_TRUE(paper);
    EXPECT_EQ(*paper, "%PDF of " + desk.paper(order_of_correction).id);
    EXPECT_EQ(code_of(desk.service.paper(desk.link(), desk.link())), "reading_over") << "another key";

    const auto offer = desk.service.offer(desk.desk.viewer("zhou-min"), desk.paper(order_of_correction).id);
    ASSERT_TRUE(offer) << offer.error().message;
    const auto& row = offer->services.front();
    EXPECT_EQ(row.device, "Mobile");
    EXPECT_EQ(row.address, "203.0.*.*");
    ASSERT_TRUE(desk.desk.evidence.rows.contains(row.receipt));
    EXPECT_EQ(desk.desk.evidence.rows.at(row.receipt).type, "application/pdf");
    const Value serve = electronic_service::serve_values(row);
    EXPECT_EQ(serve.text("reached_at"), "2024-05-22T11:00:00+08:00");
    EXPECT_EQ(serve.list("media").front(), Value(row.receipt));

    // What the form is filled with is what the law accepts.
    const auto request = acts::ActRequest::from(
        Object{
            {"act",  "serve"},
            {"data", serve  }
    },
        desk.desk.viewer("zhou-min"));
    ASSERT_TRUE(request);
    const auto checked =
        acts::check_act(desk.desk.office, desk.desk.viewer("zhou-min"), row.case_no, *request);
    ASSERT_TRUE(checked) << checked.error().message << " " << checked.error().field;
    EXPECT_FALSE(checked->refusal) << checked->refusal->message;

    desk.later(1);
    EXPECT_EQ(code_of(desk.service.paper(desk.link(), opened->key)), "reading_over");
    EXPECT_EQ(code_of(desk.open(desk.link(), desk.code())), "code_used");
    ASSERT_TRUE(desk.service.send_code(desk.link()));
    EXPECT_TRUE(desk.open(desk.link(), desk.code(2)));
    EXPECT_EQ(desk.rows.rows.front().opened_at->str(), "2024-05-22T11:00:00+08:00")
        << "the first opening counts";
}

TEST(ElectronicService, WrongCodesLockTheLinkAndSayHowManyAreLeft) {
    const Desk desk;
    ASSERT_TRUE(desk.send());
    const std::string wrong = desk.code() == "000000" ? "000001" : "000000";
    EXPECT_EQ(code_of(desk.open(desk.link(), "12345")), "bad_code");
    EXPECT_EQ(code_of(desk.open(desk.link(), std::string(100'000, '1'))), "bad_code");
    EXPECT_EQ(code_of(desk.open(desk.link(), "１２３４５６")), "bad_code") << "full-width digits";
    EXPECT_EQ(desk.rows.rows.front().wrong, 0) << "what is no code is no try";
    for (int left = 4; left > 0; --left) {
        const auto answer = desk.open(desk.link(), wrong);
        EXPECT_EQ(code_of(answer), "code_wrong");
        EXPECT_NE(answer.error().message.find(std::to_string(left)), std::string::npos)
            << answer.error().message;
    }
    EXPECT_EQ(code_of(desk.open(desk.link(), wrong)), "link_locked");
    EXPECT_EQ(code_of(desk.open(desk.link(), desk.code())), "link_locked") << "the right one too";
    EXPECT_EQ(code_of(desk.service.send_code(desk.link())), "link_locked");
    EXPECT_EQ(desk.service.look(desk.link())->state, State::locked);
    EXPECT_EQ(desk.service.state_of(desk.rows.rows.front()), State::locked);
    EXPECT_FALSE(desk.rows.rows.front().opened_at);
}

TEST(ElectronicService, ALinkEndsWithItsTimeAnotherLinkOrItsPaper) {
    Desk desk;
    ASSERT_TRUE(desk.send());
    for (const std::string& bad :
         {std::string(), std::string("x"), std::string(32, '0'), std::string(100'000, 'a'),
          std::string("../../../../../../../../etc/pass")})
        EXPECT_EQ(code_of(desk.open(bad, "123456")), "link_unknown");
    ASSERT_TRUE(desk.send()) << "sent anew";
    EXPECT_EQ(code_of(desk.open(desk.link(0), desk.code(1))), "link_void");
    EXPECT_EQ(desk.service.look(desk.link(0))->state, State::voided);

    desk.rows.struck = true;
    EXPECT_EQ(code_of(desk.open(desk.link(2), desk.code(3))), "paper_struck");
    desk.rows.struck = false;
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(desk.service.send_code(desk.link(2)));
    EXPECT_EQ(code_of(desk.service.send_code(desk.link(2))), "codes_used_up");
    EXPECT_EQ(code_of(desk.open(desk.link(2), desk.code(3))), "code_wrong") << "only the last code is good";

    desk.later(73);
    EXPECT_EQ(code_of(desk.open(desk.link(2), desk.code(7))), "code_used") << "its three days are over";
    desk.later(15 * 24);
    EXPECT_EQ(code_of(desk.open(desk.link(2), desk.code(7))), "link_expired");
    EXPECT_EQ(desk.service.look(desk.link(2))->state, State::expired);
}

TEST(ElectronicService, NotOpenedItBecomesAnAlarmThatNamesTheOtherWays) {
    Desk desk;
    ASSERT_TRUE(desk.send());
    desk.desk.watch.also([&](const identity::Viewer& viewer) { return desk.service.reminders(viewer); });
    const auto unopened = [&] {
        const auto found = desk.desk.watch.alarms(desk.desk.viewer("zhou-min"), alarms::Scope::mine);
        std::vector<alarms::Alarm> kept;
        if (found)
            std::ranges::copy_if(*found, std::back_inserter(kept),
                                 [](const auto& alarm) { return alarm.kind == alarms::Kind::unopened; });
        return kept;
    };
    EXPECT_TRUE(unopened().empty());
    desk.later(72);
    ASSERT_EQ(unopened().size(), 1u);
    const auto alarm = unopened().front();
    for (const char* way : {"直接送达", "留置送达", "邮寄送达", "委托送达", "公告送达"})
        EXPECT_NE(alarm.says.find(way), std::string::npos) << way;
    EXPECT_EQ(alarm.cures.front().first, "serve");
    EXPECT_NE(alarm.says.find("不能认定已经送达"), std::string::npos);
    ASSERT_TRUE(desk.service.send_code(desk.link())) << "the first code lived three days";
    ASSERT_TRUE(desk.open(desk.link(), desk.code(2)));
    EXPECT_TRUE(unopened().empty()) << "opened in the end";
}

TEST(ElectronicService, TheRulesAreChecked) {
    const auto content = *catalogue::Files().load("procedure/electronic_service.yaml");
    EXPECT_TRUE(electronic_service::Rules::from(content));
    for (const char* name : {"link_days", "code_hours", "codes_max", "wrong_codes_max", "reading_minutes",
                             "remind_after_working_days"}) {
        for (const Value& bad : {Value(0), Value(-1), Value("3"), Value(), Value(100'000)}) {
            Value broken = content;
            broken.as_object()->set(name, bad);
            EXPECT_FALSE(electronic_service::Rules::from(broken)) << name;
        }
    }
    Value nobodys = content;
    nobodys.as_object()->set("papers", List{});
    EXPECT_FALSE(electronic_service::Rules::from(nobodys));
    Value broken = content;
    broken.as_object()->set("channels", List{"fax"});
    EXPECT_FALSE(electronic_service::Rules::from(broken));
}

}  // namespace
