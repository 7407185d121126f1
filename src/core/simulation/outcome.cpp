#include <algorithm>
#include <iterator>
#include <numeric>

#include "simulation/simulation.hpp"

namespace simulation {

namespace {

struct Name {
    std::string_view word, title;
};

constexpr std::array<Name, replay_count> replays{
    {{"reproduced", "与现行基准一致"},
     {"reasoned_deviation", "偏离阶次，已写明理由"},
     {"unreasoned_deviation", "偏离阶次，未写明理由"},
     {"outside_range", "超出法定幅度"},
     {"other_outcome", "处罚与否不一致"},
     {"facts_missing", "留存的事实不足"},
     {"law_version", "所依据的法律文本不同"},
     {"combined", "多个违法事项一并罚款"}}
};
constexpr std::array<Name, change_count> changes{
    {{"same", "不变"},
     {"more", "高于原罚款"},
     {"less", "低于原罚款"},
     {"exempt", "不予处罚"},
     {"may_exempt", "可以不予处罚"},
     {"unknown", "不能比较"}}
};
constexpr std::array<std::string_view, 3> groupings{"field", "party", "size"};
constexpr std::array<Name, 3> parties{
    {{"natural", "个人"}, {"individual_business", "个体工商户"}, {"entity", "企业和其他组织"}}
};

// The fields by which the catalogue groups its items (监管领域); one without a title is shown by its code.
constexpr Name fields[] = {
    {"advertising",             "广告"                  },
    {"certification-standards", "认证认可与标准"        },
    {"consumer-rights",         "消费者权益保护"        },
    {"drug-device-cosmetic",    "药品、医疗器械、化妆品"},
    {"e-commerce",              "网络交易"              },
    {"food",                    "食品安全"              },
    {"industrial-licence",      "工业产品许可"          },
    {"ip",                      "知识产权"              },
    {"metrology",               "计量"                  },
    {"price",                   "价格"                  },
    {"product-quality",         "产品质量"              },
    {"registration",            "市场主体登记"          },
    {"special-equipment",       "特种设备"              },
    {"unfair-competition",      "反不正当竞争"          },
};

template <std::size_t N>
base::Value counts(const std::array<Name, N>& names, const std::array<std::size_t, N>& numbers) {
    base::Object object;
    for (std::size_t i = 0; i < N; ++i) object.set(names[i].word, numbers[i]);
    return object;
}

base::Object tally_value(const Tally& tally) {
    return base::Object{
        {"cases", tally.cases()},
        {"decided", tally.decided.str()},
        {"expected", tally.expected.str()},
        {"changes", counts(changes, tally.changes)},
        {"replays", counts(replays, tally.replays)}
    };
}

}  // namespace

std::string_view word_of(Replay replay) {
    return replays[static_cast<std::size_t>(replay)].word;
}

std::string_view title_of(Replay replay) {
    return replays[static_cast<std::size_t>(replay)].title;
}

std::string_view word_of(Change change) {
    return changes[static_cast<std::size_t>(change)].word;
}

std::string_view title_of(Change change) {
    return changes[static_cast<std::size_t>(change)].title;
}

void Tally::add(const Difference& difference) {
    ++changes[static_cast<std::size_t>(difference.change)];
    ++replays[static_cast<std::size_t>(difference.replay)];
    if (difference.change == Change::unknown) return;
    decided += difference.decided;
    expected += difference.expected;
}

std::size_t Tally::cases() const {
    return std::accumulate(changes.begin(), changes.end(), std::size_t{0});
}

std::optional<Grouping> grouping_of(std::string_view word) {
    const auto found = std::ranges::find(groupings, word);
    if (found == groupings.end()) return std::nullopt;
    return static_cast<Grouping>(found - groupings.begin());
}

std::string_view key_of(const PastDecision& past, Grouping grouping) {
    switch (grouping) {
        case Grouping::field:
            return past.request.violation->field;
        case Grouping::party:
            return parties[static_cast<std::size_t>(past.request.actor.kind)].word;
        case Grouping::size:
            return past.request.actor.kind == discretion::Actor::Kind::natural ? "none" : word_of(past.size);
    }
    return {};
}

std::string_view title_of_key(Grouping grouping, std::string_view key) {
    if (grouping == Grouping::field) {
        const auto* field = std::ranges::find(fields, key, &Name::word);
        return field == std::end(fields) ? key : field->title;
    }
    if (grouping == Grouping::size) return key == "none" ? "个人（不分规模）" : title_of(size_of(key));
    const auto found = std::ranges::find(parties, key, &Name::word);
    return found == parties.end() ? key : found->title;
}

void Outcome::add(const PastDecision& past, const Difference& difference) {
    all_.add(difference);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const std::string_view key = key_of(past, static_cast<Grouping>(i));
        auto place = groups_[i].find(key);
        if (place == groups_[i].end()) place = groups_[i].emplace(key, Tally()).first;
        place->second.add(difference);
    }
}

const Tally* Outcome::find(Grouping grouping, std::string_view key) const {
    const auto& group = groups_[static_cast<std::size_t>(grouping)];
    const auto place = group.find(key);
    return place == group.end() ? nullptr : &place->second;
}

base::Value Outcome::to_value() const {
    base::Object value = tally_value(all_);
    base::Object groups;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        base::List rows;
        for (const auto& [key, tally] : groups_[i]) {
            base::Object row{
                {"key", key},
                {"title", title_of_key(static_cast<Grouping>(i), key)}
            };
            for (const auto& [name, member] : tally_value(tally)) row.set(name, member);
            rows.push_back(std::move(row));
        }
        groups.set(groupings[i], std::move(rows));
    }
    value.set("groups", std::move(groups));
    return value;
}

}  // namespace simulation
