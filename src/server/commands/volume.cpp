#include <filesystem>
#include <iostream>

#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "documents/export_volume.hpp"
#include "json/json.hpp"

namespace commands {

namespace {

constexpr std::string_view help =
    R"(用法：zhiheng volume export 案件编号 -o 电子案卷.zip [--data 目录] [--database URL]
      zhiheng volume show 案件编号 [--data 目录] [--database URL]
export 导出电子案卷：正卷、副卷、证据、行为链、清单和签名，另附离线核验页 verify.html；用 zhiheng verify --volume 核验。
show 列出正卷和副卷的顺序、页号，以及归档前还缺少的文书。
退出码：0 完成，1 卷内还缺少文书（show），2 输入有误。
)";

// Whoever has the machine reads every file, each with the eyes of the agency that keeps it.
base::Result<identity::Viewer> keeper_of(installation::Installation& opened, const std::string& no) {
    identity::Viewer keeper{.person = {}, .name = {}, .node = {}, .agency = {}, .roles = {"SYSTEM"}};
    keeper.agency = TRY(opened.office().ports.cases.load(keeper, no)).agency;
    return keeper;
}

base::Result<int> show(installation::Installation& opened, const std::string& no) {
    const identity::Viewer keeper = TRY(keeper_of(opened, no));
    const base::Value volume = TRY(documents::volume_of(opened.office(), opened.volumes(), keeper, no));
    std::cout << json::write_pretty(volume) << "\n";
    return volume.list("missing").empty() ? done : refused;
}

base::Result<int> write(installation::Installation& opened, const std::string& no, const std::string& to) {
    const identity::Viewer keeper = TRY(keeper_of(opened, no));
    const auto path = TRY(documents::export_volume(opened.office(), opened.volumes(), keeper, no));
    std::error_code failure;
    std::filesystem::copy_file(path, to, std::filesystem::copy_options::overwrite_existing, failure);
    if (failure) return base::fail("storage_error", "不能写入 " + to);
    return done;
}

}  // namespace

int volume(Arguments arguments) {
    const auto options = Options::read(arguments, {"-o", "--data", "--database", "--fonts"}, {});
    if (!options) return complain(options.error());
    const auto& words = options->words();
    const bool is_export = words.size() == 2 && words[0] == "export" && options->value("-o");
    const bool is_show = words.size() == 2 && words[0] == "show";
    if (options->help() || (!is_export && !is_show)) {
        say(help);
        return options->help() ? done : bad_input;
    }
    installation::Place place = place_of(*options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    place.must_exist = true;
    const auto opened = installation::Installation::open(place);
    if (!opened) return complain(opened.error());
    const auto ended = is_show ? show(**opened, words[1]) : write(**opened, words[1], *options->value("-o"));
    return ended ? *ended : complain(ended.error());
}

}  // namespace commands
