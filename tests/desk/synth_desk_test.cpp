#include <gtest/gtest.h>

#include <algorithm>

#include "cases/load_case.hpp"
#include "catalogue/catalogue.hpp"
#include "synth/teller.hpp"
#include "testing/memory_desk.hpp"

using namespace std::chrono_literals;

namespace {

constexpr base::Date begin(2025y / 3 / 3), far_off(2027y / 12 / 31);

struct Told {
    std::string no;
    synth::History history;
};

struct World {
    catalogue::Files files;
    std::unique_ptr<books::Books> law = books::load_books(files).value();
    synth::Book book =
        synth::Book::from(files.load("synth/acts.yaml").value(), files.load("synth/paths.yaml").value())
            .value();
    testing_office::MemoryDesk desk{
        *law, demo::Organisation::from(files.load("demo/organisation.yaml").value()).value()};
    casefile::Matter place = {.agency = "990101", .parties = {}, .staff = staff()};
    synth::Cast cast = synth::Cast::of(place.staff, "s-donghu").value();

    std::vector<casefile::Staff> staff() const {
        std::vector<casefile::Staff> all;
        const auto& organisation = desk.directory.organisation;
        for (const auto& person : organisation.people) {
            const auto& post = person.posts.front();
            if (std::ranges::find(organisation.nodes, post.node, &ports::NodeRow::id)->region != "990101")
                continue;
            all.push_back({.id = person.id,
                           .name = person.name,
                           .roles = post.roles,
                           .unit = post.node,
                           .certificate = person.certificate});
        }
        return all;
    }

    base::Result<Told> record(const synth::Path& path) {
        procedure::Dice dice(11);
        auto history = TRY(synth::Teller(law->rules, book).tell(path, {place, cast, begin, far_off}, dice));
        auto no = TRY(demo::seed_case(desk.office, desk.clock, desk.directory.organisation,
                                      synth::scenario_of(history.file),
                                      {.bytes = testing_office::tiny_picture, .name_ending = ".png"}));
        return Told{std::move(no), std::move(history)};
    }
};

}  // namespace

// What the paths say is not only lawful: officers can enter it with all papers and signatures it asks for.
TEST(SynthDesk, EveryPathIsRecordedThroughTheUseCasesToItsEnd) {
    World world;
    ASSERT_GE(world.book.paths.size(), 38U);
    for (const auto& path : world.book.paths) {
        const auto told = world.record(path);
        EXPECT_TRUE(told) << path.id << ": " << told.error().field << " " << told.error().message;
        if (!told) continue;
        EXPECT_TRUE(told->history.complete) << path.id;
        const auto record = world.desk.cases.load(world.desk.viewer("zhou-min"), told->no);
        ASSERT_TRUE(record) << path.id;
        EXPECT_EQ(record->acts.size(), told->history.file.acts().size()) << path.id;
    }
}
