#include "office/fast_track.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace office {

namespace {

constexpr std::string_view file = "procedure/fast_track.yaml";

std::unexpected<base::Error> bad(const FastTrackList& list, const std::string& what) {
    return base::fail("bad_catalogue", fmt::format("{}：“{}”{}", file, list.title, what));
}

bool is_region(std::string_view text) {
    return text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

base::Result<FastTrackItem> read_item(const FastTrackList& list, const base::Value& row, std::size_t place,
                                      const discretion::Catalogue& catalogue) {
    FastTrackItem item{
        .no = row.integer("no").value_or(0), .title = std::string(row.text("title")), .violations = {}};
    const std::string at = fmt::format("第{}行", place);
    if (item.no < 1) return bad(list, at + "没有序号");
    if (item.title.empty()) return bad(list, at + "没有事项名称");
    for (const FastTrackItem& other : list.items)
        if (other.no == item.no || other.title == item.title)
            return bad(list, fmt::format("{}与第{}项重复", at, other.no));
    for (const base::Value& id : row.list("violations")) {
        const std::string violation = id.as_string() ? *id.as_string() : "";
        if (catalogue.find(violation) == nullptr)
            return bad(list, fmt::format("{}的违法事项“{}”不存在", at, violation));
        item.violations.push_back(violation);
    }
    if (item.violations.empty()) return bad(list, at + "没有违法事项");
    return item;
}

base::Result<FastTrackList> read_list(const base::Value& row, const discretion::Catalogue& catalogue) {
    FastTrackList list{.region = std::string(row.text("region")),
                       .title = std::string(row.text("title")),
                       .from = {},
                       .to = {},
                       .items = {}};
    if (list.title.empty()) return bad(list, "没有名称");
    if (!is_region(list.region)) return bad(list, "的行政区划代码不是六位数字");
    if (row.text("source").empty()) return bad(list, "没有依据");
    const auto from = base::Date::parse(row.text("from"));
    if (!from) return bad(list, "没有施行日期");
    list.from = *from;
    if (row.has("to")) list.to = TRY(base::Date::parse(row.text("to")));
    for (const base::Value& item : row.list("items"))
        list.items.push_back(TRY(read_item(list, item, list.items.size() + 1, catalogue)));
    return list;
}

bool overlap(const FastTrackList& a, const FastTrackList& b) {
    return a.region == b.region && (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to);
}

// "清单第3项" → 3
std::int64_t number_in(std::string_view named) {
    const auto begin = named.find_first_of("0123456789");
    if (begin == std::string_view::npos) return 0;
    const auto end = std::min(named.find_first_not_of("0123456789", begin), named.size());
    const std::string_view before = named.substr(0, begin), after = named.substr(end);
    const bool is_place =
        (before.empty() && after.empty()) || ((before == "第" || before == "清单第") && after == "项");
    if (!is_place || end - begin > 4) return 0;
    return std::stoi(std::string(named.substr(begin, end - begin)));
}

}  // namespace

const FastTrackItem* FastTrackList::find(std::string_view named) const {
    const std::int64_t no = number_in(named);
    const auto found = std::ranges::find_if(items, [&](const FastTrackItem& item) {
        return item.no == no || item.title == named ||
               std::ranges::find(item.violations, named) != item.violations.end();
    });
    return found == items.end() ? nullptr : &*found;
}

std::string FastTrackList::all() const {
    std::string text;
    for (const FastTrackItem& item : items)
        text += fmt::format("{}{} {}", text.empty() ? "" : "；", item.no, item.title);
    return text;
}

base::Result<FastTrackLists> FastTrackLists::from(const base::Value& content,
                                                  const discretion::Catalogue& catalogue) {
    FastTrackLists lists;
    for (const base::Value& row : content.list("lists")) {
        FastTrackList list = TRY(read_list(row, catalogue));
        for (const FastTrackList& other : lists.lists_)
            if (overlap(other, list)) return bad(list, fmt::format("与“{}”同时施行", other.title));
        lists.lists_.push_back(std::move(list));
    }
    return lists;
}

std::optional<NotListed> not_listed(const FastTrackLists& lists, const discretion::Catalogue& catalogue,
                                    std::string_view agency, const base::Value& filing, base::Date on) {
    if (!filing.has("fast")) return std::nullopt;
    const auto* list = lists.of(agency, on);
    if (list == nullptr)
        return NotListed{"本地没有现行有效的简案快办适用事项清单", "程序手册 第十四节", "fast.list_item"};
    const std::string_view named = filing["fast"].text("list_item");
    const auto* item = list->find(named);
    if (item == nullptr)
        return NotListed{fmt::format("“{}”不在清单之中；清单事项：{}", named, list->all()),
                         fmt::format("《{}》", list->title), "fast.list_item"};
    for (const base::Value& violation : filing.list("violations")) {
        const std::string id = violation.as_string() ? *violation.as_string() : "";
        if (std::ranges::find(item->violations, id) != item->violations.end()) continue;
        const auto* known = catalogue.find(id);
        return NotListed{fmt::format("清单第{}项“{}”不包括“{}”", item->no, item->title,
                                     known == nullptr ? id : std::string(known->name)),
                         fmt::format("《{}》第{}项", list->title, item->no), "violations"};
    }
    return std::nullopt;
}

const FastTrackList* FastTrackLists::of(std::string_view agency, base::Date day) const {
    const std::string code(agency);
    for (const std::string& region : {code, code.substr(0, 4) + "00", code.substr(0, 2) + "0000"}) {
        const FastTrackList* last = nullptr;
        for (const FastTrackList& list : lists_)
            if (list.region == region && list.from <= day && (last == nullptr || last->from <= list.from))
                last = &list;
        if (last != nullptr && (!last->to || day <= *last->to)) return last;
    }
    return nullptr;
}

}  // namespace office
