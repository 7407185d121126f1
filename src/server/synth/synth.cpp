#include "synth/synth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "catalogue/catalogue.hpp"
#include "json/json.hpp"
#include "synth/routes.hpp"

namespace synth {

namespace {

base::Result<void> put_people(installation::Installation& opened, const demo::Organisation& organisation,
                              const Land& land) {
    const auto& ports = opened.office().ports;
    const std::string hash = TRY(ports.passwords.hash(organisation.password));
    if (TRY(ports.directory.empty())) {
        TRY(ports.directory.put(organisation.nodes, organisation.people));
        for (const auto& account : organisation.accounts)
            TRY(ports.identities.put_account(account.person, account.account, hash, false));
    }
    if (land.people.empty()) return {};
    TRY(ports.directory.put(land.nodes, land.people));
    for (const auto& account : land.accounts)
        TRY(ports.identities.put_account(account.person, account.account, hash, false));
    return {};
}

base::Result<base::Value> make(const Settings& settings) {
    const catalogue::Files files;
    const base::Value acts = TRY(files.load("synth/acts.yaml"));
    const base::Value paths = TRY(files.load("synth/paths.yaml"));
    const Book book = TRY(Book::from(acts, paths));
    const base::Value people = TRY(files.load("demo/organisation.yaml"));
    const auto organisation = TRY(demo::Organisation::from(people));
    const Land land = TRY(land_of(organisation, settings.bureaus, book.words));
    installation::Place place;
    place.data = settings.data;
    const auto opened = TRY(installation::Installation::open(place));
    TRY(put_people(*opened, organisation, land));
    const Making making{
        .settings = settings, .book = book, .organisation = organisation, .land = land, .opened = *opened};
    Report report;
    TRY(settings.copy ? copy_histories(making, report) : record_histories(making, report));
    return report.to_value(book);
}

}  // namespace

int run(std::span<const std::string> arguments) {
    if (std::ranges::find(arguments, "--help") != arguments.end()) {
        fmt::print("{}", usage);
        return 0;
    }
    const auto settings = Settings::from(arguments);
    const auto made = settings ? make(*settings) : base::Result<base::Value>(base::fail(settings.error()));
    if (!made) {
        fmt::print(stderr, "{}\n", made.error().message);
        return 2;
    }
    fmt::print("{}", json::write_pretty(*made));
    return (*made)["sample"].list("differences").empty() ? 0 : 1;
}

}  // namespace synth
