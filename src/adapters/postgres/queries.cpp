#include "postgres/queries.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "db_files_embedded.hpp"

namespace postgres {

std::string query_text(std::string_view name) {
    const auto text = db_files::embedded(fmt::format("queries/{}.sql", name));
    if (text.empty()) throw std::logic_error(fmt::format("there is no query {}", name));
    return std::string(text);
}

}  // namespace postgres
