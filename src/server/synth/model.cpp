#include "synth/model.hpp"

#include <fmt/format.h>

#include "cases/load_case.hpp"
#include "cases/project.hpp"

namespace synth {

namespace {

// Moves every text that is a day, or begins with one as an instant does.
base::Value moved(const base::Value& value, int days) {
    if (const std::string* text = value.as_string()) {
        const bool may_be_day = text->size() == 10 || (text->size() > 10 && (*text)[10] == 'T');
        const auto day = may_be_day ? base::Date::parse(text->substr(0, 10)) : base::fail("not_a_day", "");
        return day ? base::Value(day->plus_days(days).str() + text->substr(10)) : value;
    }
    if (const base::List* list = value.as_list()) {
        base::List result;
        for (const base::Value& item : *list) result.push_back(moved(item, days));
        return result;
    }
    if (const base::Object* object = value.as_object()) {
        base::Object result;
        for (const auto& [name, member] : *object) result.set(name, moved(member, days));
        return result;
    }
    return value;
}

std::vector<std::string> texts(const base::List& list) {
    std::vector<std::string> result;
    for (const base::Value& item : list)
        if (const std::string* text = item.as_string()) result.push_back(*text);
    return result;
}

base::Result<ports::RecordedAct> act_of(const base::Value& row, int n, const base::Value& staff) {
    ports::RecordedAct recorded;
    recorded.act.n = n;
    recorded.act.type = row.text("act");
    recorded.act.at = TRY(base::Instant::parse(row.text("at")));
    recorded.act.recorded_at = recorded.act.at.plus_hours(1);
    recorded.act.by = texts(row.list("by"));
    if (!row.text("approved_by").empty()) recorded.act.approved_by = row.text("approved_by");
    if (!row.text("party").empty()) recorded.act.party = row.text("party");
    recorded.act.data = row["data"].is_null() ? base::Value(base::Object()) : row["data"];
    recorded.act.paper = row["paper"].is_null() ? base::Value(base::Object()) : row["paper"];
    for (const std::string& person : recorded.act.by) {
        ports::Signature signature{.person = person,
                                   .name = person,
                                   .role = "HANDLER",
                                   .step = "propose",
                                   .certificate_no = {},
                                   .opinion = {},
                                   .at = recorded.act.at};
        for (const base::Value& one : staff.items())
            if (one.text("id") == person) signature.name = one.text("name");
        recorded.signatures.push_back(std::move(signature));
    }
    return recorded;
}

casefile::Matter matter_of(const base::Value& scenario) {
    const base::Value& party = scenario["party"];
    casefile::Matter matter{.procedure = casefile::Track::ordinary,
                            .agency = std::string(scenario.text("agency")),
                            .province = {},
                            .parties = {{.name = std::string(party.text("name"))}},
                            .staff = {}};
    if (party.text("kind") == "organisation") matter.parties[0].kind = casefile::PartyKind::organisation;
    return matter;
}

}  // namespace

base::Result<Model> model_of(const base::Value& scenario, Progress progress, const procedure::Rules& rules,
                             base::Date today) {
    Model model;
    model.matter = matter_of(scenario);
    const base::List& rows = scenario.list("acts");
    for (std::size_t i = 0; i < std::min(progress.acts, rows.size()); ++i) {
        const base::Value row = moved(rows[i], progress.weeks * 7);
        ports::RecordedAct recorded = TRY(act_of(row, static_cast<int>(i) + 1, scenario["staff"]));
        model.acts.push_back(std::move(recorded));
    }
    const procedure::Case state = TRY(cases::fold(rules, model.matter, model.acts));
    model.projection = cases::project(state, today, model.acts);
    return model;
}

}  // namespace synth
