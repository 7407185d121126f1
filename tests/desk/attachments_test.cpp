#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"

namespace {

const books::Books& the_law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message + " " + books.error().field);
    return **books;
}

base::Value milk() {
    std::ifstream file(ZHIHENG_SOURCE_DIR "/tests/scenario/milk_2024.json");
    return *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace

// A file exchanged together with its row would pass unseen, were its hash not in the act that names it.
TEST(Attachments, EveryFileAnActNamesStandsInItWithItsHash) {
    const auto people = *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"));
    testing_office::MemoryDesk desk(the_law(), people);
    const auto no = demo::seed_case(desk.office, desk.clock, people, milk(),
                                    {.bytes = testing_office::tiny_picture, .name_ending = ".png"});
    ASSERT_TRUE(no) << no.error().message;
    const auto record = desk.cases.load(desk.viewer("zhou-min"), *no);
    ASSERT_TRUE(record);
    std::size_t files = 0;
    for (const auto& recorded : record->acts) {
        const auto media = recorded.act.data.list("media");
        files += media.size();
        for (const auto& id : media) {
            const auto held = std::ranges::find(recorded.attachments, *id.as_string(),
                                                &ports::Attachment::evidence_id);
            ASSERT_NE(held, recorded.attachments.end()) << recorded.act.type;
            EXPECT_FALSE(held->sm3.empty());
        }
    }
    EXPECT_GT(files, 5U);
}
