#include <fmt/format.h>

#include <iostream>

#include "cases/load_case.hpp"
#include "cases/project.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"
#include "postgres/integrity/projection_differences.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng verify [--case 案件编号] [--data 目录] [--database URL]
核验：每个案件的行为链（SM3）、附件、文书、每日签名（SM2），并由行为重新算出列表所示的内容逐项比较。
服务器运行时也可以核验。退出码：0 完好，1 有问题（逐项指出位置）。
)";

// Sees every agency; reads only.
const identity::Viewer auditor{.person = {}, .name = {}, .node = {}, .agency = {}, .roles = {"SYSTEM"}};

ports::Fault projection_fault(const std::string& no, std::string message) {
    return {.case_no = no, .n = 0, .what = "projection", .message = std::move(message)};
}

// Folds the acts anew and compares what lists show, place by place.
std::vector<ports::Fault> check_projection(const office::Office& office, const std::string& no) {
    const auto record = office.ports.cases.load(auditor, no);
    if (!record) return {projection_fault(no, "行为内容不能读取，不能重新计算：" + record.error().message)};
    const auto shown = office.ports.cases.projection(auditor, no);
    if (!shown) return {projection_fault(no, "列表所示内容不能读取：" + shown.error().message)};
    const auto state = cases::fold(office.rules, record->matter, record->acts);
    if (!state) return {projection_fault(no, "不能由行为重新计算：" + state.error().message)};
    std::vector<ports::Fault> faults;
    const auto folded = cases::project(*state, shown->as_of, record->acts);
    for (auto& difference : postgres::projection_differences(*shown, folded))
        faults.push_back(projection_fault(no, std::move(difference)));
    return faults;
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
        for (auto& fault : check_projection(office, no)) faults.push_back(std::move(fault));
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
