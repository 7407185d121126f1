#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "volume/hazards.hpp"
#include "volume/judge.hpp"
#include "volume/manifest.hpp"

namespace ports {

struct ForeignUpload {
    std::string id, name;
    std::int64_t size = 0, chunk_size = 0;
    std::string author;
    base::Instant started_at;
    std::vector<std::int64_t> received = {};  // numbers of pieces, ascending
    std::vector<std::string> digests = {};    // their SM3, in the same order
};

// A volume of another agency that was found sound: what its list says of it, and who loaded it.
struct ForeignVolume {
    std::string id, region, name;
    std::int64_t size = 0;
    std::string sm3;      // of its list, from which every byte of it follows
    std::string key_sm3;  // of the public key it is signed with
    std::string case_no, agency, agency_name, made_at;
    int items = 0;
    std::string added_by, added_by_name;
    base::Instant added_at;
};

class ForeignVolumeStore {
  public:
    virtual ~ForeignVolumeStore() = default;
    virtual base::Result<void> begin(const identity::Viewer&, const ForeignUpload&) = 0;
    virtual base::Result<ForeignUpload> upload(const identity::Viewer&, std::string_view id) = 0;
    virtual base::Result<std::vector<ForeignUpload>> uploads(
        const identity::Viewer&) = 0;  // one's own, the newest first
    virtual base::Result<void> note_piece(const identity::Viewer&, std::string_view id, std::int64_t k,
                                          std::string_view sm3) = 0;
    virtual base::Result<void> end(const identity::Viewer&, std::string_view id) = 0;
    // The upload becomes the volume. Error: `already_loaded`.
    virtual base::Result<void> keep(const identity::Viewer&, const ForeignVolume&) = 0;
    virtual base::Result<std::vector<ForeignVolume>> list(const identity::Viewer&) = 0;
    virtual base::Result<ForeignVolume> load(const identity::Viewer&, std::string_view id) = 0;
    // Who looked at it, or at the thing in it that `subject` names.
    virtual base::Result<void> note_view(const identity::Viewer&, std::string_view id,
                                         std::string_view subject) = 0;
};

struct CheckedVolume {
    volume::Manifest manifest = {};
    std::string key_sm3;
    std::vector<volume::Fault> faults = {};
};

// The files of such volumes. Nothing in them is ever unpacked: a thing in a volume is a stretch of the file.
class ForeignShelf {
  public:
    virtual ~ForeignShelf() = default;
    virtual base::Result<void> put_piece(std::string_view id, std::uint64_t offset,
                                         std::string_view bytes) = 0;
    // One caller alone has it, until it is released. Error: `in_progress`.
    virtual base::Result<void> claim(std::string_view id) = 0;
    // From here on nothing more comes in. What lies under its final name is taken as well: whoever has the
    // claim knows that the store has no volume of it. Error: `not_found`.
    virtual base::Result<void> take(std::string_view id) = 0;
    // What was claimed, checked whole as `zhiheng verify --volume` does, after what would be dangerous in it
    // was looked for. Constant memory.
    virtual base::Result<CheckedVolume> check(std::string_view id) = 0;
    // What was taken and not judged after all comes in again.
    virtual void release(std::string_view id) = 0;
    virtual base::Result<void> keep(std::string_view id) = 0;
    virtual void drop_unfinished(std::string_view id) = 0;  // what came in or was taken; never what is kept
    virtual void drop_kept(std::string_view id) = 0;        // when it stands in the store under another name

    virtual base::Result<volume::Manifest> manifest(std::string_view id) = 0;
    virtual base::Result<std::string> text(std::string_view id, std::uint64_t offset, std::uint64_t size) = 0;
    virtual std::filesystem::path path(std::string_view id) = 0;
    virtual const volume::ForeignLimits& limits() const = 0;
    virtual std::string sm3_of(const volume::Manifest& manifest) const = 0;  // of its text
    virtual base::Result<base::Value> read_json(std::string_view text) const = 0;
};

}  // namespace ports
