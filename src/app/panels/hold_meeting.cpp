#include "panels/hold_meeting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "procedure/panel_result.hpp"

namespace panels {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::string_view basis = "程序规定 第六十条第二款";
constexpr std::size_t text_bytes_max = 60'000;
constexpr int attempts_max = 5;

bool holds(const std::vector<std::string>& list, std::string_view one) {
    return std::ranges::find(list, one) != list.end();
}

base::Result<Meeting> in_version(const Room& room, const identity::Viewer& viewer, std::string_view id,
                                 std::int64_t version) {
    Meeting meeting = TRY(load_meeting(room, viewer, id));
    if (meeting.version != version) return base::fail("version_conflict", "会议已有变化，请刷新后再办理");
    return meeting;
}

base::Result<Meeting> saved(const Room& room, const identity::Viewer& viewer, Meeting meeting) {
    meeting.updated_at = room.office.now();
    TRY(room.meetings.save(viewer, row_of(meeting)));
    ++meeting.version;
    return meeting;
}

base::Result<void> check_open(const Meeting& meeting, std::size_t item) {
    if (item >= meeting.items.size()) return base::fail("not_found", "议程上没有这一件");
    if (meeting.status != "open") return base::fail("meeting_not_open", "会议没有在进行");
    if (meeting.items.at(item).is_recorded()) return base::fail("item_concluded", "这一件已经讨论完毕并记录");
    return {};
}

base::Result<void> check_length(std::string_view text, std::string_view field) {
    if (text.size() > text_bytes_max) return base::fail("text_too_long", "内容过长", {}, std::string(field));
    return {};
}

base::Result<void> check_recusals(const Meeting& meeting, const Item& item, const Minutes& minutes) {
    for (std::size_t i = 0; i < minutes.recused.size(); ++i) {
        const Recusal& each = minutes.recused.at(i);
        const std::string field = fmt::format("recused.{}", i);
        if (!holds(meeting.members, each.person))
            return base::fail("unknown_person", "不是参加讨论的负责人", {}, field + ".person");
        if (base::is_blank(each.reason))
            return base::fail("missing_field", "请写明回避的理由", "程序规定 第四条", field + ".reason");
        if (each.person == meeting.chair)
            return base::fail("chair_recused", "主持人回避的，这一件另行由其他负责人主持讨论",
                              "程序规定 第四条", field + ".person");
        if (item.vote_of(each.person) != nullptr)
            return base::fail("has_voted", "已经发表意见的人不能再记为回避", "程序规定 第四条",
                              field + ".person");
    }
    return {};
}

// The chair speaks last: his own view shuts the list of views.
base::Result<void> check_turn(const Meeting& meeting, const Item& item, std::string_view person) {
    if (!holds(meeting.voters(item), person))
        return base::fail("not_among_those_who_act", "您没有出席或者已经回避，不能发表意见",
                          std::string(basis));
    if (item.vote_of(meeting.chair) != nullptr)
        return base::fail("voting_closed", "主持人已经最后发表意见", std::string(basis));
    const auto open = meeting.still_to_speak(item);
    if (person == meeting.chair && !holds(open, person))
        return base::fail("chair_not_last", "其他出席人员发表意见之后，主持人才能发表意见",
                          std::string(basis));
    return {};
}

base::Result<void> check_view(std::string_view view, std::string_view note) {
    static constexpr std::array<std::string_view, 3> views = {"agree", "change", "against"};
    if (std::ranges::find(views, view) == views.end())
        return base::fail("bad_choice", "意见应当是同意、建议变更或者反对", {}, "view");
    if (view != "agree" && base::is_blank(note))
        return base::fail("reason_missing", "不同意的，应当写明理由", std::string(basis), "note");
    return check_length(note, "note");
}

Value opinions_of(const Item& item) {
    List opinions;
    for (const Vote& vote : item.votes) {
        Object opinion{
            {"who",  vote.person},
            {"view", vote.view  }
        };
        if (!vote.note.empty()) opinion.set("note", vote.note);
        opinions.push_back(std::move(opinion));
    }
    return opinions;
}

void set_text(Object& object, std::string_view name, const std::string& text) {
    if (!base::is_blank(text)) object.set(name, text);
}

bool follows_majority(const Item& item, const Result& result) {
    return procedure::follows_majority(views_of(item), item.purpose, result.result);
}

// The minutes as the act of the case holds them (文书 42).
acts::ActRequest act_of(const Meeting& meeting, const Item& item, const Result& result, base::Instant now,
                        const std::vector<casefile::Staff>& staff) {
    const auto voters = meeting.voters(item);
    Object data{
        {"purpose", item.purpose},
        {"chair", meeting.chair},
        {"present", List(voters.begin(), voters.end())},
        {"recorder", meeting.recorder},
        {"opinions", opinions_of(item)},
        {"result", result.result}
    };
    if (!meeting.attending.empty())
        data.set("attending", List(meeting.attending.begin(), meeting.attending.end()));
    if (!follows_majority(item, result)) set_text(data, "reason", result.conclusion);
    set_text(data, "until", result.until);
    Object paper;
    set_text(paper, "place", meeting.place);
    paper.set("from", meeting.held_at.str());
    paper.set("to", now.str());
    set_text(paper, "course", item.course);
    std::string discussion = item.discussion;
    for (const Recusal& each : item.recused) {
        const auto who = std::ranges::find(staff, each.person, &casefile::Staff::id);
        const std::string& name = who == staff.end() ? each.person : who->name;
        discussion += fmt::format("{}{}回避：{}", discussion.empty() ? "" : "\n", name, each.reason);
    }
    set_text(paper, "discussion", discussion);
    set_text(paper, "conclusion", result.conclusion);
    acts::ActRequest act{
        .act = "panel_discuss", .by = {meeting.chair}, .data = std::move(data), .paper = std::move(paper)};
    if (!item.party.empty()) act.party = item.party;
    return act;
}

base::Result<void> check_result(const Meeting& meeting, const Item& item, const Result& result) {
    if (!meeting.still_to_speak(item).empty())
        return base::fail("chair_not_last", "还有出席人员没有发表意见", std::string(basis), "result");
    if (base::is_blank(result.result))
        return base::fail("missing_field", "请写明讨论结果", std::string(basis), "result");
    // 程序规定 第六十四条第一款: the leaders fix together how long the period becomes.
    if (item.purpose == "extension" && result.result == "continue" && base::is_blank(result.until))
        return base::fail("missing_field", "请写明延长至哪一日", "程序规定 第六十四条第一款", "until");
    if (!follows_majority(item, result) && base::is_blank(result.conclusion))
        return base::fail("reason_missing", "讨论结果与多数意见不一致的，应当写明理由", std::string(basis),
                          "conclusion");
    TRY(check_length(result.conclusion, "conclusion"));
    return {};
}

base::Result<Meeting> mark_recorded(const Room& room, const identity::Viewer& viewer, std::string_view id,
                                    std::size_t n, const Result& result, int act) {
    for (int attempt = 1;; ++attempt) {
        Meeting meeting = TRY(load_meeting(room, viewer, id));
        Item& item = meeting.items.at(n);
        item.result = result.result;
        item.until = result.until;
        item.conclusion = result.conclusion;
        item.recorded_n = act;
        if (std::ranges::all_of(meeting.items, &Item::is_recorded)) meeting.status = "closed";
        auto kept = saved(room, viewer, std::move(meeting));
        if (kept || attempt == attempts_max || kept.error().code != "version_conflict") return kept;
    }
}

}  // namespace

