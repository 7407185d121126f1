#include "discretion/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "json/json.hpp"
#include "loaded.hpp"

namespace discretion {

namespace {

using base::Value;

// The files of the catalogue, read once; each test changes a copy.
Sources sources() {
    static const Sources read = Sources::read(catalogue::Files()).value();
    return read;
}

void change(Value& row, std::string_view path, Value value) {
    const auto dot = path.rfind('.');
    const Value& place = dot == std::string_view::npos ? row : row.at(path.substr(0, dot));
    const std::string_view name = dot == std::string_view::npos ? path : path.substr(dot + 1);
    ASSERT_NE(place.as_object(), nullptr) << path;
    const_cast<Value&>(place).as_object()->set(name, std::move(value));
}

// Every row of the catalogue with this id, with one value changed.
Sources with(std::string_view id, std::string_view path, const Value& value) {
    Sources changed = sources();
    for (auto& [file, rows] : changed.violations)
        for (Value& row : *rows.as_list())
            if (row.text("id") == id) change(row, path, value);
    for (auto& [file, row] : changed.jurisdictions)
        if (row.text("id") == id) {
            change(row, path, value);
            break;
        }
    return changed;
}

struct Row {
    const char* why;
    const char* id;
    const char* path;
    const char* value;
    const char* kind;
};

// clang-format off
const Row rows[] = {
    {"9,000 to 10,000 falls between two brackets", "food.expired", "versions.0.fine.brackets.0.when.goods_value", R"({"lt":9000})", "gap"},
    {"a yuan falls between two brackets", "ip.patent-passing-off", "versions.0.fine.brackets.0.when.illegal_gains", R"({"gt":50001})", "gap"},
    {"exactly 10,000 lies in both", "food.expired", "versions.0.fine.brackets.0.when.goods_value", R"({"lte":10000})", "overlap"},
    {"50,000 itself is left out", "ip.trademark-sale", "versions.0.fine.brackets.0.when.illegal_turnover", R"({"gt":50000})", "gap"},
    {"a month has no text", "uc.defamation", "versions.1.in_force", R"(["2025-11-15",null])", "days_without_text"},
    {"the last text ends while the law goes on", "quality.unsafe", "versions.0.in_force", R"(["2018-12-29","2026-06-30"])", "days_without_text"},
    {"in force before the law was", "quality.unsafe", "versions.0.in_force", R"(["2010-01-01",null])", "outside_the_law"},
    {"an article of another law", "quality.unsafe", "versions.0.penalty", R"(["ADL 55"])", "outside_the_law"},
    {"the lighter bracket is dearer than the heavier", "food.expired", "versions.0.fine.brackets.0.yuan", "[50000,500000]", "non_monotone"},
    {"the heavier bracket starts below the lighter", "food.expired", "versions.0.fine.brackets.1.times", "[1,20]", "non_monotone"},
    {"the serious limb is cheaper", "food.permit-fraud", "versions.0.serious.fine.brackets.0.yuan", "[3000,200000]", "serious_lighter"},
    {"a row above the maximum of the law", "XX-liaoning", "benchmarks.0.bands.aggravated", "[80000,120000]", "above_the_maximum"},
    {"a row below the minimum of the law", "XX-liaoning", "benchmarks.0.bands.lenient", "[40000,60000]", "below_the_minimum"},
    {"ten to twelve times begin at nine", "XX-liaoning", "benchmarks.1.bands.lenient", "[9,12]", "below_the_minimum"},
    {"a row that does not reach the maximum", "XX-liaoning", "benchmarks.0.bands.aggravated", "[80000,95000]", "band_gap"},
    {"nothing between two bands", "XX-liaoning", "benchmarks.0.bands.normal", "[62000,80000]", "band_gap"},
    {"two bands on the same sums", "XX-liaoning", "benchmarks.0.bands.normal", "[55000,80000]", "band_overlap"},
    {"mitigation above the minimum", "XX-liaoning", "benchmarks.0.bands.mitigated", "[10000,51000]", "band_overlap"},
    {"sums where the law has multiples", "XX-liaoning", "benchmarks.0.when.goods_value", R"({"gte":20000})", "band_wrong_unit"},
    {"two rows on the same facts", "XX-liaoning", "benchmarks.1.when.goods_value", R"({"gte":5000})", "row_overlap"},
    {"a heavier row that is cheaper", "XX-liaoning", "benchmarks", R"([
        {"violation":"food.expired","when":{"goods_value":{"lt":5000}},"unit":"yuan","source":"x","mark":"P",
         "bands":{"lenient":[50000,60000],"normal":[60000,90000],"aggravated":[90000,100000]}},
        {"violation":"food.expired","when":{"goods_value":{"gte":5000,"lt":10000}},"unit":"yuan","source":"x","mark":"P",
         "bands":{"lenient":[50000,60000],"normal":[60000,70000],"aggravated":[70000,100000]}}])", "row_non_monotone"},
    {"shares that stop short", "XX-shanxi", "benchmarks.0.bands.aggravated", "[0.65,0.9]", "band_gap"},
    {"a row for facts nobody can have", "XX-liaoning", "benchmarks.1.when.goods_value", R"({"lt":5,"gt":10})", "row_fits_nothing"},
    {"a floor that is no floor", "XX-liaoning", "floor.ladder", R"([{"field":"food","yuan":60000}])", "floor_above_minimum"},
    {"a city wider than its province", "XX-liaoning-city", "floor.share", "0.1", "floor_wider_than_above"},
    {"a month between two editions", "XX-shanxi", "in_force", R"(["2023-01-01","2025-05-31"])", "days_without_edition"},
    {"an entry written twice", "CN", "lists.0.entries.1.item", R"("expired-food-retail")", "repeated_item"},
    {"a penalty within a year scores less than none", "XX-sichuan-chongqing", "dimensions.3.levels.0.points", "-20", "points_reverse"},
    // What cannot be read is refused at once, with file, row and reason.
    {"an unknown fact in a condition", "food.expired", "versions.0.fine.brackets.0.when", R"({"goods":{"lt":10000}})", "unreadable"},
    {"an unknown comparison", "food.expired", "versions.0.fine.brackets.0.when.goods_value", R"({"below":10000})", "unreadable"},
    {"an unknown code in a list", "CN", "lists.0.entries.0.findings", R"(["nice_person"])", "unreadable"},
    {"an unknown code in a row of force", "XX-liaoning-city", "forces.0.when", R"(["nice_person"])", "unreadable"},
    {"an unknown item in a list", "CN", "lists.0.entries.0.violation", R"("food.nothing")", "unreadable"},
    {"an unknown field in a row", "XX-shanxi", "benchmarks.0.field", R"("fod")", "unreadable"},
    {"a minimum above its maximum", "food.expired", "versions.0.fine.brackets.0.yuan", "[100000,50000]", "unreadable"},
    {"no source", "XX-liaoning", "benchmarks.0.source", "null", "unreadable"},
    {"a place above that does not exist", "XX-liaoning", "above", R"("XX-nowhere")", "unreadable"},
    {"a place above itself", "XX-northeast", "above", R"("XX-liaoning")", "unreadable"},
    {"a score that goes down", "XX-sichuan-chongqing", "points.places.0.share", "0.5", "unreadable"},
    {"shares that cross", "CN", "shares.lenient_to", "0.8", "unreadable"},
    {"editions with reversed days", "XX-liaoning-city", "in_force", R"(["2025-08-01","2024-01-01"])", "unreadable"},
};
// clang-format on

}  // namespace

