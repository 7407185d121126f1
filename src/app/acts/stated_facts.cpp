#include "acts/stated_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/instant.hpp"

namespace acts {

namespace {

using procedure::Field;
using procedure::FieldType;

// Days that tell of something done. Not among them: due, until, announced_until and what is appointed.
constexpr auto past_days = std::to_array<std::string_view>({
    "act_end",         "act_start",       "announced_on", "arose_on", "born",
    "checked_on",      "consent_on",      "competent_on", "done_on",  "copy_received_on",
    "form_on",         "found_on",        "landed_on",    "on",       "paid_on",
    "ground_ended_on", "received_on",     "requested_on", "sent_on",  "published_on",
    "returned_on",     "party_agrees_on", "signed_on",    "slip_on",  "told_on",
});
constexpr auto past_instants = std::to_array<std::string_view>({"from", "to", "made_at", "reached_at"});

struct Span {
    std::string_view start, end;
};
constexpr auto spans = std::to_array<Span>({
    {"act_start", "act_end"},
    {"from",      "to"     },
});

std::optional<base::Date> day_of(const base::Value& value) {
    const auto* text = value.as_string();
    if (text == nullptr) return std::nullopt;
    if (const auto day = base::Date::parse(*text)) return *day;
    if (const auto instant = base::Instant::parse(*text)) return instant->date();
    return std::nullopt;
}

bool tells_of_the_past(const Field& field) {
    if (field.type == FieldType::date) return std::ranges::find(past_days, field.name) != past_days.end();
    return field.type == FieldType::instant &&
           std::ranges::find(past_instants, field.name) != past_instants.end();
}

bool ends_before_start(const base::Value& start, const base::Value& end) {
    const auto *from = start.as_string(), *to = end.as_string();
    if (from == nullptr || to == nullptr) return false;
    const auto first = base::Instant::parse(*from), last = base::Instant::parse(*to);
    if (first && last) return *last < *first;
    const auto first_day = day_of(start), last_day = day_of(end);
    return first_day && last_day && *last_day < *first_day;
}

// 数量 may be written as a number or with its unit in words ("约3吨"); only a plain number can be too small.
bool is_nothing_or_less(const base::Value& quantity) {
    std::string text;
    if (const auto* number = quantity.as_int()) text = std::to_string(*number);
    if (const auto* decimal = quantity.as_decimal()) text = decimal->text;
    if (const auto* words = quantity.as_string()) text = *words;
    if (text.starts_with("-")) return true;
    return !text.empty() && text.find_first_not_of("0.") == std::string::npos;
}

struct Reader {
    base::Date today;
    const discretion::Catalogue& catalogue;

    base::Result<void> members(const std::vector<Field>& fields, const base::Value& object,
                               const std::string& path) const {
        for (const Field& field : fields)
            TRY(one(field, object[field.name], fmt::format("{}.{}", path, field.name)));
        for (const auto& [start, end] : spans)
            if (ends_before_start(object[start], object[end]))
                return base::fail("ends_before_start", "结束（终了）不能早于开始", {},
                                  fmt::format("{}.{}", path, end));
        return {};
    }

    base::Result<void> one(const Field& field, const base::Value& value, const std::string& path) const {
        if (value.is_null()) return {};
        if (field.type == FieldType::object) return members(field.fields, value, path);
        if (field.type == FieldType::list) return items(field, value, path);
        if (field.type_name == "violation") return violation(value, path);
        if (field.name == "quantity" && is_nothing_or_less(value))
            return base::fail("quantity_not_positive", fmt::format("“{}”应当大于零", field.label), {}, path);
        if (const auto day = tells_of_the_past(field) ? day_of(value) : std::nullopt; day && *day > today)
            return base::fail(
                "date_in_future",
                fmt::format("“{}”（{}）不能晚于今天（{}）", field.label, day->chinese(), today.chinese()), {},
                path);
        return {};
    }

    base::Result<void> items(const Field& list, const base::Value& value, const std::string& path) const {
        for (std::size_t i = 0; i < value.items().size(); ++i)
            TRY(one(list.element.front(), value.items()[i], fmt::format("{}.{}", path, i)));
        return {};
    }

    base::Result<void> violation(const base::Value& value, const std::string& path) const {
        const auto* id = value.as_string();
        if (id != nullptr && catalogue.find(*id) != nullptr) return {};
        return base::fail("unknown_violation",
                          fmt::format("违法事项目录中没有“{}”", id == nullptr ? "" : id->substr(0, 80)), {},
                          path);
    }
};

}  // namespace

base::Result<void> check_stated_facts(const procedure::ActType& type, const base::Value& data,
                                      base::Date today, const discretion::Catalogue& catalogue) {
    return Reader{.today = today, .catalogue = catalogue}.members(type.fields, data, "data");
}

}  // namespace acts
