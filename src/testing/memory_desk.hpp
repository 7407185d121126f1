#pragma once
#include <memory>

#include "alarms/watch.hpp"
#include "books/books.hpp"
#include "calendars/calendars.hpp"
#include "cases/shelf.hpp"
#include "demo/seed_case.hpp"
#include "session/sign_in.hpp"
#include "testing/memory_benchmarks.hpp"
#include "testing/memory_cases.hpp"
#include "testing/memory_fast_lists.hpp"
#include "testing/memory_office.hpp"

namespace testing_office {

// The header of a picture of one pixel, which is all that is read of it.
inline constexpr std::string_view tiny_picture(
    "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0", 29);

// The demonstration bureau at work without a database: the law as it is in the catalogue, the outside world
// in memory.
struct MemoryDesk {
    explicit MemoryDesk(const books::Books& books, demo::Organisation people) : law(books) {
        directory.organisation = std::move(people);
    }

    const books::Books& law;
    demo::SetClock clock;
    CountingRandom random;
    PlainHasher hasher;
    PlainPasswords passwords;
    MemoryIdentities identities;
    MemoryDirectory directory;
    MemoryProposals proposals;
    MemoryDocuments documents;
    MemoryCases cases{proposals, documents};
    NoQueries queries;
    MemoryDrafts drafts;
    MemoryEvidence evidence;
    MemoryBlobs blobs{hasher};
    NoRenderer renderer;
    NoBinder binder;
    MemoryBenchmarks benchmarks;
    MemoryDelegations delegations;
    GivenSpreadsheets spreadsheets;
    office::BenchmarksInForce benchmarks_in_force{benchmarks, law.discretion.facts()};
    MemoryFastLists fast_lists;
    office::FastTrackInForce fast_track{fast_lists, law.fast_track};
    cases::Shelf shelf;
    office::RulesInForce rules{law.rules};
    MemoryAlarms alarms;
    office::Office office{
        .ports = {.clock = clock,
                  .random = random,
                  .hasher = hasher,
                  .passwords = passwords,
                  .identities = identities,
                  .directory = directory,
                  .cases = cases,
                  .queries = queries,
                  .proposals = proposals,
                  .drafts = drafts,
                  .evidence = evidence,
                  .blobs = blobs,
                  .documents = documents,
                  .renderer = renderer,
                  .binder = binder,
                  .benchmarks = benchmarks,
                  .delegations = delegations,
                  .spreadsheets = spreadsheets},
        .rules = rules,
        .discretion = law.discretion,
        .templates = law.templates,
        .benchmarks = benchmarks_in_force,
        .fast_track = fast_track,
        .shelf = shelf,
        .pictures = law.pictures
    };

    alarms::Watch watch{office, alarms, law.alarms};
    NoHandOver hand_over;
    MemoryCalendars calendar_versions;
    calendars::Calendars calendars{office, rules, calendar_versions, law.holidays, {}};

    identity::Viewer viewer(std::string_view person) const { return *directory.organisation.viewer(person); }
};

}  // namespace testing_office
