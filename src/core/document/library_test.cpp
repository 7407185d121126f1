#include <gtest/gtest.h>

#include "document/template.hpp"

namespace document {
namespace {

using base::Date;
using base::List;
using base::Object;
using base::Value;
using namespace std::chrono_literals;

Value shared() {
    return Object{
        {"facts",  Object{{"agency", List{"name", "short_name"}}, {"today", true}}},
        {"labels", Object{}                                                       },
        {"texts",  Object{{"greeting", "全国"}}                                   },
        {"parts",  Object{{"end", List{"结尾"}}}                                  }
    };
}

Object form(const char* title) {
    return Object{
        {"id",     "letter"                                          },
        {"no",     99                                                },
        {"code",   "例"                                              },
        {"title",  title                                             },
        {"style",  "letter"                                          },
        {"blocks", List{"{% use greeting %}", Object{{"use", "end"}}}}
    };
}

Object override_for(const char* place) {
    return Object{
        {"id",    "letter"                                },
        {"place", place                                   },
        {"texts", Object{{"greeting", std::string(place)}}}
    };
}

std::string text_of(const Library& library, const Use& use) {
    const Template* found = library.find("letter", use);
    if (!found) return "";
    const Value facts = Object{
        {"agency", Object{{"name", "某局"}, {"short_name", "某"}}},
        {"today",  "2026-05-06"                                  }
    };
    return plain_text(*found->fill(facts));
}

TEST(Library, TakesTheWordingOfTheNearestPlace) {
    const auto library =
        Library::from(List{form("函"), override_for("99"), override_for("990101")}, shared());
    ASSERT_TRUE(library) << library.error().message;
    EXPECT_NE(text_of(*library, {.place = "990101"}).find("990101"), std::string::npos);
    EXPECT_NE(text_of(*library, {.place = "990201"}).find("　　99\n"), std::string::npos);
    EXPECT_NE(text_of(*library, {.place = "110101"}).find("全国"), std::string::npos);
    EXPECT_NE(text_of(*library, {}).find("全国"), std::string::npos);
}

TEST(Library, KeepsTheFormOfItsDay) {
    Object old = form("旧函");
    old.set("to", "2026-04-14");
    Object recent = form("新函");
    recent.set("from", "2026-04-15");
    const auto library = Library::from(List{recent, old}, shared());
    ASSERT_TRUE(library) << library.error().message;
    EXPECT_EQ(library->find("letter", {.place = "", .day = Date(2026y / 4 / 14)})->title(), "旧函");
    EXPECT_EQ(library->find("letter", {.place = "", .day = Date(2026y / 4 / 15)})->title(), "新函");
    EXPECT_EQ(library->find("letter")->title(), "新函");
}

TEST(Library, RefusesTwoFormsForOneDay) {
    Object other = form("另一函");
    other.set("from", "2026-04-15");
    EXPECT_FALSE(Library::from(List{form("函"), other}, shared()));
    Object bad = form("函");
    bad.set("from", "2026-02-30");
    EXPECT_FALSE(Library::from(List{bad}, shared()));
}

TEST(Library, NumbersAsTheSetOfFormsDoes) {
    Object complaint = form("投诉受理决定书");
    complaint.erase("code");
    complaint.set("number", "complaint");
    complaint.set("mark", "T5");
    const auto library = Library::from(List{complaint}, shared());
    ASSERT_TRUE(library) << library.error().message;
    const Template* found = library->find("T5");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->number_before("临东", 2026) + "7" + Template::number_after(), "临东市监〔2026〕第7号");
}

}  // namespace
}  // namespace document
