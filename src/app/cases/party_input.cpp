#include "cases/party_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "cases/party_meaning.hpp"
#include "procedure/stated_facts.hpp"

namespace cases {

namespace {

constexpr std::size_t text_characters_max = 200;

std::unexpected<base::Error> bad(std::string_view field, std::string code, std::string message) {
    return base::fail(std::move(code), std::move(message), {}, fmt::format("party.{}", field));
}

base::Result<std::string> text_of(const base::Value& input, std::string_view name) {
    if (input[name].is_null()) return std::string();
    const auto* text = input[name].as_string();
    if (text == nullptr) return bad(name, "wrong_type", "应当是文字");
    if (base::character_count(*text) > text_characters_max)
        return bad(name, "text_too_long", fmt::format("文字超过{}字", text_characters_max));
    return *text;
}

base::Result<casefile::PartyKind> kind_of(std::string_view kind) {
    if (kind == "person") return casefile::PartyKind::person;
    if (kind == "sole_trader") return casefile::PartyKind::sole_trader;
    if (kind == "organisation") return casefile::PartyKind::organisation;
    return bad("kind", kind.empty() ? "missing_field" : "unknown_choice",
               "当事人类型应当是自然人、个体工商户或者单位");
}

base::Result<void> read_details(const base::Value& details, casefile::Party& party) {
    static constexpr std::array known = {
        "address", "postcode",   "legal_representative", "phone",         "gender",
        "work",    "trade_name", "certificate_name",     "other_contact", "size"};
    base::Object kept;
    if (!details.is_null() && details.as_object() == nullptr)
        return bad("details", "wrong_type", "应当是一组字段");
    for (const auto& [name, value] : details.object()) {
        if (std::ranges::find(known, name) == known.end())
            return bad("details." + name, "unknown_field", fmt::format("没有“{}”这一字段", name));
        auto text = text_of(details, name);
        if (!text) return bad("details." + name, text.error().code, text.error().message);
        if (!text->empty()) kept.set(name, *text);
    }
    // 中小企业划型标准规定 第二条
    static constexpr std::array sizes = {"", "micro", "small", "medium", "large"};
    if (std::ranges::find(sizes, details.text("size")) == sizes.end())
        return bad("details.size", "unknown_choice", "企业规模应当是微型、小型、中型或者大型");
    party.details = std::move(kept);
    return {};
}

}  // namespace

base::Result<casefile::Party> party_from(const base::Value& input) {
    static constexpr std::array known = {"id", "kind", "name", "code", "id_no", "born", "region", "details"};
    if (input.as_object() == nullptr) return base::fail("missing_field", "请填写当事人", {}, "party");
    for (const auto& [name, value] : input.object())
        if (std::ranges::find(known, name) == known.end())
            return bad(name, "unknown_field", fmt::format("没有“{}”这一字段", name));
    casefile::Party party;
    party.kind = TRY(kind_of(input.text("kind")));
    party.name = TRY(text_of(input, "name"));
    if (base::is_blank(party.name)) return bad("name", "missing_field", "请填写当事人名称或者姓名");
    party.code = TRY(text_of(input, "code"));
    party.id_no = TRY(text_of(input, "id_no"));
    party.region = TRY(text_of(input, "region"));
    const std::string born = TRY(text_of(input, "born"));
    if (!born.empty()) {
        auto day = base::Date::parse(born);
        if (!day) return bad("born", "bad_date", day.error().message);
        party.born = *day;
    }
    TRY(read_details(input["details"], party));
    TRY(procedure::check_numbers(party, "party"));
    TRY(check_meaning(party));
    return party;
}

base::Value to_value(const casefile::Party& party) {
    static constexpr std::array kinds = {"person", "sole_trader", "organisation"};
    base::Object value;
    value.set("id", party.id);
    value.set("kind", kinds[static_cast<std::size_t>(party.kind)]);
    value.set("name", party.name);
    if (!party.code.empty()) value.set("code", party.code);
    if (!party.id_no.empty()) value.set("id_no", party.id_no);
    if (party.born) value.set("born", party.born->str());
    if (!party.region.empty()) value.set("region", party.region);
    value.set("details", party.details.is_null() ? base::Value(base::Object{}) : party.details);
    return value;
}

}  // namespace cases
