#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"
#include "ports/evidence_store.hpp"
#include "ports/proposal_store.hpp"

namespace ports {

// 电子送达 of one paper to one account of the signed address form. Whoever holds the link and the code of the
// day is the recipient; only their SM3 is stored.
struct ElectronicService {
    std::string id, case_no, agency;
    std::string document;  // id of the paper
    int act_n = 0, document_no = 0;
    std::string form, title, number;  // penalty_decision, 行政处罚决定书
    std::string paper_sm3;            // of the very bytes the recipient is shown
    std::string recipient;
    std::string channel, account;            // where the link goes
    std::string code_channel, code_account;  // where the codes go
    std::string online_recon_channel;
    base::Value facts;  // agency, case and party as they stood when it was sent
    std::string link_sm3, code_sm3;
    base::Instant code_until;
    int codes = 1, wrong = 0;
    std::string sent_by, sent_by_name;
    base::Instant sent_at, expires_at;
    base::Date remind_on;
    Idempotency request;  // that sent it
    std::string state;    // sending sent failed void
    std::string carrier;  // what the carrier said
    std::optional<base::Instant> opened_at = {};
    std::string device = {}, address = {};
    std::string receipt = {};  // id of the evidence
};

// What is known of who opens a link.
struct Opening {
    base::Instant at;
    std::string device, address;  // shortened and masked
    std::string reading_sm3;      // of the key to the paper
    base::Instant reading_until;
};

class ElectronicServiceStore {
  public:
    virtual ~ElectronicServiceStore() = default;
    virtual base::Result<void> create(const identity::Viewer&, const ElectronicService&) = 0;
    // What that request sent when it first arrived. Errors: `key_reused`.
    virtual base::Result<std::optional<ElectronicService>> of_request(const identity::Viewer&,
                                                                      const Idempotency&) = 0;
    virtual base::Result<bool> is_sealed(const identity::Viewer&, std::string_view document) = 0;
    // `sent` or `failed`. What was sent makes the earlier links to the same paper void.
    virtual base::Result<void> settle(const identity::Viewer&, const ElectronicService&) = 0;
    virtual base::Result<std::vector<ElectronicService>> of_document(const identity::Viewer&,
                                                                     std::string_view document) = 0;
    // Sent by the viewer or in a case of his, not opened, to be reminded of by that day, and the paper not
    // served in another way since.
    virtual base::Result<std::vector<ElectronicService>> unopened(const identity::Viewer&,
                                                                  base::Date until) = 0;

    // The recipient's side; nobody is signed in. He sees the one row his link names.
    virtual base::Result<std::optional<ElectronicService>> by_link(std::string_view link_sm3) = 0;
    virtual base::Result<bool> is_struck(std::string_view link_sm3) = 0;
    // Tries a code against the one of now, in one step however many try at once: true uses it up and notes
    // the opening, the first one for good; false counts as a wrong one; nothing when no code can be tried any
    // more.
    virtual base::Result<std::optional<bool>> try_code(std::string_view link_sm3, std::string_view code_sm3,
                                                       const Opening&, int wrong_max) = 0;
    // False when no further code may be sent.
    virtual base::Result<bool> replace_code(std::string_view link_sm3, std::string_view code_sm3,
                                            base::Instant until, int codes_max) = 0;
    virtual base::Result<bool> may_read(std::string_view link_sm3, std::string_view reading_sm3,
                                        base::Instant at) = 0;
    // Files the receipt of the opening as evidence of the case, once; added in the name of who sent.
    virtual base::Result<void> file_receipt(std::string_view link_sm3, const Evidence&) = 0;
};

}  // namespace ports
