#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"
#include "volume/manifest.hpp"

namespace ports {

// An act as it was hashed: SM3(prev_hash ‖ body) is hash.
struct ChainAct {
    int n = 0;
    std::string act, prev_hash, hash, body;
};

// What goes into a volume: a file of the blob folder, or bytes. Size and hash are found while it is written.
struct VolumePiece {
    volume::Item item;
    std::filesystem::path file = {};
    std::string bytes = {};
};

// The sealed volume (电子案卷): what is signed of a case, and the file it becomes.
class VolumeDesk {
  public:
    virtual ~VolumeDesk() = default;
    virtual base::Result<std::vector<ChainAct>> chain(const identity::Viewer&, std::string_view case_no) = 0;
    // Written in constant memory with the chain behind the pieces, and signed with the key of the agency;
    // answers where the file lies.
    virtual base::Result<std::filesystem::path> write(volume::Manifest manifest,
                                                      std::vector<VolumePiece> pieces,
                                                      const std::vector<volume::Link>& chain) = 0;
    // A folder to work in; it is emptied and gone when the last who holds it lets go.
    using Room = std::shared_ptr<const std::filesystem::path>;
    virtual base::Result<Room> room() = 0;
    // What a file must hold (catalogue/documents/volume.yaml).
    virtual const base::Value& rules() const = 0;
};

}  // namespace ports
