#pragma once
#include "acts/judge.hpp"
#include "identity/viewer.hpp"

namespace acts {

// Refused where a paper that goes to the party tells who reported: those the act makes, and the one it
// serves. 投诉举报处理办法 第三十七条
base::Result<Judged> with_reporter_kept_secret(const office::Office&, const identity::Viewer&,
                                               const cases::LoadedCase&, Judged);

}  // namespace acts
