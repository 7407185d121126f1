#include <gtest/gtest.h>

#include "catalogue/catalogue.hpp"
#include "catalogue/yaml.hpp"
#include "fuzz/driver.hpp"
#include "golden_papers.hpp"

namespace {

using base::Value;

const Value& shared() {
    static const Value read = golden::must(catalogue::Files().load("documents/shared.yaml"));
    return read;
}

fuzz::Corpus corpus() {
    fuzz::Corpus made{
        .inputs = {},
        .words = {"{{",     "}}",          "{% if ",   "{% for x in ", "{% end %}", "{% else %}",
                   " | ",    "map('name')", "~",        "^^",           "@",         "each: ",
                   "when: ", "{p: ",        "cells: [", "span: ",       "widths: [", "seal: ",
                   "@(",     "''",          "-1",       "99999999999"}
    };
    for (const char* form :
         {"penalty_notice", "item_list", "onsite_record", "service_receipt", "hearing_record"})
        made.inputs.push_back(golden::file_text(golden::here.parent_path().parent_path() /
                                                "catalogue/templates" / (std::string(form) + ".yaml")));
    return made;
}

// A form anybody may have written is read or refused in words, and one that was read fills or refuses in
// words.
TEST(TemplateFuzz, AnyFormIsReadOrRefusedInWords) {
    const std::vector<golden::Paper> papers = golden::papers();
    const Value& facts = papers.front().facts;
    const auto failure = fuzz::run(
        corpus(), fuzz::Plan::for_test(1500), [&](std::string_view input) -> std::optional<std::string> {
            const auto form = catalogue::read_yaml(std::string(input), "式样.yaml");
            if (!form)
                return form.error().message.empty() ? std::optional("no words for bad YAML") : std::nullopt;
            const auto read = document::Template::from(*form, shared());
            if (!read)
                return read.error().message.empty() ? std::optional("no words for a bad form") : std::nullopt;
            const auto paper = read->fill(facts);
            if (!paper && paper.error().message.empty()) return "no words for a form that does not fill";
            return {};
        });
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

}  // namespace
