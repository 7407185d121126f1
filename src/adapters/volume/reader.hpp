#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "volume/judge.hpp"

namespace volumes {

struct Verified {
    volume::Manifest manifest = {};
    std::string key;  // SM3 of the public key that signed, to be compared with the one the agency gives out
    std::vector<volume::Fault> faults = {};
    bool sound() const { return faults.empty(); }
};

// Checks a volume whole: signature, every content, the chain of acts, and every byte of the container. An
// error only when the file cannot be read or is no volume at all. With `key` (PEM) only that key is believed.
base::Result<Verified> verify(const std::filesystem::path& file, const std::optional<std::string>& key = {});

}  // namespace volumes
