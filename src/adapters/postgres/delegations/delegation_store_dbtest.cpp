#include "postgres/delegations/delegation_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

postgres::DelegationStore store() {
    return postgres::DelegationStore(bureau().database->app());
}

ports::Delegation grant(std::string person, base::Date from, base::Date until) {
    return {.id = fresh_id(),
            .agency = "990101",
            .principal = "lu",
            .principal_name = "陆平",
            .person = std::move(person),
            .person_name = "何峰",
            .role = "LEADER",
            .from = from,
            .until = until,
            .paper = "东市监授〔2026〕1号",
            .recorded_by = "lu",
            .recorded_by_name = "陆平",
            .recorded_at = base::Instant::at(from, 9)};
}

std::vector<casefile::Delegation> held(base::Date on, std::string_view person) {
    postgres::Directory directory(bureau().database->app(), bureau().database->owner());
    for (const auto& staff : must(directory.staff(lu(), on)))
        if (staff.id == person) return staff.delegations;
    return {};
}

std::string code_of(const base::Result<void>& result) {
    return result ? "" : result.error().code;
}

}  // namespace

TEST(DelegationStore, TheDirectoryHasTheGrantsOfEveryDay) {
    auto grants = store();
    auto made = grant("he", day(2026, 3, 1), day(2026, 3, 31));
    must(grants.create(lu(), made));
    ASSERT_EQ(held(day(2026, 6, 1), "he").size(), 1u) << "an act of March is judged by the grants of March";
    EXPECT_EQ(held(day(2026, 3, 5), "he").front().until, day(2026, 3, 31));
    EXPECT_EQ(held(day(2026, 3, 5), "he").front().paper, made.paper);
    EXPECT_TRUE(held(day(2026, 3, 5), "zhou").empty());

    made.ended_at = base::Instant::at(day(2026, 3, 10), 16);
    made.ended_by = "lu";
    must(grants.end(lu(), made));
    EXPECT_EQ(held(day(2026, 3, 5), "he").front().until, day(2026, 3, 10));
    EXPECT_EQ(code_of(grants.end(lu(), made)), "append_only");
}

TEST(DelegationStore, TheDatabaseGuardsWhoWrites) {
    auto grants = store();
    const auto made = grant("he", day(2026, 4, 1), day(2026, 4, 2));
    const struct {
        const char* why;
        identity::Viewer who;
        bool writes;
    } table[] = {
        {"a handler", zhou(), false},
        {"a leader of another district", viewer("ma", "d990102", "990102", {"LEADER"}), false},
        {"the supervisor of the city", qin(), false},
        {"who would be given the power", viewer("he", "d990101", "990101", {"LEADER"}), false},
        {"the leader", lu(), true},
    };
    for (const auto& row : table) {
        auto by = made;
        by.id = fresh_id();
        by.recorded_by = row.who.person;
        EXPECT_EQ(grants.create(row.who, by).has_value(), row.writes) << row.why;
    }
    auto given = must(grants.load(lu(), must(grants.list(lu())).front().id));
    EXPECT_TRUE(must(grants.list(ma())).empty());
    EXPECT_FALSE(grants.load(ma(), given.id));
    given.ended_at = base::Instant::at(day(2026, 4, 2), 8);
    given.ended_by = "zhou";
    EXPECT_FALSE(grants.end(zhou(), given)) << "not his";
    given.ended_by = "he";
    EXPECT_TRUE(grants.end(he(), given)) << "who holds it may give it back";
}
