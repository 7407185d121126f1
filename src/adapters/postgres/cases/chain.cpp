#include "postgres/cases/chain.hpp"

namespace postgres {

base::Result<std::vector<ports::ChainAct>> chain_of(Pool& app, const identity::Viewer& viewer,
                                                    std::string_view case_no) {
    const auto rows = TRY(app.read(Context::of(viewer), "cases/acts", Params(case_no)));
    std::vector<ports::ChainAct> acts;
    for (const auto row : rows)
        acts.push_back({.n = row.number("n"),
                        .act = row.text("act"),
                        .prev_hash = row.text("prev_hash"),
                        .hash = row.text("hash"),
                        .body = row.text("body")});
    return acts;
}

}  // namespace postgres
