#include <algorithm>
#include <charconv>

#include "bench/bench.hpp"
#include "bench/measurement.hpp"
#include "cases/load_case.hpp"
#include "cases/project.hpp"
#include "installation/installation.hpp"
#include "postgres/cases/case_copy.hpp"
#include "self_check/run.hpp"

namespace bench {

namespace {

using clock = std::chrono::steady_clock;

base::Result<std::unique_ptr<installation::Installation>> open(std::span<const std::string> arguments) {
    if (arguments.size() < 2 || arguments[0] != "--data")
        return base::fail("missing_argument", "请指明 --data 目录");
    installation::Place place;
    place.data = arguments[1];
    place.must_exist = true;
    return installation::Installation::open(place);
}

base::Value per_second(std::size_t count, clock::duration span) {
    return rounded(static_cast<double>(count) / std::chrono::duration<double>(span).count(), 0);
}

struct Spent {
    clock::duration reading{}, folding{}, writing{};
    std::size_t cases = 0, acts = 0;
};

base::Result<void> rebuild(installation::Installation& opened, std::size_t cases_max, Spent& spent) {
    const auto& office = opened.office();
    auto owner = TRY(postgres::Connection::open(opened.database().conninfo("zhiheng_owner")));
    ports::BatchOf next{.which = ports::BatchOf::Which::all};
    while (spent.cases < cases_max) {
        const auto begun = clock::now();
        const auto batch = TRY(opened.batches().next(next));
        if (batch.empty()) break;
        next.after = batch.back().record.no;
        const auto read = clock::now();
        std::vector<postgres::RebuiltCase> rebuilt;
        for (const auto& stored : batch) {
            if (stored.record.acts.empty()) continue;
            const auto file = TRY(cases::fold(office.rules, stored.record.matter, stored.record.acts));
            rebuilt.push_back({stored.record.no, stored.record.version,
                               cases::project(file, office.today(), stored.record.acts)});
            spent.acts += stored.record.acts.size();
        }
        const auto folded = clock::now();
        TRY(postgres::replace_projections(owner, rebuilt));
        spent.reading += read - begun;
        spent.folding += folded - read;
        spent.writing += clock::now() - folded;
        spent.cases += rebuilt.size();
    }
    return {};
}

}  // namespace

base::Result<base::Value> measure_rebuild(std::span<const std::string> arguments) {
    const auto opened = TRY(open(arguments));
    std::size_t cases_max = 20'000;
    if (arguments.size() > 2)
        std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), cases_max);
    Spent spent;
    TRY(rebuild(*opened, cases_max, spent));
    const auto whole = spent.reading + spent.folding + spent.writing;
    return base::Object{
        {"what", "由行为推演并以 COPY 重写列表"},
        {"cases", spent.cases},
        {"acts", spent.acts},
        {"per_second", per_second(spent.cases, whole)},
        {"read_per_second", per_second(spent.cases, spent.reading)},
        {"folded_per_second", per_second(spent.cases, spent.folding)},
        {"written_per_second", per_second(spent.cases, spent.writing)}
    };
}

base::Result<base::Value> measure_self_check(std::span<const std::string> arguments) {
    const auto opened = TRY(open(arguments));
    const auto begun = clock::now();
    const auto checked = TRY(
        self_check::check(opened->office(), opened->batches(), self_check::Scope::open, [] { return true; }));
    const auto span = clock::now() - begun;
    return base::Object{
        {"what", "自检在办案件"},
        {"cases", checked.cases},
        {"findings", checked.findings.size()},
        {"seconds", rounded(std::chrono::duration<double>(span).count(), 1)},
        {"per_second", per_second(checked.cases, span)}
    };
}

}  // namespace bench
