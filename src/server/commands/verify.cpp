#include <fmt/format.h>

#include <iostream>

#include "cases/load_case.hpp"
#include "cases/project.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng verify [--case 案件编号] [--data 目录] [--database URL]
核验：每个案件的行为链（SM3）、附件、文书、每日签名（SM2），并由行为重新算出列表所示的内容逐项比较。
服务器运行时也可以核验。退出码：0 完好，1 有问题（逐项指出位置）。
)";

// Sees every agency; reads only.
const identity::Viewer auditor{.person = {}, .name = {}, .node = {}, .agency = {}, .roles = {"SYSTEM"}};

base::Result<std::optional<ports::Fault>> check_projection(const office::Office& office,
                                                           const std::string& no) {
    const ports::CaseRecord record = TRY(office.ports.cases.load(auditor, no));
    const ports::Projection shown = TRY(office.ports.cases.projection(auditor, no));
    const procedure::Case state = TRY(cases::fold(office.rules, record.matter, record.acts));
    if (cases::project(state, shown.as_of, record.acts) == shown) return std::optional<ports::Fault>();
    return std::optional(ports::Fault{
        .case_no = no, .n = 0, .what = "projection", .message = "列表所示内容与由行为算出的不一致"});
}

base::Result<std::vector<ports::Fault>> check_all(installation::Installation& opened,
                                                  const std::optional<std::string>& only) {
    const office::Office& office = opened.office();
    std::vector<std::string> numbers;
    if (only)
        numbers.push_back(*only);
    else
        numbers = TRY(office.ports.cases.numbers(auditor));
    std::vector<ports::Fault> faults;
    for (const std::string& no : numbers) {
        for (auto& fault : TRY(office.ports.cases.check_chain(auditor, no)))
            faults.push_back(std::move(fault));
        if (auto fault = TRY(check_projection(office, no))) faults.push_back(std::move(*fault));
    }
    if (!only)
        for (auto& fault : TRY(opened.day_heads().check())) faults.push_back(std::move(fault));
    return faults;
}

base::Value to_value(const std::vector<ports::Fault>& faults) {
    base::List list;
    for (const ports::Fault& fault : faults)
        list.push_back(base::Object{
            {"case",    fault.case_no},
            {"n",       fault.n      },
            {"what",    fault.what   },
            {"message", fault.message}
        });
    return base::Object{
        {"ok",     faults.empty() },
        {"faults", std::move(list)}
    };
}

}  // namespace

int verify(Arguments arguments) {
    const auto options = Options::read(arguments, {"--case", "--data", "--database"}, {});
    if (!options) return complain(options.error());
    if (options->help() || !options->words().empty()) {
        say(help);
        return options->help() ? done : bad_input;
    }
    installation::Place place = place_of(*options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    const auto opened = installation::Installation::open(place);
    if (!opened) return complain(opened.error());
    const auto faults = check_all(**opened, options->value("--case"));
    if (!faults) return complain(faults.error());
    std::cout << json::write_pretty(to_value(*faults)) << "\n";
    return faults->empty() ? done : refused;
}

}  // namespace commands
