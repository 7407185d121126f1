#include "documents/bound.hpp"

#include <gtest/gtest.h>

#include "books/books.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/organisation.hpp"
#include "documents/pages.hpp"
#include "testing/memory_desk.hpp"

// What binding asks of the program that reads PDFs, and what it does where that program refuses.
namespace {

class CountingBinder final : public ports::PdfBinder {
  public:
    int asked = 0;
    std::string refuses;

    base::Result<int> pages(const std::filesystem::path& pdf) override {
        ++asked;
        if (pdf == "damaged") return base::fail("bad_pdf", "PDF 已损坏");
        if (pdf == "slow") return base::fail("too_slow", "没有读完");
        return 3;
    }
    base::Result<std::string> joined(const std::vector<std::filesystem::path>&) override {
        return std::string();
    }
    base::Result<void> numbered(const std::filesystem::path&, int, const std::filesystem::path&) override {
        if (!refuses.empty()) return base::fail(refuses, "不能编页");
        return {};
    }
};

const books::Books& known() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

struct Bound : testing::Test {
    testing_office::MemoryDesk desk{
        known(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    CountingBinder binder;
    const ports::Ports& given = desk.office.ports;
    office::Office office{
        .ports = {.clock = given.clock,
                  .random = given.random,
                  .hasher = given.hasher,
                  .passwords = given.passwords,
                  .identities = given.identities,
                  .directory = given.directory,
                  .cases = given.cases,
                  .queries = given.queries,
                  .proposals = given.proposals,
                  .drafts = given.drafts,
                  .evidence = given.evidence,
                  .blobs = given.blobs,
                  .documents = given.documents,
                  .renderer = given.renderer,
                  .binder = binder,
                  .benchmarks = given.benchmarks,
                  .delegations = given.delegations,
                  .spreadsheets = given.spreadsheets},
        .rules = desk.office.rules,
        .discretion = desk.office.discretion,
        .templates = desk.office.templates,
        .benchmarks = desk.office.benchmarks,
        .fast_track = desk.office.fast_track,
        .shelf = desk.office.shelf,
        .pictures = desk.office.pictures
    };
};

ports::Evidence evidence(const char* type, const char* sm3) {
    ports::Evidence made;
    made.type = type;
    made.sm3 = sm3;
    return made;
}

}  // namespace

TEST_F(Bound, EachFileIsCountedOnce) {
    const auto pages = documents::pages_in(office);
    for (int part = 0; part < 6; ++part) {
        EXPECT_EQ(pages.evidence(evidence("application/pdf", "one")), 3);
        EXPECT_EQ(pages.evidence(evidence("application/pdf", "other")), 3);
        EXPECT_EQ(pages.evidence(evidence("application/pdf", "damaged")), 0);
        EXPECT_EQ(pages.evidence(evidence("image/png", "one")), 0);
    }
    EXPECT_EQ(binder.asked, 3) << "a program is run for every question";
}

TEST_F(Bound, WhatWasCountedIsNeverOpenedAgain) {
    ports::Evidence kept = evidence("application/pdf", "one");
    kept.id = "e1";
    desk.evidence.rows[kept.id] = kept;
    EXPECT_EQ(documents::pages_in(office).evidence(kept), 3);
    const ports::Evidence stored = desk.evidence.rows["e1"];
    ASSERT_TRUE(stored.counted) << "kept on the first need";
    EXPECT_EQ(documents::pages_in(office).evidence(stored), 3);
    EXPECT_EQ(binder.asked, 1);
}

TEST_F(Bound, TheNightCountsTheRestAndTellsBrokenFromNotNow) {
    for (const char* name : {"one", "damaged", "slow"}) {
        ports::Evidence kept = evidence("application/pdf", name);
        kept.id = name;
        desk.evidence.rows[kept.id] = kept;
    }
    EXPECT_EQ(documents::count_the_rest(office, [] { return true; }), 2);
    EXPECT_EQ(desk.evidence.rows["damaged"].counted->failure, "bad_pdf");
    EXPECT_FALSE(documents::notice_of(*desk.evidence.rows["damaged"].counted).empty());
    EXPECT_FALSE(desk.evidence.rows["slow"].counted) << "asked for again another night";
    EXPECT_EQ(binder.asked, 3);
}

TEST_F(Bound, EvidenceThatCannotBeNumberedIsBoundAsItIs) {
    const struct {
        const char *why, *refuses, *bound;
    } table[] = {
        {"it can",                     "",               "copy"    },
        {"under a passphrase",         "encrypted",      "original"},
        {"damaged",                    "bad_pdf",        "original"},
        {"no room on the disk",        "storage_error",  ""        },
        {"the program is not present", "internal_error", ""        },
    };
    for (const auto& row : table) {
        binder.refuses = row.refuses;
        const auto bound = documents::bound_evidence(office, "original", 7, "copy");
        EXPECT_EQ(bound ? bound->string() : "", row.bound) << row.why;
    }
}