bool may_keep_minutes(const Meeting& meeting, const identity::Viewer& viewer) {
    return viewer.person == meeting.recorder || viewer.person == meeting.chair ||
           viewer.person == meeting.prepared_by;
}

base::Result<Meeting> load_meeting(const Room& room, const identity::Viewer& viewer, std::string_view id) {
    return meeting_of(TRY(room.meetings.load(viewer, id)));
}

base::Result<std::vector<Meeting>> my_meetings(const Room& room, const identity::Viewer& viewer) {
    std::vector<Meeting> meetings;
    for (const auto& row : TRY(room.meetings.mine(viewer))) meetings.push_back(TRY(meeting_of(row)));
    return meetings;
}

base::Result<Meeting> open_meeting(const Room& room, const identity::Viewer& viewer, std::string_view id,
                                   std::int64_t version, const std::vector<std::string>& present) {
    Meeting meeting = TRY(in_version(room, viewer, id, version));
    if (!may_keep_minutes(meeting, viewer))
        return base::fail("not_authorised", "会议由主持人、记录人或者筹备人开始");
    if (meeting.status != "prepared") return base::fail("meeting_begun", "会议已经开始");
    for (std::size_t i = 0; i < present.size(); ++i) {
        const bool twice = std::ranges::count(present, present.at(i)) > 1;
        if (!holds(meeting.members, present.at(i)) || twice)
            return base::fail("unknown_person", "不是参加讨论的负责人，或者出现了两次", {},
                              fmt::format("present.{}", i));
    }
    if (present.size() < 2)
        return base::fail("panel_too_few",
                          fmt::format("出席的负责人{}名，不少于二名才能讨论", present.size()),
                          std::string(basis), "present");
    if (!holds(present, meeting.chair))
        return base::fail("chair_absent", "主持人没有出席", std::string(basis), "present");
    meeting.present = present;
    meeting.status = "open";
    return saved(room, viewer, std::move(meeting));
}

