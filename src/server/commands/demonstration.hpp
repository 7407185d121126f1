#pragma once
#include "base/result.hpp"
#include "installation/certificates.hpp"
#include "installation/installation.hpp"

namespace commands {

// Loads the demonstration bureau and its cases into an empty database; does nothing when an organisation is
// there.
base::Result<void> load_demonstration(installation::Installation&, installation::Certificates&);

}  // namespace commands
