#include "pdf/square_code.hpp"

#include <qrencode.h>

#include <memory>

namespace pdf {

namespace {

constexpr int quiet = 4;  // GB/T 18284-2000: four modules on every side

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

base::Result<std::vector<Box>> square_code(const std::string& words, double x, double y, double side) {
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString8bit(words.c_str(), 0, QR_ECLEVEL_M));
    if (!code) return base::fail("pdf_failed", "核验地址过长，不能印成二维码");
    const double unit = side / (code->width + 2 * quiet);
    std::vector<Box> boxes;
    for (int row = 0; row < code->width; ++row)
        for (int from = 0; from < code->width; ++from) {
            if (!(code->data[row * code->width + from] & 1)) continue;
            int to = from;
            while (to < code->width && (code->data[row * code->width + to] & 1)) ++to;
            boxes.push_back({x + (from + quiet) * unit, y + (row + quiet) * unit, (to - from) * unit, unit});
            from = to;
        }
    return boxes;
}

}  // namespace pdf
