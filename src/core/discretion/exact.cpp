#include "discretion/exact.hpp"

#include <fmt/format.h>

namespace discretion {

base::Result<Decimal4> Decimal4::from(const base::Value& value) {
    if (const std::int64_t* whole = value.as_int(); whole && *whole >= 0 && *whole <= 1'000'000)
        return Decimal4{*whole * 10'000};
    const base::Decimal* decimal = value.as_decimal();
    if (!decimal) return base::fail("bad_catalogue", "倍数或者比例应当是不超过四位小数的数");
    const std::string_view text = decimal->text;
    const auto point = text.find('.');
    std::int64_t number = 0;
    std::size_t places = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == point) continue;
        if (text[i] < '0' || text[i] > '9')
            return base::fail("bad_catalogue", fmt::format("“{}”不是倍数或者比例", text));
        number = number * 10 + (text[i] - '0');
        if (point != std::string_view::npos && i > point) ++places;
    }
    if (places == 0 || places > 4 || text.size() > 10)
        return base::fail("bad_catalogue", fmt::format("“{}”的小数位数不对", text));
    for (; places < 4; ++places) number *= 10;
    return Decimal4{number};
}

std::string Decimal4::str() const {
    std::string text = fmt::format("{}.{:04}", ten_thousandths / 10'000, ten_thousandths % 10'000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace discretion
