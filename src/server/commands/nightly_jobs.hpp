#pragma once
#include <vector>

#include "installation/installation.hpp"
#include "nightly/nightly.hpp"

namespace commands {

// What is done once for each civil day, in this order. A new job is one more line here. `superior`: host:port
// of the installation of the node above, empty where both nodes live here.
std::vector<nightly::Job> nightly_jobs(installation::Installation& installation, const std::string& superior);

}  // namespace commands
