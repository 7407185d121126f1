#pragma once
#include "acts/judge.hpp"
#include "identity/viewer.hpp"

namespace acts {

// An act somebody asks for, held first against the law, as a replay would, and only then against what the
// desk asks besides: a refusal bears the same code, article and cure at every door.
base::Result<Judged> judge_asked(const office::Office&, const identity::Viewer&, const cases::LoadedCase&,
                                 const ActRequest&);

// Errors: `not_among_those_who_act`.
base::Result<void> check_signs_for_self(const identity::Viewer&, const ActRequest&);

}  // namespace acts
