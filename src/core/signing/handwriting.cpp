#include "signing/handwriting.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace signing {

namespace {

constexpr int pad_max = 100'000;   // one metre
constexpr int time_max = 600'000;  // ten minutes
constexpr std::size_t strokes_max = 200, touches_max = 8'000;
constexpr double ink_least = 800;  // eight millimetres of line: more than a tap

base::Result<int> whole(const base::Value& value, int most, std::string_view what) {
    const std::int64_t* number = value.as_int();
    if (!number || *number < 0 || *number > most)
        return base::fail("bad_strokes", "手写签名的" + std::string(what) + "不正确", {}, "strokes");
    return static_cast<int>(*number);
}

base::Result<Touch> read_touch(const base::Value& value, const Handwriting& pad, int earliest) {
    if (value.items().size() != 4)
        return base::fail("bad_strokes", "手写签名的每个点应当有横、纵、时间、压力四个数", {}, "strokes");
    Touch touch;
    touch.x = TRY(whole(value.items()[0], pad.width, "位置"));
    touch.y = TRY(whole(value.items()[1], pad.height, "位置"));
    touch.time = TRY(whole(value.items()[2], time_max, "时间"));
    touch.pressure = TRY(whole(value.items()[3], 1000, "压力"));
    if (touch.time < earliest) return base::fail("bad_strokes", "手写签名的时间前后颠倒", {}, "strokes");
    return touch;
}

double length(const PenStroke& stroke) {
    double sum = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i)
        sum += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    return sum;
}

struct Box {
    double left = 1e9, top = 1e9, right = 0, bottom = 0;
};

Box box_of(const Handwriting& handwriting) {
    Box box;
    for (const PenStroke& stroke : handwriting.strokes)
        for (const Touch& touch : stroke) {
            box.left = std::min(box.left, static_cast<double>(touch.x));
            box.right = std::max(box.right, static_cast<double>(touch.x));
            box.top = std::min(box.top, static_cast<double>(touch.y));
            box.bottom = std::max(box.bottom, static_cast<double>(touch.y));
        }
    return box;
}

}  // namespace

base::Result<Handwriting> read_handwriting(const base::Value& value) {
    Handwriting made;
    made.width = TRY(whole(value["width"], pad_max, "宽度"));
    made.height = TRY(whole(value["height"], pad_max, "高度"));
    const base::List& strokes = value.list("strokes");
    if (strokes.size() > strokes_max) return base::fail("bad_strokes", "手写签名的笔画过多", {}, "strokes");
    std::size_t touches = 0;
    int earliest = 0;
    double drawn = 0;
    for (const base::Value& one : strokes) {
        PenStroke stroke;
        touches += one.items().size();
        if (touches > touches_max) return base::fail("bad_strokes", "手写签名的点过多", {}, "strokes");
        for (const base::Value& item : one.items()) {
            stroke.push_back(TRY(read_touch(item, made, earliest)));
            earliest = stroke.back().time;
        }
        drawn += length(stroke);
        made.strokes.push_back(std::move(stroke));
    }
    if (drawn < ink_least) return base::fail("empty_signature", "请签写完整的姓名", {}, "strokes");
    return made;
}

base::Value to_value(const Handwriting& handwriting) {
    base::List strokes;
    for (const PenStroke& stroke : handwriting.strokes) {
        base::List touches;
        for (const Touch& touch : stroke)
            touches.push_back(base::List{touch.x, touch.y, touch.time, touch.pressure});
        strokes.push_back(std::move(touches));
    }
    return base::Object{
        {"width",   handwriting.width },
        {"height",  handwriting.height},
        {"strokes", std::move(strokes)}
    };
}

std::vector<InkLine> ink(const Handwriting& handwriting, double width_max, double height) {
    const Box box = box_of(handwriting);
    const double wide = std::max(1.0, box.right - box.left);
    const double high = std::max(1.0, box.bottom - box.top);
    const double scale = std::min(width_max / wide, height / high);
    std::vector<InkLine> lines;
    for (const PenStroke& stroke : handwriting.strokes)
        for (std::size_t i = 1; i < stroke.size(); ++i) {
            const Touch& from = stroke[i - 1];
            const Touch& to = stroke[i];
            const double pressed = to.pressure == 0 ? 0.5 : to.pressure / 1000.0;
            lines.push_back({.x1 = (from.x - box.left) * scale,
                             .y1 = (from.y - box.top) * scale,
                             .x2 = (to.x - box.left) * scale,
                             .y2 = (to.y - box.top) * scale,
                             .width = 0.5 + pressed});
        }
    return lines;
}

}  // namespace signing
