#include "bench/zen.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "base/money.hpp"
#include "json/json.hpp"

namespace bench {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view script = "tools/zen/decide.mjs";

std::string output_of(const std::string& command) {
    const auto close = [](FILE* pipe) { pclose(pipe); };
    const std::unique_ptr<FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
    std::string text;
    std::array<char, 4096> buffer{};
    while (pipe && std::fgets(buffer.data(), buffer.size(), pipe.get())) text += buffer.data();
    return text;
}

base::Value count_of(const discretion::Finding& finding, std::string_view force) {
    const discretion::Trace::Node* node = finding.trace.find("decide_tier");
    const discretion::Scalar* scalar = node ? finding.trace.find(*node, force) : nullptr;
    return scalar ? discretion::value_of(*scalar) : base::Value(0);
}

// The table of the peer knows one item: the bracket by the value of the goods, the tier by the grounds.
base::Result<std::string> facts_for(const discretion::Finding& finding, const base::Value& request) {
    const base::Value& goods = request.at("facts.goods_value");
    const bool fits = finding.violation->id == "food.expired" && !finding.is_serious && goods.as_string();
    if (!fits)
        return base::fail("not_comparable", "对照表只有 food.expired 一个事项（一般情节，货值金额写作文字）");
    const base::Money sum = TRY(base::Money::parse(*goods.as_string()));
    base::Object facts{
        {"goods_value", base::Decimal{sum.str()}}
    };
    for (const char* force : {"must_lenient", "may_lenient", "must_aggravate", "may_aggravate"})
        facts.set(force, count_of(finding, force));
    return json::write(facts);
}

bool agrees(const discretion::Finding& finding, const base::Value& result) {
    const auto fen_of = [&](std::string_view name) -> std::int64_t {
        const base::Value& value = result[name];
        if (value.as_int()) return *value.as_int() * 100;
        const auto sum = base::Money::parse(value.as_decimal() ? value.as_decimal()->text : "");
        return sum ? sum->in_fen() : -1;
    };
    return finding.band() && result.text("tier") == discretion::word_of(*finding.recommended_tier) &&
           fen_of("min") == finding.band()->min.in_fen() && fen_of("max") == finding.band()->max.in_fen();
}

}  // namespace

base::Result<base::Value> ask_zen(const discretion::Finding& finding, const base::Value& request) {
    if (!fs::exists("tools/zen/node_modules/@gorules/zen-engine"))
        return base::fail("not_installed",
                          "没有安装 zen-engine，未作对照；在源码目录中执行 npm install --prefix tools/zen");
    const std::string facts = TRY(facts_for(finding, request));
    const std::string pin = output_of("command -v taskset").empty() ? "" : "taskset -c 0 ";
    const std::string text = output_of(fmt::format("{}node {} '{}' 3", pin, script, facts));
    const auto answer = json::parse(text);
    if (!answer || !answer->has("result"))
        return base::fail("not_installed", "zen-engine 没有答复，未作对照");
    if (!agrees(finding, (*answer)["result"]))
        return base::fail("not_comparable",
                          "zen-engine 的结论不同，不能比较：" + json::write((*answer)["result"]));
    return *answer;
}

}  // namespace bench
