#include "procedure/stated_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/identifiers.hpp"
#include "base/instant.hpp"

namespace procedure {

namespace {

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
    const KnownViolation& is_violation;

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
        if (id != nullptr && is_violation(*id)) return {};
        return base::fail("unknown_violation",
                          fmt::format("违法事项目录中没有“{}”", id == nullptr ? "" : id->substr(0, 80)), {},
                          path);
    }
};

// Passports and permits have numbers of their own; without a name of the certificate it is the resident card.
bool holds_resident_id(const base::Value& details) {
    const auto certificate = details.text("certificate_name");
    return certificate.empty() || certificate == "居民身份证" || certificate == "身份证";
}

}  // namespace

base::Result<void> check_stated_facts(const ActType& type, const base::Value& data, base::Date today,
                                      const KnownViolation& is_violation) {
    return Reader{.today = today, .is_violation = is_violation}.members(type.fields, data, "data");
}

base::Result<void> check_numbers(const casefile::Party& party, std::string_view path) {
    const auto bad = [&](std::string_view field, std::string message) {
        return base::fail("bad_code", std::move(message), {}, fmt::format("{}.{}", path, field));
    };
    if (!party.code.empty() && !base::is_credit_code(party.code))
        return bad("code",
                   "统一社会信用代码不对：应当是18位数字或者大写字母（没有I、O、S、V、Z），校验码应当相符");
    if (!party.id_no.empty() && holds_resident_id(party.details) && !base::is_resident_id(party.id_no))
        return bad("id_no",
                   "居民身份证号码不对：应当是18位，出生日期存在，校验码相符；其他证件请写明证件名称");
    return {};
}

}  // namespace procedure
