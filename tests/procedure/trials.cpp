#include "trials.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "procedure/scenario.hpp"

namespace trials {

namespace {

using base::Value;
using casefile::Act;
using procedure::Case;
using procedure::MainState;

constexpr const char* outsider = "outsider";  // on the staff of every case, with no role at all

struct Story {
    casefile::Matter matter;
    std::vector<Act> acts;
};

void take_story(std::vector<Story>& stories, const Value& scenario, std::size_t until) {
    auto read = procedure::read_scenario(scenario);
    if (!read) return;
    read->acts.resize(std::min(until, read->acts.size()));
    stories.push_back({std::move(read->matter), std::move(read->acts)});
}

// Everything that is told and accepted whole. Who stands in one is known in all: an act may be tried in a
// case it was not told of.
const std::vector<Story>& stories() {
    static const std::vector<Story> all = [] {
        std::vector<Story> made;
        constexpr std::size_t whole = 1'000'000;
        for (const char* name :
             {"milk_2024", "fertiliser_2024", "no_penalty", "handbook_6_1", "hearing_2026", "summary_2026"})
            take_story(made, given::scenario(name), whole);
        std::set<std::filesystem::path> files;
        for (const auto& file : std::filesystem::directory_iterator(
                 std::filesystem::path(ZHIHENG_SOURCE_DIR) / "tests/scenario/accepted"))
            files.insert(file.path());
        for (const auto& file : files)
            take_story(made, given::scenario("accepted/" + file.stem().string()), whole);
        const auto rows = given::rows("accepted_rows");
        for (const auto& row : rows.items()) take_story(made, given::broken(row), whole);
        std::map<std::string, casefile::Staff> staff{
            {outsider, {.id = outsider, .name = "外人", .roles = {"SYSTEM_ADMIN"}}}
        };
        for (const auto& story : made)
            for (const auto& person : story.matter.staff)
                staff.emplace(person.id, casefile::Staff{.id = person.id});
        for (auto& story : made)
            for (const auto& [id, person] : staff)
                if (std::ranges::find(story.matter.staff, id, &casefile::Staff::id) ==
                    story.matter.staff.end())
                    story.matter.staff.push_back(person);
        return made;
    }();
    return all;
}

const Value* place_in(const Value& data, std::string_view path) {
    const Value* at = &data;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const auto name = path.substr(0, dot);
        path = dot == std::string_view::npos ? "" : path.substr(dot + 1);
        if (const auto* list = at->as_list()) {
            if (list->empty()) return nullptr;
            at = &list->front();
        } else if (at->as_object() == nullptr || (at = at->as_object()->find(name)) == nullptr)
            return nullptr;
    }
    return at->is_null() ? nullptr : at;
}

Value& edit(Value& data, std::string_view path) {
    return const_cast<Value&>(*place_in(data, path));
}

void leave_out(Value& data, const std::string& path) {
    const auto dot = path.rfind('.');
    Value& holder = dot == std::string::npos ? data : edit(data, path.substr(0, dot));
    holder.as_object()->erase(dot == std::string::npos ? path : path.substr(dot + 1));
}

// Breaks one demand after the other at the first moment of the stories where it can be broken.
struct Maker {
    Trials made = {};
    std::set<std::string> done = {};

    const Story* story = nullptr;
    std::shared_ptr<const Case> before = {};
    const Act* act = nullptr;
    std::string about = {};

    // Whether the demand still waits for a moment; asked once per moment that would do.
    bool wanted(const std::string& demand) { return done.insert(about + " " + demand).second; }

    Trial& add(Act tried, std::vector<std::string> codes, std::string why, std::string field = {}) {
        made[about].push_back({.about = about,
                               .before = before,
                               .act = std::move(tried),
                               .codes = std::move(codes),
                               .field = std::move(field),
                               .why = about + ": " + std::move(why)});
        return made[about].back();
    }

    bool holds_role(const std::string& id, std::string_view role) const {
        const auto person = std::ranges::find(story->matter.staff, id, &casefile::Staff::id);
        return person != story->matter.staff.end() && procedure::has_role(*person, role);
    }

