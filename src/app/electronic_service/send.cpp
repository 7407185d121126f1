#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "acts/check_act.hpp"
#include "acts/online_channel.hpp"
#include "cases/case_facts.hpp"
#include "documents/print.hpp"
#include "electronic_service/service.hpp"
#include "electronic_service/words.hpp"
#include "sealing/desk.hpp"

namespace electronic_service {

namespace {

using base::Object;
using base::Value;

constexpr std::string_view article = "程序规定 第八十二条第（三）项";

// Everything that is known of a paper that may be sent.
struct Errand {
    ports::DocumentRow paper;
    cases::LoadedCase loaded;
    const casefile::Act* form = nullptr;  // the recipient's last 送达地址确认书, null when none was signed
    bool external = false;
};

// Whom the paper concerns: of several parties the one it was made for.
const casefile::Party& recipient_of(const ports::DocumentRow& paper, const cases::LoadedCase& loaded) {
    const auto& parties = loaded.state.matter().parties;
    const auto found = std::ranges::find(parties, paper.facts["party"].text("id"), &casefile::Party::id);
    return found == parties.end() ? parties.front() : *found;
}

const procedure::State* state_of(const procedure::Case& file, std::string_view party) {
    const auto found = std::ranges::find(file.states(), party, &procedure::State::party);
    return found == file.states().end() ? nullptr : &*found;
}

// 程序规定 第八十三条: each party confirms its own address; what another one signed is not its account.
// Consent is the core's to say; a form that names no party is somebody's only while nobody else confirmed
// one.
const casefile::Act* form_of(const procedure::Case& file, const casefile::Party& recipient) {
    const auto* state = state_of(file, recipient.id);
    if (state == nullptr || !state->electronic_consent) return nullptr;
    const bool only = std::ranges::count(file.states(), true, &procedure::State::address_confirmed) == 1;
    for (const casefile::Act& act : file.acts() | std::views::reverse)
        if (act.type == "confirm_address" && !file.struck(act.n) &&
            (act.party ? *act.party == recipient.id : only))
            return &act;
    return nullptr;
}

// 变更当事人 after the paper was made: it names somebody who is no party any more.
bool names_a_former_party(const Errand& errand) {
    const auto& parties = errand.loaded.state.matter().parties;
    const std::string_view id = recipient_of(errand.paper, errand.loaded).id;
    return std::ranges::any_of(errand.loaded.state.acts(), [&](const casefile::Act& act) {
        return act.type == "replace_party" && act.n > errand.paper.act_n &&
               !errand.loaded.state.struck(act.n) && (act.party ? *act.party == id : parties.size() == 1);
    });
}

base::Result<Errand> errand_for(const office::Office& office, const identity::Viewer& viewer,
                                std::string_view document) {
    ports::DocumentRow paper = TRY(office.ports.documents.load(viewer, document));
    cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, paper.case_no));
    const document::Template* form =
        office.templates.find(paper.document, {.place = loaded.agency.code, .day = paper.made_at.date()});
    Errand errand{.paper = std::move(paper), .loaded = std::move(loaded)};
    errand.form = form_of(errand.loaded.state, recipient_of(errand.paper, errand.loaded));
    errand.external = form != nullptr && form->external();
    return errand;
}

const casefile::Party& party_of(const Errand& errand) {
    return recipient_of(errand.paper, errand.loaded);
}

std::vector<Account> accounts_of(const Errand& errand) {
    std::vector<Account> accounts;
    if (errand.form == nullptr || !errand.form->data["electronic"].truth("consent")) return accounts;
    for (const Value& channel : errand.form->data["electronic"].list("channels"))
        accounts.push_back({std::string(channel.text("kind")), std::string(channel.text("account"))});
    return accounts;
}

// The code goes another way than the link where the form names a phone, so that one stolen mailbox is not
// enough.
Account code_account(const Errand& errand, const Account& account) {
    const std::string phone(errand.form->data.text("phone"));
    if (is_mobile_number(phone) && phone != account.account) return {"sms", phone};
    return account;
}

