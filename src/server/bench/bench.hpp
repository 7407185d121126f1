#pragma once
#include <span>
#include <string>

#include "base/result.hpp"
#include "base/value.hpp"

namespace bench {

// `zhiheng bench NAME …`: one measurement, as JSON on standard output. Exit status as everywhere.
int run(std::span<const std::string> arguments);

// One each; the arguments are those behind the name.
base::Result<base::Value> measure_act(std::span<const std::string> arguments);
base::Result<base::Value> measure_case_page(std::span<const std::string> arguments);
base::Result<base::Value> measure_catalogue(std::span<const std::string> arguments);
base::Result<base::Value> measure_decide(std::span<const std::string> arguments);
base::Result<base::Value> measure_pdf(std::span<const std::string> arguments);
base::Result<base::Value> measure_inbox(std::span<const std::string> arguments);
base::Result<base::Value> measure_find(std::span<const std::string> arguments);
base::Result<base::Value> measure_list(std::span<const std::string> arguments);
base::Result<base::Value> measure_rebuild(std::span<const std::string> arguments);
base::Result<base::Value> measure_self_check(std::span<const std::string> arguments);
base::Result<base::Value> measure_fold(std::span<const std::string> arguments);
base::Result<base::Value> measure_outlook(std::span<const std::string> arguments);
base::Result<base::Value> measure_proofread(std::span<const std::string> arguments);
base::Result<base::Value> measure_replay(std::span<const std::string> arguments);
base::Result<base::Value> measure_simulate(std::span<const std::string> arguments);
base::Result<base::Value> measure_volume(std::span<const std::string> arguments);
base::Result<base::Value> measure_walk(std::span<const std::string> arguments);

}  // namespace bench
