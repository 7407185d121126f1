#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/exact.hpp"

namespace discretion {

// Reading one row of the catalogue: what is unknown, missing or of the wrong kind is named, never passed
// over.
std::unexpected<base::Error> bad_row(std::string_view reason);
base::Result<void> only_keys(const base::Value& row, std::initializer_list<std::string_view> keys);
base::Result<std::string> required_text(const base::Value& row, std::string_view key);
base::Result<base::Date> required_date(const base::Value& row, std::string_view key);
base::Result<std::optional<base::Date>> optional_date(const base::Value& row, std::string_view key);
base::Result<std::vector<std::string>> texts(const base::Value& row, std::string_view key);
base::Result<base::Money> yuan(const base::Value& value);
base::Result<std::pair<base::Money, base::Money>> yuan_pair(const base::Value& value);
base::Result<std::pair<Decimal4, Decimal4>> decimal_pair(const base::Value& value);

// The error of a row with the file and the row before it.
std::string located(std::string_view file, std::string_view row, const base::Error& error);

}  // namespace discretion
