#include "postgres/cases/bulk_load.hpp"

#include "postgres/cases/body.hpp"
#include "postgres/cases/matter.hpp"
#include "postgres/cases/projection.hpp"

namespace postgres {

namespace {

void add_steps(std::vector<Step>& steps, const WholeCase& whole) {
    std::vector<Step> acts;
    std::string head = first_prev_hash();
    for (const ports::RecordedAct& recorded : whole.acts) {
        base::Object sealed;
        if (acts.empty())
            sealed.set("matter", sealed_matter(track_name(whole.matter.procedure), whole.matter.province,
                                               parties_value(whole.matter.parties)));
        const std::string body = body_of(whole.no, recorded, sealed);
        std::string hash = chain_hash(head, body);
        acts.push_back({"cases/insert_act", Params(whole.no, recorded.act.n, recorded.act.type,
                                                   recorded.act.recorded_at, body, head, hash)});
        head = std::move(hash);
    }
    Params params(whole.no, whole.node, track_name(whole.matter.procedure), whole.matter.province,
                  parties_value(whole.matter.parties), whole.acts.size(), head,
                  whole.acts.back().act.recorded_at);
    add_projection(params, whole.projection, whole.projection.barred);
    steps.push_back({"cases/insert", std::move(params)});
    for (Step& step : acts) steps.push_back(std::move(step));
    for (Step& step : row_steps(whole.no, whole.projection)) steps.push_back(std::move(step));
    if (!whole.projection.decisions.empty()) steps.push_back(decisions_step(whole.no, whole.projection));
}

}  // namespace

base::Result<void> load_whole_cases(Pool& owner, std::span<const WholeCase> cases) {
    std::vector<Step> steps;
    for (const WholeCase& whole : cases) {
        if (whole.acts.empty()) return base::fail("no_acts", "没有任何行为的案件");
        add_steps(steps, whole);
    }
    TRY(owner.write(Context::for_purpose("import"), steps));
    return {};
}

}  // namespace postgres
