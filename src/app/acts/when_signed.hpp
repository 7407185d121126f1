#pragma once
#include <chrono>

#include "acts/judge.hpp"

namespace acts {

// What was proposed so short a time ago is proposed for now.
inline constexpr std::chrono::minutes counts_as_now{15};

// acts.md §1: what has to be approved, and what a leader decides by himself, counts from the last signature,
// whatever day it names (decision 0080). The past is open to such an act only where the whole file is entered
// afterwards: its day lies before the case was registered here.
bool counts_when_signed(const cases::LoadedCase&, const ActRequest&, base::Instant at);

// Error: `approval_in_past`.
base::Result<void> check_when_signed(const cases::LoadedCase&, const ActRequest&, const Judged&,
                                     base::Instant now);

// The instant a proposal bears once the last signature is there.
base::Instant instant_at_last_signature(const ActRequest&, const cases::LoadedCase&, base::Instant now);

}  // namespace acts
