#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "calendar/work_calendar.hpp"
#include "catalogue/catalogue.hpp"
#include "clocks/clocks.hpp"
#include "json/json.hpp"

// What the tests of this folder start from: the catalogue of the program and the scenario files.
namespace given {

inline base::Value catalogue_file(std::string_view path) {
    auto content = catalogue::Files().load(path);
    if (!content) ADD_FAILURE() << content.error().message;
    return content ? *content : base::Value();
}

inline const calendar::WorkCalendar& work_calendar() {
    static const auto calendar = calendar::WorkCalendar::from(catalogue_file("calendar/holidays.yaml"));
    if (!calendar) ADD_FAILURE() << calendar.error().message;
    return *calendar;
}

inline const clocks::ClockTable& clock_table() {
    static const auto table = clocks::ClockTable::from(catalogue_file("procedure/clocks.yaml"));
    if (!table) ADD_FAILURE() << table.error().message;
    return *table;
}

inline base::Value read_json(const std::string& path) {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/" + path + ".json");
    std::ostringstream text;
    text << file.rdbuf();
    auto value = json::parse(text.str());
    if (!value) ADD_FAILURE() << path << ": " << value.error().message;
    return value ? *value : base::Value();
}

inline base::Value scenario(const std::string& name) {
    return read_json("scenario/" + name);
}
inline base::Value rows(const std::string& name) {
    return read_json("replay/" + name);
}

inline base::Date day(std::string_view text) {
    return base::Date::parse(text).value();
}
inline base::Instant instant(std::string_view text) {
    return base::Instant::parse(text).value();
}

// The clocks a scenario or an answer of the program lists, against those it should: only the fields named are
// compared.
inline void expect_clocks(const base::Value& shown, const base::Value& expected) {
    for (const auto& want : expected.items()) {
        SCOPED_TRACE(json::write(want));
        const base::Value* found = nullptr;
        for (const auto& clock : shown.items())
            if (clock.text("code") == want.text("code") && (!want.has("of") || clock["of"] == want["of"]))
                found = &clock;
        ASSERT_NE(found, nullptr) << "no such clock";
        for (const auto& [name, value] : want.object())
            EXPECT_EQ(json::write((*found)[name]), json::write(value))
                << name << " of " << json::write(*found);
    }
}

}  // namespace given
