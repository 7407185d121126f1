#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace catalogue {

// The law as data: the YAML files of catalogue/, from the binary itself or, for trying a change, from a folder.
class Files {
  public:
    explicit Files(std::optional<std::filesystem::path> folder = {}) : folder_(std::move(folder)) {}
    base::Result<base::Value> load(std::string_view path) const;               // "procedure/acts.yaml"
    std::vector<std::string> paths(std::string_view prefix) const;             // sorted, below "templates/" …

  private:
    std::optional<std::filesystem::path> folder_;
};

}  // namespace catalogue
