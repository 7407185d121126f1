#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "ports/meeting_store.hpp"

namespace panels {

struct Recusal {
    std::string person, reason;
};

struct Vote {
    std::string person;
    std::string view;  // agree, change, against
    std::string note;  // why; whoever does not agree says so
    base::Instant at;
};

// One case on the agenda, or one party of a case of several: each is discussed and concluded by itself.
struct Item {
    std::string case_no, cause, party_name;
    std::string party = {};            // id, where the case has several
    std::string purpose = "decision";  // as the act panel_discuss names it
    std::vector<Recusal> recused = {};
    std::string course = {}, discussion = {};
    std::vector<Vote> votes = {};  // in the order in which they were given
    std::string result = {}, until = {}, conclusion = {};
    int recorded_n = 0;  // the act panel_discuss; 0: not yet

    bool is_recorded() const { return recorded_n > 0; }
    const Vote* vote_of(std::string_view person) const;
    bool is_recused(std::string_view person) const;
};

// 行政处罚法 第五十七条第二款; 程序规定 第六十条第二款: the leaders discuss together.
struct Meeting {
    std::string id;
    std::int64_t version = 0;
    std::string agency;
    base::Instant held_at;
    std::string place, chair, recorder, prepared_by;
    std::vector<std::string> members;         // those called
    std::vector<std::string> present = {};    // those who came, the chair among them
    std::vector<std::string> attending = {};  // others in the room, by name
    std::string status = "prepared";          // prepared, open, closed
    std::vector<Item> items = {};
    base::Instant created_at, updated_at;

    std::vector<std::string> people() const;  // whoever may see it
    // Who takes part in an item: present and not recused.
    std::vector<std::string> voters(const Item&) const;
    // Those whose view is still missing; the chair only when it is his alone.
    std::vector<std::string> still_to_speak(const Item&) const;
};

// The result the majority of views speaks for; nothing when there is none. Leaving it asks for a reason.
std::vector<std::string> views_of(const Item&);
std::optional<std::string> result_of_majority(const Item&);

ports::MeetingRow row_of(const Meeting&);
base::Result<Meeting> meeting_of(const ports::MeetingRow&);

}  // namespace panels
