#include "document/phrase.hpp"

#include <gtest/gtest.h>

namespace document {
namespace {

using base::List;
using base::Object;
using base::Value;

const Library& library() {
    static const Library made = *Library::from(
        List{
    },
        Object{{"facts", Object{{"party", List{"name"}}, {"act", true}}},
               {"phrases",
                Object{{"places", List{Object{{"name", "当事人"}, {"t", "{{ party.name }}"}},
                                       Object{{"name", "罚款"}, {"t", "{{ act.fine | yuan }}"}},
                                       Object{{"name", "罚款大写"}, {"t", "{{ act.fine | capital }}"}}}}}},
               {"drafts", Object{{"decide", Object{{"facts", List{"{{ party.name }}有违法行为。"}}}}}}});
    return made;
}

Value facts(std::string name, bool fined = true) {
    Object act;
    if (fined) act.set("fine", "86000.50");
    return Object{
        {"party", Object{{"name", std::move(name)}}},
        {"act",   std::move(act)                   }
    };
}

FilledPhrase filled(std::string_view text, const Value& with) {
    return fill_phrase(text, place_values(library().places(), with));
}

TEST(Phrase, PlacesAreFilledFromTheCase) {
    const auto made = filled("对【当事人】罚款【罚款】（人民币【罚款大写】）。", facts("王某"));
    EXPECT_EQ(made.text, "对王某罚款86000.5元（人民币捌万陆仟元伍角整）。");
    EXPECT_TRUE(made.open.empty());
}

TEST(Phrase, WhatTheCaseDoesNotKnowIsLeftOpenAndNamed) {
    const auto made = filled("【当事人】【罚款】【罚款】", facts("王某", false));
    EXPECT_EQ(made.text, "王某＿＿＿＿＿＿＿＿");
    EXPECT_EQ(made.open, std::vector<std::string>{"罚款"});
}

TEST(Phrase, WhatIsFilledInIsNotReadAgain) {
    const struct {
        const char* why;
        std::string name;
    } table[] = {
        {"a place in a name",    "【罚款】"                                },
        {"a template in a name", "{{ agency.name }}{% if true %}x{% end %}"},
        {"a variable",           "${HOME}"                                 },
        {"half a place",         "【罚"                                    },
    };
    for (const auto& row : table)
        EXPECT_EQ(filled("致【当事人】：【", facts(row.name)).text, "致" + row.name + "：【") << row.why;
}

TEST(Phrase, WhatCannotBeAPhraseIsRefusedByName) {
    const struct {
        const char* why;
        std::string text;
        std::string code;
    } table[] = {
        {"whole", "对【当事人】给予警告，${x}<script>😀", ""},
        {"two lines", "一\n二", ""},
        {"as long as may be", std::string(phrase_characters_max, 'x'), ""},
        {"empty", " \n", "missing_field"},
        {"too long", std::string(phrase_characters_max + 1, 'x'), "text_too_long"},
        {"an expression", "{{ party.name }}", "template_syntax"},
        {"a command", "{% if true %}", "template_syntax"},
        {"half of one", "a }} b", "template_syntax"},
        {"an unknown place", "【当事人】【密码】", "unknown_place"},
        {"an empty place", "【】", "unknown_place"},
        {"a control character", "a\x01", "control_character"},
        {"text turned round", "a\u202Eb", "control_character"},
        {"a mark that hides", "a\u200Bb", "control_character"},
        {"a control of Latin 1", "a\xC2\x85", "control_character"},
    };
    for (const auto& row : table) {
        const auto checked = check_phrase(library().places(), row.text);
        EXPECT_EQ(checked ? "" : checked.error().code, row.code) << row.why;
        EXPECT_TRUE(checked || checked.error().field == "words") << row.why;
    }
}

TEST(Drafts, AreWordsOfOneFieldOfAnAct) {
    const auto& drafts = library().drafts_of("decide");
    ASSERT_EQ(drafts.size(), 1u);
    EXPECT_EQ(drafts.front().field, "facts");
    EXPECT_TRUE(plain_text(*drafts.front().words.fill(facts("王某"))).contains("王某有违法行为。"));
    EXPECT_TRUE(library().drafts_of("note").empty());
}

}  // namespace
}  // namespace document
