#include "discretion/facts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace discretion {

namespace {

std::optional<FactType> type_of(std::string_view word) {
    if (word == "money") return FactType::money;
    if (word == "count") return FactType::count;
    if (word == "truth") return FactType::truth;
    if (word == "choice") return FactType::choice;
    return {};
}

}  // namespace

base::Result<FactTable> FactTable::from(const base::Value& rows) {
    FactTable table;
    for (const base::Value& row : rows.items()) {
        FactName fact{.name = std::string(row.text("name")), .title = std::string(row.text("title"))};
        const auto type = type_of(row.text("type"));
        for (const base::Value& choice : row.list("choices"))
            if (choice.as_string()) fact.choices.push_back(*choice.as_string());
        const bool complete = !fact.name.empty() && !fact.title.empty() && type;
        if (!complete || table.find(fact.name) || (type == FactType::choice) == fact.choices.empty())
            return base::fail("bad_catalogue",
                              fmt::format("discretion/facts.yaml {}：缺少名称、类型不明或者重复", fact.name));
        fact.type = *type;
        fact.is_ordered = *type == FactType::money || *type == FactType::count || row.truth("ordered");
        table.names_.push_back(std::move(fact));
    }
    if (table.size() > facts_max) return base::fail("bad_catalogue", "discretion/facts.yaml：事实过多");
    return table;
}

std::optional<FactId> FactTable::find(std::string_view name) const {
    const auto found = std::ranges::find(names_, name, &FactName::name);
    if (found == names_.end()) return {};
    return static_cast<FactId>(found - names_.begin());
}

}  // namespace discretion
