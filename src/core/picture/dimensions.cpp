#include "picture/dimensions.hpp"

#include <algorithm>

namespace picture {

namespace {

using namespace std::string_view_literals;

enum class Order { big, little };

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t count, Order order) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = order == Order::big ? i : count - 1 - i;
        value = value << 8 | static_cast<unsigned char>(bytes[at + place]);
    }
    return value;
}

bool has(std::string_view bytes, std::size_t at, std::size_t count) {
    return at <= bytes.size() && bytes.size() - at >= count;
}

// IHDR stands first: ISO/IEC 15948, 11.2.2.
std::optional<Dimensions> of_png(std::string_view head) {
    if (!has(head, 0, 24) || head.substr(12, 4) != "IHDR") return std::nullopt;
    return Dimensions{number(head, 16, 4, Order::big), number(head, 20, 4, Order::big)};
}

bool begins_frame(unsigned mark) {
    return mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
}

// The segments one behind the other up to that which begins the frame (SOF): ITU-T T.81, B.2.2.
std::optional<Dimensions> of_jpeg(std::string_view head) {
    std::size_t at = 2;
    while (has(head, at, 4)) {
        const auto mark = static_cast<unsigned char>(head[at + 1]);
        if (static_cast<unsigned char>(head[at]) != 0xFF) return std::nullopt;
        if (mark == 0xFF) {  // filling
            ++at;
            continue;
        }
        if (begins_frame(mark)) {
            if (!has(head, at, 9)) return std::nullopt;
            return Dimensions{number(head, at + 7, 2, Order::big), number(head, at + 5, 2, Order::big)};
        }
        const bool is_alone = mark == 0x01 || (mark >= 0xD0 && mark <= 0xD9);
        at += is_alone ? 2 : 2 + number(head, at + 2, 2, Order::big);
    }
    return std::nullopt;
}

std::optional<Dimensions> of_gif(std::string_view head) {
    if (!has(head, 0, 10)) return std::nullopt;
    return Dimensions{number(head, 6, 2, Order::little), number(head, 8, 2, Order::little)};
}

// The height is negative where the lines run from above.
std::optional<Dimensions> of_bmp(std::string_view head) {
    if (!has(head, 0, 26)) return std::nullopt;
    if (number(head, 14, 4, Order::little) == 12)
        return Dimensions{number(head, 18, 2, Order::little), number(head, 20, 2, Order::little)};
    const std::uint64_t height = number(head, 22, 4, Order::little);
    return Dimensions{number(head, 18, 4, Order::little),
                      height > 0x7FFF'FFFF ? 0x1'0000'0000 - height : height};
}

// VP8 (RFC 6386, 9.1), VP8L and VP8X say it each in their own way.
std::optional<Dimensions> of_webp(std::string_view head) {
    if (!has(head, 0, 30)) return std::nullopt;
    const std::string_view kind = head.substr(12, 4);
    if (kind == "VP8X")
        return Dimensions{number(head, 24, 3, Order::little) + 1, number(head, 27, 3, Order::little) + 1};
    if (kind == "VP8L") {
        const std::uint64_t bits = number(head, 21, 4, Order::little);
        return Dimensions{(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
    }
    if (kind != "VP8 ") return std::nullopt;
    return Dimensions{number(head, 26, 2, Order::little) & 0x3FFF,
                      number(head, 28, 2, Order::little) & 0x3FFF};
}

// The picture is put together of tiles; the largest extent told (`ispe`) is that of the whole (ISO/IEC
// 23008-12, 6.5.3).
std::optional<Dimensions> of_heic(std::string_view head) {
    std::optional<Dimensions> largest;
    for (auto at = head.find("ispe"sv); at != std::string_view::npos; at = head.find("ispe"sv, at + 4)) {
        if (!has(head, at, 16)) break;
        const Dimensions told{number(head, at + 8, 4, Order::big), number(head, at + 12, 4, Order::big)};
        if (!largest || told.pixels() > largest->pixels()) largest = told;
    }
    return largest;
}

}  // namespace

std::optional<Dimensions> dimensions(std::string_view head) {
    head = head.substr(0, head_bytes);
    if (head.starts_with("\x89PNG\r\n\x1a\n"sv)) return of_png(head);
    if (head.starts_with("\xff\xd8\xff"sv)) return of_jpeg(head);
    if (head.starts_with("GIF8"sv)) return of_gif(head);
    if (head.starts_with("BM"sv)) return of_bmp(head);
    if (head.starts_with("RIFF"sv) && has(head, 8, 4) && head.substr(8, 4) == "WEBP") return of_webp(head);
    if (has(head, 4, 4) && head.substr(4, 4) == "ftyp") return of_heic(head);
    return std::nullopt;
}

}  // namespace picture
