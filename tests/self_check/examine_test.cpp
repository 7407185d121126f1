#include "self_check/examine.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "cases/project.hpp"
#include "synth/stories.hpp"

using namespace std::chrono_literals;

namespace {

constexpr base::Date begin(2025y / 3 / 3);

struct World : synth_test::Stories {
    // A case as it would lie in the store on that day, after as much of its path as had happened by then.
    ports::StoredCase stored(const synth::Path& path, base::Date today) const {
        procedure::Dice dice(5);
        const auto told = synth::Teller(rules, book).tell(path, {place, cast, begin, today}, dice);
        EXPECT_TRUE(told) << (told ? "" : told.error().message);
        ports::StoredCase stored;
        stored.record.no = "990101-2025-000001";
        stored.record.matter = told->begun;
        for (const auto& act : told->file.acts())
            stored.record.acts.push_back(
                {.act = act, .signatures = {}, .attachments = {}, .prev_hash = {}, .hash = {}});
        stored.shown = cases::project(told->file, today, stored.record.acts);
        return stored;
    }
};

const World& world() {
    static const World one;
    return one;
}

std::string kinds(const std::vector<ports::Finding>& findings) {
    std::string all;
    for (const auto& finding : findings) all += finding.kind + " ";
    return all;
}

}  // namespace

// 每个状态都有合法的出路: wherever a lawful history stands, somebody can go on or it is over.
TEST(SelfCheck, FindsNothingInLawfulHistoriesOnAnyDay) {
    for (const auto& path : world().book.paths)
        for (const int days : {1, 20, 60, 150, 400}) {
            const auto today = begin.plus_days(days);
            const auto found = self_check::examine(world().stored(path, today), world().rules, today);
            EXPECT_EQ(kinds(found), "")
                << path.id << " after " << days << " days" << (found.empty() ? "" : ": " + found.front().detail);
        }
}

TEST(SelfCheck, FindsWhatWasSpoiled) {
    struct Row {
        const char* why;
        const char* path;
        int days;
        std::function<void(ports::StoredCase&)> spoil;
        const char* kind;
    };
    const Row table[] = {
        {"another state in the list",               "ordinary", 30,  [](auto& it) { it.shown.state = "ARCHIVED"; },
         "projection "                                                                                                                  },
        {"a task is gone",                          "ordinary", 30,  [](auto& it) { it.shown.tasks.pop_back(); },    "projection "      },
        {"a clock is gone",                         "ordinary", 30,  [](auto& it) { it.shown.clocks.pop_back(); },   "projection "      },
        {"an act is gone",                          "ordinary", 30,  [](auto& it) { it.record.acts.pop_back(); },    "projection "      },
        {"an act that cannot be read",              "ordinary", 30,  [](auto& it) { it.unreadable = "第2项"; },
         "unreadable "                                                                                                                  },
        {"an act of a kind nobody knows",           "ordinary", 30,
         [](auto& it) { it.record.acts.back().act.type = "vanish"; },                                                "unreadable "      },
        {"a proposal still waits in a closed case", "ordinary", 400,
         [](auto& it) { it.proposals_waiting = 1; },                                                                 "closed_with_open "},
        {"a proposal waits for nobody",             "ordinary", 30,  [](auto& it) { it.waits_for_nobody = "立案"; },
         "stuck "                                                                                                                       },
    };
    for (const Row& row : table) {
        auto stored = world().stored(*world().book.find(row.path), begin.plus_days(row.days));
        row.spoil(stored);
        const auto found = self_check::examine(stored, world().rules, begin.plus_days(row.days));
        EXPECT_EQ(kinds(found), row.kind) << row.why;
        for (const auto& finding : found) EXPECT_EQ(finding.case_no, "990101-2025-000001");
    }
}

// 公示规定 第九条: the decision waits to be published and nobody can; that much else is open hides nothing.
TEST(SelfCheck, FindsAClockThatNothingLeadsTo) {
    base::Value acts = world().files.load("procedure/acts.yaml").value();
    for (base::Value& act : *acts.as_object()->find("acts")->as_list())
        if (act.text("id") == "publish") act.as_object()->set("open", base::List{"ARCHIVED"});
    const auto load = [](const char* file) { return world().files.load(file).value(); };
    const auto editions = procedure::Editions::from({.acts = acts,
                                                     .papers = load("procedure/papers.yaml"),
                                                     .states = load("procedure/states.yaml"),
                                                     .refusals = load("procedure/refusals.yaml"),
                                                     .documents = load("procedure/documents.yaml")});
    ASSERT_TRUE(editions) << editions.error().message;
    procedure::Rules broken = world().rules;
    broken.editions = *editions;
    broken.table = editions->latest();
    const auto& path = *world().book.find("ordinary");
    bool seen = false;
    for (int days = 20; days < 160 && !seen; ++days) {
        const auto today = begin.plus_days(days);
        const auto stored = world().stored(path, today);
        seen = std::ranges::any_of(stored.shown.clocks, [](const auto& clock) {
            return clock.code == "PUBLISH_DOUBLE" && clock.status == "running";
        });
        if (!seen) continue;
        EXPECT_EQ(kinds(self_check::examine(stored, world().rules, today)), "");
        EXPECT_NE(kinds(self_check::examine(stored, broken, today)).find("clock_without_task"),
                  std::string::npos);
    }
    EXPECT_TRUE(seen);
}

TEST(SelfCheck, SaysWhenAListStoodStill) {
    const auto& path = *world().book.find("ordinary");
    const auto then = begin.plus_days(30);
    const auto stored = world().stored(path, then);
    const auto found = self_check::examine(stored, world().rules, then.plus_days(1));
    EXPECT_EQ(kinds(found), "stale ");
}
