#include "signing/seal_picture.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace signing {

namespace {

std::vector<std::string> letters_of(std::string_view text) {
    std::vector<std::string> letters;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) == 0x80U && !letters.empty())
            letters.back() += byte;
        else
            letters.emplace_back(1, byte);
    }
    return letters;
}

// 0 is straight up, growing clockwise.
Point on_circle(double radius, double angle) {
    return {.x = radius * std::sin(angle), .y = -radius * std::cos(angle)};
}

}  // namespace

SealPicture seal_picture(std::string_view name, std::string_view under, double diameter) {
    using std::numbers::pi;
    SealPicture made;
    made.ring = diameter * 0.028;
    made.radius = diameter / 2 - made.ring / 2;
    const double star = diameter * 0.165;
    for (std::size_t i = 0; i < made.star.size(); ++i)
        made.star[i] = on_circle(i % 2 == 0 ? star : star * 0.382, static_cast<double>(i) * pi / 5);
    const std::vector<std::string> letters = letters_of(name);
    const double count = static_cast<double>(std::max<std::size_t>(letters.size(), 1));
    const double whole = std::min(1.45 * pi, count * 0.33);
    const double step = whole / count;
    const double middle = diameter * 0.385;
    const double size = std::min(diameter * 0.125, middle * step * 0.92);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const double angle = (static_cast<double>(i) + 0.5 - count / 2) * step;
        made.letters.push_back(
            {.letter = letters[i], .middle = on_circle(middle, angle), .turn = angle, .size = size});
    }
    made.under = under;
    made.under_middle = {.x = 0, .y = diameter * 0.29};
    made.under_size = diameter * 0.1;
    return made;
}

}  // namespace signing
