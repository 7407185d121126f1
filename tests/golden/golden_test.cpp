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
    for (const auto& [name, value] : row.object())
        if (name != "template" && name != "case" && name != "act" && name != "variant")
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

}  // namespace
