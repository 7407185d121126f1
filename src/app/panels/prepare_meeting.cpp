#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "cases/case_facts.hpp"
#include "cases/load_case.hpp"
#include "panels/hold_meeting.hpp"
#include "procedure/derived.hpp"

namespace panels {

namespace {

constexpr std::string_view basis = "程序规定 第六十条第二款";
constexpr std::size_t cases_max = 50;
constexpr std::size_t texts_max = 50;

bool holds(const std::vector<std::string>& list, std::string_view one) {
    return std::ranges::find(list, one) != list.end();
}

const casefile::Staff* find(const std::vector<casefile::Staff>& staff, std::string_view id) {
    const auto found = std::ranges::find(staff, id, &casefile::Staff::id);
    return found == staff.end() ? nullptr : &*found;
}

bool is_leader(const casefile::Staff& person) {
    return holds(person.roles, "LEADER") || holds(person.roles, "CHIEF");
}

base::Result<void> check_members(const Plan& plan, const std::vector<casefile::Staff>& staff) {
    for (std::size_t i = 0; i < plan.members.size(); ++i) {
        const auto* person = find(staff, plan.members.at(i));
        const std::string field = fmt::format("members.{}", i);
        if (person == nullptr) return base::fail("unknown_person", "本机关没有这个人", {}, field);
        if (!is_leader(*person))
            return base::fail("not_a_leader", fmt::format("{}不是负责人，只能列席", person->name),
                              std::string(basis), field);
        if (std::ranges::count(plan.members, plan.members.at(i)) > 1)
            return base::fail("repeated_row", "同一个人出现了两次", {}, field);
    }
    if (plan.members.size() < 2)
        return base::fail("panel_too_few", "集体讨论的负责人不少于二人", std::string(basis), "members");
    if (!holds(plan.members, plan.chair))
        return base::fail("chair_not_member", "主持人应当是参加讨论的负责人", std::string(basis), "chair");
    if (find(staff, plan.recorder) == nullptr)
        return base::fail("unknown_person", "本机关没有这个人", {}, "recorder");
    return {};
}

base::Result<void> check_texts(const Plan& plan) {
    if (base::is_blank(plan.place)) return base::fail("missing_field", "请写明地点", {}, "place");
    if (plan.attending.size() > texts_max)
        return base::fail("too_many", fmt::format("列席人员最多{}人", texts_max), {}, "attending");
    if (plan.cases.empty()) return base::fail("missing_field", "请列入要讨论的案件", {}, "cases");
    if (plan.cases.size() > cases_max)
        return base::fail("too_many", fmt::format("一次最多讨论{}件", cases_max), {}, "cases");
    static constexpr std::array<std::string_view, 4> purposes = {"decision", "extension", "recusal_of_chief",
                                                                 "other"};
    for (std::size_t i = 0; i < plan.cases.size(); ++i)
        if (std::ranges::find(purposes, plan.cases.at(i).purpose) == purposes.end())
            return base::fail("unknown_choice", "没有这一讨论事项", {}, fmt::format("cases.{}.purpose", i));
    return {};
}

// Of several parties those come on the agenda about whom something is still to be decided. What is decided
// already is discussed to take it back, not to decide it (行政处罚法 第七十五条第二款).
std::vector<const casefile::Party*> parties_of(const cases::LoadedCase& loaded, std::string_view purpose,
                                               base::Instant now) {
    std::vector<const casefile::Party*> found;
    const auto& parties = loaded.state.matter().parties;
    const auto& file = loaded.state;
    const auto* type = file.table(now.date()).find("panel_discuss");
    const auto main_of = [&](std::size_t i) {
        return procedure::main_at(*file.standing(i, now.date()), now, file.rules());
    };
    for (std::size_t i = 0; i < parties.size(); ++i) {
        const auto main = main_of(i);
        const bool decided = main >= procedure::MainState::decided;
        if ((type == nullptr || type->open_states.has(main)) && (purpose != "decision" || !decided))
            found.push_back(&parties.at(i));
    }
    return found;
}

// A case comes on the agenda when its act is open: the fold says so, not the meeting.
base::Result<std::vector<Item>> items_of(const Room& room, const identity::Viewer& viewer, const Topic& topic,
                                         const std::string& field, const Plan& plan) {
    const std::string& no = topic.case_no;
    auto loaded = cases::load_case(room.office, viewer, no);
    if (!loaded) {
        base::Error error = loaded.error();
        error.field = field;
        return base::fail(std::move(error));
    }
    if (const auto shut = loaded->state.why_shut("panel_discuss", room.office.now()))
        return base::fail("act_not_open", fmt::format("{}：{}", no, shut->message), shut->basis, field);
    const auto facts = cases::facts_of(loaded->state);
    if (holds(facts.handlers, plan.recorder))
        return base::fail("recorder_is_handler", fmt::format("{}的办案人员不能担任记录人", no), {},
                          "recorder");
    const bool has_several = loaded->state.matter().parties.size() > 1;
    std::vector<Item> items;
    for (const auto* party : parties_of(*loaded, topic.purpose, room.office.now()))
        items.push_back({.case_no = no,
                         .cause = facts.cause,
                         .party_name = party->name,
                         .party = has_several ? party->id : std::string(),
                         .purpose = topic.purpose});
    if (items.empty())
        return base::fail("act_not_open", fmt::format("{}：已经作出决定，只能讨论是否撤销", no),
                          std::string(basis), field);
    return items;
}

base::Result<std::vector<Item>> items_for(const Room& room, const identity::Viewer& viewer,
                                          const Plan& plan) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < plan.cases.size(); ++i) {
        const std::string field = fmt::format("cases.{}", i);
        if (std::ranges::count(plan.cases, plan.cases.at(i).case_no, &Topic::case_no) > 1)
            return base::fail("repeated_row", "同一案件列入了两次", {}, field);
        for (Item& item : TRY(items_of(room, viewer, plan.cases.at(i), field, plan)))
            items.push_back(std::move(item));
    }
    return items;
}