std::optional<procedure::Refusal> paper_refusal(const Errand& errand, const Rules& rules) {
    if (errand.paper.status == "struck")
        return procedure::Refusal{.code = "paper_struck",
                                  .message = fmt::format("《{}》已经作废，不能送达", errand.paper.title),
                                  .basis = "程序规定 第八十二条"};
    if (!errand.external)
        return procedure::Refusal{
            .code = "paper_internal",
            .message = fmt::format("《{}》是内部文书，不向当事人送达", errand.paper.title),
            .basis = "程序规定 第八十二条"};
    if (!rules.is_for_party(errand.paper.document))
        return procedure::Refusal{
            .code = "paper_for_others",
            .message = fmt::format("《{}》不是发给当事人的文书，不能发送到当事人的账号", errand.paper.title),
            .basis = std::string(article),
            .cure = {"serve"}};
    if (names_a_former_party(errand))
        return procedure::Refusal{
            .code = "paper_of_former_party",
            .message = fmt::format("《{}》制作以后变更了当事人，应当重新制作后送达", errand.paper.title),
            .basis = std::string(article)};
    return std::nullopt;
}

// The law's own answer: the 送达 act is tried as one that has not reached anybody yet, so that consent,
// account, channel of reconsideration, approval and who may serve are judged where they always are.
base::Result<std::optional<procedure::Refusal>> try_serve(const office::Office& office,
                                                          const identity::Viewer& viewer,
                                                          const Errand& errand, const Rules& rules,
                                                          std::string_view account,
                                                          std::string_view recon_channel) {
    if (auto refusal = paper_refusal(errand, rules)) return refusal;
    Object data{
        {"document", errand.paper.no > 0 ? Value(errand.paper.no) : Value(errand.paper.document)},
        {"of",       errand.paper.act_n                                                         },
        {"method",   "electronic"                                                               },
        {"outcome",  "failed"                                                                   }
    };
    if (!account.empty()) data.set("account", account);
    if (!recon_channel.empty()) data.set("online_recon_channel", recon_channel);
    Object body{
        {"act",  "serve"        },
        {"data", std::move(data)}
    };
    if (errand.loaded.state.matter().parties.size() > 1) body.set("party", party_of(errand).id);
    const auto request = TRY(acts::ActRequest::from(body, viewer));
    return TRY(acts::check_act(office, viewer, errand.paper.case_no, request)).refusal;
}

// 行政处罚法 第五十九条第二款: what has a place for the seal says nothing without it.
base::Result<std::optional<procedure::Refusal>> seal_refusal(const office::Office& office,
                                                             ports::ElectronicServiceStore& store,
                                                             const identity::Viewer& viewer,
                                                             const Errand& errand) {
    if (!sealing::has_seal_place(TRY(documents::paper(office, errand.paper))) ||
        TRY(store.is_sealed(viewer, errand.paper.id)))
        return std::optional<procedure::Refusal>();
    return std::optional(procedure::Refusal{
        .code = "paper_unsealed",
        .message = fmt::format("《{}》还没有加盖电子印章，不能以电子方式送达。请先在文书的“签章”中加盖；"
                               "本机关没有电子印章的，改用其他方式送达盖章的纸质文书",
                               errand.paper.title),
        .basis = errand.paper.document == "penalty_decision" ? "行政处罚法 第五十九条第二款"
                                                             : std::string(article),
        .cure = {"serve"}});
}

base::Instant plus_minutes(base::Instant at, int minutes) {
    return base::Instant(at.point() + std::chrono::minutes(minutes));
}

// What the receipt says later and the telephone shows: as it stood when it was sent.
Value facts_of(const Errand& errand, std::string text) {
    const Value& facts = errand.paper.facts;
    const casefile::Party& recipient = party_of(errand);
    Object party{
        {"name",    recipient.name                                     },
        {"natural", recipient.kind != casefile::PartyKind::organisation}
    };
    if (errand.loaded.state.matter().parties.size() > 1) party.set("id", recipient.id);
    return Object{
        {"agency",         Object{{"name", errand.loaded.agency.name},
                          {"code", errand.loaded.agency.code},
                          {"phone", errand.loaded.agency.details.text("phone")}}     },
        {"case",           Object{{"no", errand.paper.case_no}, {"cause", facts["case"].text("cause")}}},
        {"party",          std::move(party)                                                            },
        {"form_signed_on", errand.form->data.text("signed_on")                                         },
        {"receiver",       errand.form->data.text("receiver")                                          },
        {"text",           std::move(text)                                                             }
    };
}

// What the paper itself names is offered; a paper that names none cannot go this way.
void ask_for_channel(Offer& offer, const Errand& errand) {
    offer.needs_recon_channel = true;
    if (offer.recon_channel.empty()) offer.refusal = acts::channel_not_in_paper(errand.paper.title, "");
}

}  // namespace

