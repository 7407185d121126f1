#include "procedure/walk.hpp"

#include <algorithm>
#include <array>

#include "clocks/performance.hpp"

namespace procedure {

namespace {

using base::List;
using base::Object;
using base::Value;
using casefile::Act;

constexpr int last_variant_choice = 7;

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// Ticks that say something has gone wrong; the others say that something was done.
constexpr std::array<std::string_view, 10> faults{
    "urgent",       "delegated",          "already_sealed_by_other", "daily_necessities", "warning_only",
    "uncomputable", "personal_data_left", "reporter_shown",          "payers_unknown",    "by_transfer"};
// What is seldom said, since it changes the course of the case.
constexpr std::array<std::string_view, 9> rare{"fast", "serious_list", "foreign", "monitoring",    "refund",
                                               "step", "other_fines",  "party",   "reporter_shown"};
constexpr std::array<std::string_view, 7> later{"due",  "until",     "reply_due", "announced_until",
                                                "time", "signed_by", "to_date"};

struct Person {
    std::string_view id;
    std::vector<std::string> roles;
    bool certified = false;
};

const std::vector<Person>& people() {
    static const std::vector<Person> all{
        {"h1",    {"HANDLER", "SERVER"},                  true },
        {"h2",    {"HANDLER", "SERVER"},                  true },
        {"h3",    {"HANDLER"},                            false},
        {"unit",  {"UNIT_HEAD"},                          false},
        {"rev",   {"REVIEWER", "LEGAL"},                  false},
        {"lead",  {"LEADER"},                             false},
        {"chief", {"CHIEF", "LEADER"},                    false},
        {"host",  {"HOST"},                               false},
        {"rec",   {"RECORDER", "INTAKE", "MEDIATOR"},     false},
        {"fin",   {"FINANCE", "CREDIT", "ARCHIVIST"},     false},
        {"sup",   {"SUPERVISOR", "SUPERIOR", "PROPERTY"}, false}
    };
    return all;
}

std::string_view with_role(std::string_view role) {
    for (const auto& person : people())
        if (std::ranges::find(person.roles, role) != person.roles.end()) return person.id;
    return "h1";
}

// What was collected on the spot is handed in whole; everything else that is paid is the rest of the fine.
base::Money sum_for(const Case& file, const ActType& type) {
    if (type.id == "remit_cash")
        for (const auto& act : file.live_acts())
            if (act.type == "collect_on_spot") return money_in(act.data, "sum");
    const auto performance = clocks::performance(file.live_acts());
    return performance ? performance->fine_due - performance->fine_paid : base::Money();
}

}  // namespace

std::uint64_t Dice::below(std::uint64_t bound) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return bound == 0 ? 0 : state_ % bound;
}

struct Walker::Filling {
    const Case& file;
    const ActType& type;
    const Act& act;
    unsigned variant;
    bool sound;
};

Walker::Walker(const Rules& rules, std::uint64_t seed)
    : rules_(&rules), dice_(seed), by_state_(main_state_count) {
    for (std::size_t state = 0; state < main_state_count; ++state)
        for (const auto& type : rules.table.acts())
            if (type.open_states.has(static_cast<MainState>(state)) && type.recorded_with.empty())
                by_state_[state].push_back(&type);
}

casefile::Matter Walker::matter() {
    static constexpr std::array<casefile::PartyKind, 3> kinds{
        casefile::PartyKind::person, casefile::PartyKind::sole_trader, casefile::PartyKind::organisation};
    casefile::Matter matter{.agency = "990101", .parties = {}, .staff = {}};
    matter.parties.push_back({.id = "p1", .kind = kinds[dice_.below(3)], .name = "某某商店"});
    for (const auto& person : people()) {
        casefile::Staff staff{.id = std::string(person.id), .roles = person.roles};
        if (person.certified)
            staff.certificate =
                casefile::Certificate{.no = "1", .until = base::Date::parse("2030-12-31").value()};
        matter.staff.push_back(std::move(staff));
    }
    return matter;
}

std::int64_t Walker::act_for(const Field& field, const Filling& filling) {
    const auto acts = filling.file.live_acts();
    for (auto i = acts.size(); i > 0; --i) {
        const auto& act = acts[i - 1];
        const bool fits =
            field.of_acts.empty() || std::ranges::find(field.of_acts, act.type) != field.of_acts.end();
        if (fits && (filling.sound || !dice_.chance(20))) return act.n;
    }
    return acts.empty() ? 1 : acts.back().n;
}

