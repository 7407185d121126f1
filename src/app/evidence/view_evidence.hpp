#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"

namespace evidence {

struct Opened {
    ports::Evidence evidence;
    std::filesystem::path path;
};

// Opening a piece of evidence is a custody event of its own; `first_part` is false for the later parts of one
// viewing (a film is fetched in ranges), which are not noted again.
base::Result<Opened> view_evidence(const office::Office&, const identity::Viewer&, std::string_view id,
                                   bool first_part);

}  // namespace evidence