    void people(const Value& demand) {
        if (demand.truth("handlers") && wanted("handlers")) {
            Act tried = *act;
            tried.by.resize(1);
            add(std::move(tried), {"two_handlers_required"}, "one handler alone", "by");
        }
        if (!demand.truth("handlers") && !demand.list("who").empty() && wanted("who")) {
            Act tried = *act;
            tried.by = {outsider};
            add(std::move(tried), {"not_authorised"}, "by somebody without the role", "by").says = "进行，";
        }
        for (const auto& role : demand.list("each"))
            if (wanted("each " + *role.as_string())) {
                Act tried = *act;
                for (auto& id : tried.by)
                    if (holds_role(id, *role.as_string())) id = outsider;
                add(std::move(tried), {"not_authorised"}, "without " + *role.as_string(), "by");
            }
        if (demand.has("people") && wanted("people")) {
            Act tried = *act;
            const auto one = std::ranges::find_if(tried.by, [&](const std::string& id) {
                return std::ranges::none_of(demand.list("each"), [&](const Value& role) {
                    return holds_role(id, *role.as_string());
                });
            });
            tried.by.erase(one);
            add(std::move(tried), {"not_authorised"}, "too few people", "by");
        }
        if (demand.has("approval") && act->approved_by && wanted("approval")) {
            Act tried = *act;
            tried.approved_by.reset();
            add(std::move(tried), {"approval_missing"}, "approved by nobody", "approved_by");
            tried = *act;
            tried.approved_by = outsider;
            add(std::move(tried), {"approver_wrong_role", "gains_need_chief"},
                "approved by somebody without the role", "approved_by");
        }
    }

    // What is missing is told in these words by nothing but the check of the elements: where a guard asks for
    // the same, each of the two is seen alone.
    void needed(const std::string& path, const std::string& code) {
        if (place_in(act->data, path) == nullptr) return;
        Act tried = *act;
        leave_out(tried.data, path);
        if ((!tried.approved_by && !before->approval_chain(tried).empty()) || !wanted("needed " + path))
            return;
        add(std::move(tried), {code}, "without " + path, "data." + path).says = "缺少“";
    }

    void ticked(const std::string& path, const std::string& code) {
        const bool there = place_in(act->data, path) != nullptr;
        if ((!there && path.contains('.')) || !wanted("must " + path)) return;
        Act tried = *act;
        if (there)
            edit(tried.data, path) = false;
        else
            tried.data.as_object()->set(path, false);
        add(std::move(tried), {code}, path + " is false", "data." + path).says = "应当为是";
    }

    void past(const std::string& path) {
        const auto* day = place_in(act->data, path);
        if (day == nullptr || !wanted("past " + path)) return;
        Act tried = *act;
        const auto next = act->at.date().plus_days(1);
        const bool of_the_hour = day->as_string()->size() > 10;
        edit(tried.data, path) = of_the_hour ? base::Instant::at(next, 9).str() : next.str();
        add(std::move(tried), {"date_in_future"}, path + " is tomorrow", "data." + path);
    }

    void enough(const std::string& path, const Value& least) {
        const auto* list = place_in(act->data, path);
        if (list == nullptr || list->as_list() == nullptr || !wanted("least " + path)) return;
        Act tried = *act;
        edit(tried.data, path).as_list()->resize(static_cast<std::size_t>(*least.integer("least") - 1));
        add(std::move(tried), {std::string(least.text("code"))}, "too few " + path, "data." + path).says =
            "缺少“";
    }

    // Pointing at an act of another kind.
    void pointing(const std::string& path, const Value& of) {
        if (place_in(act->data, path) == nullptr) return;
        const auto other = std::ranges::find_if(before->acts(), [&](const Act& each) {
            return std::ranges::find(of.list("acts"), Value(each.type)) == of.list("acts").end();
        });
        if (other == before->acts().end() || !wanted("of " + path)) return;
        Act tried = *act;
        edit(tried.data, path) = other->n;
        add(std::move(tried), {std::string(of.text("code"))}, path + " points at " + other->type,
            "data." + path)
            .says = "所指的第";
    }

