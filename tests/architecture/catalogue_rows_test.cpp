#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <regex>
#include <string>

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

// An article, the number of an instrument, the set a form belongs to, or a decision of ours.
bool names_its_source(const SourceFile& form) {
    static const std::regex source(
        "第[一二三四五六七八九十百]+条|〔20[0-9]{2}〕[0-9]+号|文书格式范本|文书式样|docs/decisions/00");
    return std::ranges::any_of(form.lines,
                               [](const std::string& line) { return std::regex_search(line, source); });
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

TEST(Catalogue, EveryFormNamesWhatItRestsOn) {
    const Tree forms = read_tree(std::filesystem::path(ZHIHENG_SOURCE_DIR) / "catalogue/templates");
    EXPECT_GT(forms.files.size(), 90u);
    for (const SourceFile& form : forms.files)
        EXPECT_TRUE(names_its_source(form)) << form.path << " names no article and no model";
    for (const char* folder : {"catalogue/templates", "catalogue/documents"})
        for (const SourceFile& file : read_tree(std::filesystem::path(ZHIHENG_SOURCE_DIR) / folder).files)
            EXPECT_TRUE(!file.lines.empty() && file.lines.front().starts_with("# Source: ")) << file.path;
}

// Who starts the demonstration reads its people in Chinese.
TEST(Catalogue, EveryDemoAccountIsPrintedWithItsSeatsInChinese) {
    const catalogue::Files files;
    const auto states = files.load("procedure/states.yaml");
    const auto bureau = files.load("demo/organisation.yaml");
    ASSERT_TRUE(states && bureau);
    const std::string command = "cd '" ZHIHENG_SOURCE_DIR
                                "' && LC_ALL=C.UTF-8 bash -c 'say() { echo \"$*\"; }; . "
                                "tools/accounts.sh; print_accounts' 2>&1";
    std::string printed(1 << 16, '\0');
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    printed.resize(std::fread(printed.data(), 1, printed.size(), pipe));
    ::pclose(pipe);
    for (const base::Value& person : bureau->list("people")) {
        const auto from = printed.find("  " + std::string(person.text("account")) + " ");
        ASSERT_NE(from, std::string::npos) << person.text("account") << "\n" << printed;
        const std::string line = printed.substr(from, printed.find('\n', from) - from);
        for (const base::Value& post : person.list("posts"))
            for (const base::Value& role : post.list("roles")) {
                const auto* title = (*states)["roles"][*role.as_string()].as_string();
                ASSERT_NE(title, nullptr) << *role.as_string();
                EXPECT_TRUE(line.contains(*title)) << line << " without " << *title;
            }
    }
    EXPECT_FALSE(std::regex_search(printed, std::regex("[A-Z]{2}"))) << printed;
    EXPECT_FALSE(printed.contains("名称未定")) << printed;
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
