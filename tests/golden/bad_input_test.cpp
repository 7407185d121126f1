#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "json/json.hpp"
#include "sheaf.hpp"

namespace {

using base::Value;

const base::Object& decision() {
    static const base::Object facts = [] {
        for (const golden::Paper& paper : golden::papers())
            if (paper.name == "milk_penalty_decision") return paper.facts.object();
        return base::Object();
    }();
    return facts;
}

Value facts_with(const std::string& name, const std::string& words) {
    base::Object facts = decision();
    base::Object party = facts.find("party")->object();
    party.set("name", Value(name));
    facts.set("party", Value(std::move(party)));
    base::Object act = facts.find("act")->object();
    base::Object own = act.find("paper")->object();
    if (!words.empty()) own.set("facts", Value(words));
    act.set("paper", Value(std::move(own)));
    facts.set("act", Value(std::move(act)));
    return facts;
}

base::Result<document::Document> filled(const std::string& name, const std::string& words = {}) {
    return document::fill(*golden::library().find("penalty_decision"), facts_with(name, words));
}

struct NameRow {
    const char* why;
    std::string given;
    std::string shown;    // on the paper; empty: refused
    std::string refused;  // in the message
};

const NameRow names[] = {
    {"control characters",            "王\x01\x1B[31m某\x7F",       "王[31m某",                   ""        },
    {"control characters of Latin 1", "王\xC2\x9B某",               "王某",                       ""        },
    {"a name turned round",           "王\u202E某\u202C",           "王某",                       ""        },
    {"right to left marks",           "\u200F王某\u200E",           "王某",                       ""        },
    {"marks that hide",               "王\u200B\u2060某\uFEFF",     "王某",                       ""        },
    {"separators of lines",           "王\u2028某\u2029",           "王",                         ""        },
    {"a script",                      "<script>alert(1)</script>",  "<script>alert(1)</script>",  ""        },
    {"a variable of a shell",         "${HOME}$(id)",               "${HOME}$(id)",               ""        },
    {"our own template",              "{{ agency.name }}",          "{{ agency.name }}",          ""        },
    {"a command of our template",     "{% if true %}王某{% end %}", "{% if true %}王某{% end %}", ""        },
    {"marks of Pango",                "<b>王某</b>&amp;",           "<b>王某</b>&amp;",           ""        },
    {"an emoji the fonts have",       "王😀某",                     "王😀某",                     ""        },
    {"an emoji they have not",        "王🦄某",                     "",                           "U+1F984" },
    {"a sign nobody has given away",  "王\U0010FFFD某",             "",                           "U+10FFFD"},
    {"a name of Extension B",         "𠮷某",                       "𠮷某",                       ""        },
    {"the last of Extension B",       "王\U0002A6D6某",             "王\U0002A6D6某",             ""        },
    {"a name of Extension E",         "王\U0002B820某",             "王\U0002B820某",             ""        },
    {"a name of Extension G",         "王\U00030000某",             "",                           "U+30000" },
};

// What a stranger writes is printed as he wrote it, without what hides or commands, or refused with the sign
// named; it is never carried out and never a blank box.
TEST(BadInput, NamesArePrintedHarmlessOrRefused) {
    const pdf::Renderer renderer(golden::fonts);
    for (const NameRow& row : names) {
        SCOPED_TRACE(row.why);
        const auto paper = filled(row.given);
        ASSERT_TRUE(paper) << paper.error().message;
        const auto bytes = renderer.render(*paper);
        if (row.shown.empty()) {
            ASSERT_FALSE(bytes);
            EXPECT_EQ(bytes.error().code, "character_unprintable");
            EXPECT_TRUE(bytes.error().message.contains(row.refused)) << bytes.error().message;
            continue;
        }
        ASSERT_TRUE(bytes) << bytes.error().message;
        EXPECT_TRUE(document::plain_text(*paper).contains("当事人：" + row.shown + "\n"))
            << document::plain_text(*paper).substr(0, 300);
    }
}

// Unpaired surrogates and bytes that are no UTF-8 never get past the reader of JSON.
TEST(BadInput, HalvesOfCharactersAreRefusedWhereTheyComeIn) {
    const std::string texts[] = {R"({"name":"\ud83d"})", R"({"name":"\ude00\ud83d"})",
                                 "{\"name\":\"\xED\xA0\x80\"}", "{\"name\":\"\xC0\xAF\"}",
                                 "{\"name\":\"\xFF\"}"};
    for (const std::string& text : texts) {
        const auto read = json::parse(text);
        EXPECT_FALSE(read && read->text("name").size() > 0) << text;
    }
}

TEST(BadInput, AFieldOfAHundredThousandCharactersIsPrintedWhole) {
    std::string words;
    for (int i = 0; i < 100'000; ++i) words += i % 50 == 49 ? "。" : "长";
    const auto paper = filled("王某", words);
    ASSERT_TRUE(paper) << paper.error().message;
    const pdf::Renderer renderer(golden::fonts);
    const auto begun = std::chrono::steady_clock::now();
    const auto printed = renderer.print(*paper);
    ASSERT_TRUE(printed) << printed.error().message;
    EXPECT_GT(printed->pages, 150);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));
}

// A word without any place to break is broken at the edge.
TEST(BadInput, AWordWiderThanThePageIsBroken) {
    const auto paper = filled("王某", std::string(3000, 'W'));
    ASSERT_TRUE(paper);
    const pdf::Renderer renderer(golden::fonts);
    const auto printed = renderer.print(*paper);
    ASSERT_TRUE(printed);
    EXPECT_GT(printed->pages, 3);
}

}  // namespace
