#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "acts/judge.hpp"
#include "base/result.hpp"
#include "cases/shelf.hpp"
#include "ports/case_store.hpp"

namespace acts {

// An act about to be recorded, and the case as it will stand after it.
struct Entry {
    ports::Append append;
    std::shared_ptr<cases::Kept> after;
};

// What records a judged act: chain input, projection and documents as they are once it is in. `shown` is what
// the store shows of the case now, where that is known.
base::Result<Entry> entry_of(const office::Office&, const identity::Viewer&, const cases::LoadedCase&, Judged,
                             std::vector<ports::Signature> signatures,
                             const ports::Projection* shown = nullptr);

// Records it; the case then lies on the shelf as it stands after the act.
base::Result<ports::Outcome> enter(const office::Office&, const identity::Viewer&, Entry);

// A person's signature as he is employed today.
ports::Signature signature_of(const cases::LoadedCase&, std::string_view person, std::string_view role,
                              std::string_view step, base::Instant at, std::string_view opinion = {});

// Evidence of the case an act names, wherever a `media` field stands in it. Error: `unknown_evidence`.
base::Result<std::vector<ports::Attachment>> attachments_of(const office::Office&, const identity::Viewer&,
                                                            const ports::CaseRecord&,
                                                            const base::Value& data);

}  // namespace acts
