#include "catalogue/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <charconv>

namespace catalogue {

namespace {

using base::List;
using base::Object;
using base::Value;

bool is_decimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto point = text.find('.');
    if (point == 0 || point == std::string_view::npos || point + 1 == text.size()) return false;
    return text.find_first_not_of("0123456789.") == std::string_view::npos && text.find('.', point + 1) == std::string_view::npos;
}

Value scalar(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    if (node.Tag() == "!") return text;
    if (text.empty() || text == "~" || text == "null") return {};
    if (text == "true") return true;
    if (text == "false") return false;
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool padded = text.size() > 1 && text[0] == '0';
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && !padded) return number;
    if (is_decimal(text)) return base::Decimal{text};
    return text;
}

Value convert(const YAML::Node& node) {
    switch (node.Type()) {
        case YAML::NodeType::Scalar: return scalar(node);
        case YAML::NodeType::Sequence: {
            List list;
            for (const auto& item : node) list.push_back(convert(item));
            return list;
        }
        case YAML::NodeType::Map: {
            Object object;
            for (const auto& member : node) object.set(member.first.Scalar(), convert(member.second));
            return object;
        }
        default: return {};
    }
}

}  // namespace

base::Result<Value> read_yaml(std::string_view text, std::string_view file) {
    try {
        return convert(YAML::Load(std::string(text)));
    } catch (const YAML::Exception& error) {
        return base::fail("bad_yaml", fmt::format("{} 第{}行第{}列：{}", file, error.mark.line + 1, error.mark.column + 1, error.msg));
    }
}

}  // namespace catalogue
