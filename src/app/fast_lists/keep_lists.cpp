#include "fast_lists/keep_lists.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace fast_lists {

namespace {

using base::Result;
using identity::Viewer;
using ports::FastListRow;
using ports::FastListSignature;

constexpr std::size_t words_max = 200;
constexpr std::size_t opinion_max = 2000;
constexpr std::size_t items_max = 200;

// 程序手册 第十四节: the list is the agency's own rule.
constexpr std::string_view basis = "程序手册 第十四节";

bool is_leader(const Viewer& viewer) {
    return viewer.has_role("CHIEF") || viewer.has_role("LEADER");
}

Result<std::string> words(std::string_view text, std::string_view what, std::string field) {
    if (base::is_blank(text))
        return base::fail("missing_field", fmt::format("请填写{}", what), {}, std::move(field));
    if (base::character_count(text) > words_max)
        return base::fail("text_too_long", fmt::format("{}不超过{}字", what, words_max), {},
                          std::move(field));
    return std::string(text);
}

Result<base::Date> day(std::string_view text, std::string_view what, std::string field) {
    const auto read = base::Date::parse(text);
    if (!read) return base::fail("bad_date", fmt::format("{}应当是日期", what), {}, std::move(field));
    return *read;
}

Result<ports::FastListItem> item_of(const office::Office& office, const Draft::Item& item, std::size_t place,
                                    const std::vector<ports::FastListItem>& before) {
    const std::string field = fmt::format("items.{}", place);
    std::string title = TRY(words(item.title, "事项名称", field + ".title"));
    ports::FastListItem made{
        .no = static_cast<std::int64_t>(place) + 1, .title = std::move(title), .violations = {}};
    for (const auto& other : before)
        if (other.title == made.title)
            return base::fail("listed_twice", fmt::format("与第{}项重复", other.no), {}, field + ".title");
    if (item.violations.empty())
        return base::fail("missing_field", "请选择违法事项", {}, field + ".violations");
    for (const std::string& id : item.violations) {
        if (office.discretion.find(id) == nullptr)
            return base::fail("unknown_violation", fmt::format("没有代码为“{}”的违法事项", id), {},
                              field + ".violations");
        const bool is_listed = std::ranges::any_of(before, [&](const auto& other) {
            return std::ranges::find(other.violations, id) != other.violations.end();
        });
        if (is_listed || std::ranges::find(made.violations, id) != made.violations.end())
            return base::fail(
                "listed_twice",
                fmt::format("“{}”已经列入，一个违法事项只列一次", office.discretion.find(id)->name), {},
                field + ".violations");
        made.violations.push_back(id);
    }
    return made;
}

// What has begun is judged by the list of its day; a list that began in the past would change that.
Result<void> check_day(const Room& room, const Viewer& viewer, const FastListRow& list) {
    if (list.from < room.office.today())
        return base::fail("day_passed",
                          fmt::format("施行日期{}已过，清单不溯及既往，请另行起草", list.from.str()),
                          std::string(basis), "from");
    for (const FastListRow& other : TRY(room.lists.list(viewer)))
        if (other.agency == list.agency && other.status == "approved" && other.from == list.from)
            return base::fail(
                "day_taken",
                fmt::format("“{}”也从{}起施行，同一天只能有一份清单", other.title, list.from.str()),
                std::string(basis), "from");
    return {};
}

std::size_t approvals(const std::vector<FastListSignature>& signatures) {
    return static_cast<std::size_t>(std::ranges::count(signatures, "approve", &FastListSignature::action));
}

Result<void> check_permission(const Viewer& viewer, const FastListRow& list, std::string_view action,
                              const std::vector<FastListSignature>& signatures) {
    if (list.agency != viewer.agency) return base::fail("not_permitted", "只有本机关的人员可以处理");
    if (action == "withdraw")
        return may_draft(viewer) ? Result<void>() : base::fail("not_permitted", "由法规机构的人员撤回");
    if (!is_leader(viewer)) return base::fail("not_permitted", "由机关负责人审批");
    if (action != "approve") return {};
    if (viewer.person == list.drafted_by) return base::fail("not_permitted", "起草人不能审批自己起草的清单");
    for (const auto& signature : signatures)
        if (signature.action == "approve" && signature.person == viewer.person)
            return base::fail("not_permitted", "您已经审批，须由另一人审批");
    return {};
}

// Length before text, so that no two contents are written alike.
std::string content_sm3(const FastListRow& list, const ports::Hasher& hasher) {
    std::string text;
    const auto add = [&](std::string_view part) { text += fmt::format("{}:{}\n", part.size(), part); };
    for (const std::string& part :
         {list.id, list.agency, list.title, list.source, list.from.str(), list.to ? list.to->str() : ""})
        add(part);
    for (const auto& item : list.items) {
        add(fmt::format("{} {}", item.no, item.violations.size()));
        add(item.title);
        for (const std::string& violation : item.violations) add(violation);
    }
    return hasher.sm3(text);
}

}  // namespace

