#pragma once
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/foreign_volumes.hpp"

namespace foreign_volumes {

constexpr std::int64_t chunk_bytes = 4LL << 20;

struct Room {
    const office::Office& office;
    ports::ForeignVolumeStore& store;
    ports::ForeignShelf& shelf;
};

// Loading goes piece by piece, as evidence does. Open to whoever works on cases. Errors: `not_permitted`,
// `bad_name`, `file_empty`, `file_too_large`.
base::Result<ports::ForeignUpload> begin(const Room&, const identity::Viewer&, std::string_view name,
                                         std::int64_t size);
base::Result<ports::ForeignUpload> receive(const Room&, const identity::Viewer&, std::string_view id,
                                           std::int64_t k, std::string_view bytes);

// Checks the whole volume and keeps it when it is sound and signed with the key expected, if one is: SM3 of
// the public key, as the other agency gives it out. Otherwise every fault is told and nothing is kept.
// Errors: `upload_incomplete`, `in_progress`, `already_loaded`.
struct Loaded {
    std::optional<ports::ForeignVolume> volume = {};
    std::vector<volume::Fault> faults = {};
};
base::Result<Loaded> complete(const Room&, const identity::Viewer&, std::string_view id,
                              std::string_view expected_key);

// What was begun and is not wanted any more. A file that nobody abandons goes by itself one day (sweep).
base::Result<void> abandon(const Room&, const identity::Viewer&, std::string_view id);

// Those who run the system, its security or its audit only are no party to any case.
bool works_on_cases(const identity::Viewer&);

}  // namespace foreign_volumes
