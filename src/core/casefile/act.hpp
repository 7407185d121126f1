#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/value.hpp"

namespace casefile {

// One thing somebody did in a case (行为), acts.md §1. Appended, never changed.
struct Act {
    int n = 0;                               // 1-based place in the scenario or case; refused acts use up a place too
    std::string type;                        // act id of acts.md §3: "file_case"
    base::Instant at;                        // when it happened
    std::optional<base::Instant> recorded_at = {};  // when it was entered; absent in scenarios
    std::vector<std::string> by;             // staff ids
    std::optional<std::string> approved_by = {};    // the last approver
    std::optional<std::string> party = {};          // party id, where there are several
    base::Value data;                        // fields of acts.md §3
    base::Value paper = {};                  // free parts of the documents it gives rise to; no rule reads them
};

enum class PartyKind { person, sole_trader, organisation };  // 自然人、个体工商户、单位

struct Party {
    std::string id = "p1";
    PartyKind kind = PartyKind::person;
    std::string name;
    std::string code = {};                   // unified social credit code, GB 32100
    std::string id_no = {};                  // resident ID number, GB 11643
    std::optional<base::Date> born = {};
    std::string region = {};                 // GB/T 2260
    base::Value details = {};                // address, legal_representative, phone … for documents only
};

struct Certificate {                         // 行政执法证
    std::string no;
    std::optional<base::Date> from = {};
    base::Date until;
    friend bool operator==(const Certificate&, const Certificate&) = default;
};

// 书面授权: who holds the power of that role for a while.
struct Delegation {
    std::string role;                        // LEADER, UNIT_HEAD; CHIEF: 主持工作的负责人
    base::Date from, until;
    std::string paper;                       // number of the written delegation
    friend bool operator==(const Delegation&, const Delegation&) = default;
};

struct Staff {
    std::string id;
    std::string name = {};
    std::vector<std::string> roles = {};     // procedure.md §2: HANDLER, UNIT_HEAD, REVIEWER, LEADER …
    std::string unit = {};
    std::optional<Certificate> certificate = {};
    std::vector<Delegation> delegations = {};
    std::optional<base::Date> until = {};    // last day of service of who has left
    friend bool operator==(const Staff&, const Staff&) = default;
};

enum class Track { ordinary, summary, fast, complaint };

// Everything about a case that is not an act.
struct Matter {
    Track procedure = Track::ordinary;
    std::string agency;                      // GB/T 2260 region code of the agency
    std::string province = {};
    std::vector<Party> parties = {};
    std::vector<Staff> staff = {};
};

}  // namespace casefile
