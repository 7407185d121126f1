#pragma once
#include <optional>
#include <vector>

#include "acts/judge.hpp"
#include "base/result.hpp"
#include "ports/case_store.hpp"

namespace acts {

// The write that records a judged act: chain input, projection and documents as they are once it is in.
base::Result<ports::Append> append_of(const office::Office&, const identity::Viewer&,
                                      const cases::LoadedCase&, const Judged&,
                                      std::vector<ports::Signature> signatures);

// A person's signature as he is employed today.
ports::Signature signature_of(const cases::LoadedCase&, std::string_view person, std::string_view role,
                              std::string_view step, base::Instant at, std::string_view opinion = {});

// Evidence an act names, wherever a `media` field stands in it. Error: `unknown_evidence`.
base::Result<std::vector<ports::Attachment>> attachments_of(const office::Office&, const identity::Viewer&,
                                                            std::string_view case_no,
                                                            const base::Value& data);

}  // namespace acts
