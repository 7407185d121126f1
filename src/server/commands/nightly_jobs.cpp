#include "commands/nightly_jobs.hpp"

#include "alarms/digest.hpp"

namespace commands {

namespace {

base::Result<base::Value> digests(const alarms::Watch& watch, const nightly::GoesOn& goes_on) {
    const auto run = TRY(alarms::write_digests(watch, goes_on));
    return base::Object{
        {"persons", run.persons},
        {"made",    run.made   }
    };
}

}  // namespace

std::vector<nightly::Job> nightly_jobs(installation::Installation& installation) {
    return {
        {"digest", [&watch = installation.watch()](base::Date, const nightly::GoesOn& goes_on) {
             return digests(watch, goes_on);
         }}
    };
}

}  // namespace commands
