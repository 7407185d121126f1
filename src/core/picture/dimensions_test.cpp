#include "picture/dimensions.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "picture/limits.hpp"

namespace picture {
namespace {

using namespace std::string_literals;

std::string big(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
}
std::string little(std::uint64_t value, int bytes) {
    std::string out = big(value, bytes);
    return {out.rbegin(), out.rend()};
}
std::string png(std::uint64_t width, std::uint64_t height) {
    return "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"s + big(width, 4) + big(height, 4) + "\x08\x02\0\0\0"s;
}
// Segments before the frame, as telephones write them.
std::string jpeg(std::uint64_t width, std::uint64_t height, std::size_t before) {
    std::string out = "\xff\xd8"s;
    for (; before > 0; before -= std::min<std::size_t>(before, 60'000)) {
        const std::size_t one = std::min<std::size_t>(before, 60'000);
        out += "\xff\xe1"s + big(one + 2, 2) + std::string(one, '\xff');
    }
    out += "\xff\xff\xff\xc4"s + big(5, 2) + "abc";  // a filling, and a table that is no frame
    return out + "\xff\xc2"s + big(17, 2) + "\x08" + big(height, 2) + big(width, 2) + "\x03";
}

TEST(Picture, ReadsItsSizeFromTheHeader) {
    struct Row {
        const char* why;
        std::string head;
        std::optional<Dimensions> told;
    };
    const std::string heic =
        "\0\0\0\x18"
        "ftypheic\0\0\0\0"s +
        "....ispe"s + big(0, 4) + big(512, 4) + big(512, 4) + "....ispe" + big(0, 4) + big(4032, 4) +
        big(3024, 4);
    const Row table[] = {
        {"png", png(20'000, 20'000), {{20'000, 20'000}}},
        {"png cut in its header", png(20'000, 20'000).substr(0, 20), {}},
        {"jpeg", jpeg(4'000, 3'000, 0), {{4'000, 3'000}}},
        {"jpeg behind a large preview", jpeg(20'000, 20'000, 300'000), {{20'000, 20'000}}},
        {"jpeg that never comes to a frame", jpeg(1, 1, 2'000'000), {}},
        {"jpeg with no more than a mark", "\xff\xd8\xff"s, {}},
        {"gif", "GIF89a"s + little(640, 2) + little(480, 2), {{640, 480}}},
        {"bmp from above",
         "BM"s + std::string(12, '\0') + little(40, 4) + little(30'000, 4) +
             little(0x1'0000'0000 - 20'000, 4),
         {{30'000, 20'000}}},
        {"webp, extended",
         "RIFF....WEBPVP8X"s + std::string(8, '\0') + little(16'383, 3) + little(9'999, 3),
         {{16'384, 10'000}}},
        {"heic: the whole, not its tiles", heic, {{4'032, 3'024}}},
        {"no picture", "%PDF-1.7", {}},
        {"nothing", "", {}},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(dimensions(row.head), row.told);
    }
}

TEST(Picture, IsTakenUpToTheLimit) {
    const Limits limits{.side_max = 32'767, .pixels_max = 200'000'000};
    struct Row {
        const char* why;
        std::string head;
        const char* code;
    };
    const Row table[] = {
        {"what a telephone takes at most", png(16'320, 12'240), ""},
        {"a long panorama", png(30'000, 4'000), ""},
        {"20,000 by 20,000", png(20'000, 20'000), "picture_too_large"},
        {"one side too long", png(40'000, 10), "picture_too_large"},
        {"as much as the header can say", png(~0U, ~0U), "picture_too_large"},
        {"a picture without height", png(100, 0), "picture_unreadable"},
        {"a header that is cut off", "\x89PNG\r\n\x1a\n"s, "picture_unreadable"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto checked = check_size(row.head, limits);
        EXPECT_EQ(checked ? "" : checked.error().code, row.code);
    }
}

TEST(Picture, LimitsAreData) {
    EXPECT_FALSE(Limits::from(base::Object{
        {"side_max", 1}
    }));
    const auto limits = Limits::from(base::Object{
        {"side_max",   10 },
        {"pixels_max", 100}
    });
    ASSERT_TRUE(limits);
    EXPECT_FALSE(check_size(png(11, 1), *limits));
}

RC_GTEST_PROP(Picture, AnyBytesAreReadWithoutHarm, (std::string bytes)) {
    for (const auto* begin : {"\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF8", "BM", "RIFF....WEBP", "....ftyp"})
        dimensions(begin + bytes);
}

}  // namespace
}  // namespace picture