base::Result<void> apply(const Room& room, const identity::Viewer& viewer, const Plan& plan,
                         Meeting& meeting) {
    TRY(check_texts(plan));
    const auto staff = TRY(room.office.ports.directory.staff(viewer, room.office.today()));
    TRY(check_members(plan, staff));
    meeting.items = TRY(items_for(room, viewer, plan));
    meeting.held_at = plan.held_at;
    meeting.place = plan.place;
    meeting.chair = plan.chair;
    meeting.recorder = plan.recorder;
    meeting.members = plan.members;
    meeting.attending = plan.attending;
    return {};
}

}  // namespace

bool may_prepare(const identity::Viewer& viewer) {
    static constexpr std::array<std::string_view, 5> roles = {"LEADER", "CHIEF", "LEGAL", "REVIEWER",
                                                              "RECORDER"};
    return std::ranges::any_of(roles, [&](std::string_view role) { return viewer.has_role(role); });
}

base::Result<Meeting> prepare_meeting(const Room& room, const identity::Viewer& viewer, const Plan& plan) {
    if (!may_prepare(viewer))
        return base::fail("not_authorised", "集体讨论由负责人、审核人员或者记录人员筹备", std::string(basis));
    const base::Instant now = room.office.now();
    Meeting meeting{.id = room.office.ports.random.id(),
                    .version = 1,
                    .agency = viewer.agency,
                    .held_at = plan.held_at,
                    .place = {},
                    .chair = {},
                    .recorder = {},
                    .prepared_by = viewer.person,
                    .members = {},
                    .created_at = now,
                    .updated_at = now};
    TRY(apply(room, viewer, plan, meeting));
    TRY(room.meetings.create(viewer, row_of(meeting)));
    return meeting;
}

base::Result<Meeting> change_meeting(const Room& room, const identity::Viewer& viewer, std::string_view id,
                                     std::int64_t version, const Plan& plan) {
    Meeting meeting = TRY(load_meeting(room, viewer, id));
    if (!may_keep_minutes(meeting, viewer))
        return base::fail("not_authorised", "会议由筹备人、主持人或者记录人修改");
    if (meeting.version != version) return base::fail("version_conflict", "会议已有变化，请刷新后再修改");
    if (meeting.status != "prepared") return base::fail("meeting_begun", "会议已经开始，不能修改议程");
    TRY(apply(room, viewer, plan, meeting));
    meeting.updated_at = room.office.now();
    TRY(room.meetings.save(viewer, row_of(meeting)));
    return load_meeting(room, viewer, id);
}

}  // namespace panels
