#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "laws/import_texts.hpp"

namespace commands {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view help =
    R"(用法：zhiheng catalogue import 目录|文件 [--trial] [--data 目录] [--database URL]
读入法律文本（.md、.txt），存入数据库，条文由此可以查看。文件名中的日期是文本的版本：行政处罚法(2021-01-22).md。
相同的文本再次导入没有变化；同一版本的另一文本取代原来的文本，原来的仍然保存。
有问题的文件整个不导入，写明行号和原因，其余照常导入。README.md 和 INDEX.md 不是法律文本，不读。
  --trial   只试读，不存入
退出码：0 全部导入，1 有文件没有导入，2 输入有误。
)";

bool is_text(const fs::path& path) {
    const std::string name = path.filename().string();
    return (path.extension() == ".md" || path.extension() == ".txt") && name != "README.md" &&
           name != "INDEX.md";
}

base::Result<std::vector<laws::SourceFile>> read_sources(const fs::path& place) {
    std::vector<fs::path> paths;
    std::error_code failure;
    if (fs::is_directory(place, failure)) {
        for (const auto& entry : fs::directory_iterator(place, failure))
            if (entry.is_regular_file(failure) && is_text(entry.path())) paths.push_back(entry.path());
    } else if (fs::is_regular_file(place, failure)) {
        paths.push_back(place);
    }
    if (paths.empty()) return base::fail("bad_option", fmt::format("{} 中没有法律文本", place.string()));
    std::ranges::sort(paths);
    std::vector<laws::SourceFile> files;
    for (const fs::path& path : paths) {
        std::string bytes = TRY(read_input(path.string()));
        files.push_back({path.filename().string(), std::move(bytes)});
    }
    return files;
}

std::string_view word_of(ports::LawStore::Stored stored) {
    switch (stored) {
        case ports::LawStore::Stored::added:
            return "导入";
        case ports::LawStore::Stored::changed:
            return "更新";
        case ports::LawStore::Stored::unchanged:
            break;
    }
    return "没有变化";
}

void print(const laws::ImportRow& row) {
    if (!row.stored) {
        std::cout << fmt::format("没有导入：{}\n", row.file);
        for (const law::TextProblem& problem : row.problems)
            std::cout << (problem.line > 0 ? fmt::format("  第{}行：{}\n", problem.line, problem.message)
                                           : fmt::format("  {}\n", problem.message));
        return;
    }
    std::cout << fmt::format("{}：{}（{}），{}条，施行 {} 至 {}（{}）\n", word_of(*row.stored), row.title,
                             row.code, row.articles, row.from->str(), row.to ? row.to->str() : "现行",
                             row.dated_by);
}

int sum_up(const std::vector<laws::ImportRow>& rows, bool is_trial) {
    std::size_t refused_files = 0, stored = 0, articles = 0;
    for (const laws::ImportRow& row : rows) {
        print(row);
        if (!row.stored) {
            ++refused_files;
            continue;
        }
        articles += row.articles;
        if (*row.stored != ports::LawStore::Stored::unchanged) ++stored;
    }
    std::cout << fmt::format("{}{}个文件：{}个{}，{}个没有变化，{}个没有导入；共{}条\n",
                             is_trial ? "试读" : "", rows.size(), stored, is_trial ? "可以导入" : "已导入",
                             rows.size() - stored - refused_files, refused_files, articles);
    return refused_files == 0 ? done : refused;
}

}  // namespace

int import_laws(Arguments arguments) {
    const auto options = Options::read(arguments, {"--data", "--database"}, {"--trial"});
    if (!options) return complain(options.error());
    if (options->help() || options->words().size() != 1) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto files = read_sources(options->words().front());
    if (!files) return complain(files.error());
    installation::Place place = place_of(*options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    const auto opened = installation::Installation::open(place);
    if (!opened) return complain(opened.error());
    const office::Office& office = (*opened)->office();
    const auto rows = laws::import_texts(*files, (*opened)->known_laws(), (*opened)->laws(),
                                         office.ports.hasher, office.now(), options->has("--trial"));
    if (!rows) return complain(rows.error(), refused);
    return sum_up(*rows, options->has("--trial"));
}

}  // namespace commands
