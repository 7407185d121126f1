#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "catalogue/yaml.hpp"
#include "fuzz/driver.hpp"
#include "json/json.hpp"
#include "loaded.hpp"

namespace discretion {

namespace {

using base::Value;

constexpr std::array<std::string_view, 11> codes{"bad_json",
                                                 "unknown_field",
                                                 "wrong_type",
                                                 "bad_money",
                                                 "bad_date",
                                                 "dates_reversed",
                                                 "unknown_violation",
                                                 "unknown_jurisdiction",
                                                 "unknown_circumstance",
                                                 "force_mismatch",
                                                 "fact_needed"};

fuzz::Corpus corpus() {
    fuzz::Corpus corpus;
    std::ifstream file(ZHIHENG_SOURCE_DIR "/tests/discretion/vectors.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    const Value rows = catalogue::read_yaml(text.str(), "vectors.yaml").value();
    for (const Value& row : rows.items()) corpus.inputs.push_back(json::write(row["request"]));
    corpus.inputs.push_back("[" + corpus.inputs[0] + "," + corpus.inputs[1] + "]");
    corpus.words = {"null",
                    "{}",
                    "[]",
                    "true",
                    "\"none\"",
                    "\"2026-02-30\"",
                    "\"1,000.00\"",
                    "-1",
                    "1.005",
                    "\"\"",
                    "\\u0000",
                    "[[[[[[[[[[[[[[[[[[[[",
                    "\"evidence_ids\":[],",
                    "\"mitigation_approved\":true,",
                    "\"punished_separately\":true,",
                    "\"capacity\":\"none\",",
                    "\"age\":13,",
                    "\"proposed_fine\":\"0\","};
    for (std::size_t i = 0; i < loaded().facts().size(); ++i)
        corpus.words.push_back("\"" + loaded().facts()[static_cast<FactId>(i)].name + "\":\"none\",");
    for (std::size_t i = 0; i < loaded().circumstances().size(); ++i)
        corpus.words.push_back("{\"code\":\"" +
                               loaded().circumstances()[static_cast<CircumstanceId>(i)].code +
                               "\",\"evidence_ids\":[\"ZJ1\"]},");
    for (const Violation& violation : loaded().violations())
        corpus.words.push_back("\"" + violation.id + "\"");
    for (const Jurisdiction& place : loaded().jurisdictions()) corpus.words.push_back("\"" + place.id + "\"");
    return corpus;
}

std::optional<std::string> complaint_of(const Value& answer) {
    if (!answer.has("error")) {
        if (answer.text("outcome").empty()) return "neither an outcome nor an error";
        if (answer.text("reasoning_text").empty()) return "no reasons";
        return {};
    }
    const Value& error = answer["error"];
    if (std::ranges::find(codes, error.text("code")) == codes.end())
        return "unexpected code " + std::string(error.text("code"));
    if (error.text("detail").empty() || error.text("title").empty()) return "an error without words";
    if (error.text("code") == "fact_needed" && error.list("needs").empty()) return "no fact is named";
    return {};
}

std::optional<std::string> answer_one(std::string_view input) {
    const auto requests = json::parse(input, {.depth_max = 17});
    if (!requests)
        return requests.error().message.empty() ? std::optional<std::string>("no words") : std::nullopt;
    const Value answers = decide_all(*requests, loaded());
    if (json::write(answers) != json::write(decide_all(*requests, loaded())))
        return "two answers to one request";
    if (!requests->as_list()) return complaint_of(answers);
    if (answers.items().size() != requests->items().size()) return "answers are missing";
    for (const Value& answer : answers.items())
        if (auto complaint = complaint_of(answer)) return complaint;
    return {};
}

}  // namespace

TEST(RequestReader, AnswersWhateverItIsSent) {
    const auto failure = fuzz::run(corpus(), fuzz::Plan::for_test(4000), answer_one);
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

}  // namespace discretion
