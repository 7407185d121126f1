#include "acts/other_case.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cases/case_facts.hpp"
#include "cases/project.hpp"

namespace acts {

namespace {

using base::List;
using base::Object;
using base::Value;

bool holds(const List& list, const Value& value) {
    return std::ranges::find(list, value) != list.end();
}

bool same_party(const casefile::Party& a, const casefile::Party& b) {
    if (!a.code.empty() || !b.code.empty()) return a.code == b.code;
    if (!a.id_no.empty() || !b.id_no.empty()) return a.id_no == b.id_no;
    return a.name == b.name;
}

std::string_view kind_name(casefile::PartyKind kind) {
    return kind == casefile::PartyKind::organisation  ? "organisation"
           : kind == casefile::PartyKind::sole_trader ? "sole_trader"
                                                      : "person";
}

Value party_value(const casefile::Party& party) {
    Object value{
        {"kind", kind_name(party.kind)},
        {"name", party.name           }
    };
    if (!party.code.empty()) value.set("code", party.code);
    if (!party.id_no.empty()) value.set("id_no", party.id_no);
    if (party.born) value.set("born", party.born->str());
    if (!party.region.empty()) value.set("region", party.region);
    return value;
}

std::unexpected<base::Error> not_joined(std::string message) {
    return base::fail("cannot_join", std::move(message), "程序规定 第十九条", "data.with");
}

base::Result<cases::LoadedCase> other_of(const office::Office& office, const identity::Viewer& viewer,
                                         const cases::LoadedCase& loaded, std::string_view no) {
    if (no == loaded.record.no) return not_joined("案件不能并入本身");
    auto other = cases::load_case(office, viewer, no);
    if (!other && other.error().code == "not_found") return not_joined(fmt::format("没有编号为{}的案件", no));
    if (other && other->record.agency != loaded.record.agency)
        return not_joined("并案限于本机关立案的案件；其他机关的案件应当先移送");
    return other;
}

base::Result<ActRequest> join_request(const office::Office& office, const identity::Viewer& viewer,
                                      const cases::LoadedCase& loaded, ActRequest request) {
    const auto other = TRY(other_of(office, viewer, loaded, request.data.text("with")));
    for (const auto& proposal : TRY(office.ports.proposals.of_case(viewer, other.record.no)))
        if (proposal.status == "waiting")
            return not_joined(
                fmt::format("{}还有报批件“{}”没有办结，应当先办结或者撤回", other.record.no, proposal.title));
    Object data = request.data.object();
    List parties;
    for (const auto& party : other.state.matter().parties)
        if (std::ranges::none_of(loaded.state.matter().parties,
                                 [&](const casefile::Party& ours) { return same_party(ours, party); }))
            parties.push_back(party_value(party));
    List violations;
    for (const auto& violation : cases::facts_of(other.state).violations) violations.emplace_back(violation);
    data.set("parties", std::move(parties));
    data.set("violations", std::move(violations));
    if (const auto& filed = other.state.state().filed_on) data.set("filed_on", filed->str());
    request.data = std::move(data);
    return request;
}

base::Result<ActRequest> split_request(const cases::LoadedCase& loaded, ActRequest request) {
    List known;
    for (const auto& violation : cases::facts_of(loaded.state).violations) known.emplace_back(violation);
    const List& going = request.data.list("violations");
    for (const Value& violation : going)
        if (!holds(known, violation))
            return base::fail("cannot_split", "分出的违法事项不在本案之中", "程序规定 第十九条",
                              "data.violations");
    if (std::ranges::all_of(known, [&](const Value& each) { return holds(going, each); }))
        return base::fail("cannot_split", "违法事项全部分出的，不再是分案；共同的违法事项不必列出",
                          "程序规定 第十九条", "data.violations");
    return request;
}

// The case that yields: its own last act, by the same people.
base::Result<OtherSide> joined_side(const office::Office& office, const identity::Viewer& viewer,
                                    const cases::LoadedCase& loaded, const Judged& host,
                                    const std::vector<ports::Signature>& signatures) {
    const auto other = TRY(other_of(office, viewer, loaded, host.act.data.text("with")));
    ActRequest request{.act = "be_joined", .by = host.act.by};
    request.data = Object{
        {"host",   loaded.record.no            },
        {"reason", host.act.data.text("reason")}
    };
    const base::Instant at = std::max(host.act.at, other.state.acts().back().at);
    Judged judged = TRY(judge(office, other, request, at, host.act.approved_by));
    if (judged.refusal) {
        judged.refusal->message = fmt::format("{}：{}", other.record.no, judged.refusal->message);
        judged.refusal->field = "data.with";
        return OtherSide{.refusal = std::move(judged.refusal)};
    }
    return OtherSide{.joined = TRY(entry_of(office, viewer, other, std::move(judged), signatures)).append};
}

// 分案: the case that is split off begins with what was done so far, and lets go of those who stay.
base::Result<OtherSide> split_side(const office::Office& office, const cases::LoadedCase& loaded,
                                   const Judged& host, const std::vector<ports::Signature>& signatures) {
    const List& going = host.act.data.list("parties");
    List staying, violations;
    for (const auto& party : loaded.state.matter().parties)
        if (!holds(going, Value(party.id))) staying.emplace_back(party.id);
    const List& moved = host.act.data.list("violations");
    if (!moved.empty())
        for (const auto& violation : cases::facts_of(loaded.state).violations)
            if (!holds(moved, Value(violation))) violations.emplace_back(violation);
    casefile::Act act = host.act;
    act.recorded_at = office.now();
    act.paper = {};
    act.data = Object{
        {"parties",    std::move(staying)          },
        {"violations", std::move(violations)       },
        {"reason",     host.act.data.text("reason")},
        {"from",       loaded.record.no            }
    };
    procedure::Case state = loaded.state;
    TRY(state.restore(act));
    std::vector<ports::RecordedAct> acts = loaded.record.acts;
    for (auto& carried : acts) carried.act.recorded_at = act.recorded_at;
    ports::NewCase fresh{
        .agency = loaded.record.agency,
        .node = loaded.record.node,
        .year = act.at.date().year(),
        .matter = loaded.record.matter,
        .first = {.case_no = {},
                  .expected_version = loaded.record.version,
                  .act = act,
                  .signatures = signatures,
                  .attachments = {},
                  .projection = cases::project(state, office.today(), acts),
                  .documents = {}},
        .carried = std::move(acts)
    };
    return OtherSide{.split_off = std::move(fresh)};
}

}  // namespace

bool touches_other_case(std::string_view act) {
    return act == "join_case" || act == "split_case";
}

base::Result<void> check_by_hand(const procedure::ActType& type, const ActRequest& request) {
    if (!type.recorded_with.empty())
        return base::fail("recorded_by_program",
                          fmt::format("“{}”由系统随并案一并记录，请在并入的案件中办理并案", type.title),
                          type.basis, "act");
    for (const auto& field : type.fields)
        if (field.by_program && request.data.has(field.name))
            return base::fail("recorded_by_program", fmt::format("“{}”由系统填写", field.label), type.basis,
                              "data." + field.name);
    return {};
}

base::Result<ActRequest> with_other_case(const office::Office& office, const identity::Viewer& viewer,
                                         const cases::LoadedCase& loaded, ActRequest request) {
    if (request.act == "join_case" && request.data.has("with"))
        return join_request(office, viewer, loaded, std::move(request));
    if (request.act == "split_case") return split_request(loaded, std::move(request));
    return request;
}

base::Result<OtherSide> other_side(const office::Office& office, const identity::Viewer& viewer,
                                   const cases::LoadedCase& loaded, const Judged& judged,
                                   const std::vector<ports::Signature>& signatures) {
    if (judged.act.type == "join_case") return joined_side(office, viewer, loaded, judged, signatures);
    if (judged.act.type == "split_case") return split_side(office, loaded, judged, signatures);
    return OtherSide{};
}

base::Result<ports::Outcome> enter_both(const office::Office& office, const identity::Viewer& viewer,
                                        Entry entry, OtherSide other) {
    office.shelf.drop(entry.append.case_no);
    if (other.joined) {
        office.shelf.drop(other.joined->case_no);
        return office.ports.cases.join(viewer, entry.append, *other.joined);
    }
    return office.ports.cases.split(viewer, entry.append, *other.split_off);
}

}  // namespace acts
