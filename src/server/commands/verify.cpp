#include <fmt/format.h>

#include <iostream>

#include "benchmark_tables/verify_tables.hpp"
#include "cases/load_case.hpp"
#include "cases/project.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"
#include "postgres/integrity/projection_differences.hpp"
#include "signing/packed.hpp"
#include "volume/reader.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng verify [--case 案件编号] [--data 目录] [--database URL]
      zhiheng verify --volume 电子案卷.zip [--key 公钥.pem]
核验：每个案件的行为链（SM3）、附件、文书、每日签名（SM2）、裁量基准表的签批，并由行为重新算出列表所示的内容逐项比较。
第二种用法核验一份电子案卷，不需要数据库：签名、每一件的内容和顺序、行为链、压缩包的每个字节。
服务器运行时也可以核验。退出码：0 完好，1 有问题（逐项指出位置）。
)";

// Sees every agency; reads only.
const identity::Viewer auditor{.person = {}, .name = {}, .node = {}, .agency = {}, .roles = {"SYSTEM"}};

ports::Fault projection_fault(const std::string& no, std::string message) {
    return {.case_no = no, .n = 0, .what = "projection", .message = std::move(message)};
}

// What was looked at and what was found wrong.
struct Checked {
    std::vector<ports::Fault> faults = {};
    std::size_t cases = 0, acts = 0, attachments = 0;
    std::int64_t day_heads = 0;

    void add(std::vector<ports::Fault> more) {
        for (auto& fault : more) faults.push_back(std::move(fault));
    }
};

// Folds the acts anew and compares what lists show, place by place.
std::vector<ports::Fault> check_projection(const office::Office& office, const std::string& no,
                                           Checked& checked) {
    const auto record = office.ports.cases.load(auditor, no);
    if (!record) return {projection_fault(no, "行为内容不能读取，不能重新计算：" + record.error().message)};
    checked.acts += record->acts.size();
    for (const ports::RecordedAct& act : record->acts) checked.attachments += act.attachments.size();
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

base::Result<Checked> check_all(installation::Installation& opened, const std::optional<std::string>& only) {
    const office::Office& office = opened.office();
    std::vector<std::string> numbers;
    if (only)
        numbers.push_back(*only);
    else
        numbers = TRY(office.ports.cases.numbers(auditor));
    Checked checked{.cases = numbers.size()};
    for (const std::string& no : numbers) {
        checked.add(TRY(office.ports.cases.check_chain(auditor, no)));
        checked.add(check_projection(office, no, checked));
    }
    if (only) return checked;
    checked.add(TRY(opened.day_heads().check()));
    checked.add(TRY(opened.heads().check()));
    checked.add(TRY(benchmark_tables::verify_tables(office)));
    checked.day_heads = TRY(opened.day_heads().count());
    return checked;
}

base::Value to_value(const Checked& checked) {
    base::List list;
    for (const ports::Fault& fault : checked.faults)
        list.push_back(base::Object{
            {"case",    fault.case_no},
            {"n",       fault.n      },
            {"what",    fault.what   },
            {"message", fault.message}
        });
    return base::Object{
        {"ok",          checked.faults.empty()},
        {"cases",       checked.cases         },
        {"acts",        checked.acts          },
        {"attachments", checked.attachments   },
        {"day_heads",   checked.day_heads     },
        {"faults",      std::move(list)       }
    };
}

int verify_volume(const Options& options) {
    std::optional<std::string> key;
    if (const auto path = options.value("--key")) {
        auto pem = read_input(*path);
        if (!pem) return complain(pem.error());
        key = std::move(*pem);
    }
    const auto verified = volumes::verify(*options.value("--volume"), key, signing_keys::judge_packed);
    if (!verified) return complain(verified.error());
    base::List faults;
    for (const volume::Fault& fault : verified->faults)
        faults.push_back(base::Object{
            {"what",    fault.what   },
            {"path",    fault.path   },
            {"message", fault.message}
        });
    std::cout << json::write_pretty(base::Object{
                     {"ok",     verified->sound()              },
                     {"case",   verified->manifest.case_no     },
                     {"agency", verified->manifest.agency_name },
                     {"items",  verified->manifest.items.size()},
                     {"key",    verified->key                  },
                     {"faults", std::move(faults)              }
    })
              << "\n";
    return verified->sound() ? done : refused;
}

}  // namespace

int verify(Arguments arguments) {
    const auto options =
        Options::read(arguments, {"--case", "--data", "--database", "--volume", "--key"}, {});
    if (!options) return complain(options.error());
    if (options->help() || !options->words().empty()) {
        say(help);
        return options->help() ? done : bad_input;
    }
    if (options->value("--volume")) return verify_volume(*options);
    installation::Place place = place_of(*options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    place.must_exist = true;
    const auto opened = installation::Installation::open(place);
    if (!opened) return complain(opened.error());
    const auto checked = check_all(**opened, options->value("--case"));
    if (!checked) return complain(checked.error());
    std::cout << json::write_pretty(to_value(*checked)) << "\n";
    return checked->faults.empty() ? done : refused;
}

}  // namespace commands
