#pragma once
#include <vector>

#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/case_store.hpp"
#include "ports/evidence_store.hpp"

namespace cases {

// The evidence a case stands on: what it was split off with (分案) and what the cases joined to it brought
// (并案), the oldest case first, then its own. What was taken over stays filed where it was brought in and
// says so by `case_no`; what came to the other case after the split is not ours.
base::Result<std::vector<ports::Evidence>> evidence_of(const office::Office&, const identity::Viewer&,
                                                       const ports::CaseRecord&);

// What of it goes into the volume: the letter of somebody who complained and reported stays in the file of
// the complaint (投诉举报处理办法 第三十七条).
base::Result<std::vector<ports::Evidence>> evidence_to_bind(const office::Office&, const identity::Viewer&,
                                                            const ports::CaseRecord&);

}  // namespace cases
