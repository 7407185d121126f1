#include "procedure/walk.hpp"

#include "bench/bench.hpp"
#include "bench/input.hpp"
#include "bench/measurement.hpp"
#include "books/books.hpp"
#include "catalogue/catalogue.hpp"
#include "procedure/scenario.hpp"

namespace bench {

namespace {

constexpr int tries_in_one_case = 80;
constexpr std::size_t longest = 40;
constexpr int batch = 100;

}  // namespace

// Acts at random, each judged and either folded in or refused with its words, article and cure.
base::Result<base::Value> measure_walk(std::span<const std::string>) {
    const procedure::Rules rules = TRY(books::load_rules(catalogue::Files()));
    procedure::Walker walker(rules, 20260401);
    Measurement measurement("随机尝试一百个案件的行为");
    std::size_t tried = 0, accepted = 0;
    std::chrono::nanoseconds judging{};
    repeat(measurement, std::chrono::seconds(5), 3, [&] {
        for (int i = 0; i < batch; ++i) {
            procedure::Case file(rules, walker.matter());
            for (int k = 0; k < tries_in_one_case && file.acts().size() < longest; ++k) {
                auto act = walker.next(file);
                const auto begun = std::chrono::steady_clock::now();
                const auto judged = file.try_act(std::move(act));
                judging += std::chrono::steady_clock::now() - begun;
                ++tried;
                if (judged && !*judged) ++accepted;
            }
        }
    });
    const double seconds = std::chrono::duration<double>(judging).count();
    measurement.set("acts_tried", tried);
    measurement.set("acts_accepted", accepted);
    measurement.set("judged_per_second", rounded(static_cast<double>(tried) / seconds, 0));
    return measurement.to_value();
}

// A scenario that was accepted before, folded from its acts: what loading a case costs.
base::Result<base::Value> measure_fold(std::span<const std::string> arguments) {
    const base::Value scenario = TRY(read_input(arguments, 0, "一个剧本（JSON）"));
    const procedure::Rules rules = TRY(books::load_rules(catalogue::Files()));
    const procedure::Scenario read = TRY(procedure::read_scenario(scenario));
    Measurement measurement("从行为推演一个案件");
    repeat(measurement, std::chrono::seconds(3), 100, [&] {
        procedure::Case file(rules, read.matter);
        for (const auto& act : read.acts)
            if (!file.restore(act)) return;
    });
    measurement.set("acts", read.acts.size());
    return measurement.to_value();
}

// What a case page asks of the procedure: tasks, open acts and clocks.
base::Result<base::Value> measure_outlook(std::span<const std::string> arguments) {
    const base::Value scenario = TRY(read_input(arguments, 0, "一个剧本（JSON）"));
    const procedure::Rules rules = TRY(books::load_rules(catalogue::Files()));
    const procedure::Scenario read = TRY(procedure::read_scenario(scenario));
    procedure::Case file(rules, read.matter);
    for (const auto& act : read.acts) TRY(file.restore(act));
    const auto at = read.acts.back().at;
    Measurement measurement("一个案件的任务、可办行为和期限");
    repeat(measurement, std::chrono::seconds(3), 100, [&] {
        (void)file.tasks(at);
        (void)file.open_acts(at);
        (void)file.clocks(at.date());
    });
    measurement.set("acts", read.acts.size());
    return measurement.to_value();
}

}  // namespace bench
