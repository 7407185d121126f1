#include "discretion/workup.hpp"

#include <algorithm>

namespace discretion {

namespace {

// 行政处罚法 第三十条、第三十一条: what follows from age and capacity is computed, never sent.
void add_computed(Workup& work) {
    const Actor& actor = work.request.actor;
    const KnownCircumstances& known = work.catalogue.circumstance();
    if (actor.kind == Actor::Kind::natural && actor.age) {
        if (*actor.age < 14)
            work.held.set(known.under_14);
        else if (*actor.age < 18)
            work.held.set(known.age_14_17);
    }
    if (actor.capacity == Actor::Capacity::none) work.held.set(known.no_capacity);
    if (actor.capacity == Actor::Capacity::partial) work.held.set(known.partial_capacity);
}

// 国市监法规〔2022〕2号 第十六条: conduct already punished on its own does not count again.
void hold_claims(Workup& work) {
    const auto ignore = [&](std::string_view code, std::string_view why) {
        work.finding.ignored.push_back({code, why});
    };
    for (const Claim& claim : work.request.circumstances) {
        const std::string& code = work.catalogue.circumstances()[claim.id].code;
        if (claim.evidence.empty())
            ignore(code, "没有证据");
        else if (claim.punished_separately)
            ignore(code, "该行为已另行处罚，不重复评价");
        else
            work.held.set(claim.id);
    }
    for (const Claim& claim : work.request.serious_facts) {
        if (claim.evidence.empty())
            ignore(work.catalogue.serious_facts()[claim.id].code, "没有证据");
        else
            work.serious_held.set(claim.id);
    }
}

}  // namespace

bool Workup::is_natural() const {
    if (request.actor.kind == Actor::Kind::individual_business) return chain.individual_business_is_natural();
    return request.actor.kind == Actor::Kind::natural;
}

Workup begin(const Request& request, const Catalogue& catalogue, const Chain& chain,
             const Chain& procedure_chain) {
    Workup work{.request = request,
                .catalogue = catalogue,
                .chain = chain,
                .procedure_chain = procedure_chain,
                .facts = request.facts};
    work.facts.set(catalogue.fact().actor, {FactValue::State::known, work.is_natural() ? 0 : 1});
    work.finding.catalogue = &catalogue;
    work.finding.id = request.id;
    work.finding.violation = request.violation;
    hold_claims(work);
    add_computed(work);
    trace_places(work);
    if (!request.discovered_on) work.flag("discovered_on_assumed");
    return work;
}

void trace_places(Workup& work) {
    for (const Jurisdiction* place : work.chain.places()) {
        if (place->id == "CN") continue;
        Trace& node = work.trace().node(0, "jurisdiction", place->name);
        node.input("id", std::string_view(place->id)).input("example", place->is_example);
        if (place->from) node.input("from", *place->from);
        if (place->to) node.input("to", *place->to);
    }
    if (work.chain.is_example()) work.flag("example_values");
}

Use use_of(const Workup& work, CircumstanceId id, const Version& version) {
    const Circumstance& circumstance = work.catalogue.circumstances()[id];
    const std::string& law = work.catalogue.statutes()[version.statute].code;
    if (!circumstance.laws.empty() && std::ranges::find(circumstance.laws, law) == circumstance.laws.end())
        return Use::not_here;
    if (circumstance.reads_as.empty() || !version.serious || !version.serious->set) return Use::as_ground;
    const SeriousRule& set = work.catalogue.serious_rules()[*version.serious->set];
    const bool is_named = std::ranges::any_of(set.codes, [&](SeriousId serious) {
        return work.catalogue.serious_facts()[serious].code == circumstance.reads_as;
    });
    return is_named ? Use::as_serious_fact : Use::as_ground;
}

}  // namespace discretion
