#include "sealing/desk.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "cases/case_facts.hpp"
#include "cases/load_case.hpp"
#include "documents/print.hpp"

namespace sealing {

namespace {

// The province whose codes begin with 99 does not exist: whatever is sealed there is a demonstration.
std::string under_the_star(std::string_view agency) {
    return agency.starts_with("99") ? "演示" : "";
}

bool leads(const identity::Viewer& viewer) {
    return viewer.has_role("LEADER") || viewer.has_role("CHIEF") || viewer.has_role("UNIT_HEAD");
}

}  // namespace

bool has_seal_place(const document::Document& paper) {
    return std::ranges::any_of(paper.blocks, [](const document::Block& block) {
        return std::holds_alternative<document::Seal>(block);
    });
}

std::vector<std::string> places(const std::vector<document::Spot>& spots) {
    std::vector<std::string> roles;
    const auto add = [&](const std::string& role) {
        if (std::ranges::find(roles, role) == roles.end()) roles.push_back(role);
    };
    for (const document::Spot& spot : spots) {
        if (spot.kind == document::Spot::Kind::signature) add(spot.label);
        if (spot.kind == document::Spot::Kind::page_sign)
            for (const signing::SigningPlace& place : signing::places_in(spot.label)) add(place.role);
    }
    return roles;
}

bool is_bound(std::span<const casefile::Act> acts, int act_n) {
    return std::ranges::any_of(
        acts, [&](const casefile::Act& act) { return act.type == "archive" && act_n < act.n; });
}

// 程序规定 第四条: who was replaced or recused has no hand in the case any more; the wall of the database
// says so too.
base::Result<ports::DocumentRow> Desk::for_signing(const identity::Viewer& viewer,
                                                   std::string_view id) const {
    ports::DocumentRow row = TRY(office_.ports.documents.load(viewer, id));
    if (row.status == "struck") return base::fail("document_struck", "这份文书已经撤销，不能签章");
    const auto loaded = TRY(cases::load_case(office_, viewer, row.case_no));
    if (is_bound(loaded.state.live_acts(), row.act_n))
        return base::fail(
            "file_archived",
            "案卷已经归档，卷内文书不再签章；确有必要的，另行制作文书归入本卷，并在卷内备考表中注明",
            "程序规定 第七十八条");
    const auto handlers = loaded.state.handlers();
    const auto* behind = cases::act_of(loaded.state, row.act_n);
    const auto is_viewer = [&](const std::string& person) { return person == viewer.person; };
    // Before the filing nobody is handler yet: those who made the record sign it.
    const bool works_on_it = std::ranges::any_of(handlers, is_viewer) ||
                             (behind != nullptr && std::ranges::any_of(behind->by, is_viewer));
    if (viewer.agency != row.agency || (!works_on_it && !leads(viewer)))
        return base::fail("not_permitted", "只有本案办案人员、办案机构负责人和本机关负责人可以签章",
                          "程序规定 第四条");
    return row;
}

base::Result<std::vector<signing::HandMark>> Desk::hands(
    const std::vector<ports::HandwrittenSignature>& signatures) const {
    std::vector<signing::HandMark> marks;
    for (const ports::HandwrittenSignature& one : signatures) {
        const base::Value kept = TRY(tools_.read(one.strokes));
        marks.push_back({.role = one.role, .writing = TRY(signing::read_handwriting(kept["writing"]))});
    }
    return marks;
}

base::Result<Desk::Frozen> Desk::freeze(const identity::Viewer& viewer, const ports::DocumentRow& row,
                                        bool with_seal) const {
    const document::Document paper = TRY(documents::paper(office_, row));
    const auto written = TRY(tools_.store.handwritten(viewer, row.id));
    signing::Marks marks{.seal = {}, .hands = TRY(hands(written))};
    if (with_seal) {
        const auto agency = TRY(office_.ports.directory.agency(viewer));
        marks.seal = signing::SealMark{.agency = agency.name, .under = under_the_star(row.agency)};
    }
    const document::Printed printed = TRY(tools_.stamper.stamped(paper, marks));
    const ports::Blob pdf = TRY(office_.ports.blobs.put(printed.bytes));
    const ports::Blob text = TRY(office_.ports.blobs.put(document::plain_text(paper)));
    Frozen frozen;
    frozen.paper = {.document = row.id,
                    .case_no = row.case_no,
                    .data_sm3 = office_.ports.hasher.sm3(tools_.canonical(row.facts)),
                    .text_sm3 = text.sm3,
                    .pdf_sm3 = pdf.sm3,
                    .pdf_size = pdf.size,
                    .sealed_by = viewer.person,
                    .sealed_by_name = viewer.name,
                    .sealed_at = office_.now()};
    for (const auto& one : written)
        frozen.handwritten.push_back(
            {.role = one.role, .name = one.name, .at = one.taken_at.str(), .sm3 = one.sm3});
    return frozen;
}

base::Result<ports::PaperSignature> Desk::signature(const identity::Viewer& viewer,
                                                    const ports::DocumentRow& row, const Frozen& frozen,
                                                    signing::Kind kind, std::string_view passphrase) const {
    const base::Instant now = office_.now();
    const auto key = TRY(tools_.store.key(viewer, kind, now));
    if (!key)
        return base::fail("no_certificate", kind == signing::Kind::seal
                                                ? "本机关没有有效的电子印章证书，请系统管理员签发"
                                                : "您没有有效的签名证书，请系统管理员签发");
    const signing::Statement statement{.document = row.id,
                                       .case_no = row.case_no,
                                       .title = row.title,
                                       .number = row.number,
                                       .data_sm3 = frozen.paper.data_sm3,
                                       .text_sm3 = frozen.paper.text_sm3,
                                       .pdf_sm3 = frozen.paper.pdf_sm3,
                                       .pdf_size = frozen.paper.pdf_size,
                                       .kind = kind,
                                       .signer = viewer.person,
                                       .signer_name = viewer.name,
                                       .agency = row.agency,
                                       .certificate = key->serial,
                                       .user_id = key->key.user_id,
                                       .at = now,
                                       .handwritten = frozen.handwritten};
    ports::Signer* signer = key->key.holder == "here" ? &tools_.here : tools_.service;
    if (!signer) return base::fail("signer_unavailable", "密钥在签名服务中，现在没有连接签名服务");
    ports::PaperSignature made{.id = office_.ports.random.id(),
                               .document = row.id,
                               .case_no = row.case_no,
                               .kind = kind,
                               .signer = viewer.person,
                               .certificate = key->serial,
                               .statement = tools_.canonical(signing::to_value(statement)),
                               .signature = {},
                               .signed_at = now};
    made.signature = TRY(signer->sign(key->key, passphrase, made.statement));
    if (!tools_.checker.holds(key->pem, key->key.user_id, made.statement, made.signature))
        return base::fail("signer_unavailable", "签名服务返回的签名与证书不符，没有采用");
    return made;
}

base::Result<bool> Desk::closes(const identity::Viewer& viewer, std::string_view id) const {
    TRY(for_signing(viewer, id));
    return !TRY(tools_.store.sealed(viewer, id)).has_value();
}

base::Result<void> Desk::seal(const identity::Viewer& viewer, std::string_view id,
                              std::vector<ports::FindingAnswer> answers) const {
    const ports::DocumentRow row = TRY(for_signing(viewer, id));
    if (TRY(tools_.store.sealed(viewer, id)))
        return base::fail("already_sealed", "文书已经签章，不能重复签章");
    Frozen frozen = TRY(freeze(viewer, row, true));
    frozen.paper.answers = std::move(answers);
    const auto made = TRY(signature(viewer, row, frozen, signing::Kind::seal, {}));
    return tools_.store.seal(viewer, frozen.paper, made);
}

base::Result<void> Desk::sign(const identity::Viewer& viewer, std::string_view id,
                              std::string_view passphrase, std::vector<ports::FindingAnswer> answers) const {
    const ports::DocumentRow row = TRY(for_signing(viewer, id));
    if (passphrase.empty()) return base::fail("missing_field", "请输入签名口令", {}, "passphrase");
    const auto sealed = TRY(tools_.store.sealed(viewer, id));
    if (!sealed) {
        if (has_seal_place(TRY(documents::paper(office_, row))))
            return base::fail("not_sealed", "这份文书应当先加盖电子印章，再由执法人员签名");
        Frozen frozen = TRY(freeze(viewer, row, false));
        frozen.paper.answers = std::move(answers);
        const auto made = TRY(signature(viewer, row, frozen, signing::Kind::officer, passphrase));
        return tools_.store.seal(viewer, frozen.paper, made);
    }
    Frozen frozen{.paper = *sealed, .handwritten = {}};
    for (const auto& one : TRY(tools_.store.handwritten(viewer, id)))
        frozen.handwritten.push_back(
            {.role = one.role, .name = one.name, .at = one.taken_at.str(), .sm3 = one.sm3});
    return tools_.store.sign(viewer, TRY(signature(viewer, row, frozen, signing::Kind::officer, passphrase)));
}

base::Result<void> Desk::handwrite(const identity::Viewer& viewer, std::string_view id,
                                   const base::Value& body, std::string_view device) const {
    const ports::DocumentRow row = TRY(for_signing(viewer, id));
    const std::string role(body.text("role")), name(body.text("name"));
    constexpr std::size_t name_max = 150;
    if (base::is_blank(name) || name.size() > name_max)
        return base::fail("missing_field", "请填写签名人的姓名", {}, "name");
    const signing::Handwriting writing = TRY(signing::read_handwriting(body));
    if (TRY(tools_.store.sealed(viewer, id))) return base::fail("already_sealed", "文书已经签章，不能再签写");
    const document::Document paper = TRY(documents::paper(office_, row));
    const std::vector<signing::HandMark> mark = {
        {.role = role, .writing = writing}
    };
    TRY(tools_.stamper.stamped(paper, {.seal = {}, .hands = mark}));
    for (const auto& one : TRY(tools_.store.handwritten(viewer, id)))
        if (one.role == role)
            return base::fail("already_signed", "“" + role + "”已经由" + one.name + "签名", {}, "role");
    const base::Instant now = office_.now();
    const std::string strokes = tools_.canonical(base::Object{
        {"document", row.id                    },
        {"role",     role                      },
        {"name",     name                      },
        {"at",       now.str()                 },
        {"device",   device                    },
        {"writing",  signing::to_value(writing)}
    });
    return tools_.store.handwrite(viewer, {.id = office_.ports.random.id(),
                                           .document = row.id,
                                           .case_no = row.case_no,
                                           .role = role,
                                           .name = name,
                                           .strokes = strokes,
                                           .sm3 = office_.ports.hasher.sm3(strokes),
                                           .device = std::string(device),
                                           .taken_by = viewer.person,
                                           .taken_by_name = viewer.name,
                                           .taken_at = now});
}

}  // namespace sealing
