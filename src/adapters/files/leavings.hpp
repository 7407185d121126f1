#pragma once
#include <filesystem>
#include <functional>
#include <optional>

#include "ports/sweep.hpp"

namespace files {

// When a file, or a folder and what lies in it, was changed last, and how large it is.
std::optional<ports::Leaving> look_at(const std::filesystem::path& path);

// Unfinished things in a folder. `id_of` says of a name to which upload it belongs, "" for none; nothing for
// what is no leaving and is never touched.
class Leavings final : public ports::Leavings {
  public:
    using IdOf = std::function<std::optional<std::string>(std::string_view name)>;
    Leavings(std::filesystem::path folder, IdOf id_of)
        : folder_(std::move(folder)), id_of_(std::move(id_of)) {}

    std::vector<ports::Leaving> all() override;
    base::Result<bool> remove(const ports::Leaving&,
                              const std::function<base::Result<bool>()>& is_unwanted) override;

  private:
    std::filesystem::path folder_;
    IdOf id_of_;
};

// files/uploads: a folder of pieces for each upload, and new-… for what is being written.
std::optional<std::string> upload_of(std::string_view name);
// volumes: work-… while a volume is bound, and the file it is written to before it takes its name.
std::optional<std::string> volume_work_of(std::string_view name);

// 32 hexadecimal digits, as identifiers are.
bool is_identifier(std::string_view text);

}  // namespace files