Value Walker::list_of(const Field& field, const Filling& filling) {
    if (field.name == "present") return List{"lead", "chief"};
    if (field.name == "handlers") return List{"h1", "h2"};
    if (field.name == "steps")
        return List{"办案人员提出违法事实、证据和处罚建议", "当事人陈述和申辩", "质证", "辩论", "最后陈述"};
    if (field.name == "enclosures" && filling.type.id == "apply_court")
        return List{"decision", "dunning", "views", "target"};
    if (field.name == "covers") return List{"statement", "hearing"};
    if (field.name == "legal_review_grounds" && filling.variant % 3 != 2) return List{};
    if (field.name == "officers" || field.name == "deducted") return List{};
    if (field.name == "kinds")
        return filling.type.phase == "summary" || filling.variant % 2 == 0 ? List{"fine"}
                                                                           : List{"fine", "confiscate_goods"};
    if (field.name == "opinions") {
        List opinions;
        for (const auto* who : {"lead", "chief"})
            opinions.push_back(Object{
                {"who",  who    },
                {"view", "agree"}
            });
        return opinions;
    }
    List list;
    for (int i = 0; i < std::max(field.least, 1); ++i)
        list.push_back(value_of(field.element.front(), filling));
    return list;
}

Object Walker::object_of(const std::vector<Field>& fields, const Filling& filling) {
    Object object;
    for (const auto& field : fields) {
        // One letter opens two files; a walk is of one.
        if (field.name == "letter_with") continue;
        const bool seldom = is_one_of(rare, field.name);
        if (!field.required &&
            (seldom ? filling.sound || !dice_.chance(2) : !filling.sound && dice_.chance(30)))
            continue;
        object.set(field.name, value_of(field, filling));
    }
    return object;
}

Value Walker::value_of(const Field& field, const Filling& filling) {
    const auto day = filling.act.at.date();
    const std::string_view name = field.name;
    switch (field.type) {
        case FieldType::any:
            return "1";
        case FieldType::text:
        case FieldType::longtext:
            return name == "id" ? "1" : "说明";
        case FieldType::list:
            return list_of(field, filling);
        case FieldType::staff:
            if (name == "host") return "host";
            if (name == "recorder") return "rec";
            return name == "chair" || name == "who" ? "chief" : "h2";
        case FieldType::choice: {
            if (name == "rank") return "law";
            if (name == "signature") return "signed";
            if (name == "relation") return "agent";
            if (name == "first")
                return filling.type.id == "decide_on_spot" ? "reconsideration" : "reconsideration_or_court";
            const auto place = filling.sound      ? filling.variant % last_variant_choice
                               : dice_.chance(60) ? 0
                                                  : dice_.below(field.choices.size());
            return field.choices[std::min<std::size_t>(place, field.choices.size() - 1)].id;
        }
        case FieldType::yuan:
            if (name == "late_fee") return "0.00";
            if (name == "goods_value" || name == "gains") return "100.00";
            if (name == "fine")
                return filling.type.phase == "summary" ? "100.00"
                       : filling.variant % 4 == 3      ? "200000.00"
                                                       : "500.00";
            return name == "sum" || name == "rest" ? sum_for(filling.file, filling.type).str() : "100.00";
        case FieldType::object:
            return object_of(field.fields, filling);
        case FieldType::date:
            if (name == "act_start" || name == "act_end") return "2025-12-01";
            return day.plus_days(is_one_of(later, name) ? 14 : 0).str();
        case FieldType::instant:
            return base::Instant::at(day.plus_days(name == "time" ? 20 : 0), 9, name == "to" ? 59 : 0).str();
        case FieldType::boolean:
            return is_one_of(faults, name) ? !filling.sound && dice_.chance(10)
                                           : filling.sound || dice_.chance(95);
        case FieldType::integer:
            return name == "recon_days" ? 60 : name == "court_months" ? 6 : name == "days" ? 30 : 3;
        case FieldType::act:
            return act_for(field, filling);
        case FieldType::document:
            return 45;
    }
    return {};
}

// The paper that waits longest to be served, or any.
void serve_what_waits(Act& act, const Case& file) {
    auto& data = *act.data.as_object();
    for (const auto& paper : file.documents()) {
        if (paper.status != "to_serve") continue;
        data.set("document", paper.document);
        data.set("of", paper.of);
        return;
    }
}

