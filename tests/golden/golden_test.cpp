#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "books/books.hpp"
#include "books/field_book.hpp"
#include "catalogue/yaml.hpp"
#include "document/template.hpp"
#include "golden_papers.hpp"
#include "json/json.hpp"
#include "pdf/renderer.hpp"
#include "templates/templates.hpp"

namespace {

namespace fs = std::filesystem;
using base::Value;
using golden::file_text;
using golden::here;
using golden::library;
using golden::must;
using golden::Paper;
using golden::papers;

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
        const auto filled = golden::filled(paper);
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

TEST(Golden, TheFormsHoldWhatTheyMust) {
    const catalogue::Files files(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue");
    const procedure::Rules rules = must(books::load_rules(files));
    const Value mandatory = must(files.load("documents/mandatory.yaml"));
    for (const auto& fault : document::check(library(), books::field_book(rules.table), mandatory))
        ADD_FAILURE() << fault.form << " " << fault.kind << "：" << fault.detail;
}

TEST(Golden, TheDraftsHoldWhatTheyMust) {
    const catalogue::Files files(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue");
    const procedure::Rules rules = must(books::load_rules(files));
    const Value mandatory = must(files.load("documents/mandatory.yaml"));
    const auto acts = must(templates::drafted_acts(files));
    EXPECT_GE(acts.size(), 7U);
    for (const auto& fault :
         document::check_drafts(library(), books::field_book(rules.table), acts, mandatory))
        ADD_FAILURE() << fault.form << " " << fault.kind << "：" << fault.detail;
}

// Number, code, slot and receipt are said twice: to those who number and file, and to those who fill.
TEST(Golden, TheFormsAgreeWithTheTableOfDocuments) {
    const catalogue::Files files(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue");
    const procedure::Rules rules = must(books::load_rules(files));
    for (const auto& row : rules.table.documents()) {
        SCOPED_TRACE(row.id);
        const document::Template* form = library().find(row.id);
        ASSERT_NE(form, nullptr);
        EXPECT_EQ(form->code(), row.code);
        EXPECT_EQ(form->slot(), row.slot);
        EXPECT_EQ(form->receipt(), row.receipt);
        const bool of_complaints = row.no.starts_with('T');
        EXPECT_EQ(form->mark(), of_complaints ? row.no : std::string());
    }
}

TEST(Golden, EveryFormHasAGoldenPaper) {
    std::set<std::string> shown;
    for (const Paper& paper : papers()) shown.insert(paper.form);
    for (const document::Template& form : library().forms())
        EXPECT_TRUE(shown.contains(form.id())) << form.id();
}

TEST(Golden, EveryFormOfTheComplaintSetExists) {
    for (int i = 1; i <= 10; ++i) EXPECT_NE(library().find("T" + std::to_string(i)), nullptr) << i;
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
