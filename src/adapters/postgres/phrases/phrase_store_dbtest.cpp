#include "postgres/phrases/phrase_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

postgres::PhraseStore store() {
    return postgres::PhraseStore(bureau().database->app());
}

ports::Phrase phrase(std::string maker, std::string node, std::string agency = "990101") {
    return {.id = fresh_id(),
            .agency = std::move(agency),
            .node = std::move(node),
            .title = "从轻理由",
            .words = "【当事人】积极配合调查。",
            .made_by = std::move(maker),
            .made_by_name = "甲",
            .made_at = base::Instant::at(day(2026, 3, 2), 9),
            .edited_by_name = "甲",
            .edited_at = base::Instant::at(day(2026, 3, 2), 9)};
}

bool sees(const identity::Viewer& viewer, const std::string& id) {
    for (const auto& each : must(store().list(viewer)))
        if (each.id == id) return true;
    return false;
}

identity::Viewer head() {
    return viewer("qin", "s-donghu", "990101", {"UNIT_HEAD"});
}
identity::Viewer nanqiao() {
    return viewer("he", "d990101", "990101", {"HANDLER"});  // another node of the same agency
}

}  // namespace

TEST(PhraseStore, AUnitSeesItsOwnAndItsAgencys) {
    const auto of_unit = phrase("zhou", "s-donghu"), of_agency = phrase("lu", "");
    must(store().create(zhou(), of_unit));
    must(store().create(lu(), of_agency));
    const struct {
        const char* why;
        identity::Viewer who;
        bool unit, agency;
    } table[] = {
        {"who made it",                          zhou(),    true,  true },
        {"a colleague of the unit",              he(),      true,  true },
        {"another unit of the agency",           nanqiao(), false, true },
        {"the leader, whose unit is the bureau", lu(),      false, true },
        {"another district",                     ma(),      false, false},
        {"the supervisor of the city",           qin(),     false, false},
    };
    for (const auto& row : table) {
        EXPECT_EQ(sees(row.who, of_unit.id), row.unit) << row.why;
        EXPECT_EQ(sees(row.who, of_agency.id), row.agency) << row.why;
        EXPECT_EQ(store().load(row.who, of_unit.id).has_value(), row.unit) << row.why;
    }
}

TEST(PhraseStore, TheDatabaseGuardsWhoWrites) {
    const struct {
        const char* why;
        identity::Viewer who;
        std::string maker, node, agency;
        bool writes;
    } table[] = {
        {"a handler in his unit", zhou(), "zhou", "s-donghu", "990101", true},
        {"in another's name", zhou(), "he", "s-donghu", "990101", false},
        {"in another unit", zhou(), "zhou", "d990101", "990101", false},
        {"for the whole agency", zhou(), "zhou", "", "990101", false},
        {"a leader for the agency", lu(), "lu", "", "990101", true},
        {"a leader for another agency", lu(), "lu", "", "990102", false},
        {"an intake clerk", viewer("he", "s-donghu", "990101", {"INTAKE"}), "he", "s-donghu", "990101",
         false},
        {"nobody's role", viewer("he", "s-donghu", "990101", {}), "he", "s-donghu", "990101", false},
    };
    for (const auto& row : table)
        EXPECT_EQ(store().create(row.who, phrase(row.maker, row.node, row.agency)).has_value(), row.writes)
            << row.why;
}

TEST(PhraseStore, IsChangedByWhoMadeItAndByTheHeadAndRetiredOnce) {
    auto made = phrase("zhou", "s-donghu");
    must(store().create(zhou(), made));
    made.words = "改";
    EXPECT_EQ(store().save(he(), made).error().code, "not_permitted");
    must(store().save(zhou(), made));
    EXPECT_EQ(store().save(zhou(), made).error().code, "version_conflict") << "what he saw was older";
    made.lock = 2;
    must(store().save(head(), made));
    EXPECT_FALSE(must(store().load(he(), made.id)).may_keep);
    EXPECT_TRUE(must(store().load(head(), made.id)).may_keep);
    made.lock = 3;
    made.retired_at = base::Instant::at(day(2026, 3, 3), 9);
    must(store().save(head(), made));
    made.lock = 4;
    EXPECT_EQ(store().save(head(), made).error().code, "already_ended");
    EXPECT_TRUE(sees(he(), made.id)) << "kept";
}
