#include "procedure/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "procedure/walk.hpp"

namespace procedure {

namespace {

constexpr int histories_of_figure = 400;
constexpr int tries_each = 120;
constexpr std::size_t longest = 45;

std::string joined(const std::vector<std::string>& parts, std::string_view between = "、") {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
    return text.empty() ? "—" : text;
}

std::string roles(const Rules& rules, const std::vector<std::string>& ids) {
    std::vector<std::string> labels;
    for (const auto& id : ids) labels.emplace_back(rules.table.role_label(id));
    return joined(labels);
}

std::string who(const Rules& rules, const ActType& type) {
    if (type.handlers) return "两名以上办案人员";
    if (!type.each.empty()) return roles(rules, type.each);
    return type.roles.empty() ? "本案人员" : roles(rules, type.roles);
}

std::string acts(const Rules& rules) {
    std::string text, phase;
    for (const auto& type : rules.table.acts()) {
        if (type.phase != phase) {
            phase = type.phase;
            text += fmt::format(
                "\n### {}\n\n| 行为 | 名称 | 行为人 | 批准 | 文书 | 依据 |\n|---|---|---|---|---|---|\n",
                rules.table.phase_label(phase));
        }
        text += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", type.id, type.title, who(rules, type),
                            type.approval_chain.empty() ? "—" : roles(rules, type.approval_chain),
                            joined(type.documents), type.basis);
    }
    return text;
}

std::string warning(const clocks::Row& row) {
    std::string text;
    for (const int n : row.warn_after) text += fmt::format("{}第{}个工作日", text.empty() ? "" : "、", n);
    const bool in_working_days = row.period.unit == calendar::Unit::working_days;
    for (const int n : row.warn_before)
        text += fmt::format("{}届满前{}{}", text.empty() ? "" : "、", n, in_working_days ? "个工作日" : "日");
    return text.empty() ? "—" : text;
}

std::string extension(const clocks::Row& row) {
    if (row.extension) return row.extension->chinese();
    return row.extension_basis.empty() ? "—" : "至指定之日";
}

std::string periods(const Rules& rules) {
    std::string text =
        "| 期限 | 名称 | 起算 | 长度 | 届满逢休息日 | 扣除 | 延长 | 预警 | 施行 | 依据 |\n"
        "|---|---|---|---|---|---|---|---|---|---|\n";
    for (const auto& code : rules.clocks.codes())
        for (const auto& row : rules.clocks.versions(code))
            text += fmt::format(
                "| `{}` | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", row.code, row.title, row.anchor,
                row.period.amount == 0 ? "来文指定" : row.period.chinese(), row.roll ? "顺延" : "不顺延",
                joined(row.pauses), extension(row), warning(row), row.in_force_from.str(), row.basis);
    text += "\n| 界限 | 名称 | 长度 | 依据 |\n|---|---|---|---|\n";
    for (const auto& limit : rules.clocks.limits())
        text += fmt::format("| `{}` | {} | {} | {} |\n", limit.code, limit.title, limit.period.chinese(),
                            limit.basis);
    return text;
}

std::string cures(const RefusalText& words) {
    auto acts = words.cure;
    std::ranges::replace(acts, std::string("self"), std::string("改正后重新办理"));
    return joined(acts);
}

std::string refusals(const Rules& rules) {
    std::string text = "| 次序 | 拒绝 | 说明 | 依据 | 行为 | 补救 |\n|---|---|---|---|---|---|\n";
    for (const auto& guard : guards()) {
        const auto* words = rules.table.refusal(guard.code);
        std::vector<std::string> of;
        for (const auto act : guard.acts) of.emplace_back(act);
        text += fmt::format("| {} | `{}` | {} | {} | {} | {} |\n", guard.order, guard.code,
                            words == nullptr ? "" : words->message, words == nullptr ? "" : words->basis,
                            joined(of), words == nullptr ? "—" : cures(*words));
    }
    return text;
}

std::string figure(const Rules& rules) {
    std::string text = "```mermaid\nstateDiagram-v2\n";
    std::set<MainState> shown;
    std::map<std::pair<MainState, MainState>, std::vector<std::string>> edges;
    for (const auto& each : transitions(rules, 1, histories_of_figure)) {
        shown.insert(each.from);
        shown.insert(each.to);
        edges[{each.from, each.to}].push_back(each.act);
    }
    for (const auto state : shown)
        if (state != MainState::none)
            text += fmt::format("    state \"{}\" as {}\n", rules.table.state_label(state), name(state));
    for (const auto& [ends, of] : edges) {
        std::vector<std::string> titles;
        for (const auto& act : of) titles.push_back(act.empty() ? "期限届满" : rules.table.find(act)->title);
        text += fmt::format("    {} --> {}: {}\n", ends.first == MainState::none ? "[*]" : name(ends.first),
                            name(ends.second), joined(titles));
    }
    return text + "```\n";
}

}  // namespace

std::set<Transition> transitions(const Rules& rules, std::uint64_t seed, int histories) {
    std::set<Transition> found;
    Walker walker(rules, seed);
    for (int i = 0; i < histories; ++i) {
        Case file(rules, walker.matter());
        for (int k = 0; k < tries_each && file.acts().size() < longest; ++k) {
            auto act = walker.next(file);
            const auto type = act.type;
            const auto at = act.at;
            const auto recorded = file.state().main;
            const auto before = file.main_state(at);
            const auto tried = file.try_act(std::move(act));
            if (!tried || *tried) continue;
            const auto after = file.main_state(at);
            if (recorded != before) found.insert({recorded, before, ""});
            if (after != before) found.insert({before, after, type});
        }
    }
    return found;
}

std::string page(const Rules& rules) {
    return fmt::format(
        "# 程序\n\n本页由 `zhiheng procedure` 从目录数据和程序本身生成，不手工修改。\n\n"
        "## 状态\n\n图中的每一条线都是程序实际接受过的行为（以固定的种子随机尝试各种行为得到）。\n\n{}\n"
        "## 行为\n{}\n## 期限\n\n{}\n## 拒绝\n\n次序：1—28 "
        "为处罚程序中依法不能出现的二十八种次序，其余为其他要求。\n\n{}",
        figure(rules), acts(rules), periods(rules), refusals(rules));
}

}  // namespace procedure
