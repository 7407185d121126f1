#pragma once
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/result.hpp"
#include "installation/installation.hpp"

namespace commands {

// The words behind a command: `--name value`, `--switch` and the rest in order.
class Options {
  public:
    // Error `bad_option` for an option that is not known or has no value.
    static base::Result<Options> read(std::span<const std::string> arguments,
                                      const std::set<std::string>& with_value,
                                      const std::set<std::string>& switches);
    std::optional<std::string> value(std::string_view name) const;
    bool has(std::string_view name) const { return switches_.contains(std::string(name)); }
    const std::vector<std::string>& words() const { return words_; }
    bool help() const { return has("--help"); }

  private:
    std::vector<std::pair<std::string, std::string>> values_;
    std::set<std::string> switches_;
    std::vector<std::string> words_;
};

inline constexpr int done = 0, refused = 1, bad_input = 2;

int say(std::string_view help);                                  // prints it, 0
int complain(const base::Error& error, int status = bad_input);  // one line to standard error

// A file, or standard input for "-".
base::Result<std::string> read_input(const std::string& path);

// --data, --database, --fonts.
installation::Place place_of(const Options& options);

}  // namespace commands
