#include "golden_papers.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "catalogue/yaml.hpp"
#include "document/layout.hpp"
#include "json/json.hpp"
#include "templates/templates.hpp"

namespace golden {

namespace fs = std::filesystem;
using base::Value;

const fs::path here = fs::path(ZHIHENG_SOURCE_DIR) / "tests/golden";

std::string file_text(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

const document::Library& library() {
    static const document::Library forms =
        must(templates::load(catalogue::Files(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue")));
    return forms;
}

namespace {
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
        if (name != "template" && name != "case" && name != "act" && name != "variant" && name != "own" &&
            name != "sheet")
            members.set(name, value);
    const std::string form(row.text("template"));
    const std::string variant(row.text("variant"));
    const std::string name =
        std::string(row.text("case")) + "_" + form + (variant.empty() ? "" : "_" + variant);
    return {name, form, std::move(facts), must(document::sheet_named(row.text("sheet")))};
}

}  // namespace

base::Result<document::Document> filled(const Paper& paper) {
    document::Document made = TRY(document::fill(*library().find(paper.form), paper.facts));
    made.sheet = paper.sheet;
    return made;
}

std::vector<Paper> papers() {
    std::vector<Paper> made;
    const Value rows = must(catalogue::read_yaml(file_text(here / "papers.yaml"), "papers.yaml"));
    for (const Value& row : rows.items()) made.push_back(paper_of(row));
    return made;
}

}  // namespace golden
