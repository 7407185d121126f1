#include "discretion/trace.hpp"

#include <algorithm>

namespace discretion {

namespace {

constexpr std::size_t usual_nodes = 32;
constexpr std::size_t usual_entries = 128;

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

}  // namespace

Trace::Trace() {
    nodes_.reserve(usual_nodes);
    entries_.reserve(usual_entries);
}

Trace& Trace::node(int step, std::string_view rule, std::string_view source) {
    nodes_.push_back({step, rule, source, static_cast<std::uint32_t>(entries_.size()), 0});
    return *this;
}

Trace& Trace::add(std::string_view name, Scalar value, bool is_result) {
    entries_.push_back({name, std::move(value), is_result});
    ++nodes_.back().count;
    return *this;
}

const Trace::Node* Trace::find(std::string_view rule) const {
    const auto found = std::ranges::find(nodes_, rule, &Node::rule);
    return found == nodes_.end() ? nullptr : &*found;
}

const Scalar* Trace::find(const Node& node, std::string_view name) const {
    for (const Entry& entry : entries(node))
        if (entry.name == name) return &entry.value;
    return nullptr;
}

base::Value Trace::to_value() const {
    base::List list;
    for (const Node& node : nodes_) {
        base::Object input;
        base::Object result;
        for (const Entry& entry : entries(node))
            (entry.is_result ? result : input).set(entry.name, value_of(entry.value));
        list.push_back(base::Object{
            {"step",   node.step        },
            {"rule",   node.rule        },
            {"source", node.source      },
            {"input",  std::move(input) },
            {"result", std::move(result)}
        });
    }
    return list;
}

std::string text_of(const Scalar& scalar) {
    return std::visit(
        Overloaded{[](std::monostate) { return std::string("unknown"); },
                   [](bool truth) { return std::string(truth ? "true" : "false"); },
                   [](std::int64_t number) { return std::to_string(number); },
                   [](base::Money sum) { return sum.str(); }, [](base::Date day) { return day.str(); },
                   [](Decimal4 multiple) { return multiple.str(); },
                   [](std::string_view text) { return std::string(text); },
                   [](const std::string& text) { return text; }},
        scalar);
}

base::Value value_of(const Scalar& scalar) {
    if (const bool* truth = std::get_if<bool>(&scalar)) return *truth;
    if (const std::int64_t* number = std::get_if<std::int64_t>(&scalar)) return *number;
    return text_of(scalar);
}

}  // namespace discretion
