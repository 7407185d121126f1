#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "volume/hazards.hpp"
#include "volume/judge.hpp"

namespace volumes {

struct Verified {
    volume::Manifest manifest = {};
    std::string key;  // SM3 of the public key that signed, to be compared with the one the agency gives out
    std::vector<volume::Fault> faults = {};
    bool sound() const { return faults.empty(); }
};

// Judges a signature on a paper (an item of the kind "signature") by its text and the list: what is wrong
// with it, empty when it holds.
using JudgeSignature = std::function<std::string(const volume::Manifest&, std::string_view text)>;

// Checks a volume whole: signature, every content, the chain of acts, and every byte of the container. An
// error only when the file cannot be read or is no volume at all. With `key` (PEM) only that key is believed.
base::Result<Verified> verify(const std::filesystem::path& file, const std::optional<std::string>& key = {},
                              const JudgeSignature& judge = {});

// What would be dangerous or unreadable in a container from another hand, told by its directory alone. Empty
// for every volume of ours; a fault `container` when there is no directory to be read.
base::Result<std::vector<volume::Fault>> look_for_hazards(const std::filesystem::path& file,
                                                          const volume::ForeignLimits& limits);

// The list of a volume that was found sound before.
base::Result<volume::Manifest> read_manifest(const std::filesystem::path& file);

}  // namespace volumes