bool may_draft(const Viewer& viewer) {
    return viewer.has_role("LEGAL");
}

Result<std::string> draft_list(const Room& room, const Viewer& viewer, const Draft& draft) {
    if (!may_draft(viewer))
        return base::fail("not_permitted", "简案快办清单由法规机构的人员起草", std::string(basis));
    std::string title = TRY(words(draft.title, "清单名称", "title"));
    std::string source = TRY(words(draft.source, "印发文件", "source"));
    const base::Date from = TRY(day(draft.from, "施行日期", "from"));
    FastListRow list{.id = room.office.ports.random.id(),
                     .agency = viewer.agency,
                     .title = std::move(title),
                     .source = std::move(source),
                     .from = from,
                     .drafted_by = viewer.person,
                     .drafted_by_name = viewer.name,
                     .created_at = room.office.now(),
                     .updated_at = room.office.now()};
    if (!draft.to.empty()) list.to = TRY(day(draft.to, "终止日期", "to"));
    if (list.to && *list.to < list.from) return base::fail("bad_date", "终止日期早于施行日期", {}, "to");
    TRY(check_day(room, viewer, list));
    if (draft.items.empty()) return base::fail("missing_field", "清单至少应当有一项", {}, "items");
    if (draft.items.size() > items_max)
        return base::fail("too_many", fmt::format("清单不超过{}项", items_max), {}, "items");
    for (const Draft::Item& item : draft.items)
        list.items.push_back(TRY(item_of(room.office, item, list.items.size(), list.items)));
    TRY(room.lists.create(viewer, list));
    return list.id;
}

Result<void> sign_list(const Room& room, const Viewer& viewer, FastListRow list, std::string_view action,
                       const std::string& opinion) {
    const auto signatures = TRY(room.lists.signatures(viewer, list.id));
    TRY(check_permission(viewer, list, action, signatures));
    if (list.status != "waiting") return base::fail("list_settled", "该清单不在审批中");
    if (base::character_count(opinion) > opinion_max)
        return base::fail("text_too_long", fmt::format("意见不超过{}字", opinion_max), {}, "opinion");
    if (action == "return" && base::is_blank(opinion))
        return base::fail("missing_field", "请写明退回的理由", {}, "opinion");
    if (action == "approve") TRY(check_day(room, viewer, list));
    const bool is_last = action == "approve" && approvals(signatures) + 1 >= approvals_needed;
    list.updated_at = room.office.now();
    if (is_last) list.status = "approved";
    if (action == "return") list.status = "returned";
    if (action == "withdraw") list.status = "withdrawn";
    TRY(room.lists.sign(viewer, list,
                        {.n = static_cast<int>(signatures.size()) + 1,
                         .action = std::string(action),
                         .person = viewer.person,
                         .person_name = viewer.name,
                         .role = viewer.has_role("CHIEF")    ? "CHIEF"
                                 : viewer.has_role("LEADER") ? "LEADER"
                                                             : "LEGAL",
                         .opinion = opinion,
                         .content_sm3 = content_sm3(list, room.office.ports.hasher),
                         .at = list.updated_at}));
    if (is_last) room.office.fast_track.refresh();
    return {};
}

std::vector<std::string> open_actions(const Viewer& viewer, const FastListRow& list,
                                      const std::vector<FastListSignature>& signatures) {
    std::vector<std::string> actions;
    for (const char* action : {"approve", "return", "withdraw"})
        if (list.status == "waiting" && check_permission(viewer, list, action, signatures))
            actions.emplace_back(action);
    return actions;
}

std::string state_of(const FastListRow& list, const std::vector<FastListRow>& all, base::Date today) {
    if (list.status != "approved") return list.status;
    if (today < list.from) return "pending";
    const bool is_followed = std::ranges::any_of(all, [&](const FastListRow& other) {
        return other.status == "approved" && other.agency == list.agency && list.from < other.from &&
               other.from <= today;
    });
    if (is_followed) return "superseded";
    return list.to && *list.to < today ? "ended" : "in_force";
}

}  // namespace fast_lists
