#include <algorithm>
#include <charconv>

#include "bench/bench.hpp"
#include "bench/measurement.hpp"
#include "installation/installation.hpp"
#include "postgres/cases/projection_copy.hpp"
#include "rebuild/rebuild.hpp"
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

}  // namespace

base::Result<base::Value> measure_rebuild(std::span<const std::string> arguments) {
    const auto opened = TRY(open(arguments));
    std::size_t cases_max = 20'000;
    if (arguments.size() > 2)
        std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), cases_max);
    const auto writer = TRY(postgres::ProjectionCopy::open(opened->database().conninfo("zhiheng_owner")));
    const auto& office = opened->office();
    const auto begun = clock::now();
    const auto rebuilt = TRY(rebuild::run(
        opened->batches(), *writer, office.rules, office.today(), [] { return true; }, cases_max));
    const auto span = clock::now() - begun;
    return base::Object{
        {"what", "由行为推演案件并以 COPY 重写列表：读、推演、写"},
        {"cases", rebuilt.cases},
        {"acts", rebuilt.acts},
        {"seconds", rounded(std::chrono::duration<double>(span).count(), 1)},
        {"per_second", per_second(rebuilt.cases, span)}
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
