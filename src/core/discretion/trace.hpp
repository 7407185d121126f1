#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/value.hpp"
#include "discretion/exact.hpp"

namespace discretion {

using Scalar = std::variant<std::monostate, bool, std::int64_t, base::Money, base::Date, Decimal4,
                            std::string_view, std::string>;

// The record of how a finding came about: one node per provision applied or set aside, in the order it was
// read. Texts are views of the catalogue wherever they can be.
class Trace {
  public:
    struct Entry {
        std::string_view name;
        Scalar value;
        bool is_result;
    };
    struct Node {
        int step;
        std::string_view rule;
        std::string_view source;
        std::uint32_t first, count;
    };

    Trace();
    Trace& node(int step, std::string_view rule, std::string_view source);
    Trace& input(std::string_view name, Scalar value) { return add(name, std::move(value), false); }
    Trace& result(std::string_view name, Scalar value) { return add(name, std::move(value), true); }

    const std::vector<Node>& nodes() const { return nodes_; }
    std::span<const Entry> entries(const Node& node) const {
        return std::span(entries_).subspan(node.first, node.count);
    }
    const Node* find(std::string_view rule) const;
    const Scalar* find(const Node& node, std::string_view name) const;
    base::Value to_value() const;

  private:
    Trace& add(std::string_view name, Scalar value, bool is_result);
    std::vector<Node> nodes_;
    std::vector<Entry> entries_;
};

std::string text_of(const Scalar& scalar);  // "86000.00", "2026-03-10", "true"
base::Value value_of(const Scalar& scalar);

}  // namespace discretion
