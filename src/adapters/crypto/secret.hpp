#pragma once
#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace crypto {

// The secret of this installation, under which its keys lie encrypted: a file only its owner may read,
// made with fresh randomness when absent. A file others may read is refused.
base::Result<std::string> installation_secret(const std::filesystem::path& file);

}  // namespace crypto
