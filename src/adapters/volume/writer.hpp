#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/volume_desk.hpp"
#include "volume/manifest.hpp"

namespace volumes {

using Source = ports::VolumePiece;

struct Signed {
    std::string signature, public_pem;
};
using Sign = std::function<base::Result<Signed>(std::string_view message)>;

// Writes the volume in constant memory: every content is read twice, once for the list, once into the file.
// The offline verifier goes in first, the list and its signature last. The file appears under its name when
// it is whole.
base::Result<volume::Manifest> write(const std::filesystem::path& to, volume::Manifest manifest,
                                     std::vector<Source> sources, const std::vector<volume::Link>& chain,
                                     const Sign& sign);

// The page that checks a volume without a server; it lies in every volume.
std::string_view verifier_page();

}  // namespace volumes
