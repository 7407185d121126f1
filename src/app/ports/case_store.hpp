#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"
#include "identity/viewer.hpp"
#include "ports/proposal_store.hpp"

namespace ports {

// A person who signed an act, as he was on that day. Part of what is hashed.
struct Signature {
    std::string person, name;
    std::string role;  // HANDLER, UNIT_HEAD, LEADER …
    std::string step;  // propose confirm approve
    std::string certificate_no;
    std::string opinion;
    base::Instant at;
    std::string delegation = {};  // the written grant he signed under, empty: his own office
};

struct Attachment {  // evidence an act names
    std::string evidence_id, sm3;
};

struct RecordedAct {
    casefile::Act act;  // recorded_at is set
    std::vector<Signature> signatures;
    std::vector<Attachment> attachments;
    std::string prev_hash, hash;
};

struct CaseRecord {
    std::string no;
    std::int64_t version = 0;  // number of acts recorded
    std::string agency;        // region code
    std::string node;          // the unit that holds the case
    casefile::Matter matter;   // parties as recorded now; `staff` is empty, the directory has it
    std::vector<RecordedAct> acts;
};

struct ClockRow {
    std::string code, title, basis, status;
    int of = 0;  // act n
    base::Date anchor, due, raw;
    std::optional<base::Instant> due_instant = {};
    std::optional<base::Date> met_on = {}, warn_on = {};
    bool provisional = false;
    friend bool operator==(const ClockRow&, const ClockRow&) = default;
};

struct TaskRow {
    std::string id, title, status, act, basis, because;
    std::string whose = {};  // role or person it falls to; empty: a step of the file nobody is bound to
    std::optional<base::Date> due = {};
    friend bool operator==(const TaskRow&, const TaskRow&) = default;
};

// What is kept of a decision so that another table can be tried on it (core/simulation); no name of anybody.
struct DecisionRow {
    base::Date on;
    base::Value content;  // {act, kind, fine?, size?, has_reason?, law?, violations, request}
    friend bool operator==(const DecisionRow&, const DecisionRow&) = default;
};

// What lists and search need, derived from the acts at the end of day `as_of`; can be rebuilt at any time.
struct Projection {
    base::Date as_of;
    std::string cause, party, state, state_label, track;
    std::string field = {};             // of law: of the first violation filed, "food"
    std::vector<std::string> handlers;  // person ids
    std::vector<std::string> handler_names;
    std::vector<std::string> barred = {};  // recused or replaced: the store takes their write access
    bool open = true;                      // not yet closed, archived, declined or transferred
    std::optional<base::Date> registered_on = {}, filed_on = {};
    std::vector<ClockRow> clocks;
    std::vector<TaskRow> tasks;
    std::vector<DecisionRow> decisions = {};
    friend bool operator==(const Projection&, const Projection&) = default;
};

// A document an act gives rise to. The facts are frozen here; the number is given in the same transaction.
struct NewDocument {
    std::string id;
    std::string document;  // English id: penalty_decision
    int no = 0;            // 45
    std::string title = {};
    std::string slot = {};  // Z1 … F6
    int copy = 1;           // several of one kind in one act
    // The sequence the number comes from: per agency, code and calendar year; per case (item lists); the case
    // number itself (register); or none.
    enum class Series { none, agency_year, case_file, case_number };
    Series series = Series::none;
    std::string code;  // 罚告, QD
    int year = 0;
    std::string before, after;  // number = before + sequence + after
    int digits = 0;             // zero-padded to this width
    base::Value facts;          // what fills the template, without `number`
};

struct Outcome {
    bool recorded = false;
    std::string case_no;
    int n = 0;
    std::int64_t version = 0;
    std::string hash = {};  // of the act just recorded; empty when an earlier outcome is told
    std::string proposal;   // id, when others have to sign first
    std::vector<std::string> documents = {};  // ids
};

// A case as its writer read it, at `expected_version`.
struct CaseHead {
    std::string hash;  // of its last act
    casefile::Track procedure = casefile::Track::ordinary;
    std::string province;
};

struct Append {
    std::string case_no;                // empty in create
    std::int64_t expected_version = 0;  // else error `version_conflict`
    casefile::Act act;                  // n = expected_version + 1, recorded_at set
    std::vector<Signature> signatures;
    std::vector<Attachment> attachments;
    Projection projection;
    std::vector<NewDocument> documents;
    std::optional<CaseHead> head = {};  // spares the store to read it first
    bool rows_stay = false;             // clocks and tasks are those of `expected_version`, on the same day
    std::optional<std::vector<casefile::Party>> parties = {};  // when the act changed them (record_party)
    std::optional<std::string> node = {};                      // the unit that takes the case over
    std::optional<Proposal> proposal =
        {};                        // its new state, saved under proposal.version (the one that was read)
    std::vector<int> struck = {};  // acts this one strikes; their documents become `struck`
    bool delete_draft = false;     // of this act type by every person in act.by
    std::optional<Idempotency> idempotency = {};
};

struct NewCase {
    std::string agency, node;
    int year = 0;  // of registration
    casefile::Matter matter;
    Append first;  // the act that opens the case
    // 分案: what was done before in the case it comes from; `first` follows it.
    std::vector<RecordedAct> carried = {};
};

struct Fault {
    std::string case_no;
    int n = 0;            // act, 0 = the case as a whole
    std::string what;     // chain, signature, attachment, projection, document …
    std::string message;  // Chinese
};

class CaseStore {
  public:
    virtual ~CaseStore() = default;
    // `not_found` for a case the viewer may not see, exactly as for one that does not exist.
    virtual base::Result<CaseRecord> load(const identity::Viewer&, std::string_view no) = 0;
    // Whether a case the viewer sees still has that version; `not_found` as in load. Both are a view (查看).
    virtual base::Result<bool> stands_at(const identity::Viewer&, std::string_view no,
                                         std::int64_t version) = 0;
    // Acts, chain, projections, documents with their numbers, proposal, draft and idempotency key in one
    // transaction. Errors: `version_conflict`, `not_found`, `key_reused` (same key, other digest), `repeated`
    // (same key and digest; the caller then asks find_outcome).
    virtual base::Result<Outcome> create(const identity::Viewer&, const NewCase&) = 0;
    // 投诉举报处理办法 第九条: one letter, two matters in one transaction; each says in `letter_with` what
    // number the other was given. The outcome is that of the first.
    virtual base::Result<Outcome> create_both(const identity::Viewer&, const NewCase&, const NewCase&) = 0;
    virtual base::Result<Outcome> append(const identity::Viewer&, const Append&) = 0;
    // 并案: the act of the case that goes on and the last one of the other, in one transaction.
    virtual base::Result<Outcome> join(const identity::Viewer&, const Append& host, const Append& joined) = 0;
    // 分案: the act of the case that stays and the new case; the first says in `into` what number the new one
    // was given.
    virtual base::Result<Outcome> split(const identity::Viewer&, const Append& host,
                                        const NewCase& split_off) = 0;
    virtual base::Result<std::optional<Outcome>> find_outcome(const identity::Viewer&,
                                                              const Idempotency&) = 0;
    virtual base::Result<Projection> projection(const identity::Viewer&, std::string_view no) = 0;
    // Time moves clocks and states: writes the rows anew without an act.
    virtual base::Result<void> replace_projection(const identity::Viewer&, std::string_view no,
                                                  std::int64_t version, const Projection&) = 0;
    virtual base::Result<std::vector<std::string>> numbers(const identity::Viewer&) = 0;  // of all cases seen
    // Of the open cases not projected on that day, and the others not within the month before it.
    virtual base::Result<std::vector<std::string>> numbers_behind(const identity::Viewer&,
                                                                  base::Date day) = 0;
    // Recomputes the chain of one case and compares attachments with the blobs; empty when all is well.
    virtual base::Result<std::vector<Fault>> check_chain(const identity::Viewer&, std::string_view no) = 0;
};

}  // namespace ports
