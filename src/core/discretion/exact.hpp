#pragma once
#include <compare>
#include <cstdint>
#include <string>

#include "base/money.hpp"
#include "base/result.hpp"
#include "base/value.hpp"

namespace discretion {

__extension__ using Wide = __int128;

// A decimal number of the law with at most four places: "0.5" times, 30 % of a span.
struct Decimal4 {
    std::int64_t ten_thousandths = 0;
    static base::Result<Decimal4> from(const base::Value& value);
    std::string str() const;  // "2.4"
    friend auto operator<=>(Decimal4, Decimal4) = default;
};

// A sum before it is rounded to whole fen. Base times multiple, and a share of a span, are both exact here.
class Exact {
  public:
    Exact() = default;
    static Exact of(base::Money sum) { return Exact(static_cast<Wide>(sum.in_fen()) * per_fen); }
    static Exact times(base::Money base, Decimal4 multiple) {
        return Exact(static_cast<Wide>(base.in_fen()) * multiple.ten_thousandths * (per_fen / 10'000));
    }
    // A share of this sum (0.3) or so many times it (2).
    Exact share(Decimal4 of_it) const { return Exact(units_ * of_it.ten_thousandths / 10'000); }

    bool is_whole_fen() const { return units_ % per_fen == 0; }
    base::Money rounded_down() const { return base::Money::fen(static_cast<std::int64_t>(units_ / per_fen)); }
    base::Money rounded_up() const {
        return base::Money::fen(static_cast<std::int64_t>((units_ + per_fen - 1) / per_fen));
    }

    friend auto operator<=>(const Exact&, const Exact&) = default;
    friend Exact operator+(Exact a, Exact b) { return Exact(a.units_ + b.units_); }
    friend Exact operator-(Exact a, Exact b) { return Exact(a.units_ - b.units_); }

  private:
    explicit Exact(Wide units) : units_(units) {}
    static constexpr std::int64_t per_fen = 100'000'000;
    Wide units_ = 0;
};

}  // namespace discretion
