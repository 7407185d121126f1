#include <sys/resource.h>

#include <chrono>

#include "broken.hpp"

// A file nobody would write by hand: it is answered in a time one can wait for and in a memory one has.
namespace {

using base::List;
using base::Object;
using base::Value;

constexpr int acts_many = 100'000;

long peak_memory_kib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// A filed case with a hundred thousand entries; every thousandth is an interview, the others are notes.
Value many(int acts) {
    Value scenario = given::scenario("handbook_6_1");
    Object& members = *scenario.as_object();
    members.erase("expect");
    List& list = *members.find("acts")->as_list();
    const Value interview = list.at(6);
    list.resize(7);
    const auto begin = given::instant("2026-03-10T12:00:00+08:00");
    while (std::cmp_less(list.size(), acts)) {
        const auto n = static_cast<int>(list.size());
        Value act = Object{
            {"act",  "note"                      },
            {"by",   List{"a"}                   },
            {"data", Object{{"text", "工作记录"}}}
        };
        if (n % 1000 == 0) act = interview;
        act.as_object()->set("at", begin.plus_hours(n / 2000).str());
        list.push_back(std::move(act));
    }
    return scenario;
}

TEST(ManyActs, AHundredThousandAreAnswered) {
    const auto begun = std::chrono::steady_clock::now();
    const auto before = peak_memory_kib();
    const auto answer = given::replay(many(acts_many));
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    std::printf("%d acts in %.1f s, %ld MiB more\n", acts_many, seconds, (peak_memory_kib() - before) / 1024);
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->list("acts").size(), static_cast<std::size_t>(acts_many));
    for (const auto& act : answer->list("acts")) ASSERT_TRUE(act.truth("accepted")) << json::write(act);
    EXPECT_EQ(answer->text("state"), "INVESTIGATING");
    EXPECT_LT(seconds, 60);
    EXPECT_LT(peak_memory_kib() - before, 2L * 1024 * 1024);
}

// One wrong act among them is named by its place.
TEST(ManyActs, TheOneThatIsWrongIsNamed) {
    Value scenario = many(2'000);
    scenario.as_object()->find("acts")->as_list()->back().as_object()->set("act", "dream");
    const auto answer = given::replay(scenario);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().field, "acts.1999.act");
}

}  // namespace
