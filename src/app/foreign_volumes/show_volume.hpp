#pragma once
#include "foreign_volumes/load_volume.hpp"

namespace foreign_volumes {

base::Result<std::vector<ports::ForeignVolume>> list(const Room&, const identity::Viewer&);

// An act as the other side recorded it; it is no act of ours and is never folded.
struct ForeignAct {
    int n = 0;
    std::string title, at, hash;
    std::vector<std::string> signers;
    int item = 0;  // its place among the items
};
struct Shown {
    ports::ForeignVolume volume;
    volume::Manifest manifest;
    std::vector<ForeignAct> acts;
};
// The volume with everything in it, by name. That somebody looked is noted.
base::Result<Shown> show(const Room&, const identity::Viewer&, std::string_view id);

// Where one thing of a volume lies; `item` counts from 0. That somebody opened it is noted.
struct Stretch {
    std::filesystem::path path;
    std::uint64_t offset = 0, size = 0;
    volume::Item item;
};
base::Result<Stretch> open_item(const Room&, const identity::Viewer&, std::string_view id, std::int64_t item);

}  // namespace foreign_volumes
