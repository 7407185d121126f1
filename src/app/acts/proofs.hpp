#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "cases/load_case.hpp"
#include "office/office.hpp"

namespace acts {

// Something that can prove a circumstance: a file of the case, or the record of an act (现场笔录, 询问笔录,
// 检验报告 …). 行政处罚法 第四十六条.
struct Proof {
    std::string ref;    // id of the evidence, or the number of the act
    std::string title;  // as a paper names it
};

std::vector<Proof> recorded_proofs(const cases::LoadedCase&);
base::Result<std::vector<Proof>> proofs_of(const office::Office&, const cases::LoadedCase&);

// The claims of a discretion request with what proves them in words. Errors: `unknown_evidence` with the
// field below `paper.discretion`; what is not in the case proves nothing.
base::Result<base::Value> with_proofs(const office::Office&, const cases::LoadedCase&,
                                      const base::Value& request);

}  // namespace acts
