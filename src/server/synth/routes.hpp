#pragma once
#include "base/result.hpp"
#include "installation/installation.hpp"
#include "synth/land.hpp"
#include "synth/report.hpp"
#include "synth/settings.hpp"
#include "synth/teller.hpp"

namespace synth {

struct Making {
    const Settings& settings;
    const Book& book;
    const demo::Organisation& organisation;
    const Land& land;
    installation::Installation& opened;
};

// Through the use cases of the program, as officers would: proposals, signatures, papers, chain.
base::Result<void> record_histories(const Making& making, Report& report);
// By COPY, and then a sample of what was written is folded anew and compared.
base::Result<void> copy_histories(const Making& making, Report& report);

}  // namespace synth
