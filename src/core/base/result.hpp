#pragma once
#include <expected>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace base {

// A value, or the Error that says why there is none. Must not be dropped.
template <class T>
struct [[nodiscard]] Result : std::expected<T, Error> {
    using std::expected<T, Error>::expected;
};

inline std::unexpected<Error> fail(Error error) { return std::unexpected<Error>(std::move(error)); }

inline std::unexpected<Error> fail(std::string code, std::string message, std::string basis = {},
                                   std::string field = {}) {
    return fail(Error{std::move(code), std::move(message), std::move(basis), std::move(field)});
}

}  // namespace base

// Unwraps a Result or returns its error from the enclosing function. One TRY per statement.
#define TRY(expression)                                                                        \
    (__extension__({                                                                           \
        auto try_result_ = (expression);                                                       \
        if (!try_result_.has_value()) return std::unexpected(std::move(try_result_).error());  \
        try_unwrap_(std::move(try_result_));                                                   \
    }))

template <class R>
auto try_unwrap_(R&& result) {
    if constexpr (!std::is_void_v<typename std::remove_cvref_t<R>::value_type>) return *std::forward<R>(result);
}
