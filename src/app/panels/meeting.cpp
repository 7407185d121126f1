#include "panels/meeting.hpp"

#include <algorithm>

#include "procedure/panel_result.hpp"

namespace panels {

namespace {

using base::List;
using base::Object;
using base::Value;

bool holds(const std::vector<std::string>& list, std::string_view one) {
    return std::ranges::find(list, one) != list.end();
}

Value texts(const std::vector<std::string>& list) {
    return List(list.begin(), list.end());
}

std::vector<std::string> texts_in(const Value& object, std::string_view name) {
    std::vector<std::string> found;
    for (const Value& each : object.list(name))
        if (const auto* text = each.as_string()) found.push_back(*text);
    return found;
}

Value value_of(const Item& item) {
    List recused, votes;
    for (const Recusal& each : item.recused)
        recused.push_back(Object{
            {"person", each.person},
            {"reason", each.reason}
        });
    for (const Vote& vote : item.votes)
        votes.push_back(Object{
            {"person", vote.person  },
            {"view",   vote.view    },
            {"note",   vote.note    },
            {"at",     vote.at.str()}
        });
    return Object{
        {"case_no",    item.case_no      },
        {"cause",      item.cause        },
        {"party_name", item.party_name   },
        {"party",      item.party        },
        {"purpose",    item.purpose      },
        {"recused",    std::move(recused)},
        {"course",     item.course       },
        {"discussion", item.discussion   },
        {"votes",      std::move(votes)  },
        {"result",     item.result       },
        {"until",      item.until        },
        {"conclusion", item.conclusion   },
        {"recorded_n", item.recorded_n   }
    };
}

base::Result<Item> item_of(const Value& value) {
    Item item{.case_no = std::string(value.text("case_no")),
              .cause = std::string(value.text("cause")),
              .party_name = std::string(value.text("party_name")),
              .party = std::string(value.text("party")),
              .course = std::string(value.text("course")),
              .discussion = std::string(value.text("discussion")),
              .result = std::string(value.text("result")),
              .until = std::string(value.text("until")),
              .conclusion = std::string(value.text("conclusion")),
              .recorded_n = static_cast<int>(value.integer("recorded_n").value_or(0))};
    if (!value.text("purpose").empty()) item.purpose = value.text("purpose");
    for (const Value& each : value.list("recused"))
        item.recused.push_back({std::string(each.text("person")), std::string(each.text("reason"))});
    for (const Value& each : value.list("votes"))
        item.votes.push_back({std::string(each.text("person")), std::string(each.text("view")),
                              std::string(each.text("note")), TRY(base::Instant::parse(each.text("at")))});
    return item;
}

}  // namespace

const Vote* Item::vote_of(std::string_view person) const {
    const auto found = std::ranges::find(votes, person, &Vote::person);
    return found == votes.end() ? nullptr : &*found;
}

bool Item::is_recused(std::string_view person) const {
    return std::ranges::find(recused, person, &Recusal::person) != recused.end();
}

std::vector<std::string> Meeting::people() const {
    std::vector<std::string> all = members;
    for (const std::string* each : {&recorder, &prepared_by})
        if (!holds(all, *each)) all.push_back(*each);
    return all;
}

std::vector<std::string> Meeting::voters(const Item& item) const {
    std::vector<std::string> found;
    for (const std::string& person : present)
        if (!item.is_recused(person)) found.push_back(person);
    return found;
}

std::vector<std::string> Meeting::still_to_speak(const Item& item) const {
    std::vector<std::string> open;
    for (const std::string& person : voters(item))
        if (person != chair && item.vote_of(person) == nullptr) open.push_back(person);
    if (open.empty() && item.vote_of(chair) == nullptr) open.push_back(chair);
    return open;
}

std::vector<std::string> views_of(const Item& item) {
    std::vector<std::string> views;
    for (const Vote& vote : item.votes) views.push_back(vote.view);
    return views;
}

std::optional<std::string> result_of_majority(const Item& item) {
    return procedure::result_of_majority(views_of(item));
}

ports::MeetingRow row_of(const Meeting& meeting) {
    List items;
    for (const Item& item : meeting.items) items.push_back(value_of(item));
    return {
        .id = meeting.id,
        .version = meeting.version,
        .agency = meeting.agency,
        .held_at = meeting.held_at,
        .status = meeting.status,
        .people = meeting.people(),
        .body = Object{{"place", meeting.place},
                       {"chair", meeting.chair},
                       {"recorder", meeting.recorder},
                       {"prepared_by", meeting.prepared_by},
                       {"members", texts(meeting.members)},
                       {"present", texts(meeting.present)},
                       {"attending", texts(meeting.attending)},
                       {"items", std::move(items)}},
        .created_at = meeting.created_at,
        .updated_at = meeting.updated_at
    };
}

base::Result<Meeting> meeting_of(const ports::MeetingRow& row) {
    Meeting meeting{.id = row.id,
                    .version = row.version,
                    .agency = row.agency,
                    .held_at = row.held_at,
                    .place = std::string(row.body.text("place")),
                    .chair = std::string(row.body.text("chair")),
                    .recorder = std::string(row.body.text("recorder")),
                    .prepared_by = std::string(row.body.text("prepared_by")),
                    .members = texts_in(row.body, "members"),
                    .present = texts_in(row.body, "present"),
                    .attending = texts_in(row.body, "attending"),
                    .status = row.status,
                    .items = {},
                    .created_at = row.created_at,
                    .updated_at = row.updated_at};
    for (const Value& item : row.body.list("items")) meeting.items.push_back(TRY(item_of(item)));
    return meeting;
}

}  // namespace panels
