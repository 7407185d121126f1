#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"

namespace acts {

// What somebody wants recorded, as it came in: {act, at?, by?, party?, data, paper?, looked_at?}.
struct ActRequest {
    std::string act;
    std::optional<base::Instant> at = {};  // now when absent
    std::vector<std::string> by;
    std::optional<std::string> party = {};
    base::Value data = base::Object{};
    base::Value paper = base::Object{};
    // SM3 of the texts he has seen before they are published; nothing where the program itself acts.
    std::optional<std::vector<std::string>> looked_at = {};

    // Errors: `unknown_field`, `wrong_type`, `missing_field`, `text_too_long`, `bad_date`, each with its
    // field. Without `by` it is the viewer alone.
    static base::Result<ActRequest> from(const base::Value& body, const identity::Viewer& viewer);
    base::Value to_value() const;
};

// No text beyond its limit, no list or tree out of proportion; `path` names the root in errors.
base::Result<void> check_size(const base::Value& value, const std::string& path);

// Members other than these are refused: `unknown_field`.
base::Result<void> check_members(const base::Value& object, const std::vector<std::string>& allowed,
                                 const std::string& path = {});

}  // namespace acts
