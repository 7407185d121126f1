#include "bench/input.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "json/json.hpp"

namespace bench {

base::Result<base::Value> read_input(std::span<const std::string> arguments, std::size_t place,
                                     std::string_view what) {
    if (arguments.size() <= place) return base::fail("missing_argument", fmt::format("还需要{}", what));
    std::ifstream file(arguments[place], std::ios::binary);
    if (!file) return base::fail("not_found", fmt::format("打不开文件“{}”", arguments[place]));
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace bench
