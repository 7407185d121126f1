#include "delegations/grant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace delegations {

namespace {

constexpr int days_max = 366;
constexpr std::size_t paper_bytes_max = 200, reason_bytes_max = 2000;
constexpr std::string_view leaders_article = "行政处罚法 第五十七条第一款";
constexpr std::string_view qualified_article = "行政处罚法 第四十二条第一款";

constexpr std::array<std::string_view, 3> powers{"LEADER", "CHIEF", "UNIT_HEAD"};
// 行政处罚法 第五十八条: who reviews must be qualified himself, and an officer acts in person.
constexpr std::array<std::string_view, 3> administrators{"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"};

bool holds(const casefile::Staff& person, std::string_view role) {
    return std::ranges::find(person.roles, role) != person.roles.end();
}

const casefile::Staff* find(const std::vector<casefile::Staff>& staff, std::string_view id) {
    const auto found = std::ranges::find(staff, id, &casefile::Staff::id);
    return found == staff.end() ? nullptr : &*found;
}

base::Result<void> check_words(const Paper& paper) {
    if (base::is_blank(paper.no))
        return base::fail("missing_field", "请填写书面授权的文号", std::string(leaders_article), "paper");
    if (paper.no.size() > paper_bytes_max) return base::fail("text_too_long", "文号过长", {}, "paper");
    if (paper.reason.size() > reason_bytes_max) return base::fail("text_too_long", "理由过长", {}, "reason");
    return {};
}

// 移送规定 第五条; 违法所得认定办法 第十四条: the principal leader, or who presides in his place; a deputy
// for a few days of travel is neither (decision 0017).
base::Result<void> check_presiding(const Paper& paper) {
    if (paper.role == "CHIEF" && !paper.presiding)
        return base::fail(
            "not_presiding",
            "正职负责人的职权只能由书面明确“主持工作”的负责人行使；临时外出的，可以授予负责人的职权",
            "移送规定 第五条", "presiding");
    if (paper.role != "CHIEF" && paper.presiding)
        return base::fail("unknown_choice", "“主持工作”只用于正职负责人的职权", {}, "presiding");
    return {};
}

// A grant begins when it is entered, at the earliest: what was signed without power before stays unlawful.
base::Result<void> check_days(const Paper& paper, base::Date today) {
    if (paper.from < today)
        return base::fail("day_passed",
                          fmt::format("授权最早自登记当日（{}）起生效，不能追溯", today.chinese()),
                          std::string(leaders_article), "from");
    if (paper.until < paper.from) return base::fail("day_passed", "截止日期不能早于起始日期", {}, "until");
    if (paper.until - paper.from > days_max)
        return base::fail("period_too_long", "一次授权不能超过一年，期满可以重新授权", {}, "until");
    return {};
}

base::Result<void> check_people(const Paper& paper, const casefile::Staff* principal,
                                const casefile::Staff* person, std::string_view label) {
    if (principal == nullptr) return base::fail("unknown_person", "授权人不在本机关任职", {}, "principal");
    if (person == nullptr) return base::fail("unknown_person", "被授权人不在本机关任职", {}, "person");
    if (principal->id == person->id)
        return base::fail("same_person", "授权人与被授权人不能是同一人", {}, "person");
    if (!holds(*principal, paper.role))
        return base::fail("role_not_held",
                          fmt::format("{}不担任{}，没有可以授予的职权", principal->name, label),
                          std::string(leaders_article), "role");
    if (std::ranges::any_of(administrators, [&](std::string_view role) { return holds(*person, role); }))
        return base::fail("not_eligible", fmt::format("{}是系统管理人员，不能代行办案职权", person->name), {},
                          "person");
    if (paper.role == "UNIT_HEAD" && person->unit != principal->unit)
        return base::fail("not_eligible", "代行办案机构负责人职权的，应当是同一机构的人员", {}, "person");
    if (!is_power(paper.role) && !holds(*person, paper.role))
        return base::fail("not_eligible", fmt::format("{}不是{}，不能代理这一岗位", person->name, label),
                          std::string(qualified_article), "person");
    return {};
}

base::Result<void> check_recorder(const std::vector<casefile::Staff>& staff, const identity::Viewer& viewer,
                                  const Paper& paper) {
    if (!may_record(staff, viewer))
        return base::fail("not_permitted", "授权由机关负责人、办案机构负责人或者系统管理员登记",
                          std::string(leaders_article));
    if (paper.person == viewer.person) return base::fail("not_permitted", "不能给自己授权", {}, "person");
    const auto* recorder = find(staff, viewer.person);
    const bool for_all =
        holds(*recorder, "LEADER") || holds(*recorder, "CHIEF") || holds(*recorder, "SYSTEM_ADMIN");
    if (!for_all && paper.principal != viewer.person)
        return base::fail("not_permitted", "办案机构负责人只能授予本人的职权", {}, "principal");
    return {};
}

base::Result<void> check_overlap(ports::DelegationStore& store, const identity::Viewer& viewer,
                                 const Paper& paper) {
    for (const ports::Delegation& other : TRY(store.list(viewer))) {
        const bool same = other.person == paper.person && other.principal == paper.principal &&
                          other.role == paper.role && !other.ended_at;
        if (same && other.from <= paper.until && paper.from <= other.until)
            return base::fail("already_granted",
                              fmt::format("已有同样的授权（{}），自{}至{}", other.paper, other.from.chinese(),
                                          other.until.chinese()),
                              {}, "from");
    }
    return {};
}

}  // namespace

