#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "alarms/watch.hpp"
#include "base/result.hpp"
#include "electronic_service/rules.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/electronic_service_store.hpp"
#include "ports/messenger.hpp"
#include "procedure/refusal.hpp"

namespace electronic_service {

enum class State { sending, failed, sent, opened, expired, locked, voided };
std::string_view code_of(State state);

struct Account {
    std::string channel, account;
};

// What an officer is offered beside a paper.
struct Offer {
    std::string recipient;
    std::vector<Account> accounts;  // of the signed address form, those that can carry a link
    bool codes_go_apart = false;    // to the phone of the form, not to the account itself
    bool needs_recon_channel = false;
    std::string recon_channel;                       // as the paper names it
    std::optional<procedure::Refusal> refusal = {};  // why nothing can be sent now
    std::vector<ports::ElectronicService> services = {};
};

struct Sent {
    std::optional<procedure::Refusal> refusal = {};
    std::optional<ports::ElectronicService> service = {};
};

// What anybody who holds a link may see before he types the code: nothing about the party.
struct Look {
    std::string agency, phone;
    State state = State::sent;
    bool was_opened = false;
    bool code_to_phone = false;
    int tries_left = 0, codes_left = 0;
    base::Instant expires_at;
};

// An opened paper. `key` opens its bytes for a while.
struct Opened {
    ports::ElectronicService service;
    std::string key;
    base::Instant readable_until;
    std::string_view rights;
};

struct Caller {
    std::string_view user_agent, address;
};

// 电子送达 (程序规定 第八十二条第（三）项): a link to the account of the signed address form, a one-time code
// beside it, a receipt of the opening as evidence.
class Service {
  public:
    Service(const office::Office& office, ports::ElectronicServiceStore& store, ports::Messenger& messenger,
            Rules rules)
        : office_(office), store_(store), messenger_(messenger), rules_(std::move(rules)) {}

    // https://…: where recipients find this server.
    void set_public_address(std::string address) {
        while (address.ends_with('/')) address.pop_back();
        public_address_ = std::move(address);
    }

    base::Result<Offer> offer(const identity::Viewer&, std::string_view document) const;
    // Errors: `not_found`, `bad_account`, `not_authorised`, `message_not_sent`. What the law refuses is in
    // the answer. Sent anew, the earlier link is void; the same request once more sends nothing.
    base::Result<Sent> send(const identity::Viewer&, std::string_view document, std::string_view account,
                            std::string_view recon_channel, const ports::Idempotency&) const;

    // The recipient's side. Errors: `link_unknown`, `link_void`, `link_expired`, `link_locked`,
    // `paper_struck`, `code_wrong`, `code_used`, `codes_used_up`, `reading_over`.
    base::Result<Look> look(std::string_view link) const;
    base::Result<Opened> open(std::string_view link, std::string_view code, const Caller&) const;
    base::Result<void> send_code(std::string_view link) const;
    base::Result<std::string> paper(std::string_view link, std::string_view key) const;  // PDF

    // Links nobody opened, for who sent them and the handlers of the case.
    base::Result<std::vector<alarms::Alarm>> reminders(const identity::Viewer&) const;
    State state_of(const ports::ElectronicService&) const;

  private:
    base::Result<ports::ElectronicService> known(std::string_view link) const;
    base::Result<ports::ElectronicService> readable(std::string_view link) const;
    base::Result<std::optional<Sent>> sent_before(const identity::Viewer&, const ports::Idempotency&) const;
    base::Result<std::string> send_messages(const ports::ElectronicService&, std::string_view link,
                                            std::string_view code) const;
    base::Result<void> send_code(const ports::ElectronicService&, std::string_view code) const;
    base::Result<void> file_receipt(const ports::ElectronicService&) const;
    base::Error wrong_code(const ports::ElectronicService&) const;
    std::string code_sm3(std::string_view link, std::string_view code) const;

    const office::Office& office_;
    ports::ElectronicServiceStore& store_;
    ports::Messenger& messenger_;
    Rules rules_;
    std::string public_address_ = {};
};

// What the 送达 form says once the recipient has opened the paper.
base::Value serve_values(const ports::ElectronicService& service);

}  // namespace electronic_service
