#include "signing/marks.hpp"

namespace signing {

namespace {

constexpr std::string_view colon = "：", rule = "＿", space = "　";

}  // namespace

std::vector<SigningPlace> places_in(std::string_view line) {
    std::vector<SigningPlace> places;
    std::size_t start = 0;
    for (auto at = line.find(colon); at != std::string_view::npos; at = line.find(colon, at + 1)) {
        SigningPlace place{.role = std::string(line.substr(start, at - start)), .begin = at + colon.size()};
        place.end = place.begin;
        while (line.substr(place.end).starts_with(rule)) place.end += rule.size();
        const auto gap = line.find(space, place.end);
        start = gap == std::string_view::npos ? line.size() : gap + space.size();
        if (place.end > place.begin && !place.role.empty()) places.push_back(std::move(place));
    }
    return places;
}

}  // namespace signing
