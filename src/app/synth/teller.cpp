#include "synth/teller.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cases/party_input.hpp"
#include "procedure/publicity_class.hpp"
#include "synth/story.hpp"

namespace synth {

namespace {

using casefile::Act;

constexpr int opens_at = 9;
constexpr int minutes_of_an_act = 20;
constexpr int late_fee_percent = 3;

// One history being told.
struct Telling {
    const procedure::Rules& rules;
    const Book& book;
    const Stage& stage;
    Story story;
    procedure::Case file;
    base::Date day;
    std::map<std::string, int, std::less<>> labels = {};

    base::Instant instant_of(const Step& step) const;
    std::vector<std::string> people_of(const Step& step, const procedure::ActType& type) const;
    void count_late_fee(base::Date on);
    void tell_publicity_class();
    Act act_of(const Step& step, const procedure::ActType& type);
};

base::Instant Telling::instant_of(const Step& step) const {
    int hour = opens_at, minute = minutes_of_an_act;
    if (!step.time.empty()) {
        std::from_chars(step.time.data(), step.time.data() + 2, hour);
        std::from_chars(step.time.data() + 3, step.time.data() + 5, minute);
    }
    const auto planned = base::Instant::at(day, hour, minute);
    if (file.acts().empty()) return planned;
    const auto free = base::Instant(file.acts().back().at.point() + std::chrono::minutes(minutes_of_an_act));
    return std::max(planned, free);
}

std::vector<std::string> Telling::people_of(const Step& step, const procedure::ActType& type) const {
    if (!step.by.empty()) return {stage.cast.who(step.by)};
    const auto handling = file.handlers();
    const bool assigned = handling.size() >= 2;
    const std::string& first = assigned ? handling[0] : stage.cast.who("h1");
    const std::string& second = assigned ? handling[1] : stage.cast.who("h2");
    std::vector<std::string> people;
    if (type.handlers || std::cmp_greater(type.least, type.each.size() + 1)) people = {first, second};
    for (const auto& role : type.each) people.push_back(stage.cast.with_role(role));
    if (!people.empty()) return people;
    const bool handler = type.roles.empty() || std::ranges::find(type.roles, "HANDLER") != type.roles.end();
    return {handler ? first : stage.cast.with_role(type.roles.front())};
}

// 行政处罚法 第七十二条: three per cent a day since the last day to pay, never above the fine.
void Telling::count_late_fee(base::Date on) {
    const auto* decision = file.state().decision();
    if (decision == nullptr || !decision->pay_due || on <= *decision->pay_due) return;
    const auto accrued = decision->fine.in_fen() * late_fee_percent * (on - *decision->pay_due) / 100;
    story.set("late_fee", std::min(decision->fine, base::Money::fen(accrued)).str());
}

// 公示规定 第十三条至第十五条
void Telling::tell_publicity_class() {
    for (const auto& act : file.live_acts())
        if (act.type == "decide") {
            const auto shown_as =
                procedure::publicity_class(act.data, file.matter().parties.front().kind, rules.sums);
            story.set("class", std::string(shown_as.empty() ? "ordinary" : shown_as));
        }
}

Act Telling::act_of(const Step& step, const procedure::ActType& type) {
    Act act{.n = static_cast<int>(file.acts().size()) + 1,
            .type = step.act,
            .at = instant_of(step),
            .by = people_of(step, type),
            .data = {},
            .paper = base::Object()};
    if (step.act == "dun") count_late_fee(act.at.date());
    if (step.act == "publish") tell_publicity_class();
    base::Object data = book.usual.find(step.act)->second;
    for (const auto& name : step.drop) data.erase(name);
    for (const auto& [name, value] : step.set) data.set(name, value);
    const Meaning meaning{
        .story = story, .cast = stage.cast, .calendar = rules.calendar, .acts = labels, .at = act.at};
    act.data = filled_in(data, meaning);
    if (!step.party.empty()) act.party = step.party;
    const auto chain = file.approval_chain(act);
    if (!chain.empty()) act.approved_by = stage.cast.with_role(chain.back());
    return act;
}

base::Error refused(const Path& path, const Act& act, const std::string& why) {
    return {.code = "path_refused",
            .message = fmt::format("路径 {}，第{}项行为 {}（{}）：{}", path.id, act.n, act.type,
                                   act.at.date().str(), why)};
}

}  // namespace

base::Result<History> Teller::tell(const Path& path, const Stage& stage, procedure::Dice& dice) const {
    Story story(*book_, path, stage.place.agency, dice);
    casefile::Matter matter = stage.place;
    matter.parties = {story.party()};
    if (!path.steps.empty() && path.steps.front().act == "register_complaint")
        matter.procedure = casefile::Track::complaint;
    const casefile::Matter begun = matter;
    Telling telling{.rules = *rules_,
                    .book = *book_,
                    .stage = stage,
                    .story = std::move(story),
                    .file = procedure::Case(*rules_, std::move(matter)),
                    .day = rules_->calendar.roll(stage.from)};
    for (const Step& step : path.steps) {
        if (step.working_days > 0)
            telling.day = rules_->calendar.nth_working_day_after(telling.day, step.working_days);
        if (step.days > 0) telling.day = rules_->calendar.roll(telling.day.plus_days(step.days));
        if (telling.day > stage.until) return History{&path, false, std::move(telling.file), begun};
        const auto* type = rules_->table.find(step.act);
        if (type == nullptr) return base::fail("bad_catalogue", fmt::format("没有行为 {}", step.act));
        const Act act = telling.act_of(step, *type);
        const auto judged = telling.file.try_act(act);
        if (!judged) return base::fail(refused(path, act, judged.error().message + judged.error().field));
        if (*judged) return base::fail(refused(path, act, (*judged)->code + " " + (*judged)->message));
        telling.labels.insert_or_assign(step.act, act.n);
        if (!step.label.empty()) telling.labels.insert_or_assign(step.label, act.n);
    }
    return History{&path, true, std::move(telling.file), begun};
}

namespace {

// The stories do not state the facts of discretion; a sum that leaves the tier they leave open has to be
// reasoned (程序规定 第四十八条).
base::Value reasoned() {
    return base::Object{
        {"discretion",
         base::Object{{"deviation_reason", "模拟案件：涉案货值小，及时改正，没有造成危害后果"}}}
    };
}

// As people type it: what the program adds itself is left out.
base::Value typed(const procedure::Case& file, const Act& act) {
    base::Value data = act.data;
    const auto* type = file.table(act.at.date()).find(act.type);
    if (type == nullptr || data.as_object() == nullptr) return data;
    for (const auto& field : type->fields)
        if (field.by_program) data.as_object()->erase(field.name);
    return data;
}

}  // namespace

base::Value scenario_of(const procedure::Case& file) {
    base::List acts;
    for (const Act& act : file.acts()) {
        base::Object row{
            {"act", act.type},
            {"at", act.at.str()},
            {"by", base::List(act.by.begin(), act.by.end())},
            {"data", typed(file, act)}
        };
        if (act.approved_by) row.set("approved_by", *act.approved_by);
        if (act.party) row.set("party", *act.party);
        if (act.type == "report_investigation" || act.type == "approve_notice" || act.type == "decide")
            row.set("paper", reasoned());
        acts.push_back(std::move(row));
    }
    const bool is_complaint = file.matter().procedure == casefile::Track::complaint;
    return base::Object{
        {"procedure", is_complaint ? "complaint" : "ordinary"       },
        {"agency",    file.matter().agency                          },
        {"party",     cases::to_value(file.matter().parties.front())},
        {"acts",      std::move(acts)                               }
    };
}

}  // namespace synth
