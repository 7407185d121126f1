#pragma once
#include <array>
#include <optional>

#include "discretion/benchmark_table.hpp"
#include "discretion/finding.hpp"
#include "discretion/request.hpp"

namespace discretion {

// One limb of a provision on the facts of a request: steps 6 to 8 of discretion.md §6.3.
struct Limb {
    const Violation* violation = nullptr;
    const Version* version = nullptr;
    bool is_serious = false;
    const SeriousRule* set = nullptr;  // the shared conditions that made it serious
    std::string_view serious_flag = {};
    bool is_fined = false;                   // the article has a fine for this limb
    std::optional<FactId> closed_gate = {};  // the fact that would open the fine and is not true
    bool applies = true;                     // false: the fine is tied to facts that do not hold
    bool by_reference = false;               // the fine is that of other articles, which a person must choose
    const Bracket* bracket = nullptr;
    std::optional<Statutory> statutory = {};
    FactSet needs = {};
    bool is_faulty = false;  // no bracket, or more than one, fits
    bool has_fine() const { return statutory.has_value(); }
};

// A request on its way to a finding. The steps write into `finding`, in the order of discretion.md §6.3.
struct Workup {
    const Request& request;
    const Catalogue& catalogue;
    const Chain& chain;            // the benchmarks that decide
    const Chain& procedure_chain;  // hearing and summary procedure follow the day of the decision
    const Benchmarks* benchmarks = &no_benchmarks();
    const BenchmarkTable *table_at_act = nullptr, *table_at_decision = nullptr;
    Facts facts = Facts();
    CircumstanceSet held = {};  // with evidence, or computed from the party
    SeriousSet serious_held = {};
    Limb limb = {};
    FactSet needs = {};                    // facts that only matter when no earlier step ends the matter
    const Exemption* exemption = nullptr;  // the special ground used in steps 4 and 5
    std::string_view none_ground = {};     // the ground of steps 4 and 5
    bool is_exempted = false;              // one of the grounds is 免予处罚, where that is a tier of its own
    bool is_spared = false;                // one of them is 不予处罚
    std::vector<const ExemptionList*> lightening_lists = {};  // lists of 减轻、从轻 of which an entry holds
    Finding finding = {};

    Trace& trace() { return finding.trace; }
    void flag(std::string_view name) { finding.flags.push_back(name); }
    bool holds(CircumstanceId id) const { return held.test(id); }
    bool is_natural() const;  // 个体工商户 is read as a natural person unless the place says otherwise
};

Workup begin(const Request& request, const Catalogue& catalogue, const Chain& chain,
             const Chain& procedure_chain);

// Whether a circumstance counts under this text: as itself, as a serious fact of its set, or not at all.
enum class Use { as_ground, as_serious_fact, not_here };
Use use_of(const Workup&, CircumstanceId, const Version&);

Limb find_limb(const Workup&, const Violation&, const Version&);

// Each returns false when the matter ends there.
void trace_places(Workup&);  // whose benchmarks these are
bool choose_version(Workup&);
bool pass_limitation(Workup&);
bool pass_police(Workup&);
bool pass_must_none(Workup&);
void look_for_may_none(Workup&);
void resolve_concurrence(Workup&);
void trace_provision(Workup&);  // what is violated and what punishes it
void trace_limb(Workup&);
void trace_circumstance(Workup&, CircumstanceId, Force);
void trace_held(Workup&);  // every circumstance with evidence, where no tier is decided
void trace_ignored(Workup&);

void choose_table(Workup&);  // the tables in force, and the facts their rows wait for
void decide_tiers(Workup&);
void split_bands(Workup&);
void place_by_points(Workup&);  // before the band is written down, for it may move the tier
void add_companions(Workup&);
void add_personal(Workup&);
void find_consequences(Workup&);

// The bands of the tiers: by the shares of the place, and with the rows of a table laid over them.
struct Split {
    std::array<std::optional<Band>, tier_count> bands = {};
    std::array<const TableRow*, tier_count> rows = {};
    const BenchmarkTable* table = nullptr;
};
Split laid_over(const Workup&, Split general, const BenchmarkTable*);
void judge_proposal(Workup&);
void set_flags(Workup&);

}  // namespace discretion
