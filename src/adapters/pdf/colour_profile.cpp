#include "pdf/colour_profile.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace pdf {

namespace {

void put16(std::string& out, unsigned value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value >> 16);
    put16(out, value & 0xFFFF);
}

// s15Fixed16Number
void put_fixed(std::string& out, double value) {
    put32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string xyz(double x, double y, double z) {
    std::string out("XYZ \0\0\0\0", 8);
    for (const double value : {x, y, z}) put_fixed(out, value);
    return out;
}

std::string description(std::string_view words) {
    std::string out("desc\0\0\0\0", 8);
    put32(out, static_cast<std::uint32_t>(words.size() + 1));
    out += words;
    out.append(1 + 4 + 4 + 2 + 1 + 67, '\0');  // the end of the words; no Unicode and no ScriptCode words
    return out;
}

// The transfer function of the norm at 256 even steps.
std::string curve() {
    std::string out("curv\0\0\0\0", 8);
    put32(out, 256);
    for (int i = 0; i < 256; ++i) {
        const double encoded = i / 255.0;
        const double linear = encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
        put16(out, static_cast<unsigned>(std::lround(linear * 65535)));
    }
    return out;
}

std::string header(std::size_t size) {
    std::string out;
    put32(out, static_cast<std::uint32_t>(size));
    put32(out, 0);
    put32(out, 0x02100000);
    out += "mntrRGB XYZ ";
    for (const unsigned part : {2024u, 1u, 1u, 0u, 0u, 0u}) put16(out, part);
    out += "acsp";
    out.append(28, '\0');  // platform, flags, maker, model, attributes, intent: perceptual
    for (const double part : {0.9642, 1.0, 0.8249}) put_fixed(out, part);
    out.append(48, '\0');
    return out;
}

}  // namespace

std::string srgb_profile() {
    // The primaries seen under D50, the white of the connection space.
    const std::vector<std::pair<std::string_view, std::string>> tags = {
        {"desc", description("sRGB IEC61966-2.1")},
        {"cprt", std::string("text\0\0\0\0", 8) + "CC0" + '\0'},
        {"wtpt", xyz(0.9642, 1.0, 0.8249)},
        {"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
        {"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
        {"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
        {"rTRC", curve()}
    };
    const std::size_t count = tags.size() + 2;  // green and blue share the curve of red
    std::string table, data;
    const std::size_t begin = 128 + 4 + 12 * count;
    put32(table, static_cast<std::uint32_t>(count));
    const auto entry = [&](std::string_view name, std::size_t at, std::size_t size) {
        table += name;
        put32(table, static_cast<std::uint32_t>(at));
        put32(table, static_cast<std::uint32_t>(size));
    };
    for (const auto& [name, value] : tags) {
        const std::size_t at = begin + data.size();
        entry(name, at, value.size());
        data += value;
        data.append((4 - data.size() % 4) % 4, '\0');
        if (name == "rTRC")
            for (const char* other : {"gTRC", "bTRC"}) entry(other, at, value.size());
    }
    return header(begin + data.size()) + table + data;
}

}  // namespace pdf
