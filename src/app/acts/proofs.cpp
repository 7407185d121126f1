#include "acts/proofs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cases/evidence_of.hpp"

namespace acts {

namespace {

// 行政处罚法 第四十六条第一款: the acts that leave evidence, and what it is called.
constexpr auto records = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"onsite_check",        "现场笔录"        },
    {"interview",           "询问笔录"        },
    {"collect_evidence",    "证据提取单"      },
    {"collect_e_data",      "电子数据提取笔录"},
    {"take_sample",         "抽样记录"        },
    {"receive_test_result", "检验检测结论"    },
    {"determine_gains",     "违法所得计算"    },
    {"seize",               "实施强制措施清单"},
    {"check_correction",    "改正情况复查记录"},
    {"receive_assistance",  "协助调查答复"    },
    {"answer_notice",       "陈述申辩记录"    },
    {"hold_hearing",        "听证笔录"        },
});

std::string words_for(const casefile::Act& act, std::string_view record) {
    const auto person = act.data["person"].text("name");
    const std::string of = person.empty() ? std::string() : fmt::format("（{}）", person);
    return fmt::format("{}{}，{}", record, of, act.at.date().chinese());
}

bool is_missing(const std::vector<Proof>& proofs, const base::Value& claims) {
    for (const base::Value& claim : claims.items())
        for (const base::Value& id : claim.list("evidence_ids"))
            if (id.as_string() == nullptr ||
                std::ranges::find(proofs, *id.as_string(), &Proof::ref) == proofs.end())
                return true;
    return false;
}

base::Result<base::Value> claims_with(const std::vector<Proof>& proofs, const base::Value& claims,
                                      std::string_view name) {
    base::List named;
    for (std::size_t i = 0; i < claims.items().size(); ++i) {
        base::Object claim = claims.items()[i].object();
        base::List titles;
        for (const base::Value& id : claims.items()[i].list("evidence_ids")) {
            const std::string ref = id.as_string() ? *id.as_string() : std::string();
            const auto proof = std::ranges::find(proofs, ref, &Proof::ref);
            if (proof == proofs.end())
                return base::fail("unknown_evidence", "所列证据不在本案证据和笔录之中，不能证明这一情节",
                                  "行政处罚法 第四十六条",
                                  fmt::format("paper.discretion.{}.{}.evidence_ids", name, i));
            titles.push_back(proof->title);
        }
        if (claims.items()[i]["evidence_ids"].as_list()) claim.set("evidence_ids", std::move(titles));
        named.push_back(claims.items()[i].as_object() ? base::Value(std::move(claim)) : claims.items()[i]);
    }
    return base::Value(std::move(named));
}

}  // namespace

std::vector<Proof> recorded_proofs(const cases::LoadedCase& loaded) {
    std::vector<Proof> proofs;
    for (const casefile::Act& act : loaded.state.acts()) {
        const auto record = std::ranges::find(records, act.type, &decltype(records)::value_type::first);
        if (record == records.end() || loaded.state.struck(act.n)) continue;
        proofs.push_back({std::to_string(act.n), words_for(act, record->second)});
    }
    return proofs;
}

base::Result<std::vector<Proof>> proofs_of(const office::Office& office, const cases::LoadedCase& loaded) {
    std::vector<Proof> proofs = recorded_proofs(loaded);
    // Whoever has loaded the case sees its evidence: both stand behind the same wall.
    const identity::Viewer reader{
        .person = {}, .name = {}, .node = {}, .agency = loaded.record.agency, .roles = {}};
    for (const ports::Evidence& file : TRY(cases::evidence_of(office, reader, loaded.record)))
        proofs.push_back({file.id, fmt::format("{} {}", file.no, file.name)});
    return proofs;
}

base::Result<base::Value> with_proofs(const office::Office& office, const cases::LoadedCase& loaded,
                                      const base::Value& request) {
    std::vector<Proof> proofs = recorded_proofs(loaded);
    const bool names_files =
        is_missing(proofs, request["circumstances"]) || is_missing(proofs, request["serious_facts"]);
    if (names_files) proofs = TRY(proofs_of(office, loaded));
    base::Object named = request.object();
    for (const char* name : {"circumstances", "serious_facts"})
        if (request[name].as_list()) named.set(name, TRY(claims_with(proofs, request[name], name)));
    return base::Value(std::move(named));
}

}  // namespace acts
