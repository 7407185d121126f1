#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/record_act.hpp"
#include "office/office.hpp"
#include "panels/meeting.hpp"
#include "ports/meeting_store.hpp"

namespace panels {

// What a meeting is held with.
struct Room {
    const office::Office& office;
    ports::MeetingStore& meetings;
};

// A case to be discussed, and what about it.
struct Topic {
    std::string case_no;
    std::string purpose = "decision";
};

struct Plan {
    base::Instant held_at;
    std::string place, chair, recorder;
    std::vector<std::string> members, attending;
    std::vector<Topic> cases;
};

// Calls a meeting; a case of several parties comes on the agenda once for each of them. Errors:
// `not_authorised`, `panel_too_few`, `unknown_person`, `not_found` of a case, `act_not_open` of a case whose
// time for the panel has not come, each with its field.
base::Result<Meeting> prepare_meeting(const Room&, const identity::Viewer&, const Plan&);
// Changes what was called, until it is opened: whoever prepared it, its chair, its recorder.
base::Result<Meeting> change_meeting(const Room&, const identity::Viewer&, std::string_view id,
                                     std::int64_t version, const Plan&);
// Chair or recorder open it with those who came.
base::Result<Meeting> open_meeting(const Room&, const identity::Viewer&, std::string_view id,
                                   std::int64_t version, const std::vector<std::string>& present);

struct Minutes {
    std::string course, discussion;
    std::vector<Recusal> recused;
};
base::Result<Meeting> keep_minutes(const Room&, const identity::Viewer&, std::string_view id,
                                   std::size_t item, std::int64_t version, const Minutes&);

// Everybody speaks for himself, the chair last (TPL 第四十二条). Errors: `not_among_those_who_act`,
// `chair_not_last`, `voting_closed`, `reason_missing`.
base::Result<Meeting> vote(const Room&, const identity::Viewer&, std::string_view id, std::size_t item,
                           std::string_view view, std::string_view note);

struct Result {
    std::string result, until, conclusion;
};
struct Concluded {
    std::optional<procedure::Refusal> refusal = {};  // by law; nothing is recorded
    Meeting meeting;
};
// The chair has the discussion of one case recorded as its act `panel_discuss`; done twice, it is recorded
// once.
base::Result<Concluded> conclude_item(const Room&, const identity::Viewer&, std::string_view id,
                                      std::size_t item, std::int64_t version, const Result&);

base::Result<Meeting> load_meeting(const Room&, const identity::Viewer&, std::string_view id);
base::Result<std::vector<Meeting>> my_meetings(const Room&, const identity::Viewer&);

bool may_prepare(const identity::Viewer&);
bool may_keep_minutes(const Meeting&, const identity::Viewer&);

}  // namespace panels
