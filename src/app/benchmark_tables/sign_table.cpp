#include "benchmark_tables/sign_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "benchmark_tables/dry_run.hpp"

namespace benchmark_tables {

namespace {

using base::Result;
using ports::BenchmarkSignature;
using ports::BenchmarkVersion;

constexpr std::size_t opinion_characters_max = 2000;

bool is_leader(const identity::Viewer& viewer) {
    return viewer.has_role("CHIEF") || viewer.has_role("LEADER");
}

std::size_t approvals(const BenchmarkVersion& version, const std::vector<BenchmarkSignature>& signatures) {
    return static_cast<std::size_t>(
        std::ranges::count_if(signatures, [&](const BenchmarkSignature& signature) {
            return signature.round == version.round && signature.action == "approve";
        }));
}

bool has_approved(const identity::Viewer& viewer, const BenchmarkVersion& version,
                  const std::vector<BenchmarkSignature>& signatures) {
    return std::ranges::any_of(signatures, [&](const BenchmarkSignature& signature) {
        return signature.round == version.round && signature.action == "approve" &&
               signature.person == viewer.person;
    });
}

// Length before text, so that no two contents are written alike.
void add(std::string& text, std::string_view part) {
    text += fmt::format("{}:{}\n", part.size(), part);
}

Result<void> check_permission(const identity::Viewer& viewer, const BenchmarkVersion& version,
                              std::string_view action, const std::vector<BenchmarkSignature>& signatures) {
    if (version.agency != viewer.agency) return base::fail("not_permitted", "只有本机关的人员可以处理");
    const bool drafts = action == "submit" || action == "withdraw";
    if (drafts && !viewer.has_role("LEGAL"))
        return base::fail("not_permitted", "由法规机构的人员提交或者撤回");
    if (!drafts && !is_leader(viewer)) return base::fail("not_permitted", "由机关负责人审批");
    if (action != "approve") return {};
    if (viewer.person == version.drafted_by)
        return base::fail("not_permitted", "起草人不能审批自己起草的裁量基准");
    if (has_approved(viewer, version, signatures))
        return base::fail("not_permitted", "您已经审批，须由另一人审批");
    return {};
}

Result<void> check_status(const BenchmarkVersion& version, std::string_view action) {
    const std::string_view needed = action == "submit" ? "draft" : "waiting";
    const bool fits = version.status == needed || (action == "withdraw" && version.status == "draft");
    if (fits) return {};
    return base::fail("version_settled", action == "submit" ? "只有草稿可以提交审批" : "该版本不在审批中");
}

// What is put to the leaders, and again what they sign, holds under the law of the day.
Result<void> check_content(const office::Office& office, const BenchmarkVersion& version) {
    if (std::ranges::any_of(version.items, [](const auto& item) { return !item.has_value(); }))
        return base::fail("not_mapped", "还有违法行为没有确认对应的目录事项", {}, "items");
    if (std::ranges::all_of(version.items, [](const auto& item) { return item->empty(); }))
        return base::fail("not_mapped", "没有一个违法行为对应目录事项", {}, "items");
    if (version.from < office.today())
        return base::fail(
            "day_passed",
            fmt::format("生效日期{}已过，裁量基准不溯及既往，请退回后重新导入", version.from.str()), {},
            "from");
    const auto report = TRY(dry_run(office, version));
    if (report.faults.empty()) return {};
    return base::fail(
        "table_faulty",
        fmt::format("试运行发现{}处问题，如：{}", report.faults.size(), report.faults.front().detail),
        "行政处罚法 第三十四条");
}

Result<void> check_order(const office::Office& office, const identity::Viewer& viewer,
                         const BenchmarkVersion& version) {
    for (const BenchmarkVersion& other : TRY(office.ports.benchmarks.of_table(viewer, version.table)))
        if (other.status == "approved" && version.from <= other.from)
            return base::fail(
                "day_passed",
                fmt::format("生效日期应当晚于第{}版的生效日期{}", other.version, other.from.str()), {},
                "from");
    return {};
}

BenchmarkSignature next_signature(const office::Office& office, const identity::Viewer& viewer,
                                  const BenchmarkVersion& version, std::string_view action,
                                  const std::string& opinion,
                                  const std::vector<BenchmarkSignature>& signatures) {
    BenchmarkSignature signature{.n = static_cast<int>(signatures.size()) + 1,
                                 .round = version.round,
                                 .action = std::string(action),
                                 .person = viewer.person,
                                 .person_name = viewer.name,
                                 .role = viewer.has_role("CHIEF")    ? "CHIEF"
                                         : viewer.has_role("LEADER") ? "LEADER"
                                                                     : "LEGAL",
                                 .opinion = opinion,
                                 .content_sm3 = content_sm3(version, office.ports.hasher),
                                 .at = office.now(),
                                 .prev = signatures.empty() ? "" : signatures.back().hash};
    signature.hash = hash_of(signature, version.id, office.ports.hasher);
    return signature;
}

}  // namespace

std::string content_sm3(const BenchmarkVersion& version, const ports::Hasher& hasher) {
    std::string text;
    for (const std::string& part : {version.table, std::to_string(version.version), version.agency,
                                    version.title, version.from.str(), version.file_sm3})
        add(text, part);
    for (const benchmark::Line& line : version.lines) {
        add(text, std::to_string(line.row));
        for (const std::string& cell : line.cells) add(text, cell);
    }
    for (const auto& item : version.items) add(text, item ? "=" + *item : "?");
    return hasher.sm3(text);
}

std::string hash_of(const BenchmarkSignature& signature, std::string_view version_id,
                    const ports::Hasher& hasher) {
    std::string text;
    for (const std::string& part :
         {signature.prev, std::string(version_id), std::to_string(signature.n),
          std::to_string(signature.round), signature.action, signature.person, signature.person_name,
          signature.role, signature.opinion, signature.content_sm3, signature.at.str()})
        add(text, part);
    return hasher.sm3(text);
}

Result<void> sign_table(const office::Office& office, const identity::Viewer& viewer,
                        BenchmarkVersion version, std::string_view action, const std::string& opinion) {
    const auto signatures = TRY(office.ports.benchmarks.signatures(viewer, version.id));
    TRY(check_permission(viewer, version, action, signatures));
    TRY(check_status(version, action));
    if (base::character_count(opinion) > opinion_characters_max)
        return base::fail("text_too_long", "意见不超过2000字", {}, "opinion");
    if (action == "return" && base::is_blank(opinion))
        return base::fail("missing_field", "请写明退回的理由", {}, "opinion");
    if (action == "submit" || action == "approve") {
        TRY(check_content(office, version));
        TRY(check_order(office, viewer, version));
    }
    const BenchmarkSignature signature = next_signature(office, viewer, version, action, opinion, signatures);
    const bool is_last = action == "approve" && approvals(version, signatures) + 1 >= approvals_needed;
    if (action == "submit") version.status = "waiting";
    if (action == "withdraw") version.status = "withdrawn";
    if (is_last) version.status = "approved";
    if (action == "return") {
        version.status = "draft";
        ++version.round;
    }
    version.updated_at = signature.at;
    TRY(office.ports.benchmarks.save(viewer, version, signature));
    if (is_last) TRY(office.benchmarks.reload());
    return {};
}

Result<std::vector<BenchmarkVersion>> waiting_for(const office::Office& office,
                                                  const identity::Viewer& viewer) {
    std::vector<BenchmarkVersion> waiting;
    if (!is_leader(viewer)) return waiting;
    for (BenchmarkVersion& version : TRY(office.ports.benchmarks.list(viewer))) {
        if (version.status != "waiting" || version.agency != viewer.agency) continue;
        const auto signatures = TRY(office.ports.benchmarks.signatures(viewer, version.id));
        if (check_permission(viewer, version, "approve", signatures)) waiting.push_back(std::move(version));
    }
    return waiting;
}

std::vector<std::string> open_actions(const identity::Viewer& viewer, const BenchmarkVersion& version,
                                      const std::vector<BenchmarkSignature>& signatures) {
    std::vector<std::string> actions;
    if (version.status == "draft" && version.agency == viewer.agency && viewer.has_role("LEGAL"))
        actions.emplace_back("map");
    if (version.status == "approved" && version.agency == viewer.agency && viewer.has_role("LEGAL"))
        actions.emplace_back("new_version");
    for (const std::string_view action : {"submit", "approve", "return", "withdraw"})
        if (check_permission(viewer, version, action, signatures) && check_status(version, action))
            actions.emplace_back(action);
    return actions;
}

}  // namespace benchmark_tables
