#include "signing/handwriting.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "signing/marks.hpp"

namespace {

base::Value pad(base::List strokes) {
    return base::Object{
        {"width",   6000              },
        {"height",  2000              },
        {"strokes", std::move(strokes)}
    };
}

base::Value stroke(std::vector<std::array<int, 4>> touches) {
    base::List list;
    for (const auto& [x, y, time, pressure] : touches) list.push_back(base::List{x, y, time, pressure});
    return list;
}

}  // namespace

TEST(Handwriting, IsRefusedWhenItCannotBeASignature) {
    const struct {
        const char* why;
        base::Value value;
        const char* code;  // empty: taken
    } table[] = {
        {"a name",                  pad({stroke({{100, 100, 0, 500}, {2000, 900, 400, 600}})}),  ""               },
        {"nothing drawn",           pad({}),                                                     "empty_signature"},
        {"a tap",                   pad({stroke({{100, 100, 0, 500}})}),                         "empty_signature"},
        {"outside the pad",         pad({stroke({{100, 100, 0, 500}, {6001, 900, 400, 600}})}),  "bad_strokes"    },
        {"before zero",             pad({stroke({{-1, 100, 0, 500}, {2000, 900, 400, 600}})}),   "bad_strokes"    },
        {"time runs back",          pad({stroke({{100, 100, 9, 500}, {2000, 900, 8, 600}})}),    "bad_strokes"    },
        {"more than full pressure", pad({stroke({{100, 100, 0, 1001}, {2000, 900, 400, 600}})}),
         "bad_strokes"                                                                                            },
        {"three numbers",           pad({base::List{base::List{1, 2, 3}}}),                      "bad_strokes"    },
        {"no numbers",              pad({base::List{"x"}}),                                      "bad_strokes"    },
        {"no pad",                  base::Object{{"strokes", base::List{}}},                     "bad_strokes"    },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto read = signing::read_handwriting(row.value);
        EXPECT_EQ(read ? "" : read.error().code, row.code);
        if (read) {
            EXPECT_EQ(signing::to_value(*read), row.value);
        }
    }
}

RC_GTEST_PROP(Handwriting, ItsInkStaysInTheBox, ()) {
    std::vector<std::array<int, 4>> touches;
    const auto count = *rc::gen::inRange(2, 40);
    for (int i = 0; i < count; ++i)
        touches.push_back(
            {*rc::gen::inRange(0, 6001), *rc::gen::inRange(0, 2001), i, *rc::gen::inRange(0, 1001)});
    const auto read = signing::read_handwriting(pad({stroke(touches)}));
    RC_PRE(read.has_value());
    for (const auto& line : signing::ink(*read, 80, 24)) {
        for (const double x : {line.x1, line.x2}) RC_ASSERT(x >= 0 && x <= 80.001);
        for (const double y : {line.y1, line.y2}) RC_ASSERT(y >= 0 && y <= 24.001);
        RC_ASSERT(line.width > 0);
    }
}

TEST(Places, AreReadFromTheFootOfAPage) {
    const std::string line = "被询问人（签名）：＿＿＿　询问人（签名）：＿＿、＿＿";
    const auto places = signing::places_in(line);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].role, "被询问人（签名）");
    EXPECT_EQ(line.substr(places[0].begin, places[0].end - places[0].begin), "＿＿＿");
    EXPECT_EQ(places[1].role, "询问人（签名）");
    EXPECT_EQ(line.substr(places[1].begin, places[1].end - places[1].begin), "＿＿");
    EXPECT_TRUE(signing::places_in("日期：2026年3月2日").empty());
    EXPECT_TRUE(signing::places_in("").empty());
}
