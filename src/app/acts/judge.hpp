#pragma once
#include <optional>
#include <string>
#include <vector>

#include "acts/act_request.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "cases/load_case.hpp"
#include "office/office.hpp"
#include "procedure/case.hpp"

namespace acts {

// An act held against the law and the present state of its case; nothing is recorded.
struct Judged {
    casefile::Act act;
    const procedure::ActType* type = nullptr;
    std::vector<std::string> chain;  // roles that must approve, the last one signs
    std::optional<procedure::Refusal> refusal = {};
    std::optional<procedure::Case> after = {};  // the case with the act in it; empty when refused
    base::Value finding = {};                   // of discretion, where a penalty is proposed
};

// With no approver yet, somebody who could approve stands in for him: the rest is judged as if he had.
base::Result<Judged> judge(const office::Office&, const cases::LoadedCase&, const ActRequest&,
                           base::Instant at, const std::optional<std::string>& approver);

// The instant the act is to bear. Errors: `at_in_future`, `at_before_last_act`.
base::Result<base::Instant> instant_of(const ActRequest&, const procedure::Case&, base::Instant now);

}  // namespace acts