base::Result<Meeting> keep_minutes(const Room& room, const identity::Viewer& viewer, std::string_view id,
                                   std::size_t n, std::int64_t version, const Minutes& minutes) {
    Meeting meeting = TRY(in_version(room, viewer, id, version));
    if (!may_keep_minutes(meeting, viewer))
        return base::fail("not_authorised", "讨论记录由记录人、主持人或者筹备人填写");
    TRY(check_open(meeting, n));
    TRY(check_length(minutes.course, "course"));
    TRY(check_length(minutes.discussion, "discussion"));
    Item& item = meeting.items.at(n);
    TRY(check_recusals(meeting, item, minutes));
    item.course = minutes.course;
    item.discussion = minutes.discussion;
    item.recused = minutes.recused;
    return saved(room, viewer, std::move(meeting));
}

base::Result<Meeting> vote(const Room& room, const identity::Viewer& viewer, std::string_view id,
                           std::size_t n, std::string_view view, std::string_view note) {
    TRY(check_view(view, note));
    for (int attempt = 1;; ++attempt) {
        Meeting meeting = TRY(load_meeting(room, viewer, id));
        TRY(check_open(meeting, n));
        Item& item = meeting.items.at(n);
        TRY(check_turn(meeting, item, viewer.person));
        std::erase_if(item.votes, [&](const Vote& each) { return each.person == viewer.person; });
        item.votes.push_back({viewer.person, std::string(view), std::string(note), room.office.now()});
        auto kept = saved(room, viewer, std::move(meeting));
        // Two may speak at once; the one who came second is written after the first.
        if (kept || attempt == attempts_max || kept.error().code != "version_conflict") return kept;
    }
}

base::Result<Concluded> conclude_item(const Room& room, const identity::Viewer& viewer, std::string_view id,
                                      std::size_t n, std::int64_t version, const Result& result) {
    Meeting meeting = TRY(in_version(room, viewer, id, version));
    if (viewer.person != meeting.chair)
        return base::fail("not_authorised", "讨论结果由主持人宣布", std::string(basis));
    TRY(check_open(meeting, n));
    const Item& item = meeting.items.at(n);
    TRY(check_result(meeting, item, result));
    const auto staff = TRY(room.office.ports.directory.staff(viewer, room.office.today()));
    const std::string key = fmt::format("panel-{}-{}", meeting.id, n);
    const auto settled = TRY(acts::record_act(
        room.office, viewer, item.case_no, act_of(meeting, item, result, room.office.now(), staff),
        {
            .idempotency = ports::Idempotency{.key = key, .digest = room.office.ports.hasher.sm3(key)}
    }));
    if (settled.refusal) return Concluded{.refusal = settled.refusal, .meeting = std::move(meeting)};
    return Concluded{.meeting = TRY(mark_recorded(room, viewer, id, n, result, settled.outcome.n))};
}

}  // namespace panels
