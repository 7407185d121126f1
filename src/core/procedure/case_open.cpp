#include "procedure/case.hpp"

namespace procedure {

// An act is open when no state and no guard shuts it for at least one party, whoever would do it.
std::optional<Refusal> Case::probe_act(const ActType& type, base::Instant at) const {
    casefile::Act act{
        .n = acts_.empty() ? 1 : acts_.back().n + 1, .type = type.id, .at = at, .by = {}, .data = {}};
    std::optional<Refusal> first;
    for (std::size_t i = 0; i < states_.size(); ++i) {
        Look looking = look(act, type, i);
        looking.probe = true;
        auto refusal = probe(looking);
        if (!refusal) return std::nullopt;
        if (!first) first = std::move(refusal);
    }
    return first;
}

std::vector<OpenAct> Case::open_acts(base::Instant at) const {
    std::vector<OpenAct> open;
    for (const auto& type : rules_->table.acts())
        if (of_this_procedure(type, matter_) && !probe_act(type, at))
            open.push_back({type.id, type.title, type.phase, type.basis, type.roles, type.approval_chain,
                            type.handlers});
    return open;
}

std::vector<ShutAct> Case::shut_acts(base::Instant at) const {
    std::vector<ShutAct> shut;
    for (const auto& type : rules_->table.acts())
        if (auto refusal = of_this_procedure(type, matter_) ? probe_act(type, at) : std::nullopt)
            shut.push_back({type.id, type.title, type.phase, std::move(*refusal)});
    return shut;
}

}  // namespace procedure
