#include "acts/prefill_hearing.hpp"

#include <algorithm>
#include <string_view>

#include "cases/case_facts.hpp"

namespace acts {

namespace {

using base::List;
using base::Object;
using base::Value;

bool has_role(const casefile::Staff& person, std::string_view role) {
    return std::ranges::find(person.roles, role) != person.roles.end();
}

// 听证办法 第十一条: nobody who handles the case. Where just one person is left, he is proposed.
std::string only_one(const cases::LoadedCase& loaded, std::string_view role) {
    const auto handlers = cases::facts_of(loaded.state).handlers;
    std::string found;
    for (const casefile::Staff& person : loaded.staff) {
        if (!has_role(person, role) || std::ranges::find(handlers, person.id) != handlers.end()) continue;
        if (!found.empty()) return {};
        found = person.id;
    }
    return found;
}

void set_text(Object& values, std::string_view name, std::string_view text) {
    if (!text.empty()) values.set(name, text);
}

void set_known(Object& values, std::string_view name, const casefile::Act* act, std::string_view from) {
    if (act != nullptr && act->data.has(from)) values.set(name, act->data[from]);
}

Object to_fix(const cases::LoadedCase& loaded) {
    Object values{
        {"public", true}
    };
    set_known(values, "public", cases::last_act(loaded.state, "request_hearing"), "public");
    set_known(values, "place", cases::last_act(loaded.state, "fix_hearing"), "place");
    set_text(values, "recorder", only_one(loaded, "RECORDER"));
    return values;
}

Object to_hold(const cases::LoadedCase& loaded) {
    Object values{
        {"party",            "present"},
        {"handlers_present", true     },
        {"signature",        "signed" }
    };
    set_known(values, "from", cases::last_act(loaded.state, "fix_hearing"), "time");
    const auto* resumed = cases::last_act(loaded.state, "resume_hearing");
    const auto* fixed = cases::last_act(loaded.state, "fix_hearing");
    if (resumed != nullptr && fixed != nullptr && resumed->n > fixed->n)
        values.set("from", resumed->data["time"]);
    return values;
}

// The report is laid out from the case (听证办法 第三十条); the host takes a tick away where it was written
// otherwise.
Object to_report() {
    Object heads;
    for (const char* head : {"cause", "people", "time_place", "course", "opinion", "other"})
        heads.set(head, true);
    return Object{
        {"heads", std::move(heads)}
    };
}

}  // namespace

Object hearing_values(const cases::LoadedCase& loaded, const procedure::ActType& type, base::Date today) {
    if (type.id == "name_host") {
        Object values{
            {"officers", List{}}
        };
        set_text(values, "host", only_one(loaded, "HOST"));
        return values;
    }
    if (type.id == "fix_hearing") return to_fix(loaded);
    if (type.id == "hold_hearing") return to_hold(loaded);
    if (type.id == "report_hearing") return to_report();
    if (type.id == "announce_hearing")
        return Object{
            {"published_on", today.str()}
        };
    return {};
}

std::vector<std::string> people_of_hearing(const cases::LoadedCase& loaded, const procedure::ActType& type) {
    if (type.id != "hold_hearing") return {};
    std::vector<std::string> people;
    const auto* named = cases::last_act(loaded.state, "name_host");
    const auto* fixed = cases::last_act(loaded.state, "fix_hearing");
    if (named != nullptr) people.emplace_back(named->data.text("host"));
    if (fixed != nullptr) people.emplace_back(fixed->data.text("recorder"));
    return people;
}

}  // namespace acts
