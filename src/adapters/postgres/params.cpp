#include "postgres/params.hpp"

#include "json/json.hpp"

namespace postgres {
namespace {

void append_element(std::string& array, const std::optional<std::string>& element) {
    if (array.size() > 1) array += ',';
    if (!element) {
        array += "NULL";
        return;
    }
    array += '"';
    for (const char c : *element) {
        if (c == '"' || c == '\\') array += '\\';
        array += c;
    }
    array += '"';
}

}  // namespace

Params& Params::add(std::nullptr_t) {
    texts_.emplace_back(std::nullopt);
    return *this;
}

Params& Params::add(std::string_view text) {
    // A parameter travels as a C string; U+0000, which PostgreSQL does not keep, becomes the replacement
    // character instead of cutting the text short.
    std::string sent(text);
    for (auto nul = sent.find('\0'); nul != std::string::npos; nul = sent.find('\0', nul))
        sent.replace(nul, 1, "\uFFFD");
    texts_.push_back(std::move(sent));
    return *this;
}

Params& Params::add(Json json) {
    return add(json::write(json.value));
}

Params& Params::add(const base::Value& json) {
    if (json.is_null()) return add(nullptr);
    return add(json::write(json));
}

Params& Params::add(const std::vector<std::string>& texts) {
    std::string array = "{";
    for (const auto& text : texts) append_element(array, text);
    return add(array + "}");
}

Params& Params::add(const std::vector<std::optional<std::string>>& texts) {
    std::string array = "{";
    for (const auto& text : texts) append_element(array, text);
    return add(array + "}");
}

}  // namespace postgres