    void struck(const Value& demand, const Case& after) {
        if (!demand.has("never_struck") || !wanted("never_struck")) return;
        Act strike{
            .n = 0,
            .type = "strike",
            .at = act->at.plus_hours(1),
            .by = act->by,
            .data = base::Object{{"of", act->n}, {"reason", "误记"}}
        };
        strike.approved_by = act->approved_by;
        before = std::make_shared<const Case>(after);
        add(std::move(strike), {"strike_not_allowed"}, "struck").says = demand.text("never_struck");
    }

    void fields(const Value& demand) {
        for (const auto& path : demand.list("needed")) needed(*path.as_string(), "element_missing");
        for (const auto& [path, code] : demand["needed_with_code"].object()) needed(path, *code.as_string());
        for (const auto& [path, code] : demand["must"].object()) ticked(path, *code.as_string());
        for (const auto& path : demand.list("past")) past(*path.as_string());
        for (const auto& [path, least] : demand["least"].object()) enough(path, least);
        for (const auto& [path, of] : demand["of"].object()) pointing(path, of);
    }
};

using Demands = std::map<std::string, Value, std::less<>>;

const Value& demands_file() {
    static const Value file = given::read_json("procedure/demands");
    return file;
}

const Demands& demands() {
    static const Demands all = [] {
        Demands made;
        for (const auto& row : demands_file().list("acts")) made.emplace(row.text("act"), row);
        return made;
    }();
    return all;
}

// The states an act is open in, as demands.json has them.
std::set<std::string> open_states(const Value& demand) {
    std::set<std::string> states;
    for (const auto& each : demand.list("open")) {
        const auto& group = demands_file()["groups"].list(*each.as_string());
        if (group.empty()) states.insert(*each.as_string());
        for (const auto& state : group) states.insert(*state.as_string());
    }
    return states;
}

// One case in each state that is told of; others in it while a remedy runs, and after a penalty on the spot.
struct Standing {
    std::string state;
    bool under_review = false;
    bool on_spot = false;
    std::shared_ptr<const Case> file;
    base::Instant at;
};

void stand(std::vector<Standing>& all, const Case& file, base::Instant at) {
    if (file.states().size() > 1 || !file.state().coming.empty()) return;
    const std::string state(procedure::name(file.main_state(at)));
    const bool under_review = file.state().under_review();
    const auto* decision = file.state().decision();
    const bool on_spot = decision != nullptr && decision->on_spot;
    const bool known = std::ranges::any_of(all, [&](const Standing& each) {
        return each.state == state && each.under_review == under_review && each.on_spot == on_spot;
    });
    if (!known) all.push_back({state, under_review, on_spot, std::make_shared<const Case>(file), at});
}

// What goes before act_not_open where the law has a code of its own (acts.md §1.4).
const std::vector<std::string> shut{"act_not_open",         "case_joined", "clue_not_checked",
                                    "case_already_filed",   "second_fine", "legal_review_before_hearing_end",
                                    "hearing_request_late", "not_overdue", "dunning_period_running"};

void try_in_every_state(Maker& maker, const std::vector<Standing>& standing,
                        const std::map<std::string, Act>& accepted) {
    for (const auto& [about, demand] : demands()) {
        const auto told = accepted.find(about);
        if (told == accepted.end()) continue;
        const auto open = open_states(demand);
        maker.about = about;
        for (const auto& each : standing) {
            const bool frozen = demand.truth("evidence") && each.under_review;
            if (open.contains(each.state) && !frozen) continue;
            if (each.under_review && !frozen) continue;
            Act tried = told->second;
            tried.n = 0;
            tried.at = each.at;
            tried.by = {outsider};
            tried.party.reset();
            tried.approved_by.reset();
            maker.before = each.file;
            maker.add(std::move(tried), frozen ? std::vector<std::string>{"evidence_frozen"} : shut,
                      "in the state " + each.state);
        }
    }
}

Trials break_demands() {
    Maker maker;
    std::vector<Standing> standing;
    std::map<std::string, Act> accepted;
    for (const auto& story : stories()) {
        Case file(rules(), story.matter);
        if (story.acts.empty()) continue;
        stand(standing, file, story.acts.front().at);
        for (const auto& act : story.acts) {
            const auto demand = demands().find(act.type);
            accepted.emplace(act.type, act);
            maker.story = &story;
            maker.act = &act;
            maker.about = act.type;
            maker.before = std::make_shared<const Case>(file);
            if (demand != demands().end()) {
                maker.people(demand->second);
                maker.fields(demand->second);
            }
            if (!file.restore(act)) ADD_FAILURE() << act.type;
            if (demand != demands().end()) maker.struck(demand->second, file);
            stand(standing, file, act.at.plus_hours(1));
        }
    }
    try_in_every_state(maker, standing, accepted);
    return std::move(maker.made);
}

std::vector<std::string> texts(const Value& value) {
    if (value.as_string() != nullptr) return {*value.as_string()};
    std::vector<std::string> all;
    for (const auto& each : value.items()) all.push_back(*each.as_string());
    return all;
}

Trials prepare_rows() {
    Trials made;
    const auto rows = given::rows("guard_rows");
    for (const auto& row : rows.items()) {
        auto scenario = procedure::read_scenario(given::broken(row));
        const auto& expect = row["expect"];
        const auto last = static_cast<std::size_t>(*expect.integer("n")) - 1;
        if (!scenario || last >= scenario->acts.size()) continue;
        auto file = std::make_shared<Case>(rules(), scenario->matter);
        for (std::size_t i = 0; i < last; ++i)
            if (!file->restore(scenario->acts[i])) ADD_FAILURE() << row.text("why");
        const auto& act = scenario->acts[last];
        made[act.type].push_back({.about = act.type,
                                  .before = file,
                                  .act = act,
                                  .codes = texts(expect["code"]),
                                  .field = std::string(expect.text("field")),
                                  .basis = std::string(expect.text("basis")),
                                  .says = std::string(expect.text("says")),
                                  .also = texts(expect["also"]),
                                  .open_from = std::string(expect.text("open_from")),
                                  .why = std::string(row.text("why"))});
    }
    return made;
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

}  // namespace

procedure::Rules& rules() {
    static procedure::Rules mine = [] {
        auto copy = given::rules();
        copy.editions = {};
        return copy;
    }();
    return mine;
}

bool holds(const Trial& trial) {
    const auto tried = trial.before->check(trial.act);
    if (!tried || !*tried) return false;
    const auto& refusal = **tried;
    // Another guard may speak before the one of the days.
    if (trial.codes.front() == "date_in_future" && contains(refusal.also, "date_in_future")) return true;
    return contains(trial.codes, refusal.code) && (trial.field.empty() || refusal.field == trial.field) &&
           refusal.basis.find(trial.basis) != std::string::npos &&
           refusal.message.find(trial.says) != std::string::npos &&
           std::ranges::all_of(trial.also,
                               [&](const std::string& code) { return contains(refusal.also, code); }) &&
           (trial.open_from.empty() || (refusal.open_from && refusal.open_from->str() == trial.open_from));
}

const Trials& of_rows() {
    static const Trials all = prepare_rows();
    return all;
}

const Trials& of_demands() {
    static const Trials all = break_demands();
    return all;
}

bool noticed_among(const Trials& all, std::string_view about) {
    const auto found = all.find(about);
    return found != all.end() &&
           std::ranges::any_of(found->second, [](const Trial& trial) { return !holds(trial); });
}

const std::map<std::string, int, std::less<>>& accepted_acts() {
    static const std::map<std::string, int, std::less<>> all = [] {
        std::map<std::string, int, std::less<>> counted;
        for (const auto& story : stories())
            for (const auto& act : story.acts) ++counted[act.type];
        return counted;
    }();
    return all;
}

}  // namespace trials
