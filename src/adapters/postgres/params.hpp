#pragma once
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/value.hpp"

namespace postgres {

// A value for a json column that is never SQL null: a null value goes in as the JSON null.
struct Json {
    const base::Value& value;
};

// The parameters $1, $2 … of one statement, typed on our side, sent as text.
class Params {
  public:
    template <class... Arguments>
    explicit Params(const Arguments&... arguments) {
        texts_.reserve(sizeof...(arguments));
        (add(arguments), ...);
    }

    Params& add(std::nullptr_t);
    Params& add(std::string_view text);
    Params& add(const std::string& text) { return add(std::string_view(text)); }
    Params& add(const char* text) { return add(std::string_view(text)); }
    Params& add(std::same_as<bool> auto truth) { return add(std::string_view(truth ? "t" : "f")); }
    template <std::integral Number>
        requires(!std::same_as<Number, bool>)
    Params& add(Number number) {
        return add(std::string_view(std::to_string(number)));
    }
    Params& add(base::Date date) { return add(date.str()); }
    Params& add(const base::Instant& instant) { return add(instant.str()); }
    Params& add(base::Money money) { return add(money.in_fen()); }
    Params& add(Json json);
    Params& add(const base::Value& json);                // json or jsonb; a null value is SQL null
    Params& add(const std::vector<std::string>& texts);  // text[]
    Params& add(const std::vector<std::optional<std::string>>& texts);
    template <class Present>
    Params& add(const std::optional<Present>& perhaps) {
        return perhaps ? add(*perhaps) : add(nullptr);
    }

    std::size_t size() const { return texts_.size(); }
    const std::vector<std::optional<std::string>>& texts() const { return texts_; }

  private:
    std::vector<std::optional<std::string>> texts_;
};

}  // namespace postgres
