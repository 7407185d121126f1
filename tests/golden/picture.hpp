#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace golden {

// A page in sixteen greys, 0 black to 15 white.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> greys;
};

std::optional<Picture> read_pgm(const std::filesystem::path& path);
// Golden pictures are PNG files of four bits a pixel as write_png makes them.
std::optional<Picture> read_png(const std::filesystem::path& path);
void write_png(const std::filesystem::path& path, const Picture& picture);

// How many pixels differ by more than edges drawn a little otherwise do; all of them when the sizes differ.
std::size_t differing(const Picture& one, const Picture& other);

}  // namespace golden
