#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catalogue/yaml.hpp"
#include "document/template.hpp"
#include "json/json.hpp"
#include "pdf/renderer.hpp"
#include "templates/templates.hpp"

namespace {

namespace fs = std::filesystem;
using base::Value;

const fs::path here = fs::path(ZHIHENG_SOURCE_DIR) / "tests/golden";

std::string file_text(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

template <class T>
T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + " " + result.error().message);
    return std::move(*result);
}

const document::Library& library() {
    static const document::Library forms =
        must(templates::load(catalogue::Files(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue")));
    return forms;
}

struct Paper {
    std::string name;
    std::string form;
    Value facts;
};

Paper paper_of(const Value& row) {
    Value facts = must(json::parse(file_text(here / ("case_" + std::string(row.text("case")) + ".json"))));
    base::Object& members = *facts.as_object();
    const auto n = row.integer("act").value_or(0);
    const Value act = facts.at("acts." + std::to_string(n - 1));
    base::List before = facts.list("acts");
    before.resize(std::min<std::size_t>(before.size(), static_cast<std::size_t>(n)));
    members.set("today", Value(act.text("at").substr(0, 10)));
    members.set("acts", Value(std::move(before)));
    members.set("act", act);
    if (row.has(
            "own")) {  // an act the case does not hold: its type and data, on the day of the act it follows
        base::Object own = act.object();
        own.set("paper", Value(base::Object()));
        for (const auto& [name, value] : row["own"].object()) own.set(name, value);
        members.set("act", Value(std::move(own)));
    }
    for (const auto& [name, value] : row.object())
        if (name != "template" && name != "case" && name != "act" && name != "variant" && name != "own")
            members.set(name, value);
    const std::string form(row.text("template"));
    const std::string variant(row.text("variant"));
    const std::string name =
        std::string(row.text("case")) + "_" + form + (variant.empty() ? "" : "_" + variant);
    return {name, form, std::move(facts)};
}

std::vector<Paper> papers() {
    std::vector<Paper> made;
    const Value rows = must(catalogue::read_yaml(file_text(here / "papers.yaml"), "papers.yaml"));
    for (const Value& row : rows.items()) made.push_back(paper_of(row));
    return made;
}

// The texts are compared whole; UPDATE_GOLDEN=1 records them anew, then read the difference.
TEST(Golden, EveryPaperReadsAsRecorded) {
    const bool record = std::getenv("UPDATE_GOLDEN") != nullptr;
    for (const Paper& paper : papers()) {
        SCOPED_TRACE(paper.name);
        const document::Template* form = library().find(paper.form);
        ASSERT_NE(form, nullptr);
        const auto filled = document::fill(*form, paper.facts);
        if (!filled) {
            ADD_FAILURE() << filled.error().message;
            continue;
        }
        const std::string text = document::plain_text(*filled);
        const fs::path golden = here / "text" / (paper.name + ".txt");
        if (record) {
            fs::create_directories(golden.parent_path());
            std::ofstream(golden) << text;
        }
        EXPECT_EQ(text, file_text(golden));
    }
}

// RENDER_TO=folder writes every paper as PDF, to be looked at.
TEST(Golden, EveryPaperCanBePrinted) {
    const char* fonts = std::getenv("ZHIHENG_FONTS");
    const pdf::Renderer renderer(fonts ? std::optional<fs::path>(fonts) : std::nullopt);
    const char* folder = std::getenv("RENDER_TO");
    for (const Paper& paper : papers()) {
        SCOPED_TRACE(paper.name);
        const auto filled = document::fill(*library().find(paper.form), paper.facts);
        if (!filled) continue;
        const auto bytes = renderer.render(*filled);
        ASSERT_TRUE(bytes) << bytes.error().message;
        EXPECT_TRUE(bytes->starts_with("%PDF-"));
        if (folder) std::ofstream(fs::path(folder) / (paper.name + ".pdf"), std::ios::binary) << *bytes;
    }
}

// What the law makes people enter is enough for every paper: no form may stop an act for want of free words.
Value facts_of(const Value& scenario, std::size_t n, bool with_words) {
    base::List acts;
    for (std::size_t i = 0; i <= n; ++i) {
        base::Object act = scenario.list("acts")[i].object();
        base::List by;
        for (const Value& id : act.find("by") ? act.find("by")->items() : base::List{})
            by.push_back(base::Object{
                {"id",   id},
                {"name", id}
            });
        act.set("n", Value(i + 1));
        act.set("type", Value(*act.find("act")));
        act.set("by", Value(std::move(by)));
        if (!with_words || !act.find("paper")) act.set("paper", Value(base::Object()));
        acts.push_back(Value(std::move(act)));
    }
    base::Object party = scenario["party"].object();
    const Value act = acts.back();
    return base::Object{
        {"agency",
         base::Object{
             {"name", "某市场监督管理局"}, {"short_name", "某"}, {"reconsideration_body", "某区人民政府"}}},
        {"case", base::Object{{"no", "990101-2024-000001"}}},
        {"party", std::move(party)},
        {"handlers", act["by"]},
        {"act", act},
        {"acts", std::move(acts)},
        {"today", act.text("at").substr(0, 10)}
    };
}

TEST(Golden, NoPaperOfAScenarioWantsMoreThanTheActHolds) {
    const catalogue::Files files(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue");
    const Value types = must(files.load("procedure/acts.yaml"));
    int filled = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(ZHIHENG_SOURCE_DIR) / "tests/scenario")) {
        if (entry.path().extension() != ".json") continue;
        const Value scenario = must(json::parse(file_text(entry.path())));
        for (std::size_t i = 0; i < scenario.list("acts").size(); ++i) {
            const std::string_view id = scenario.list("acts")[i].text("act");
            for (const Value& type : types.list("acts")) {
                if (type.text("id") != id) continue;
                for (const Value& wanted : type.list("documents")) {
                    const document::Template* form = wanted.as_int()
                                                         ? library().by_no(static_cast<int>(*wanted.as_int()))
                                                         : library().find(document::shown(wanted));
                    if (!form) continue;
                    const std::string_view kind = scenario.list("acts")[i]["data"].text("kind");
                    if ((form->no() == 45 && kind != "penalty") || form->no() == 4 || form->no() == 5)
                        continue;
                    for (const bool with_words : {false, true}) {
                        SCOPED_TRACE(entry.path().filename().string() + " " + std::string(id) + " " +
                                     form->id());
                        const auto paper = form->fill(facts_of(scenario, i, with_words));
                        EXPECT_TRUE(paper) << paper.error().message;
                        ++filled;
                    }
                }
            }
        }
    }
    EXPECT_GT(filled, 60);
}

TEST(Golden, EveryFormOfThePenaltySetExists) {
    EXPECT_EQ(library().forms().back().no(), 56);
    for (int no = 1; no <= 56; ++no) EXPECT_NE(library().by_no(no), nullptr) << no;
    for (const int no : {1,  7,  8,  9,  10, 11, 12, 14, 21, 22, 23, 24, 29, 30, 31, 32,
                         33, 35, 36, 37, 38, 42, 43, 45, 46, 50, 51, 52, 53, 54, 55, 56}) {
        const document::Template* form = library().by_no(no);
        ASSERT_NE(form, nullptr) << no;
        EXPECT_FALSE(form->slot().empty()) << no;
    }
}

}  // namespace
