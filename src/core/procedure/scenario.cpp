#include "procedure/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace procedure {

namespace {

using base::Value;

std::unexpected<base::Error> bad(std::string message, std::string field) {
    return base::fail("bad_input", std::move(message), {}, std::move(field));
}

std::string join(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

base::Result<void> only(const Value& value, std::initializer_list<std::string_view> names,
                        const std::string& path) {
    if (value.as_object() == nullptr) return bad("应当是一组项目", path);
    for (const auto& [name, member] : value.object())
        if (std::ranges::find(names, name) == names.end())
            return bad(fmt::format("未知的项目 {}", name), join(path, name));
    return {};
}

base::Result<std::string> text(const Value& value, std::string_view name, const std::string& path,
                               bool required = true) {
    const Value& member = value[name];
    if (member.is_null() && !required) return std::string();
    if (member.as_string() == nullptr || (required && member.as_string()->empty()))
        return bad(fmt::format("{} 应当是文字", name), join(path, name));
    return *member.as_string();
}

base::Result<base::Date> date(const Value& value, std::string_view name, const std::string& path) {
    const auto content = TRY(text(value, name, path));
    const auto day = base::Date::parse(content);
    if (!day) return bad(fmt::format("{} 应当是日期，如 2026-03-09", name), join(path, name));
    return *day;
}

base::Result<std::vector<std::string>> texts(const Value& value, std::string_view name,
                                             const std::string& path) {
    std::vector<std::string> result;
    if (value[name].is_null()) return result;
    if (value[name].as_list() == nullptr) return bad(fmt::format("{} 应当是列表", name), join(path, name));
    for (const auto& item : value.list(name)) {
        if (item.as_string() == nullptr)
            return bad("应当是文字", fmt::format("{}.{}", join(path, name), result.size()));
        result.push_back(*item.as_string());
    }
    return result;
}

base::Result<casefile::Certificate> read_certificate(const Value& value, const std::string& path) {
    TRY(only(value, {"no", "from", "until"}, path));
    casefile::Certificate certificate{.no = TRY(text(value, "no", path)), .until = {}};
    certificate.until = TRY(date(value, "until", path));
    if (value.has("from")) certificate.from = TRY(date(value, "from", path));
    return certificate;
}

base::Result<casefile::Delegation> read_delegation(const Value& value, const std::string& path) {
    TRY(only(value, {"role", "from", "until", "paper"}, path));
    casefile::Delegation delegation{
        .role = TRY(text(value, "role", path)), .from = {}, .until = {}, .paper = {}};
    delegation.from = TRY(date(value, "from", path));
    delegation.until = TRY(date(value, "until", path));
    delegation.paper = TRY(text(value, "paper", path));
    return delegation;
}

// GB/T 2260: six digits.
bool is_region_code(std::string_view code) {
    return code.size() == 6 && code.find_first_not_of("0123456789") == std::string_view::npos;
}

base::Result<casefile::Matter> read_matter(const Value& scenario) {
    casefile::Matter matter{.agency = TRY(text(scenario, "agency", ""))};
    if (!is_region_code(matter.agency)) return bad("agency 应当是六位行政区划代码", "agency");
    const auto procedure = TRY(text(scenario, "procedure", ""));
    if (procedure == "summary")
        matter.procedure = casefile::Track::summary;
    else if (procedure == "fast")
        matter.procedure = casefile::Track::fast;
    else if (procedure == "complaint")
        matter.procedure = casefile::Track::complaint;
    else if (procedure != "ordinary")
        return bad("procedure 应当是 ordinary、summary、fast 或者 complaint", "procedure");
    matter.province = TRY(text(scenario, "province", "", false));
    if (scenario.has("party") && scenario.has("parties"))
        return bad("party 和 parties 只能写一项", "parties");
    if (scenario.has("party")) matter.parties.push_back(TRY(read_party(scenario["party"], "party", "p1")));
    for (std::size_t i = 0; i < scenario.list("parties").size(); ++i)
        matter.parties.push_back(TRY(read_party(scenario.list("parties")[i], fmt::format("parties.{}", i),
                                                fmt::format("p{}", i + 1))));
    if (matter.parties.empty()) return bad("缺少当事人", "party");
    for (std::size_t i = 0; i < scenario.list("staff").size(); ++i) {
        auto staff = TRY(read_staff(scenario.list("staff")[i], fmt::format("staff.{}", i)));
        if (std::ranges::find(matter.staff, staff.id, &casefile::Staff::id) != matter.staff.end())
            return bad(fmt::format("人员编号 {} 重复", staff.id), fmt::format("staff.{}.id", i));
        matter.staff.push_back(std::move(staff));
    }
    return matter;
}

}  // namespace

base::Result<casefile::Party> read_party(const Value& value, const std::string& path,
                                         const std::string& default_id) {
    TRY(only(value, {"id", "kind", "name", "code", "id_no", "born", "region", "details"}, path));
    casefile::Party party{.id = TRY(text(value, "id", path, false)), .name = TRY(text(value, "name", path))};
    if (party.id.empty()) party.id = default_id;
    const auto kind = TRY(text(value, "kind", path));
    if (kind == "organisation")
        party.kind = casefile::PartyKind::organisation;
    else if (kind == "sole_trader")
        party.kind = casefile::PartyKind::sole_trader;
    else if (kind != "person")
        return bad("kind 应当是 person、sole_trader 或者 organisation", join(path, "kind"));
    party.code = TRY(text(value, "code", path, false));
    party.id_no = TRY(text(value, "id_no", path, false));
    party.region = TRY(text(value, "region", path, false));
    if (value.has("born")) party.born = TRY(date(value, "born", path));
    party.details = value["details"];
    return party;
}

base::Result<casefile::Staff> read_staff(const Value& value, const std::string& path) {
    TRY(only(value, {"id", "name", "roles", "unit", "certificate", "delegations", "until"}, path));
    casefile::Staff staff{.id = TRY(text(value, "id", path))};
    staff.name = TRY(text(value, "name", path, false));
    staff.unit = TRY(text(value, "unit", path, false));
    staff.roles = TRY(texts(value, "roles", path));
    if (value.has("until")) staff.until = TRY(date(value, "until", path));
    if (value.has("certificate"))
        staff.certificate = TRY(read_certificate(value["certificate"], join(path, "certificate")));
    for (std::size_t i = 0; i < value.list("delegations").size(); ++i)
        staff.delegations.push_back(
            TRY(read_delegation(value.list("delegations")[i], fmt::format("{}.delegations.{}", path, i))));
    return staff;
}

base::Result<casefile::Act> read_act(const Value& value, const std::string& path) {
    TRY(only(value, {"act", "at", "by", "approved_by", "party", "data", "paper"}, path));
    casefile::Act act{.type = TRY(text(value, "act", path)),
                      .at = {},
                      .by = {},
                      .data = value["data"],
                      .paper = value["paper"]};
    const auto at = base::Instant::parse(TRY(text(value, "at", path)));
    if (!at) return bad("at 应当是带时区的时间，如 2026-03-09T10:00:00+08:00", join(path, "at"));
    act.at = *at;
    act.by = TRY(texts(value, "by", path));
    if (value.has("approved_by")) act.approved_by = TRY(text(value, "approved_by", path));
    if (value.has("party")) act.party = TRY(text(value, "party", path));
    return act;
}

base::Result<Scenario> read_scenario(const Value& scenario) {
    TRY(only(scenario,
             {"procedure", "agency", "province", "party", "parties", "staff", "acts", "today", "expect",
              "title", "note"},
             ""));
    Scenario read{.matter = TRY(read_matter(scenario)), .acts = {}, .today = {}};
    read.today = TRY(date(scenario, "today", ""));
    if (scenario["acts"].as_list() == nullptr) return bad("acts 应当是列表", "acts");
    for (std::size_t i = 0; i < scenario.list("acts").size(); ++i) {
        auto act = TRY(read_act(scenario.list("acts")[i], fmt::format("acts.{}", i)));
        act.n = static_cast<int>(i) + 1;
        read.acts.push_back(std::move(act));
    }
    return read;
}

}  // namespace procedure
