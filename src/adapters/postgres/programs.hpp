#pragma once
#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace postgres {

base::Result<std::filesystem::path> program_folder();  // where postgres and initdb are
base::Result<std::string> major_version(const std::filesystem::path& programs);  // "15"

}  // namespace postgres
