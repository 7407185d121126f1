#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "naming/rules.hpp"

namespace naming {

// What stands behind the labels of a kind; empty where nothing does.
std::string party_of(const Kind& kind, const std::vector<Line>& lines, std::size_t head_lines);
std::string number_of(const Kind& kind, const std::vector<Line>& lines, std::size_t head_lines);
std::optional<base::Date> date_of(const Kind& kind, const std::vector<Line>& lines);

// The name of a party of the case that the page has, the longest one.
std::string known_party(std::span<const std::string> parties, const std::vector<Line>& lines);
// A party of the case the reader got one letter of wrong is that party.
std::string nearest_party(std::span<const std::string> parties, std::string_view read);

}  // namespace naming
