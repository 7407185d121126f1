#include "procedure/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "procedure/approval.hpp"
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
    if (type.id == "decide_referral") return roles(rules, {"CHIEF"});  // 移送规定 第五条: a guard of its own
    return type.roles.empty() ? "本案人员" : roles(rules, type.roles);
}

std::string chain_of(const Rules& rules, const std::vector<std::string>& chain) {
    return chain.empty() ? "—" : roles(rules, chain);
}

// What may be chosen or ticked in an act, each alone, with the words for it.
std::vector<std::pair<std::string, base::Value>> variants(const ActType& type) {
    std::vector<std::pair<std::string, base::Value>> made;
    base::Object texts;
    for (const auto& field : type.fields) {
        for (const auto& choice : field.choices)
            if (field.type == FieldType::choice)
                made.emplace_back(choice.label, base::Object{
                                                    {field.name, choice.id}
                });
        if (field.type == FieldType::boolean)
            made.emplace_back(field.label, base::Object{
                                               {field.name, true}
            });
        if (field.type == FieldType::text && !field.required) texts.set(field.name, "填写");
    }
    if (!texts.empty()) made.emplace_back("收到书面决定", std::move(texts));
    return made;
}

// The usual approval, and where the content asks for another: read off what the program does with each
// choice.
std::string approvals(const Rules& rules, const ActType& type) {
    std::string text = chain_of(rules, type.approval_chain);
    std::map<std::string, std::vector<std::string>> others;
    for (const auto& [words, data] : variants(type))
        if (const auto chain = approval_chain(type, data); chain != type.approval_chain)
            others[chain_of(rules, chain)].push_back(words);
    for (const auto& [chain, when] : others) text += fmt::format("；{}：{}", joined(when), chain);
    return text;
}

std::string papers(const ActType& type) {
    std::string text = joined(type.documents);
    std::map<std::string, std::vector<std::string>> others;
    for (const auto& [words, data] : variants(type))
        if (const auto made = documents_of(type, data); made != documents_of(type, base::Object()))
            others[joined(made)].push_back(words);
    for (const auto& [made, when] : others) text += fmt::format("；{}：{}", joined(when), made);
    return text;
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
                            approvals(rules, type), papers(type), type.basis);
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

// Which acts led from one state to another; the name of what there was not yet is empty.
using Edges = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

std::string drawn(const Rules& rules, const Edges& edges,
                  const std::function<std::string_view(std::string_view)>& label) {
    std::string text = "```mermaid\nstateDiagram-v2\n";
    std::set<std::string> shown;
    for (const auto& [ends, acts] : edges) shown.insert({ends.first, ends.second});
    for (const auto& state : shown)
        if (!state.empty()) text += fmt::format("    state \"{}\" as {}\n", label(state), state);
    const auto end = [](const std::string& state) { return state.empty() ? "[*]" : state.c_str(); };
    for (const auto& [ends, acts] : edges) {
        std::vector<std::string> titles;
        for (const auto& act : acts)
            titles.push_back(act.empty() ? "期限届满" : rules.table.find(act)->title);
        text += fmt::format("    {} --> {}: {}\n", end(ends.first), end(ends.second), joined(titles));
    }
    return text + "```\n";
}

std::string figure(const Rules& rules, std::span<const Story> stories) {
    auto seen = transitions(rules, stories);
    seen.merge(transitions(rules, 1, histories_of_figure));
    Edges edges;
    const auto named = [](MainState state) {
        return state == MainState::none ? std::string() : std::string(name(state));
    };
    for (const auto& each : seen) edges[{named(each.from), named(each.to)}].insert(each.act);
    return drawn(rules, edges, [&](std::string_view state) {
        const auto known = main_state(state);
        return known ? rules.table.state_label(*known) : state;
    });
}

constexpr std::pair<std::string_view, std::string_view> machines[] = {
    {"A", "先行登记保存"  },
    {"M", "查封、扣押"    },
    {"H", "听证"          },
    {"K", "移送公安机关"  },
    {"B", "决定的公示"    },
    {"U", "信用修复"      },
    {"W", "行政复议和诉讼"}
};

// The states of each thing of a kind in the case, by the act it began with.
std::map<int, std::string> things(const Case& file, std::string_view machine, base::Instant at) {
    std::map<int, std::string> states;
    const base::Value all = file.sub_states(at.date());
    for (const auto& row : all.list(machine))
        states[static_cast<int>(row.integer("n").value_or(0))] = std::string(row.text("state"));
    return states;
}

void note(Edges& edges, const std::map<int, std::string>& before, const std::map<int, std::string>& after,
          const std::string& act) {
    for (const auto& [n, state] : after) {
        const auto old = before.find(n);
        const std::string from = old == before.end() ? std::string() : old->second;
        if (from != state) edges[{from, state}].insert(act);
    }
}

std::string sub_figures(const Rules& rules, std::span<const Story> stories) {
    std::map<std::string_view, Edges> all;
    for (const Story& story : stories) {
        Case file(rules, story.begun);
        std::map<std::string_view, std::map<int, std::string>> known;
        for (const auto& act : story.acts) {
            for (const auto& [machine, title] : machines) {
                auto waited = things(file, machine, act.at);
                note(all[machine], known[machine], waited, "");
                known[machine] = std::move(waited);
            }
            if (!file.restore(act)) break;
            for (const auto& [machine, title] : machines) {
                auto done = things(file, machine, act.at);
                note(all[machine], known[machine], done, act.type);
                known[machine] = std::move(done);
            }
        }
    }
    std::string text;
    for (const auto& [machine, title] : machines)
        text += fmt::format("### {}\n\n{}\n", title, drawn(rules, all[machine], [&](std::string_view state) {
                                return rules.table.sub_state_label(state);
                            }));
    return text;
}

}  // namespace

std::set<Transition> transitions(const Rules& rules, std::span<const Story> stories) {
    std::set<Transition> found;
    for (const Story& story : stories) {
        Case file(rules, story.begun);
        for (const auto& act : story.acts) {
            const auto recorded = file.state().main;
            const auto before = file.main_state(act.at);
            if (!file.restore(act) || file.states().size() > 1) break;
            const auto after = file.main_state(act.at);
            if (recorded != before) found.insert({recorded, before, ""});
            if (after != before) found.insert({before, after, act.type});
        }
    }
    return found;
}

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

std::string page(const Rules& rules, std::span<const Story> stories) {
    return fmt::format(
        "# 程序\n\n本页由 `zhiheng procedure` 从目录数据和程序本身生成，不手工修改。\n\n"
        "## "
        "状态\n\n图中的每一条线都是程序实际接受过的行为（依次办理目录中的每一种案件经过，并以固定的种子随机尝"
        "试各种行为）。"
        "\n\n{}\n"
        "{}## 行为\n{}\n## 期限\n\n{}\n## 拒绝\n\n次序：1—28 "
        "为处罚程序中依法不能出现的二十八种次序，其余为其他要求。\n\n{}",
        figure(rules, stories), sub_figures(rules, stories), acts(rules), periods(rules), refusals(rules));
}

}  // namespace procedure
