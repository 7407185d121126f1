#include "synth/synth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <tuple>

#include "base/result.hpp"
#include "books/books.hpp"
#include "json/json.hpp"
#include "postgres/cases/bulk_load.hpp"
#include "postgres/database.hpp"
#include "synth/model.hpp"
#include "system/clock.hpp"

namespace synth {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view usage =
    "用法：zhiheng synth --data 目录 --cases 件数 [--seed 种子] [--from 剧本目录]";
constexpr int first_year = 2010;
constexpr int cases_per_year = 50'000;
constexpr int weeks_back = 100;
constexpr std::size_t batch = 100;
constexpr const char* stations[] = {"s-donghu", "s-nanqiao"};

struct Settings {
    fs::path data, from = "tests/scenario";
    std::size_t cases = 0;
    std::uint64_t seed = 1;
};

base::Result<Settings> settings_from(std::span<const std::string> arguments) {
    Settings settings;
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
        const std::string& name = arguments[i];
        const std::string& value = arguments[i + 1];
        const auto number = [&](auto& into) {
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), into);
            return error == std::errc() && end == value.data() + value.size();
        };
        bool known = true;
        if (name == "--data")
            settings.data = value;
        else if (name == "--from")
            settings.from = value;
        else if (name == "--cases")
            known = number(settings.cases);
        else if (name == "--seed")
            known = number(settings.seed);
        else
            known = false;
        if (!known)
            return base::fail("bad_argument", fmt::format("不认识的选项或者取值：{} {}", name, value));
    }
    if (settings.data.empty() || settings.cases == 0 || arguments.size() % 2 != 0)
        return base::fail("bad_argument", std::string(usage));
    return settings;
}

base::Result<std::vector<base::Value>> read_scenarios(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<base::Value> scenarios;
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        base::Value scenario = TRY(json::parse(std::string(std::istreambuf_iterator<char>(file), {})));
        if (!scenario.list("acts").empty()) scenarios.push_back(std::move(scenario));
    }
    if (scenarios.empty()) return base::fail("no_scenarios", fmt::format("“{}”里没有剧本", folder.string()));
    return scenarios;
}

// Chooses for each case a scenario, how far it has come and its week; what was folded once is not folded
// again.
class Models {
  public:
    Models(std::vector<base::Value> scenarios, procedure::Rules rules, base::Date today)
        : scenarios_(std::move(scenarios)), rules_(std::move(rules)), today_(today) {}

    base::Result<const Model*> choose(std::mt19937_64& chance) {
        const std::size_t scenario = chance() % scenarios_.size();
        const Progress progress{.acts = 1 + chance() % scenarios_[scenario].list("acts").size(),
                                .weeks = static_cast<int>(chance() % weeks_back)};
        const auto key = std::tuple(scenario, progress.acts, progress.weeks);
        if (const auto found = models_.find(key); found != models_.end()) return &found->second;
        Model model = TRY(model_of(scenarios_[scenario], progress, rules_, today_));
        return &models_.emplace(key, std::move(model)).first->second;
    }

  private:
    std::vector<base::Value> scenarios_;
    procedure::Rules rules_;
    base::Date today_;
    std::map<std::tuple<std::size_t, std::size_t, int>, Model> models_;
};

postgres::WholeCase copy_of(const Model& model, std::size_t number, std::mt19937_64& chance) {
    const auto year = first_year + static_cast<int>(number / cases_per_year);
    postgres::WholeCase whole{.no = fmt::format("990101-{}-{:06}", year, number % cases_per_year + 1),
                              .node = stations[chance() % std::size(stations)],
                              .matter = model.matter,
                              .acts = model.acts,
                              .projection = model.projection};
    const std::string name = fmt::format("合成当事人{}", number + 1);
    whole.matter.parties[0].name = name;
    whole.projection.party = name;
    return whole;
}

base::Result<void> fill(const Settings& settings) {
    Models models(TRY(read_scenarios(settings.from)), TRY(books::load_rules(catalogue::Files())),
                  systems::WallClock().now().date());
    const auto database = TRY(postgres::Database::open_private(settings.data));
    std::mt19937_64 chance(settings.seed);
    std::vector<postgres::WholeCase> cases;
    for (std::size_t number = 0; number < settings.cases; ++number) {
        const Model* model = TRY(models.choose(chance));
        cases.push_back(copy_of(*model, number, chance));
        if (cases.size() < batch && number + 1 < settings.cases) continue;
        TRY(postgres::load_whole_cases(database->owner(), cases));
        cases.clear();
    }
    return {};
}

}  // namespace

int run(std::span<const std::string> arguments) {
    if (std::ranges::find(arguments, "--help") != arguments.end()) {
        fmt::print("{}\n", usage);
        return 0;
    }
    const auto settings = settings_from(arguments);
    const auto filled = settings ? fill(*settings) : base::Result<void>(base::fail(settings.error()));
    if (!filled) {
        fmt::print(stderr, "{}\n", filled.error().message);
        return 2;
    }
    fmt::print("{}\n", json::write(base::Object{
                           {"cases", settings->cases}
    }));
    return 0;
}

}  // namespace synth