std::string_view code_of(State state) {
    switch (state) {
        case State::sending:
            return "sending";
        case State::failed:
            return "failed";
        case State::sent:
            return "sent";
        case State::opened:
            return "opened";
        case State::expired:
            return "expired";
        case State::locked:
            return "locked";
        case State::voided:
            return "void";
    }
    return "";
}

State Service::state_of(const ports::ElectronicService& service) const {
    if (service.opened_at) return State::opened;
    if (service.state == "void") return State::voided;
    if (service.state == "failed") return State::failed;
    if (service.wrong >= rules_.wrong_codes_max) return State::locked;
    if (service.expires_at <= office_.now()) return State::expired;
    return service.state == "sending" ? State::sending : State::sent;
}

std::string Service::code_sm3(std::string_view link, std::string_view code) const {
    // Six digits alone would be found by trying all of them; with the link nobody but its holder can.
    return office_.ports.hasher.sm3(fmt::format("{}\n{}", link, code));
}

base::Result<Offer> Service::offer(const identity::Viewer& viewer, std::string_view document) const {
    const Errand errand = TRY(errand_for(office_, viewer, document));
    Offer offer;
    offer.recipient = party_of(errand).name;
    offer.recon_channel = errand.paper.facts["agency"].text("online_recon_channel");
    for (const Account& account : accounts_of(errand))
        if (rules_.carries(account.channel)) offer.accounts.push_back(account);
    if (!offer.accounts.empty())
        offer.codes_go_apart =
            code_account(errand, offer.accounts.front()).account != offer.accounts.front().account;
    const std::string account = offer.accounts.empty() ? "" : offer.accounts.front().account;
    const auto refusal = try_serve(office_, viewer, errand, rules_, account, "");
    if (!refusal && refusal.error().code != "not_authorised") return base::fail(refusal.error());
    if (!refusal)
        offer.refusal = procedure::Refusal{
            .code = refusal.error().code, .message = refusal.error().message, .basis = refusal.error().basis};
    else if (*refusal && (*refusal)->code == "online_recon_channel_missing")
        ask_for_channel(offer, errand);
    else
        offer.refusal = *refusal;
    if (!offer.refusal && offer.accounts.empty())
        offer.refusal = procedure::Refusal{
            .code = "electronic_consent_missing",
            .message = "送达地址确认书没有可以发送链接的电子送达账号（手机短信、电子邮件、即时通讯）",
            .basis = std::string(article),
            .cure = {"confirm_address"}};
    if (!offer.refusal) offer.refusal = TRY(seal_refusal(office_, store_, viewer, errand));
    offer.services = TRY(store_.of_document(viewer, document));
    bool filed = false;
    for (const auto& service : offer.services)
        if (service.opened_at && service.receipt.empty()) {
            // A receipt that cannot be made now must not hide that the paper was opened.
            if (file_receipt(service)) filed = true;
        }
    if (filed) offer.services = TRY(store_.of_document(viewer, document));
    return offer;
}

base::Result<std::optional<Sent>> Service::sent_before(const identity::Viewer& viewer,
                                                       const ports::Idempotency& request) const {
    auto earlier = TRY(store_.of_request(viewer, request));
    if (!earlier) return std::optional<Sent>();
    if (earlier->state == "failed") return base::fail("message_not_sent", earlier->carrier);
    return std::optional(Sent{.service = std::move(earlier)});
}

