#include "acts/reasoning_draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace acts {

namespace {

// Sentences as the reader sees them: up to 。 or the end of a line.
std::vector<std::string> sentences(std::string_view text) {
    static constexpr std::string_view stop = "。";
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto period = text.find(stop), line = text.find('\n');
        const bool by_line = line < period;
        const auto end = by_line                            ? line
                         : period == std::string_view::npos ? text.size()
                                                            : period + stop.size();
        const std::string_view one = text.substr(0, end);
        if (!base::is_blank(one)) found.emplace_back(one);
        text.remove_prefix(std::min(text.size(), end + (by_line ? 1 : 0)));
    }
    return found;
}

base::List without(const std::vector<std::string>& all, const std::vector<std::string>& known) {
    base::List rest;
    for (const std::string& one : all)
        if (std::ranges::find(known, one) == known.end()) rest.push_back(one);
    return rest;
}

// 行政处罚法 第四十五条: what the party said, whether it was accepted, and that it made nothing heavier.
std::string heard(const cases::LoadedCase& loaded, const casefile::Act& act) {
    if (act.type == "report_investigation") return "当事人的陈述、申辩，待告知后听取并复核。";
    if (act.type == "approve_notice")
        return "当事人对上述认定和处罚有权陈述、申辩，本机关不因陈述、申辩而给予更重的处罚。";
    std::string text;
    for (const casefile::Act& answer : loaded.state.acts()) {
        if (answer.type != "answer_notice" || loaded.state.struck(answer.n)) continue;
        for (const base::Value& point : answer.data.list("points")) {
            text += fmt::format("当事人提出：{}", point.text("text"));
            for (const base::Value& reply : act.data.list("answers"))
                if (reply.text("id") == point.text("id"))
                    text += fmt::format("；{}，理由是：{}", reply.truth("adopted") ? "予以采纳" : "不予采纳",
                                        reply.text("reason"));
            text += "。";
        }
    }
    // 听证办法 第三十条: what was said at the hearing is weighed like any other defence.
    for (const casefile::Act& report : loaded.state.acts())
        if (report.type == "report_hearing" && !loaded.state.struck(report.n))
            text += "本机关依法举行了听证，听证笔录和听证报告提出的意见已在处理时一并考虑。";
    if (text.empty()) return "当事人在法定期限内未提出陈述、申辩。";
    return text + "本机关未因当事人的陈述、申辩而给予更重的处罚。";
}

}  // namespace

std::string_view reasons_field(std::string_view act) {
    return act == "approve_notice" ? "reasons" : "discretion_reasons";
}

std::string reasoning_draft(const base::Value& finding, const cases::LoadedCase& loaded,
                            const casefile::Act& act) {
    const base::Value& parts = finding["reasons"];
    if (parts.as_object() == nullptr) return {};
    const auto facts = parts.text("facts");
    std::string text = fmt::format("一、事理：{}\n二、法理：{}\n三、道理：{}\n四、情理：{}",
                                   facts.empty() ? std::string_view("未查明影响裁量的特别情节。") : facts,
                                   parts.text("law"), parts.text("tier"), heard(loaded, act));
    const auto reason = act.paper["discretion"].text("deviation_reason");
    if (!reason.empty()) text += fmt::format("\n偏离裁量阶次的理由：{}", reason);
    return text;
}

base::Value with_reasoning_note(const base::Value& finding, const cases::LoadedCase& loaded,
                                const casefile::Act& act) {
    base::Object paper = act.paper.object();
    if (act.paper["discretion"].as_object() == nullptr) return act.paper;
    base::Object stated = act.paper["discretion"].object();
    stated.erase("found");
    stated.erase("reasoning");
    if (finding["law_version"].has("law"))
        stated.set("found",
                   base::Object{
                       {"law",  finding["law_version"].text("law")},
                       {"tier", finding["recommended_tier"]       }
        });
    const std::string draft = reasoning_draft(finding, loaded, act);
    const auto written = act.paper.text(reasons_field(act.type));
    if (!draft.empty() && !base::is_blank(written)) {
        const auto drafted = sentences(draft), wrote = sentences(written);
        stated.set("reasoning", base::Object{
                                    {"is_edited", drafted != wrote},
                                    {"removed", without(drafted, wrote)},
                                    {"added", without(wrote, drafted)}
        });
    }
    paper.set("discretion", std::move(stated));
    return base::Value(std::move(paper));
}

}  // namespace acts
