#include "picture.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "golden_papers.hpp"

namespace golden {

namespace {

constexpr std::string_view signature("\x89PNG\r\n\x1a\n", 8);
constexpr int grey_tolerance = 3;

std::string number(std::uint32_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

std::string chunk(const std::string& kind, const std::string& content) {
    const std::string summed = kind + content;
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(summed.data()), static_cast<uInt>(summed.size()));
    return number(static_cast<std::uint32_t>(content.size())) + summed +
           number(static_cast<std::uint32_t>(sum));
}

std::size_t row_bytes(int width) {
    return 1 + static_cast<std::size_t>((width + 1) / 2);  // the filter of the row and two pixels a byte
}

}  // namespace

std::optional<Picture> read_pgm(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string kind;
    int levels = 0;
    Picture made;
    if (!(file >> kind >> made.width >> made.height >> levels) || kind != "P5" || levels != 255)
        return std::nullopt;
    file.get();
    std::string pixels(static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height), '\0');
    if (!file.read(pixels.data(), static_cast<std::streamsize>(pixels.size()))) return std::nullopt;
    for (const char pixel : pixels)
        made.greys.push_back(static_cast<std::uint8_t>(static_cast<unsigned char>(pixel) >> 4));
    return made;
}

std::optional<Picture> read_png(const std::filesystem::path& path) {
    const std::string bytes = file_text(path);
    if (!bytes.starts_with(signature) || bytes.size() < 57) return std::nullopt;
    Picture made{.width = static_cast<int>(number_at(bytes, 16)),
                 .height = static_cast<int>(number_at(bytes, 20)),
                 .greys = {}};
    const auto data = bytes.find("IDAT");
    std::string rows(row_bytes(made.width) * static_cast<std::size_t>(made.height), '\0');
    uLongf size = rows.size();
    if (data == std::string::npos || uncompress(reinterpret_cast<Bytef*>(rows.data()), &size,
                                                reinterpret_cast<const Bytef*>(bytes.data()) + data + 4,
                                                number_at(bytes, data - 4)) != Z_OK)
        return std::nullopt;
    for (int y = 0; y < made.height; ++y)
        for (int x = 0; x < made.width; ++x) {
            const auto pair =
                static_cast<unsigned char>(rows[static_cast<std::size_t>(y) * row_bytes(made.width) + 1 +
                                                static_cast<std::size_t>(x / 2)]);
            made.greys.push_back(static_cast<std::uint8_t>(x % 2 == 0 ? pair >> 4 : pair & 0xF));
        }
    return made;
}

void write_png(const std::filesystem::path& path, const Picture& picture) {
    std::string rows;
    for (int y = 0; y < picture.height; ++y) {
        const std::size_t from = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
        rows += '\0';
        for (int x = 0; x < picture.width; x += 2) {
            const std::size_t at = from + static_cast<std::size_t>(x);
            const int second = x + 1 < picture.width ? picture.greys[at + 1] : 0;
            rows += static_cast<char>(picture.greys[at] << 4 | second);
        }
    }
    uLongf size = compressBound(rows.size());
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
              rows.size(), Z_BEST_COMPRESSION);
    packed.resize(size);
    const std::string header = number(static_cast<std::uint32_t>(picture.width)) +
                               number(static_cast<std::uint32_t>(picture.height)) +
                               std::string("\x04\x00\x00\x00\x00", 5);
    std::ofstream(path, std::ios::binary)
        << signature << chunk("IHDR", header) << chunk("IDAT", packed) << chunk("IEND", "");
}

std::size_t differing(const Picture& one, const Picture& other) {
    if (one.width != other.width || one.height != other.height)
        return std::max(one.greys.size(), other.greys.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < one.greys.size(); ++i)
        if (std::abs(one.greys[i] - other.greys[i]) > grey_tolerance) ++count;
    return count;
}

}  // namespace golden
