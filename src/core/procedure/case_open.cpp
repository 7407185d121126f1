#include "procedure/case.hpp"

namespace procedure {

namespace {

casefile::Act blank(const ActType& type, base::Instant at, const std::vector<casefile::Act>& before,
                    const base::Value& known) {
    return {
        .n = before.empty() ? 1 : before.back().n + 1, .type = type.id, .at = at, .by = {}, .data = known};
}

}  // namespace

// An act is open when no state and no guard shuts it for at least one party, whoever would do it.
bool Case::is_open(const ActType& type, base::Instant at, std::vector<ClockMemo>& memos,
                   const base::Value& known) const {
    if (!of_this_procedure(type, matter_)) return false;
    const casefile::Act act = blank(type, at, acts_, known);
    for (std::size_t i = 0; i < states_.size(); ++i) {
        Look looking = look(act, type, i);
        looking.probe = true;
        looking.memo = &memos[i];
        if (!is_shut(looking)) return true;
    }
    return false;
}

std::optional<Refusal> Case::probe_act(const ActType& type, base::Instant at, std::vector<ClockMemo>& memos,
                                       const base::Value& known) const {
    const casefile::Act act = blank(type, at, acts_, known);
    std::optional<Refusal> first;
    for (std::size_t i = 0; i < states_.size(); ++i) {
        Look looking = look(act, type, i);
        looking.probe = true;
        looking.memo = &memos[i];
        auto refusal = probe(looking);
        if (!refusal) return std::nullopt;
        if (!first) first = std::move(refusal);
    }
    return first;
}

std::vector<OpenAct> Case::open_acts(base::Instant at) const {
    std::vector<OpenAct> open;
    std::vector<ClockMemo> memos(states_.size());
    for (const auto& type : table(at.date()).acts())
        if (type.recorded_with.empty() && is_open(type, at, memos))
            open.push_back({type.id, type.title, type.phase, type.basis, type.roles, type.approval_chain,
                            type.handlers});
    return open;
}

std::vector<ShutAct> Case::shut_acts(base::Instant at) const {
    std::vector<ShutAct> shut;
    std::vector<ClockMemo> memos(states_.size());
    for (const auto& type : table(at.date()).acts())
        if (auto refusal = type.recorded_with.empty() && of_this_procedure(type, matter_)
                               ? probe_act(type, at, memos)
                               : std::nullopt)
            shut.push_back({type.id, type.title, type.phase, std::move(*refusal)});
    return shut;
}

std::optional<Refusal> Case::why_shut(std::string_view act, base::Instant at, base::Value known) const {
    std::vector<ClockMemo> memos(states_.size());
    const auto* type = table(at.date()).find(act);
    if (type == nullptr || !of_this_procedure(*type, matter_)) return std::nullopt;
    return probe_act(*type, at, memos, known);
}

}  // namespace procedure
