#include "cases/duties.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "alarms/table.hpp"
#include "cases/project.hpp"
#include "synth/stories.hpp"

using namespace std::chrono_literals;

namespace {

constexpr base::Date begin(2025y / 3 / 3), end(2026y / 12 / 1);

struct World : synth_test::Stories {
    procedure::Case told(const synth::Path& path) const {
        procedure::Dice dice(5);
        auto told = synth::Teller(rules, book).tell(path, {place, cast, begin, end}, dice);
        EXPECT_TRUE(told) << (told ? "" : told.error().message);
        return std::move(told->file);
    }
};

const World& world() {
    static const World one;
    return one;
}

base::Instant end_of(base::Date day) {
    return base::Instant::at(day, 23, 59);
}

std::vector<ports::TaskRow> duties_on(const procedure::Case& file, base::Date day) {
    return cases::duties(file, end_of(day), file.clocks(day, clocks::Detail::brief));
}

bool is_handler(const procedure::Case& file, const ports::TaskRow& row) {
    const auto handlers = file.handlers();
    return std::ranges::find(handlers, row.whose) != handlers.end();
}

bool is_named(const procedure::Case& file, const ports::TaskRow& row) {
    return is_handler(file, row) || row.whose == file.state().hearing.host;
}

// Calls visit after each act of a lawful history, and says whether it was the last of its day.
template <class Visit>
void walk_acts(Visit visit) {
    for (const auto& path : world().book.paths) {
        const auto whole = world().told(path);
        procedure::Case file(world().rules, whole.matter());
        const auto& acts = whole.acts();
        for (std::size_t i = 0; i < acts.size(); ++i) {
            if (!file.restore(acts[i])) break;
            const bool last_of_day = i + 1 == acts.size() || acts[i + 1].at.date() != acts[i].at.date();
            visit(path.id, file, acts[i].at, last_of_day);
        }
    }
}

// Calls visit with the case as it stood in the evening of each day of a lawful history.
template <class Visit>
void walk(Visit visit) {
    walk_acts([&](const std::string& path, const procedure::Case& file, base::Instant at, bool last_of_day) {
        if (last_of_day) visit(path, file, at.date());
    });
}

std::string whose(const procedure::Case& file, const ports::TaskRow& row) {
    if (is_handler(file, row)) return "its handler";
    return row.whose == file.state().hearing.host ? "its host" : row.whose;
}

}  // namespace

// A duty is an act that is open, and it names a role that the table gives the act to.
TEST(Duties, AreOpenAndFallToSomebody) {
    walk([](const std::string& path, const procedure::Case& file, base::Date day) {
        std::set<std::string> open;
        for (const auto& act : file.open_acts(end_of(day))) open.insert(act.act);
        for (const auto& row : duties_on(file, day)) {
            SCOPED_TRACE(path + " " + day.str() + " " + row.act);
            EXPECT_TRUE(open.contains(row.act));
            EXPECT_EQ(row.status == "due", !row.whose.empty());
            if (row.status != "due") continue;
            EXPECT_TRUE(is_named(file, row) || file.table(day).knows_role(row.whose));
        }
    });
}

// Who works in the agency changes from day to day; the rows are rebuilt from the acts without knowing them.
TEST(Duties, RestOnTheActsAlone) {
    walk([](const std::string& path, const procedure::Case& file, base::Date day) {
        casefile::Matter nobody = file.matter();
        nobody.staff.clear();
        procedure::Case bare(world().rules, std::move(nobody));
        for (const auto& act : file.acts()) ASSERT_TRUE(bare.restore(act));
        EXPECT_EQ(duties_on(bare, day), duties_on(file, day)) << path << " " << day.str();
    });
}

TEST(Duties, ReachEveryOffice) {
    std::set<std::string> seen;
    walk_acts([&](const std::string&, const procedure::Case& file, base::Instant at, bool) {
        for (const auto& row : cases::duties(file, at, file.clocks(at.date(), clocks::Detail::brief)))
            seen.insert(row.act + " " + whose(file, row));
    });
    for (const char* wanted :
         {"review REVIEWER", "review LEGAL", "publish CREDIT", "pay FINANCE", "archive ARCHIVIST",
          "serve SERVER", "serve its handler", "name_host LEADER", "fix_hearing its host",
          "report_hearing its host", "panel_discuss CHIEF", "send_review its handler", "decide its handler",
          "close its handler", "approve_urgent LEADER", "start_check HANDLER"})
        EXPECT_TRUE(seen.contains(wanted)) << wanted;
}

// An alarm of the time for the decision leads to the next step in whatever state the case is, unless it is
// the party's turn or the time stands still.
TEST(Duties, AlarmsOfTheDecisionLeadOn) {
    const auto table = alarms::Table::from(world().files.load("procedure/alarms.yaml").value(),
                                           world().rules.table, world().rules.clocks)
                           .value();
    const auto& cures = table.cures.at("CASE_DECIDE");
    walk([&](const std::string& path, const procedure::Case& file, base::Date day) {
        const auto clocks = file.clocks(day, clocks::Detail::brief);
        const auto* decide = clocks::find(clocks, "CASE_DECIDE");
        if (decide == nullptr || decide->status != clocks::Status::running) return;
        for (const char* others : {"ANSWER", "HEAR_REQ", "PUBLIC_NOTICE"})
            if (const auto* waits = clocks::find(clocks, others); waits != nullptr && waits->is_open())
                return;
        const auto rows = duties_on(file, day);
        EXPECT_TRUE(std::ranges::any_of(rows,
                                        [&](const auto& row) {
                                            return std::ranges::find(cures, row.act) != cures.end() &&
                                                   !table.is_too_late("CASE_DECIDE", row.act);
                                        }))
            << path << " " << day.str();
    });
}

TEST(Duties, SayUntilWhen) {
    walk([](const std::string& path, const procedure::Case& file, base::Date day) {
        for (const auto& row : duties_on(file, day))
            if (row.act == "review") {
                EXPECT_TRUE(row.due) << path << " " << day.str();
                EXPECT_FALSE(row.because.empty());
            }
    });
}

TEST(Duties, OneLeavesWhenItIsDone) {
    walk([](const std::string& path, const procedure::Case& file, base::Date day) {
        if (file.main_state(end_of(day)) != procedure::MainState::archived) return;
        for (const auto& row : duties_on(file, day))
            EXPECT_NE(row.act, "archive") << path << " " << day.str();
    });
}

TEST(DutyRoles, OfficersOfAStationServeTheirOwnPapers) {
    const identity::Viewer officer{
        .person = "a", .name = "", .node = "", .agency = "", .roles = {"HANDLER", "SERVER"}
    };
    EXPECT_EQ(cases::duty_roles(officer), (std::vector<std::string>{"HANDLER", "a"}));
    const identity::Viewer clerk{.person = "b", .name = "", .node = "", .agency = "", .roles = {"SERVER"}};
    EXPECT_EQ(cases::duty_roles(clerk), (std::vector<std::string>{"SERVER", "b"}));
}
