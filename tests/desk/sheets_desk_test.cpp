#include <gtest/gtest.h>

#include "catalogue/catalogue.hpp"
#include "documents/print.hpp"
#include "testing/memory_desk.hpp"

// On which sheets a recorded paper is printed, by the form of its agency and its day.
namespace {

using base::List;
using base::Object;
using base::Value;
using document::Sheet;

const books::Books& known() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

document::Library forms() {
    const Value national = Object{
        {"id",     "order"     },
        {"title",  "通知书"    },
        {"style",  "letter"    },
        {"sheets", List{"a5"}  },
        {"blocks", List{"全国"}}
    };
    const Value local = Object{
        {"id",     "order"           },
        {"title",  "通知书"          },
        {"style",  "letter"          },
        {"place",  "990101"          },
        {"sheets", List{"a5", "roll"}},
        {"blocks", List{"本地"}      }
    };
    auto made = document::Library::from(
        {
            national, local
    },
        Object{{"facts", Object{{"agency", true}}}});
    if (!made) throw std::runtime_error(made.error().message);
    return std::move(*made);
}

struct Sheets : testing::Test {
    testing_office::MemoryDesk desk{
        known(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    const document::Library own = forms();
    office::Office office{.ports = desk.office.ports,
                          .rules = desk.office.rules,
                          .discretion = desk.office.discretion,
                          .templates = own,
                          .benchmarks = desk.office.benchmarks,
                          .fast_track = desk.office.fast_track,
                          .shelf = desk.office.shelf,
                          .pictures = desk.office.pictures};
    identity::Viewer viewer = desk.viewer("zhou-min");

    // The agency prints its credit code, which is no place.
    ports::DocumentRow paper_of(std::string agency) {
        ports::DocumentRow row;
        row.id = "0123456789abcdef";
        row.agency = std::move(agency);
        row.document = "order";
        row.title = "通知书";
        row.made_at = *base::Instant::parse("2026-11-16T09:00:00+08:00");
        row.facts = Object{
            {"agency", Object{{"name", "某局"}, {"code", "11990101MB0000001D"}}}
        };
        desk.documents.rows = {row};
        return row;
    }
};

TEST_F(Sheets, AreThoseOfTheFormOfThePlace) {
    struct Row {
        const char* why;
        const char* agency;
        std::vector<Sheet> sheets;
        const char* words;
    };
    const Row table[] = {
        {"the national form",      "990102", {Sheet::a5},              "全国"},
        {"the form of the agency", "990101", {Sheet::a5, Sheet::roll}, "本地"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const ports::DocumentRow paper = paper_of(row.agency);
        EXPECT_EQ(documents::sheets(office, paper), row.sheets);
        const auto words = documents::text(office, viewer, paper.id);
        ASSERT_TRUE(words) << words.error().message;
        EXPECT_TRUE(words->contains(row.words)) << *words;
    }
}

TEST_F(Sheets, AreRefusedWhereTheFormHasNoLayoutForThem) {
    struct Row {
        const char* why;
        Sheet sheet;
        bool printed;
    };
    const Row table[] = {
        {"every form is printed on A4", Sheet::a4,   true },
        {"a sheet the form names",      Sheet::a5,   true },
        {"one it does not name",        Sheet::roll, false},
    };
    const ports::DocumentRow paper = paper_of("990102");
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto made = documents::copy(office, viewer, paper.id, row.sheet);
        EXPECT_EQ(made.has_value(), row.printed);
        if (row.printed) continue;
        EXPECT_EQ(made.error().code, "bad_parameter");
        EXPECT_EQ(made.error().field, "sheet");
        EXPECT_TRUE(made.error().message.contains("《通知书》只用A4、A5印制，没有80毫米卷纸的版式"))
            << made.error().message;
    }
}

}  // namespace