base::Result<Sent> Service::send(const identity::Viewer& viewer, std::string_view document,
                                 std::string_view account, std::string_view recon_channel,
                                 const ports::Idempotency& request) const {
    if (auto before = TRY(sent_before(viewer, request))) return *before;
    Errand errand = TRY(errand_for(office_, viewer, document));
    if (auto refusal = TRY(try_serve(office_, viewer, errand, rules_, account, recon_channel)))
        return Sent{.refusal = std::move(refusal)};
    const auto accounts = accounts_of(errand);
    const auto chosen = std::ranges::find(accounts, account, &Account::account);
    if (chosen == accounts.end() || !rules_.carries(chosen->channel))
        return Sent{
            .refusal = procedure::Refusal{.code = "channel_without_link",
                                          .message = "这一方式不能发送链接；传真送达的，传真后在“送达”中登记",
                                          .basis = std::string(article),
                                          .field = "account",
                                          .cure = {"serve"}}
        };
    TRY(check_account(chosen->channel, chosen->account));
    if (auto refusal = TRY(seal_refusal(office_, store_, viewer, errand)))
        return Sent{.refusal = std::move(refusal)};
    const Account codes = code_account(errand, *chosen);
    TRY(documents::pdf(office_, viewer, document));
    errand.paper = TRY(office_.ports.documents.load(viewer, document));

    const std::string link = office_.ports.random.hex(16);
    const std::string code = code_from(office_.ports.random.hex(8));
    const base::Instant now = office_.now();
    ports::ElectronicService service{
        .id = office_.ports.random.id(),
        .case_no = errand.paper.case_no,
        .agency = errand.paper.agency,
        .document = errand.paper.id,
        .act_n = errand.paper.act_n,
        .document_no = errand.paper.no,
        .form = errand.paper.document,
        .title = errand.paper.title,
        .number = errand.paper.number,
        .paper_sm3 = errand.paper.sm3,
        .recipient = party_of(errand).name,
        .channel = chosen->channel,
        .account = chosen->account,
        .code_channel = codes.channel,
        .code_account = codes.account,
        .online_recon_channel = std::string(recon_channel),
        .facts = facts_of(errand, TRY(documents::text(office_, viewer, document))),
        .link_sm3 = office_.ports.hasher.sm3(link),
        .code_sm3 = code_sm3(link, code),
        .code_until = now.plus_hours(rules_.code_hours),
        .sent_by = viewer.person,
        .sent_by_name = viewer.name,
        .sent_at = now,
        .expires_at = plus_minutes(now, rules_.link_days * 24 * 60),
        .remind_on =
            office_.rules.now().calendar.nth_working_day_after(now.date(), rules_.remind_after_working_days),
        .request = request,
        .state = "sending",
        .carrier = {}};
    if (const auto created = store_.create(viewer, service); !created) {
        if (auto before = TRY(sent_before(viewer, request))) return *before;
        return base::fail(created.error());
    }
    const auto taken = send_messages(service, link, code);
    service.state = taken ? "sent" : "failed";
    service.carrier = taken ? *taken : taken.error().message;
    TRY(store_.settle(viewer, service));
    if (!taken) return base::fail(taken.error());
    // Sent twice at once, only the later link holds: what stands now is told.
    const auto all = TRY(store_.of_document(viewer, document));
    if (const auto found = std::ranges::find(all, service.id, &ports::ElectronicService::id);
        found != all.end())
        service = *found;
    return Sent{.service = std::move(service)};
}

base::Result<std::string> Service::send_messages(const ports::ElectronicService& service,
                                                 std::string_view link, std::string_view code) const {
    const Value& agency = service.facts["agency"];
    const std::string phone(agency.text("phone"));
    const ports::Message message{
        .id = office_.ports.random.id(),
        .channel = service.channel,
        .to = service.account,
        .subject = fmt::format("【{}】电子送达通知", agency.text("name")),
        // The part behind # is not sent to any server by the browser and so stands in no log.
        .text = fmt::format(
            "【{0}】依照您签署的《送达地址确认书》，本局以电子方式向您送达一份行政执法文书。\n"
            "请在{1}前打开：{2}/served#{3}\n"
            "打开后输入另行发送的六位验证码，即可阅读、下载文书。打开文书的时间记录为文书到达您的时间。\n"
            "逾期未打开的，本局将改用其他方式送达。{4}本通知不要求您付款，也不索要密码。\n",
            agency.text("name"), service.expires_at.chinese(), public_address_, link,
            phone.empty() ? "" : fmt::format("如有疑问，请致电{}核实。", phone))};
    const std::string taken = TRY(messenger_.send(message));
    TRY(send_code(service, code));
    return taken;
}

base::Result<void> Service::send_code(const ports::ElectronicService& service, std::string_view code) const {
    const ports::Message message{
        .id = office_.ports.random.id(),
        .channel = service.code_channel,
        .to = service.code_account,
        .subject = fmt::format("【{}】电子送达验证码", service.facts["agency"].text("name")),
        .text = fmt::format("【{}】电子送达验证码：{}，{}小时内有效，只能使用一次。请勿告诉他人。\n",
                            service.facts["agency"].text("name"), code, rules_.code_hours)};
    TRY(messenger_.send(message));
    return {};
}

}  // namespace electronic_service
