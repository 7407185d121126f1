#pragma once
#include <string>
#include <vector>

#include "volume/container.hpp"
#include "volume/manifest.hpp"

namespace volume {

struct Fault {
    std::string what;  // changed, dropped, added, reordered, container, signature, chain
    std::string path;  // of the item, empty for the whole
    std::string message;
    friend bool operator==(const Fault&, const Fault&) = default;
};

// An entry as it was found, its content hashed.
struct Seen {
    std::string path;
    std::uint64_t size = 0;
    std::string sm3;
};

// Compares what is there, in its order and without manifest and signature, with what was signed.
std::vector<Fault> judge(const Manifest& manifest, const std::vector<Seen>& seen);

// Whether the names come in the order of the list; then every place in the file follows from the list.
bool in_order(const Manifest& manifest, const std::vector<std::string>& names);

// Each act continues the one before it; `hashes` are SM3(prev_hash ‖ text) of the texts found, by place.
std::vector<Fault> judge_chain(const Manifest& manifest, const std::vector<Link>& links,
                               const std::vector<std::string>& hashes);

}  // namespace volume
