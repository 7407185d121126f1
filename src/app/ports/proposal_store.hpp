#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"

namespace ports {

// One write answers one request: a repeat with the same key and digest gets the first outcome again.
struct Idempotency {
    std::string key;
    std::string digest;  // SM3 of the request
};

// One signature an act still needs or already has, in order: the second officers confirm, then the chain
// approves.
struct SignStep {
    std::string kind;    // confirm approve
    std::string role;    // whose approval: UNIT_HEAD LEADER CHIEF; HANDLER … for confirm
    std::string person;  // confirm: the one who must; approve: who did, or empty
    std::string person_name;
    std::string certificate_no;
    std::string opinion;
    std::optional<base::Instant> signed_at = {};
    bool countersign = false;               // 会签: asked for beside the chain, by name
    std::vector<std::string> earlier = {};  // signatures that a return set aside, in words
    std::string delegation = {};            // the written grant it was signed under, empty: his own office
};

// An act on its way to being recorded (报批). Nothing of it counts until the last step is signed.
struct Proposal {
    std::string id;
    std::int64_t version = 0;  // grows with every change; saving under an old one is `version_conflict`
    std::string case_no, agency;
    std::string cause, party_name;  // for the inbox
    std::string act, title;         // act type and its Chinese name
    base::Value body;               // {at, by, party?, data, paper} as proposed
    std::string author, author_name, author_certificate;
    std::vector<SignStep> steps;
    std::string status;  // waiting returned withdrawn recorded
    // What the waiting step asks for; all empty when nothing waits.
    std::string waiting_person, waiting_role;
    std::string waiting_node;  // a unit head's step: of this unit; empty: anywhere in the agency
    std::string returned_by, returned_reason;
    int recorded_n = 0;
    base::Instant created_at, updated_at;
};

// What somebody has read to its end in one session: proposal → the version he saw.
using Seen = std::map<std::string, std::int64_t, std::less<>>;

class ProposalStore {
  public:
    virtual ~ProposalStore() = default;
    // With a key, a repeat is `repeated` as in CaseStore::append.
    virtual base::Result<void> create(const identity::Viewer&, const Proposal&,
                                      const std::optional<Idempotency>&) = 0;
    virtual base::Result<Proposal> load(const identity::Viewer&, std::string_view id) = 0;
    virtual base::Result<void> save(const identity::Viewer&, const Proposal&) = 0;
    virtual base::Result<std::vector<Proposal>> of_case(const identity::Viewer&,
                                                        std::string_view case_no) = 0;
    // Waiting for this person by name, or for one of his roles; oldest first.
    virtual base::Result<std::vector<Proposal>> waiting_for(const identity::Viewer&) = 0;
    virtual base::Result<std::vector<Proposal>> returned_to(const identity::Viewer&) = 0;
    // Error `version_conflict` when the proposal is no longer in that version.
    virtual base::Result<void> mark_seen(const identity::Viewer&, std::string_view id,
                                         std::string_view session, std::int64_t version,
                                         base::Instant at) = 0;
    virtual base::Result<Seen> seen(const identity::Viewer&, std::string_view session) = 0;
};

}  // namespace ports