// What is written down is chosen too.
void drop_what_was_not_chosen(Object& data) {
    auto* found = data.find("penalty");
    auto* penalty = found == nullptr ? nullptr : found->as_object();
    if (penalty == nullptr) return;
    static constexpr std::pair<std::string_view, std::string_view> sums[] = {
        {"confiscate_gains", "gains"      },
        {"confiscate_goods", "goods_value"},
        {"confiscate_goods", "goods"      }
    };
    for (const auto& [kind, sum] : sums)
        if (!lists(*found, "kinds", kind)) penalty->erase(sum);
}

void Walker::fill(Act& act, const Case& file, const ActType& type, unsigned variant, bool sound_act) {
    const Filling filling{file, type, act, variant, sound_act};
    act.data = object_of(type.fields, filling);
    auto& data = *act.data.as_object();
    drop_what_was_not_chosen(data);
    if (type.id == "serve") {
        data.set("method", variant % 5 == 4 ? "post" : "direct");
        data.set("outcome", variant % 7 == 6 ? "failed" : "served");
        serve_what_waits(act, file);
        if (const auto document = data.find("document"); document && document->as_string()) {
            const auto& no = *document->as_string();
            if (!no.empty() && std::ranges::all_of(no, [](char c) { return c >= '0' && c <= '9'; }))
                data.set("document", std::stoi(no));
        }
    }
    if (type.id == "seize") data.set("other_goods", true);
    if (type.id == "review") {
        const auto* sent = file.live_acts().empty() ? nullptr : &file.live_acts().back();
        for (const auto& each : file.live_acts())
            if (each.type == "send_review") sent = &each;
        if (sent != nullptr && sent->data.has("kind")) data.set("kind", sent->data["kind"]);
    }
    if (type.handlers) act.by = {"h1", "h2"};
    for (const auto& role : type.each) act.by.emplace_back(with_role(role));
    if (act.by.empty()) act.by = {std::string(type.roles.empty() ? "h1" : with_role(type.roles.front()))};
    if (type.id == "review" && data.find("kind") != nullptr) act.by = {"rev"};
    const auto chain = file.approval_chain(act);
    if (!chain.empty()) act.approved_by = std::string(with_role(chain.back()));
}

// One thing wrong: who acts, who approves, a point left out, another day.
void Walker::spoil(Act& act, const Case&) {
    const auto any = [&] { return std::string(people()[dice_.below(people().size())].id); };
    switch (dice_.below(5)) {
        case 0:
            act.by = {any()};
            return;
        case 1:
            act.by = {any(), any()};
            return;
        case 2:
            if (dice_.chance(50))
                act.approved_by.reset();
            else
                act.approved_by = any();
            return;
        case 3: {
            auto& data = *act.data.as_object();
            if (data.empty()) return;
            const std::string name = data.members()[dice_.below(data.size())].first;
            data.erase(name);
            return;
        }
        default:
            act.at = act.at.plus_hours(static_cast<int>(24 * dice_.below(200)));
            return;
    }
}

Act Walker::sound(const Case& file, const ActType& type, base::Instant at, unsigned variant) {
    Act act{.n = file.acts().empty() ? 1 : file.acts().back().n + 1,
            .type = type.id,
            .at = at,
            .by = {},
            .data = {}};
    fill(act, file, type, variant, true);
    return act;
}

Act Walker::next(const Case& file) {
    static const auto begin = base::Instant::at(base::Date::parse("2026-01-05").value(), 9);
    auto at = file.acts().empty() ? begin : file.acts().back().at;
    at = at.plus_hours(static_cast<int>(dice_.chance(80) ? dice_.below(48) : dice_.below(480)));
    const auto main = file.main_state(at);
    const auto& open = by_state_[static_cast<std::size_t>(main)];
    const auto& acts = rules_->table.acts();
    const bool wild = open.empty() || dice_.chance(5);
    const ActType& type = wild ? acts[dice_.below(acts.size())] : *open[dice_.below(open.size())];
    Act act{.n = file.acts().empty() ? 1 : file.acts().back().n + 1,
            .type = type.id,
            .at = at,
            .by = {},
            .data = {}};
    fill(act, file, type, static_cast<unsigned>(dice_.below(28)), dice_.chance(50));
    if (dice_.chance(10)) spoil(act, file);
    return act;
}

}  // namespace procedure
