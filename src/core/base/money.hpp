#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base {

// A sum in whole fen. No floating point ever touches it.
class Money {
  public:
    constexpr Money() = default;
    static constexpr Money fen(std::int64_t fen) { return Money(fen); }
    static constexpr Money yuan(std::int64_t yuan) { return Money(yuan * 100); }
    // Reads a decimal yuan string: digits, at most two places, no sign, no separators, at most 999,999,999,999.99.
    static Result<Money> parse(std::string_view text);

    constexpr std::int64_t in_fen() const { return fen_; }
    std::string str() const;  // "86000.00"

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return Money(a.fen_ + b.fen_); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.fen_ - b.fen_); }
    constexpr Money& operator+=(Money other) { fen_ += other.fen_; return *this; }

  private:
    constexpr explicit Money(std::int64_t fen) : fen_(fen) {}
    std::int64_t fen_ = 0;
};

}  // namespace base
