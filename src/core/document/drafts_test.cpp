#include "document/drafts.hpp"

#include <gtest/gtest.h>

#include "document/check.hpp"

namespace document {
namespace {

using base::Date;
using base::List;
using base::Object;
using base::Value;
using namespace std::chrono_literals;

Object edition(const char* place, const char* from, List words) {
    Object made{
        {"drafts", Object{{"decide", Object{{"facts", std::move(words)}}}}}
    };
    if (*place != '\0') made.set("place", place);
    if (*from != '\0') made.set("from", from);
    return made;
}

base::Result<Library> library(List editions, List words = {"{% use lead %}", Object{{"use", "found"}}}) {
    return Library::from(
        {
    },
        Object{{"facts", Object{{"party", List{"name"}}, {"act", true}, {"acts", true}}},
               {"labels", Object{}},
               {"texts", Object{{"lead", "经查，"}}},
               {"parts", Object{{"found", List{"{{ party.name }}有违法行为。"}}}},
               {"drafts", Object{{"decide", Object{{"facts", std::move(words)}}}}},
               {"draft_editions", std::move(editions)}});
}

std::string drafted(const Library& library, const Use& use) {
    std::string text;
    for (const Draft* draft : drafts_for(library, "decide", use))
        text += plain_text(*draft->words.fill(Object{
            {"party", Object{{"name", "甲"}}}
        }));
    return text;
}

// A region or an agency words a draft without code, as it words a form.
TEST(Drafts, AreThoseOfTheNearestPlaceAndTheLatestDay) {
    Object wording = edition("990101", "", {"{% use lead %}", Object{{"use", "found"}}});
    wording.set("texts", Object{
                             {"lead", "城东局查明，"}
    });
    wording.set("parts", Object{
                             {"found", List{"{{ party.name }}违法。"}}
    });
    Object ended = edition("9902", "2026-01-01", {"二市的话。"});
    ended.set("to", "2026-06-30");
    const auto made = library({edition("99", "2026-01-01", {"省里的话。"}),
                               edition("99", "2027-01-01", {"省里的新话。"}), ended, Value(wording)});
    ASSERT_TRUE(made) << made.error().message;
    const struct {
        const char *why, *place;
        Date day;
        const char* words;
    } table[] = {
        {"nothing of its own",             "110101", Date(2026y / 5 / 1),   "经查，"      },
        {"before the province wrote any",  "990201", Date(2025y / 12 / 31), "经查，"      },
        {"the province",                   "990301", Date(2026y / 5 / 1),   "省里的话。"  },
        {"the province, the later of two", "990301", Date(2027y / 1 / 1),   "省里的新话。"},
        {"a city before its province",     "990201", Date(2026y / 6 / 30),  "二市的话。"  },
        {"the city's have ended",          "990201", Date(2026y / 7 / 1),   "省里的话。"  },
        {"the agency, in its wording",     "990101", Date(2026y / 5 / 1),   "城东局查明，"},
        {"the agency, in its part",        "990101", Date(2026y / 5 / 1),   "甲违法。"    },
    };
    for (const auto& row : table) {
        const std::string words = drafted(*made, {.place = row.place, .day = row.day});
        EXPECT_TRUE(words.contains(row.words)) << row.why << "：" << words;
        EXPECT_EQ(drafts_for(*made, "decide", {.place = row.place, .day = row.day}).size(), 1U) << row.why;
    }
    EXPECT_EQ(draft_for(*made, "decide", "nature", {}), nullptr);
    EXPECT_TRUE(drafts_for(*made, "close", {}).empty());
}

TEST(Drafts, TwoOfOneEditionAreRefused) {
    const auto twice = library({edition("99", "2026-01-01", {"一"}), edition("99", "2026-01-01", {"二"})});
    ASSERT_FALSE(twice);
    EXPECT_TRUE(twice.error().message.contains("decide.facts")) << twice.error().message;
    EXPECT_FALSE(library({edition("", "", {"又一份全国的"})}));
}

FieldBook book() {
    FieldBook made;
    made.acts["decide"] = {.data = {{"kind", {"penalty", "none"}}}, .paper = {"facts"}};
    return made;
}

const Value& rules() {
    static const Value made = Object{
        {"rules",
         List{Object{{"draft", "decide.facts"},
                     {"reads", List{"party.name"}},
                     {"says", List{"违法"}},
                     {"basis", "第六十二条"}},
              Object{{"all", "forms"}, {"never", List{"六十日，即视为送达"}}, {"basis", "旧规定"}}}}
    };
    return made;
}

std::string faults_of(const Value& shared_editions, const std::set<std::string>& acts = {"decide"}) {
    const auto made = library(shared_editions.items());
    if (!made) return made.error().message;
    std::string all;
    for (const TemplateFault& fault : check_drafts(*made, book(), acts, rules()))
        all += fault.form + " " + fault.kind + " " + fault.detail + "\n";
    return all;
}

TEST(Drafts, ASeededFaultIsNamedWithItsDraftAndItsPlace) {
    EXPECT_EQ(faults_of(List{edition("99", "", {"{{ party.name }}违法。"})}), "");
    const Object unknown_field{
        {"place",  "99"                                                                },
        {"drafts", Object{{"decide", Object{{"fcts", List{"{{ party.name }}违法。"}}}}}}
    };
    const Object unknown_act{
        {"place",  "99"                                                                  },
        {"drafts", Object{{"decidee", Object{{"facts", List{"{{ party.name }}违法。"}}}}}}
    };
    const auto said = [](List words) { return Value(List{edition("99", "", std::move(words))}); };
    const struct {
        const char* why;
        Value editions;
        const char* named;
    } table[] = {
        {"a fact the case has not",   said({"{{ party.nam }}违法。"}),                                       "nam"                },
        {"a field no act has",        said({"{{ party.name }}违法{{ act.data.knd }}。"}),                    "unknown_field"      },
        {"an act there is none of",
         said({"{{ party.name }}违法{{ acts | where('type', 'decid') | last }}。"}),                         "unknown_field"      },
        {"a value the field has not",
         said({"{{ party.name }}违法", Object{{"p", "一"}, {"when", "act.data.kind == 'fine'"}}}),
         "unreachable"                                                                                                            },
        {"a condition always true",   said({"{{ party.name }}违法", Object{{"p", "一"}, {"when", "true"}}}),
         "unreachable"                                                                                                            },
        {"two values at once",
         said({"{{ party.name }}违法",
               Object{{"when", "act.data.kind == 'penalty'"},
                      {"blocks", List{Object{{"p", "一"}, {"when", "act.data.kind == 'none'"}}}}}}),
         "unreachable"                                                                                                            },
        {"what must be read is not",  said({"当事人违法。"}),                                                "party.name"         },
        {"what must be said is not",  said({"{{ party.name }}没有过错。"}),                                  "missing_block"      },
        {"words that hold no more",   said({"{{ party.name }}违法，经过六十日，即视为送达。"}),              "superseded"         },
        {"a part there is none of",   said({Object{{"use", "fund"}}}),                                       "fund"               },
        {"no field of the act",       List{unknown_field},                                                   "decide.fcts（99）"  },
        {"no act of the procedure",   List{unknown_act},                                                     "decidee.facts（99）"},
    };
    for (const auto& row : table) {
        const std::string faults = faults_of(row.editions, {"decide", "decidee"});
        EXPECT_TRUE(faults.contains(row.named)) << row.why << "：" << faults;
    }
}

TEST(Drafts, ADraftTheLawAsksForMustBeThereForTheWholeCountry) {
    const auto made = Library::from(
        {
    },
        Object{{"facts", Object{{"party", List{"name"}}}},
               {"labels", Object{}},
               {"draft_editions", List{edition("99", "", {"{{ party.name }}违法。"})}}});
    ASSERT_TRUE(made) << made.error().message;
    const auto faults = check_drafts(*made, book(), {"decide"}, rules());
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().kind, "missing_block");
}

}  // namespace
}  // namespace document
