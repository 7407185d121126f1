#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"

// What the law accepts, people can do at their desks: every accepted scenario is lived through by the use
// cases the routes call — registered, proposed, confirmed, approved, with the papers each act gives rise to.
namespace {

namespace fs = std::filesystem;
using base::List;
using base::Object;
using base::Value;

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message + " " + books.error().field);
    return **books;
}

constexpr demo::Picture picture{.bytes = testing_office::tiny_picture, .name_ending = ".png"};

std::string text_of(const Value& value) {
    return value.as_string() ? *value.as_string() : std::string();
}

Value read(const std::string& name) {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/" + name + ".json");
    return *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

ports::PersonRow person_of(const Value& row, const std::string& station, const std::string& office) {
    ports::PersonRow person{.id = std::string(row.text("id")),
                            .name = row.has("name") ? std::string(row.text("name")) : "某人",
                            .posts = {{.node = office, .roles = {}, .from = {}}},
                            .certificate = {}};
    for (const Value& role : row.list("roles")) {
        person.posts.front().roles.push_back(text_of(role));
        if (text_of(role) == "HANDLER" || text_of(role) == "UNIT_HEAD") person.posts.front().node = station;
    }
    if (const Value& held = row["certificate"]; held.as_object() != nullptr)
        person.certificate = casefile::Certificate{.no = std::string(held.text("no")),
                                                   .until = *base::Date::parse(held.text("until"))};
    if (row["certificate"].has("from"))
        person.certificate->from = *base::Date::parse(row["certificate"].text("from"));
    return person;
}

// The people of the scenario hold posts in the bureau it takes place in; whoever a chain wants besides is
// there already.
demo::Organisation bureau(const Value& scenario) {
    auto made = *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"));
    for (const Value& row : scenario.list("staff")) {
        std::erase_if(made.people, [&](const auto& person) { return person.id == row.text("id"); });
        made.people.push_back(person_of(row, "s-donghu", "d990101"));
    }
    return made;
}

// The desk asks for words the articles alone do not: the statement on other fines (decision 0043) and the
// reason of a sum outside its step.
void say_what_the_desk_asks(Object& act) {
    const std::string type = text_of(act.find("act") ? *act.find("act") : Value());
    const bool is_report = type == "report_investigation";
    Object& data = *act.find("data")->as_object();
    if ((is_report || type == "decide_on_spot") && !data.find("other_fines")) data.set("other_fines", "none");
    if (!is_report && type != "approve_notice" && type != "decide") return;
    Object paper = act.find("paper") ? act.find("paper")->object() : Object();
    Object discretion = paper.find("discretion") ? paper.find("discretion")->object() : Object();
    if (!discretion.find("deviation_reason")) discretion.set("deviation_reason", "涉案货值较小，过罚相当");
    paper.set("discretion", std::move(discretion));
    act.set("paper", std::move(paper));
}

Value for_the_desk(Value scenario) {
    Object& party = *scenario.as_object()->find("party")->as_object();
    party.erase("id");
    for (Value& act : *scenario.as_object()->find("acts")->as_list())
        say_what_the_desk_asks(*act.as_object());
    return scenario;
}

// What cannot be told by one person after another at one case: other tests tell it.
struct Elsewhere {
    const char* name;
    const char* why;
};
constexpr Elsewhere elsewhere[] = {
    {"accepted/acts-3.4-joined",             "the other case has to be there: connected_cases_test"},
    {"accepted/acts-2-two-parties-one-file",
     "a case is registered with one party: the others come by record_party"                        },
};

bool is_told_elsewhere(const std::string& name) {
    return std::ranges::any_of(elsewhere, [&](const Elsewhere& each) { return name == each.name; });
}

void expect_lived(const std::string& name) {
    SCOPED_TRACE(name);
    const Value scenario = read(name);
    if (scenario["expect"].has("refused")) return;
    testing_office::MemoryDesk desk(law(), bureau(scenario));
    const auto no = demo::seed_case(desk.office, desk.clock, desk.directory.organisation,
                                    for_the_desk(scenario), picture);
    if (!no) {
        ADD_FAILURE() << name << ": " << no.error().code << " " << no.error().message << " | "
                      << no.error().basis << " | " << no.error().field;
        return;
    }
    if (scenario["expect"].has("state")) {
        desk.clock.set(*base::Instant::parse(std::string(scenario.text("today")) + "T23:00:00+08:00"));
        const auto loaded = cases::load_case(desk.office, desk.viewer("zhou-min"), *no);
        ASSERT_TRUE(loaded) << loaded.error().message;
        EXPECT_EQ(procedure::name(loaded->state.main_state(desk.clock.now())),
                  scenario["expect"].text("state"))
            << name;
    }
}

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(fs::path(ZHIHENG_SOURCE_DIR) / "tests/scenario" / folder))
        if (file.path().extension() == ".json")
            names.push_back(folder + (folder.empty() ? "" : "/") + file.path().stem().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST(ScenarioAtTheDesk, WhatTheLawAcceptsPeopleCanDo) {
    for (const char* folder : {"accepted", ""})
        for (const std::string& name : names_in(folder))
            if (!is_told_elsewhere(name)) expect_lived(name);
}
