#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/catalogue.hpp"
#include "tree.hpp"

namespace {

// A row of law says where it stands: by one of these, in itself.
bool is_cited(const base::Value& row) {
    for (const char* name : {"basis", "reference", "references", "source", "article"})
        if (row.has(name)) return true;
    return false;
}

std::string name_of(const base::Value& row) {
    for (const char* name : {"id", "code", "fact"})
        if (!row.text(name).empty()) return std::string(row.text(name));
    return "?";
}

}  // namespace

TEST(Catalogue, EveryRowOfLawNamesItsArticle) {
    struct Table {
        const char* file;
        const char* list;  // null: the file is the list
    };
    const Table tables[] = {
        {"procedure/acts.yaml",           "acts"  },
        {"procedure/clocks.yaml",         "clocks"},
        {"discretion/exemptions.yaml",    nullptr },
        {"discretion/police.yaml",        nullptr },
        {"discretion/circumstances.yaml", nullptr },
    };
    const catalogue::Files files;
    for (const Table& table : tables) {
        SCOPED_TRACE(table.file);
        const auto value = files.load(table.file);
        ASSERT_TRUE(value) << value.error().message;
        const base::List& rows = table.list ? value->list(table.list) : value->items();
        EXPECT_FALSE(rows.empty());
        for (const base::Value& row : rows) EXPECT_TRUE(is_cited(row)) << name_of(row) << " has no article";
    }
}

TEST(Glossary, NamesEveryActAndState) {
    const Tree tree = read_tree(std::filesystem::path(ZHIHENG_SOURCE_DIR) / "docs");
    const SourceFile* glossary = tree.find("glossary.md");
    ASSERT_NE(glossary, nullptr);
    const auto names = [&](std::string_view identifier, std::string_view title) {
        const std::string row = fmt::format("| {} | `{}` |", title, identifier);
        return std::ranges::any_of(glossary->lines,
                                   [&](const std::string& line) { return line.starts_with(row); });
    };
    const catalogue::Files files;
    const auto acts = files.load("procedure/acts.yaml");
    for (const base::Value& act : acts->list("acts"))
        EXPECT_TRUE(names(act.text("id"), act.text("title")))
            << act.text("id") << " is not in docs/glossary.md";
    const auto states = files.load("procedure/states.yaml");
    for (const auto& [code, title] : (*states)["states"].object())
        EXPECT_TRUE(names(code, *title.as_string())) << code << " is not in docs/glossary.md";
}
