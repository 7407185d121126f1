#pragma once
#include <optional>
#include <string_view>

#include "acts/judge.hpp"
#include "ports/case_store.hpp"
#include "ports/proposal_store.hpp"

namespace acts {

// What became of a request: refused by law, recorded, or waiting for other people's signatures.
struct Settled {
    std::optional<procedure::Refusal> refusal = {};
    ports::Outcome outcome = {};
};

struct WriteOptions {
    std::optional<std::int64_t> version_seen = {};  // If-Match; else error `version_conflict`
    std::optional<ports::Idempotency> idempotency = {};
};

// Records an act at once when nobody else has to sign it, else proposes it (报批). The viewer must be among
// those who act: nobody signs for another.
base::Result<Settled> record_act(const office::Office&, const identity::Viewer&, std::string_view case_no,
                                 const ActRequest&, const WriteOptions& = {});

// When two copies of one request run at once, the one that came second gets the outcome of the first.
base::Result<ports::Outcome> first_outcome(const office::Office&, const identity::Viewer&,
                                           const std::optional<ports::Idempotency>&,
                                           base::Result<ports::Outcome> written);

}  // namespace acts
