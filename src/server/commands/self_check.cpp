#include <iostream>

#include "cases/refresh.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"
#include "self_check/run.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng self-check [--everything] [--data 目录] [--database URL]
自检在办案件：没有任务、期限和可以办理的行为的（卡住），有期限而没有任务的，已结案而有未了事项的，列表与行为不一致的。
服务器每天自动检查一次，结果由系统管理员查看；--everything 连同早已结案的案件。服务器运行时也可以使用。
退出码：0 没有发现，1 有发现（逐项指出案件）。
)";

base::Result<self_check::Checked> check(const Options& options) {
    installation::Place place = place_of(options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    place.must_exist = true;
    const auto opened = TRY(installation::Installation::open(place));
    const auto always = [] { return true; };
    TRY(cases::refresh_projections(opened->office(), always));
    const auto scope = options.has("--everything") ? self_check::Scope::everything : self_check::Scope::open;
    auto checked = TRY(self_check::check(opened->office(), opened->batches(), scope, always));
    TRY(opened->findings().put(opened->office().today(), checked.findings));
    return checked;
}

}  // namespace

int self_check_command(Arguments arguments) {
    const auto options = Options::read(arguments, {"--data", "--database"}, {"--everything"});
    if (!options) return complain(options.error());
    if (options->help() || !options->words().empty()) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto checked = check(*options);
    if (!checked) return complain(checked.error());
    base::List findings;
    for (const auto& finding : checked->findings)
        findings.push_back(base::Object{
            {"case_no", finding.case_no},
            {"kind",    finding.kind   },
            {"detail",  finding.detail }
        });
    const bool clean = findings.empty();
    std::cout << json::write_pretty(base::Object{
                     {"cases",    checked->cases     },
                     {"findings", std::move(findings)}
    })
              << "\n";
    return clean ? done : refused;
}

}  // namespace commands
