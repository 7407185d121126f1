#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"

namespace ports {

// A phrase (常用语) of a unit's library; without a node it is the whole agency's.
struct Phrase {
    std::string id, agency, node;
    std::string title, words;
    std::string act, field;  // where it fits: an act, one free field of it; blank: everywhere
    std::int64_t lock = 1;   // counts the changes
    std::string made_by, made_by_name;
    base::Instant made_at = {};
    std::string edited_by_name = {};
    base::Instant edited_at = {};
    std::string retired_by_name = {};
    std::optional<base::Instant> retired_at = {};
    bool may_keep = false;  // the viewer may edit and retire it
};

class PhraseStore {
  public:
    virtual ~PhraseStore() = default;
    virtual base::Result<std::vector<Phrase>> list(const identity::Viewer&) = 0;
    virtual base::Result<Phrase> load(const identity::Viewer&, std::string_view id) = 0;  // `not_found`
    virtual base::Result<std::int64_t> count(const identity::Viewer&, std::string_view node) = 0;
    virtual base::Result<void> create(const identity::Viewer&, const Phrase&) = 0;
    // `lock` is the one that was read. Errors: `version_conflict`, `already_ended`, `not_permitted`.
    virtual base::Result<void> save(const identity::Viewer&, const Phrase&) = 0;
};

}  // namespace ports