bool is_power(std::string_view role) {
    return std::ranges::find(powers, role) != powers.end();
}

bool may_record(const std::vector<casefile::Staff>& staff, const identity::Viewer& viewer) {
    const auto* recorder = find(staff, viewer.person);
    if (recorder == nullptr) return false;
    return std::ranges::any_of(powers, [&](std::string_view role) { return holds(*recorder, role); }) ||
           holds(*recorder, "SYSTEM_ADMIN");
}

base::Result<ports::Delegation> record(const office::Office& office, ports::DelegationStore& store,
                                       const identity::Viewer& viewer, const Paper& paper) {
    const base::Instant now = office.now();
    const auto staff = TRY(office.ports.directory.staff(viewer, now.date()));
    TRY(check_recorder(staff, viewer, paper));
    const std::string label(office.rules.table.role_label(paper.role));
    if (label.empty()) return base::fail("unknown_choice", "没有这一岗位", {}, "role");
    const auto *principal = find(staff, paper.principal), *person = find(staff, paper.person);
    TRY(check_people(paper, principal, person, label));
    TRY(check_words(paper));
    TRY(check_presiding(paper));
    TRY(check_days(paper, now.date()));
    TRY(check_overlap(store, viewer, paper));
    ports::Delegation grant{.id = office.ports.random.id(),
                            .agency = viewer.agency,
                            .principal = principal->id,
                            .principal_name = principal->name,
                            .person = person->id,
                            .person_name = person->name,
                            .role = paper.role,
                            .from = paper.from,
                            .until = paper.until,
                            .paper = paper.no,
                            .reason = paper.reason,
                            .recorded_by = viewer.person,
                            .recorded_by_name = viewer.name,
                            .recorded_at = now};
    TRY(store.create(viewer, grant));
    return grant;
}

base::Result<ports::Delegation> end(const office::Office& office, ports::DelegationStore& store,
                                    const identity::Viewer& viewer, std::string_view id,
                                    std::string_view reason) {
    ports::Delegation grant = TRY(store.load(viewer, id));
    if (grant.agency != viewer.agency) return base::fail("not_found", "没有这项授权");
    const auto staff = TRY(office.ports.directory.staff(viewer, office.today()));
    if (grant.person != viewer.person && !may_record(staff, viewer))
        return base::fail("not_permitted", "授权由登记授权的人员或者被授权人终止");
    if (base::is_blank(reason)) return base::fail("missing_field", "请写明终止的理由", {}, "reason");
    if (reason.size() > reason_bytes_max) return base::fail("text_too_long", "理由过长", {}, "reason");
    if (grant.ended_at)
        return base::fail("already_ended", fmt::format("该授权已于{}终止", grant.ended_at->chinese()));
    if (grant.until < office.today())
        return base::fail("already_ended", fmt::format("该授权已于{}期满", grant.until.chinese()));
    grant.ended_at = office.now();
    grant.ended_by = viewer.person;
    grant.ended_by_name = viewer.name;
    grant.end_reason = reason;
    TRY(store.end(viewer, grant));
    return grant;
}

}  // namespace delegations