TEST(Check, FindsNothingInTheCatalogue) {
    const CheckReport report = check(loaded());
    for (const CheckFault& fault : report.faults)
        ADD_FAILURE() << fault.violation << " " << fault.law << " " << fault.kind << " " << fault.detail
                      << " " << json::write(fault.witness);
    EXPECT_GT(report.fines, 350u);
    EXPECT_GT(report.points, report.fines);
    EXPECT_GT(report.comparisons, report.fines);
}

TEST(Check, CertifiesEveryItemAndEveryPlaceOnItsTexts) {
    const CheckReport report = check(loaded());
    ASSERT_EQ(report.items.size(), loaded().violations().size());
    ASSERT_EQ(report.places.size(), loaded().jurisdictions().size());
    for (std::size_t i = 0; i < report.items.size(); ++i) {
        const Certificate& certificate = report.items[i];
        EXPECT_EQ(certificate.id, loaded().violations()[i].id);
        EXPECT_EQ(certificate.texts.size(), loaded().violations()[i].versions.size());
        EXPECT_TRUE(certificate.is_clean) << certificate.id;
    }
    std::size_t jumps = 0;
    for (const Certificate& certificate : report.items) jumps += certificate.jumps.size();
    EXPECT_GE(jumps, loaded().jumps().size());
}

TEST(Check, FindsEverySeededFault) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const auto catalogue = Catalogue::from(with(row.id, row.path, json::parse(row.value).value()));
        if (std::string_view(row.kind) == "unreadable") {
            ASSERT_FALSE(catalogue.has_value());
            EXPECT_NE(catalogue.error().message.find(row.id), std::string::npos) << catalogue.error().message;
            EXPECT_NE(catalogue.error().message.find(".yaml"), std::string::npos)
                << catalogue.error().message;
            continue;
        }
        ASSERT_TRUE(catalogue.has_value()) << catalogue.error().message;
        const CheckReport report = check(*catalogue);
        const bool found = std::ranges::any_of(report.faults, [&](const CheckFault& fault) {
            return fault.kind == row.kind && fault.violation == row.id;
        });
        EXPECT_TRUE(found) << json::write(report.to_value()["faults"]);
    }
}

// A declared jump is an exception of the law, so one that is not there is a fault as well.
TEST(Check, FindsAJumpThatIsDeclaredAndNotThere) {
    Sources changed = sources();
    base::List jumps = changed.jumps.items();
    jumps.push_back(base::Object{
        {"violation", "food.expired"},
        {"fact",      "goods_value" },
        {"source",    "x"           }
    });
    changed.jumps = jumps;
    const CheckReport report = check(Catalogue::from(changed).value());
    ASSERT_EQ(report.faults.size(), 1u);
    EXPECT_EQ(report.faults.front().kind, "jump_not_found");
}

// Every fault is named at once, not the first alone.
TEST(Check, NamesAllFaultsOfALoadAtOnce) {
    Sources changed = with("CN", "lists.0.entries.0.findings", base::List{"nice_person"});
    for (auto& [file, row] : changed.jurisdictions)
        if (row.text("id") == "XX-liaoning") change(row, "benchmarks.0.source", {});
    for (auto& [file, list] : changed.violations)
        for (Value& row : *list.as_list())
            if (row.text("id") == "food.expired") change(row, "colour", "red");
    const auto catalogue = Catalogue::from(changed);
    ASSERT_FALSE(catalogue.has_value());
    for (const char* part :
         {"CN.yaml", "nice_person", "XX-liaoning.yaml", "source", "food.yaml food.expired", "colour"})
        EXPECT_NE(catalogue.error().message.find(part), std::string::npos) << part << "\n"
                                                                           << catalogue.error().message;
}

}  // namespace discretion
