#include "discretion/left_out.hpp"

#include <algorithm>

#include "base/money.hpp"

namespace discretion {

namespace {

bool orders(const base::Value& finding, std::string_view kind) {
    return std::ranges::any_of(finding.list("companions"), [&](const base::Value& companion) {
        return companion.text("kind") == kind &&
               (companion.text("mode") == "mandatory" || companion.text("mode") == "if_any");
    });
}

bool imposes(const base::Value& penalty, std::string_view kind) {
    return std::ranges::any_of(penalty.list("kinds"),
                               [&](const base::Value& each) { return each == base::Value(kind); });
}

}  // namespace

// 行政处罚法 第二十八条第二款: 除依法应当退赔的外，应当予以没收.
std::optional<std::string> left_out(const base::Value& finding, const base::Value& penalty) {
    const auto gains = base::Money::parse(penalty.text("gains"));
    if (gains && *gains > base::Money() && !imposes(penalty, "confiscate_gains") &&
        orders(finding, "confiscate_illegal_gains"))
        return "confiscate_gains";
    if (!penalty.list("goods").empty() && !imposes(penalty, "confiscate_goods") &&
        orders(finding, "confiscate_goods"))
        return "confiscate_goods";
    return std::nullopt;
}

}  // namespace discretion
