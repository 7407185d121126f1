#include <fmt/format.h>

#include <map>
#include <string>

#include "demo/seed_case.hpp"
#include "pictures_embedded.hpp"
#include "synth/plan.hpp"
#include "synth/routes.hpp"

namespace synth {

base::Result<void> record_histories(const Making& making, Report& report) {
    const office::Office& real = making.opened.office();
    demo::SetClock clock;
    const office::Office office{.ports = ports::with_clock(real.ports, clock),
                                .rules = real.rules,
                                .discretion = real.discretion,
                                .templates = real.templates,
                                .benchmarks = real.benchmarks,
                                .fast_track = real.fast_track,
                                .shelf = real.shelf,
                                .pictures = real.pictures};
    const demo::Picture picture{.bytes = pictures::embedded("picture.png"), .name_ending = ".png"};
    procedure::Dice dice(making.settings.seed);
    Plan plan(making.book, making.settings.cases, real.today(), making.settings.days());
    const Teller teller(real.rules, making.book);
    const Bureau& bureau = making.land.bureaus.front();
    std::map<std::string, std::string> refused;
    for (std::size_t i = 0; i < making.settings.cases; ++i) {
        const Planned planned = plan.next(dice);
        const Station& station = bureau.stations[dice.below(bureau.stations.size())];
        const Stage stage{.place = bureau.place,
                          .cast = station.cast,
                          .from = planned.from,
                          .until = real.today().plus_days(-1)};
        const History history = TRY(teller.tell(*planned.path, stage, dice));
        if (history.file.acts().empty()) continue;
        const auto seeded =
            demo::seed_case(office, clock, making.organisation, scenario_of(history.file), picture);
        if (seeded)
            report.count(history);
        else
            refused.emplace(planned.path->id, seeded.error().field + " " + seeded.error().message);
    }
    if (refused.empty()) return {};
    std::string all;
    for (const auto& [path, why] : refused) all += fmt::format("路径 {}：{}\n", path, why);
    return base::fail("path_refused", all);
}

}  // namespace synth
