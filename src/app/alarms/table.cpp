#include "alarms/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace alarms {

namespace {

constexpr std::string_view file = "procedure/alarms.yaml";

std::unexpected<base::Error> bad(const std::string& what) {
    return base::fail("bad_catalogue", fmt::format("{}：{}", file, what));
}

bool names(const std::unordered_map<std::string, std::vector<std::string>>& acts_of, const std::string& clock,
           const std::string& act) {
    const auto found = acts_of.find(clock);
    return found != acts_of.end() && std::ranges::find(found->second, act) != found->second.end();
}

}  // namespace

bool is_watched(const clocks::Row& row) {
    return row.duty == clocks::Duty::agency || row.duty == clocks::Duty::party;
}

base::Result<Table> Table::from(const base::Value& content, const procedure::Table& acts,
                                const clocks::ClockTable& clocks) {
    Table table;
    table.proposal_waits_days = static_cast<int>(content.integer("proposal_waits_days").value_or(3));
    for (const auto& [clock, list] : content["cures"].object()) {
        if (clocks.versions(clock).empty()) return bad(fmt::format("没有期限 {}", clock));
        for (const base::Value& act : list.items()) {
            const std::string id = act.as_string() ? *act.as_string() : "";
            if (acts.find(id) == nullptr) return bad(fmt::format("{} 的行为“{}”不存在", clock, id));
            table.cures[clock].push_back(id);
        }
    }
    for (const auto& [clock, list] : content["too_late"].object())
        for (const base::Value& act : list.items()) {
            const std::string id = act.as_string() ? *act.as_string() : "";
            if (!names(table.cures, clock, id)) return bad(fmt::format("{} 没有可办的行为“{}”", clock, id));
            table.too_late[clock].push_back(id);
        }
    for (const base::Value& row : content.list("unlawful_hold")) {
        UnlawfulHold hold{.clock = std::string(row.text("clock")),
                          .says = std::string(row.text("says")),
                          .basis = std::string(row.text("basis"))};
        if (clocks.versions(hold.clock).empty()) return bad(fmt::format("没有期限 {}", hold.clock));
        for (const base::Value& act : row.list("cures")) {
            hold.cures.push_back(act.as_string() ? *act.as_string() : "");
            if (acts.find(hold.cures.back()) == nullptr)
                return bad(fmt::format("{} 的行为“{}”不存在", hold.clock, hold.cures.back()));
        }
        table.holds.push_back(std::move(hold));
    }
    for (const std::string& code : clocks.codes())
        if (is_watched(clocks.versions(code).front()) && !table.cures.contains(code))
            return bad(fmt::format("没有写明 {} 逾期后可办的行为", code));
    return table;
}

const UnlawfulHold* Table::hold(std::string_view clock) const {
    const auto found = std::ranges::find(holds, clock, &UnlawfulHold::clock);
    return found == holds.end() ? nullptr : &*found;
}

bool Table::is_too_late(const std::string& clock, const std::string& act) const {
    return names(too_late, clock, act);
}

}  // namespace alarms
