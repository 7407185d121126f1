#include "picture/limits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "picture/dimensions.hpp"

namespace picture {

base::Result<Limits> Limits::from(const base::Value& row) {
    const auto side = row.integer("side_max").value_or(0), pixels = row.integer("pixels_max").value_or(0);
    if (side <= 0 || pixels <= 0)
        return base::fail("bad_catalogue", "图片限制 side_max、pixels_max 应当是正整数");
    return Limits{.side_max = static_cast<std::uint64_t>(side),
                  .pixels_max = static_cast<std::uint64_t>(pixels)};
}

base::Result<void> check_size(std::string_view head, const Limits& limits) {
    const auto size = dimensions(head);
    if (!size || size->width == 0 || size->height == 0)
        return base::fail("picture_unreadable",
                          "图片的文件头不完整，读不出宽和高；请重新拍摄或者另存后再上传", {}, "name");
    if (std::max(size->width, size->height) > limits.side_max || size->pixels() > limits.pixels_max)
        return base::fail(
            "picture_too_large",
            fmt::format("图片有{}×{}像素，超过每边{}像素或者总计{}万像素的限制；请缩小后再上传，"
                        "原始文件可以存入光盘随卷",
                        size->width, size->height, limits.side_max, limits.pixels_max / 10'000),
            {}, "name");
    return {};
}

}  // namespace picture
