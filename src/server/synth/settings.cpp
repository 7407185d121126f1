#include "synth/settings.hpp"

#include <fmt/format.h>

#include <charconv>

namespace synth {

namespace {

constexpr int bureaus_max = 6'000, years_max = 2;

bool read_number(const std::string& text, auto& into) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc() && end == text.data() + text.size();
}

bool take(Settings& settings, const std::string& name, const std::string& value) {
    if (name == "--data") {
        settings.data = value;
        return true;
    }
    if (name == "--cases") return read_number(value, settings.cases);
    if (name == "--seed") return read_number(value, settings.seed);
    if (name == "--bureaus") return read_number(value, settings.bureaus);
    if (name == "--years") return read_number(value, settings.years);
    return name == "--acts-every" && read_number(value, settings.acts_every);
}

}  // namespace

base::Result<Settings> Settings::from(std::span<const std::string> arguments) {
    Settings settings;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--copy") {
            settings.copy = true;
            continue;
        }
        if (arguments[i] == "--only-open") {
            settings.copy = settings.only_open = true;
            continue;
        }
        if (i + 1 == arguments.size() || !take(settings, arguments[i], arguments[i + 1]))
            return base::fail("bad_argument", fmt::format("不认识的选项或者取值：{}", arguments[i]));
        ++i;
    }
    const bool in_range = settings.cases > 0 && settings.acts_every > 0 && settings.bureaus > 0 &&
                          settings.bureaus <= bureaus_max && settings.years > 0 &&
                          settings.years <= years_max;
    if (settings.data.empty() || !in_range) return base::fail("bad_argument", std::string(usage));
    if (settings.bureaus > 1) settings.copy = true;
    return settings;
}

}  // namespace synth
