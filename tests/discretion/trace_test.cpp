#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "json/json.hpp"
#include "loaded.hpp"
#include "profiles.hpp"

namespace discretion {

namespace {

using base::Value;

std::string text_of_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Documented {
    std::string steps;
    std::set<std::string> input, result;
    bool input_takes_facts = false, result_takes_kinds = false;
};

std::set<std::string> codes_in(const std::string& cell) {
    static const std::regex code("`([a-z_]+)`");
    std::set<std::string> codes;
    for (std::sregex_iterator i(cell.begin(), cell.end(), code), end; i != end; ++i) codes.insert((*i)[1]);
    return codes;
}

// The rows of the table in docs/trace.md by rule.
std::map<std::string, Documented> documented() {
    std::map<std::string, Documented> rows;
    std::istringstream lines(text_of_file(std::string(ZHIHENG_SOURCE_DIR) + "/docs/trace.md"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        std::vector<std::string> cells;
        std::istringstream parts(line.substr(1));
        for (std::string cell; std::getline(parts, cell, '|');) cells.push_back(cell);
        if (cells.size() < 5) continue;
        Documented row{cells[1], codes_in(cells[3]), codes_in(cells[4])};
        row.input_takes_facts = cells[3].find("facts") != std::string::npos;
        row.result_takes_kinds = cells[4].find("kinds") != std::string::npos;
        rows.emplace(*codes_in(cells[0]).begin(), std::move(row));
    }
    return rows;
}

void expect_documented(const Value& node, const std::map<std::string, Documented>& rows) {
    const std::string rule(node.text("rule"));
    const auto row = rows.find(rule);
    ASSERT_NE(row, rows.end()) << rule << " is not in docs/trace.md";
    const std::string step = std::to_string(*node["step"].as_int());
    EXPECT_TRUE(std::regex_search(row->second.steps, std::regex("\\b" + step + "\\b")))
        << rule << " step " << step;
    EXPECT_FALSE(node.text("source").empty()) << rule << " rests on nothing";
    for (const auto& [key, value] : node["input"].object()) {
        const bool is_fact = row->second.input_takes_facts && loaded().facts().find(key);
        EXPECT_TRUE(is_fact || row->second.input.contains(key)) << rule << " input " << key;
    }
    for (const auto& [key, value] : node["result"].object()) {
        const bool is_kind = row->second.result_takes_kinds && !loaded().title_of(key).empty();
        EXPECT_TRUE(is_kind || row->second.result.contains(key)) << rule << " result " << key;
    }
}

}  // namespace

TEST(TraceContract, NamesEveryKindAndKeyTheEngineEmits) {
    const auto rows = documented();
    ASSERT_GT(rows.size(), 25u);
    std::set<std::string> emitted;
    const auto look = [&](const Value& request) {
        const Value answer = decide_all(request, loaded());
        for (const Value& node : answer.list("trace")) {
            expect_documented(node, rows);
            emitted.insert(std::string(node.text("rule")));
        }
    };
    const Value vectors = rows_of_file("vectors.yaml");
    for (const Value& row : vectors.items()) look(row["request"]);
    const Value profiles = rows_of_file("profiles.yaml");
    for (const Value& row : profiles.items()) look(profile_request(row));
    EXPECT_GT(emitted.size(), 25u);
}

// Also the kinds that no request of the tests reaches.
TEST(TraceContract, NamesEveryKindInTheSources) {
    const auto rows = documented();
    const std::regex call("node\\([^\"()]*\"([a-z_]+)\"");
    std::set<std::string> found;
    const std::filesystem::path folder = std::string(ZHIHENG_SOURCE_DIR) + "/src/core/discretion";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = text_of_file(entry.path());
        for (std::sregex_iterator i(text.begin(), text.end(), call), end; i != end; ++i)
            found.insert((*i)[1]);
    }
    EXPECT_GT(found.size(), 25u);
    for (const std::string& rule : found) EXPECT_TRUE(rows.contains(rule)) << rule;
    for (const auto& [rule, row] : rows)
        EXPECT_TRUE(found.contains(rule)) << rule << " is documented, not emitted";
}

TEST(TraceContract, SaysWhatWasSetAsideAndWhy) {
    const Value answer = decide_all(
        json::parse(
            R"({"violation_id":"food.expired","act_end":"2026-03-01","decision_on":"2026-03-01","actor":{"kind":"entity"},
            "facts":{"goods_value":"500.00"},"circumstances":[{"code":"source_disclosed","evidence_ids":["ZJ1"]},
            {"code":"cooperates","evidence_ids":[]}]})")
            .value(),
        loaded());
    std::set<std::string> aside;
    for (const Value& node : answer.list("trace")) {
        if (node.text("rule") == "bracket_set_aside") {
            EXPECT_EQ(node.at("result.fails"), Value("货值金额"));
        }
        if (node.text("rule") == "special_ground_look") {
            EXPECT_FALSE(node["result"].text("missing").empty());
        }
        if (node.text("rule") == "ignored") {
            EXPECT_EQ(node.at("result.why"), Value("没有证据"));
        }
        aside.insert(std::string(node.text("rule")));
    }
    for (const char* rule : {"bracket_set_aside", "special_ground_look", "ignored", "list"})
        EXPECT_TRUE(aside.contains(rule)) << rule;
}

}  // namespace discretion
