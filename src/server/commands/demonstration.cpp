#include "commands/demonstration.hpp"

#include <fmt/format.h>

#include <iostream>

#include "cases/refresh.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/organisation.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "pictures_embedded.hpp"
#include "scenarios_embedded.hpp"

namespace commands {

namespace {

base::Result<void> put_people(installation::Installation& opened, const demo::Organisation& organisation) {
    const auto& ports = opened.office().ports;
    TRY(ports.directory.put(organisation.nodes, organisation.people));
    const std::string hash = TRY(ports.passwords.hash(organisation.password));
    for (const auto& account : organisation.accounts)
        TRY(ports.identities.put_account(account.person, account.account, hash, false));
    return {};
}

// Every bureau of the demonstration has its seal, every officer signs with the demonstration password.
base::Result<void> put_certificates(installation::Certificates& certificates,
                                    const demo::Organisation& organisation) {
    TRY(certificates.make_authority("执衡演示根证书"));
    for (const auto& node : organisation.nodes)
        if (node.kind == "district")
            TRY(certificates.issue(
                {.region = node.region, .person = {}, .name = node.name, .organisation = {}}, {}));
    for (const auto& person : organisation.people) {
        const auto viewer = TRY(organisation.viewer(person.id));
        if (!viewer.has_role("HANDLER") && !viewer.has_role("LEADER")) continue;
        TRY(certificates.issue(
            {.region = viewer.agency, .person = person.id, .name = person.name, .organisation = {}},
            organisation.password));
    }
    return {};
}

// The two real cases are the scenarios the tests replay; the others hang on today.
base::Result<std::vector<base::Value>> stories(base::Date today) {
    std::vector<base::Value> all;
    for (const std::string_view path : scenarios::embedded_paths()) {
        const base::Value scenario = TRY(json::parse(scenarios::embedded(path)));
        all.push_back(scenario);
    }
    const base::Value running = TRY(catalogue::Files().load("demo/cases.yaml"));
    for (const base::Value& scenario : running.list("cases"))
        all.push_back(demo::with_days_from(scenario, today));
    return all;
}

}  // namespace

base::Result<void> load_demonstration(installation::Installation& opened,
                                      installation::Certificates& certificates) {
    if (!TRY(opened.office().ports.directory.empty())) return {};
    const base::Value content = TRY(catalogue::Files().load("demo/organisation.yaml"));
    const demo::Organisation organisation = TRY(demo::Organisation::from(content));
    TRY(put_people(opened, organisation));
    TRY(put_certificates(certificates, organisation));
    demo::SetClock clock;
    const ports::Ports& real = opened.office().ports;
    const office::Office office{.ports = ports::with_clock(real, clock),
                                .rules = opened.office().rules,
                                .discretion = opened.office().discretion,
                                .templates = opened.office().templates,
                                .benchmarks = opened.office().benchmarks,
                                .fast_track = opened.office().fast_track,
                                .shelf = opened.office().shelf,
                                .pictures = opened.office().pictures};
    const demo::Picture picture{.bytes = pictures::embedded("picture.png"), .name_ending = ".png"};
    for (const base::Value& scenario : TRY(stories(opened.office().today()))) {
        const auto seeded = demo::seed_case(office, clock, organisation, scenario, picture);
        if (!seeded) {
            std::cerr << fmt::format("演示案件没有载入完：{} {}（{}）", seeded.error().code,
                                     seeded.error().message, seeded.error().field)
                      << std::endl;
            continue;
        }
        std::cout << "已载入演示案件 " << *seeded << std::endl;
    }
    TRY(cases::refresh_projections(opened.office(), [] { return true; }));
    return {};
}

}  // namespace commands
