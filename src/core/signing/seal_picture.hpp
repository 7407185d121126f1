#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace signing {

struct Point {
    double x = 0, y = 0;
};

// A character of the name on its arc: where its middle stands and how far it is turned (radians).
struct SealLetter {
    std::string letter;
    Point middle;
    double turn = 0;
    double size = 0;
};

// The round seal of an agency (国发〔1999〕25号: 42 mm for a bureau of a county, the name from left to right
// round the star) as figures around the origin, in the measure of `diameter`. `under`: words below the star;
// a demonstration says so there.
struct SealPicture {
    double radius = 0, ring = 0;
    std::array<Point, 10> star = {};
    std::vector<SealLetter> letters;
    std::string under;
    Point under_middle;
    double under_size = 0;
};

SealPicture seal_picture(std::string_view name, std::string_view under, double diameter);

}  // namespace signing
