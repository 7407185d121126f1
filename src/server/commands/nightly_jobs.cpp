#include "commands/nightly_jobs.hpp"

namespace commands {

std::vector<nightly::Job> nightly_jobs(installation::Installation&) {
    return {};
}

}  // namespace commands
