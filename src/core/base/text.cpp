#include "base/text.hpp"

#include <cstdint>

namespace base {

namespace {

// Length of the sequence a lead byte opens, 0 when it opens none.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_allowed(std::size_t length, std::uint32_t point) {
    if (length == 3) return point >= 0x800 && !(point >= 0xD800 && point <= 0xDFFF);
    if (length == 4) return point >= 0x10000 && point <= 0x10FFFF;
    return true;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = sequence_length(lead);
        if (length == 0 || i + length > text.size()) return false;
        std::uint32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            const auto byte = static_cast<unsigned char>(text[i + k]);
            if ((byte & 0xC0u) != 0x80u) return false;
            point = (point << 6) | (byte & 0x3Fu);
        }
        if (!is_allowed(length, point)) return false;
        i += length;
    }
    return true;
}

std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) ++count;
    return count;
}

bool is_blank(std::string_view text) {
    constexpr std::string_view ideographic_space = "　";
    while (!text.empty()) {
        if (text.starts_with(ideographic_space))
            text.remove_prefix(ideographic_space.size());
        else if (text[0] == ' ' || text[0] == '\t' || text[0] == '\n' || text[0] == '\r')
            text.remove_prefix(1);
        else
            return false;
    }
    return true;
}

}  // namespace base
