#include "catalogue/catalogue.hpp"

#include <gtest/gtest.h>

#include "catalogue/yaml.hpp"

namespace catalogue {

TEST(Yaml, TellsTextFromNumbers) {
    const auto value = read_yaml("a: 5\nb: '5'\nc: 0.3\nd: true\ne: 2024-05-16\nf: [x, {g: 1}]\nh: 007\n", "t").value();
    EXPECT_EQ(*value["a"].as_int(), 5);
    EXPECT_EQ(value.text("b"), "5");
    EXPECT_EQ(value["c"].as_decimal()->text, "0.3");
    EXPECT_TRUE(value.truth("d"));
    EXPECT_EQ(value.text("e"), "2024-05-16");
    EXPECT_EQ(*value.at("f.1.g").as_int(), 1);
    EXPECT_EQ(value.text("h"), "007");
}

TEST(Yaml, NamesTheLineOfAFault) {
    const auto value = read_yaml("a: 1\nb: [1, 2\nc: 3\n", "x.yaml");
    ASSERT_FALSE(value.has_value());
    EXPECT_TRUE(value.error().message.starts_with("x.yaml 第"));
}

TEST(Catalogue, HoldsTheHolidays) {
    const auto holidays = Files().load("calendar/holidays.yaml");
    ASSERT_TRUE(holidays.has_value()) << holidays.error().message;
    EXPECT_TRUE(holidays->has("years"));
    EXPECT_FALSE(Files().load("no/such.yaml"));
}

}  // namespace catalogue
