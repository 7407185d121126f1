#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"

namespace ports {

struct FileToRead {
    std::string evidence, case_no;
    std::string name, type;  // as it came in; media type by content
    std::int64_t size = 0;
    std::string sm3;
    std::vector<std::string> parties;  // names of the case
};

struct FileOutcome {
    std::string state;     // proposed nothing failed, or waiting once more
    base::Value proposal;  // kind, name and why; null unless proposed
    std::string failure;   // why it could not be read
    std::string words;
};

struct GivenName {
    std::string name;
    bool was_proposed = false;
    std::string by, by_name;
    base::Instant at;
};

// 智能命名 of one file of a case.
struct FileNaming {
    std::string evidence, file_name;
    std::string state;  // waiting reading proposed nothing failed; empty when its words are not read (a film)
    base::Value proposal;
    std::string failure;
    std::optional<GivenName> given = {};
};

class NamingStore {
  public:
    virtual ~NamingStore() = default;
    virtual base::Result<std::vector<FileNaming>> of_case(const identity::Viewer&,
                                                          std::string_view case_no) = 0;
    virtual base::Result<void> give(const identity::Viewer&, std::string_view evidence, const GivenName&) = 0;
    // What was read of it; empty when nothing was.
    virtual base::Result<std::string> words(const identity::Viewer&, std::string_view evidence) = 0;
    // Read anew; nothing happens while it waits or is read. What comes in is queued by the evidence store.
    virtual base::Result<void> queue(const identity::Viewer&, std::string_view evidence,
                                     base::Instant at) = 0;

    // The reader's side, across agencies; nobody is signed in.
    virtual base::Result<std::optional<FileToRead>> take(base::Instant at) = 0;
    virtual base::Result<void> finish(std::string_view evidence, const FileOutcome&, base::Instant at) = 0;
};

}  // namespace ports
