#include "documents/export_volume.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cases/evidence_of.hpp"
#include "documents/bound.hpp"
#include "documents/print.hpp"
#include "volume/container.hpp"

namespace documents {

namespace {

using base::List;
using base::Object;
using base::Value;
using ports::VolumePiece;
using volume::Part;

struct File {
    cases::LoadedCase loaded;
    std::vector<ports::DocumentRow> rows;
    std::vector<ports::Evidence> evidence;
    std::vector<::volume::Paper> papers;  // of the rows, then of the evidence

    // Where the bytes of a bound thing lie: the paper, or the evidence.
    const std::string& sm3_of(std::size_t place) const {
        return place < rows.size() ? rows[place].sm3 : evidence[place - rows.size()].sm3;
    }
};

base::Result<File> file_of(const office::Office& office, const identity::Viewer& viewer,
                           std::string_view no) {
    File file{.loaded = TRY(cases::load_case(office, viewer, no)), .rows = {}, .evidence = {}, .papers = {}};
    file.rows = TRY(office.ports.documents.of_case(viewer, no));
    file.evidence = TRY(cases::evidence_to_bind(office, viewer, file.loaded.record));
    file.papers = binder_papers(file.loaded.state, file.rows, file.evidence, pages_in(office));
    return file;
}

List entries(const File& file, Part part) {
    List list;
    for (const ::volume::Bound& bound : ::volume::bind(file.papers, part)) {
        const ::volume::Paper& paper = file.papers[bound.paper];
        list.push_back(Object{
            {"id", paper.id},
            {"document", paper.document},
            {"title", paper.title},
            {"number", paper.number},
            {"slot", paper.slot},
            {"date", paper.made_at.date().str()},
            {"page", bound.page},
            {"pages", std::max(1, paper.pages)}
        });
    }
    return list;
}

// Decisions that bind the party by their seal (行政处罚法 第五十九条第二款, 行政强制法 第二十四条).
bool is_sealed_decision(int no) {
    static constexpr std::array decisions{21, 22, 23, 33, 34, 44, 45, 46};
    return std::ranges::find(decisions, no) != decisions.end();
}

List missing(const office::Office& office, const base::Value& rules, const File& file) {
    std::vector<std::string> acts;
    for (const auto& act : file.loaded.state.live_acts()) acts.push_back(act.type);
    std::vector<::volume::Paper> standing;
    for (const auto& paper : file.papers)
        if (!paper.slot.empty()) standing.push_back(paper);
    List list;
    for (const auto& one : ::volume::missing(rules, standing, acts)) {
        const auto* paper = office.rules.table.document(one.document);
        list.push_back(Object{
            {"document", one.document                       },
            {"title",    paper ? paper->title : one.document},
            {"basis",    one.because                        }
        });
    }
    for (const auto& paper : file.loaded.state.documents())
        if (paper.status == "to_serve")
            list.push_back(Object{
                {"document", "service_receipt"},
                {"title", fmt::format("《{}》的送达回证", paper.title)},
                {"basis", "程序规定 第八十二条"}
            });
    return list;
}

// Decisions this program did not seal. They bind the party by a seal, and the paper that was signed may bear
// one of ink: that is looked up, not missed.
List not_sealed_here(const File& file) {
    List list;
    for (const auto& row : file.rows)
        if (row.status != "struck" && row.text_sm3.empty() && is_sealed_decision(row.no))
            list.push_back(Object{
                {"document", row.document},
                {"title",
                 fmt::format("《{}》{}", row.title, row.number.empty() ? "" : "（" + row.number + "）")},
                {"basis", row.no == 45 ? "行政处罚法 第五十九条第二款" : "程序规定 第七十八条"}
            });
    return list;
}

VolumePiece piece(std::string path, std::string title, std::string kind) {
    return {
        .item = {.path = std::move(path),
                 .title = std::move(title),
                 .kind = std::move(kind),
                 .size = 0,
                 .sm3 = {},
                 .page = 0},
        .file = {},
        .bytes = {}
    };
}

// What binding works with: where the bound copies are written until the volume is.
struct Bench {
    const office::Office& office;
    const File& file;
    std::filesystem::path room;
    std::vector<VolumePiece>& pieces;
};

std::string name_of(const ::volume::Paper& paper) {
    const std::string& title = paper.title;
    if (paper.number.empty()) return volume::safe_name(title);
    const bool is_evidence = paper.document == "evidence";
    return volume::safe_name(is_evidence ? paper.number + " " + title : title + " " + paper.number);
}

// The bound copy bears the running numbers; the paper as it was made, and signed, lies beside it byte for
// byte, and the list says which belongs to which. Evidence lies under 证据 in any case.
base::Result<void> add_bound(const Bench& bench, const ::volume::Bound& bound, std::string_view folder,
                             int place) {
    const ::volume::Paper& paper = bench.file.papers[bound.paper];
    const std::string& sm3 = bench.file.sm3_of(bound.paper);
    const bool is_evidence = bound.paper >= bench.file.rows.size();
    const std::string path = fmt::format("{}/{:03} {}.pdf", folder, place, name_of(paper));
    const auto original = TRY(bench.office.ports.blobs.path(sm3));
    VolumePiece copy = piece(path, paper.title, "paper");
    copy.item.page = bound.page;
    copy.item.original = sm3;
    copy.file = bench.room / fmt::format("{}-{}", bench.pieces.size(), sm3);
    if (is_evidence)
        copy.file = TRY(bound_evidence(bench.office, original, bound.page, copy.file));
    else
        TRY(bench.office.ports.binder.numbered(original, bound.page, copy.file));
    bench.pieces.push_back(std::move(copy));
    if (is_evidence) return {};
    VolumePiece kept = piece("原件/" + path, paper.title, "original");
    kept.file = original;
    bench.pieces.push_back(std::move(kept));
    return {};
}

base::Result<void> add_frame(const Bench& bench, const ports::DocumentRow& row, std::string_view folder,
                             int place) {
    VolumePiece made = piece(fmt::format("{}/{:03} {}.pdf", folder, place, volume::safe_name(row.title)),
                             row.title, "paper");
    made.file = TRY(bench.office.ports.blobs.path(row.sm3));
    bench.pieces.push_back(std::move(made));
    return {};
}

// Cover and index before the papers, the note behind them, without numbers; of each the last that was made.
base::Result<void> add_part(const Bench& bench, Part part) {
    const std::string folder = part == Part::main ? "正卷" : "副卷";
    const auto frame = [&](std::string_view slot) -> base::Result<void> {
        const ports::DocumentRow* last = nullptr;
        for (const auto& row : bench.file.rows)
            if (row.slot == slot && row.status != "struck" && row.title.ends_with("（" + folder + "）"))
                last = &row;
        if (last) TRY(add_frame(bench, *last, folder, slot == "note" ? 999 : slot == "index" ? 1 : 0));
        return {};
    };
    TRY(frame("cover"));
    TRY(frame("index"));
    int place = 1;
    for (const ::volume::Bound& bound : ::volume::bind(bench.file.papers, part))
        TRY(add_bound(bench, bound, folder, ++place));
    return frame("note");
}

base::Result<void> add_evidence(const Bench& bench) {
    for (const auto& one : bench.file.evidence) {
        VolumePiece made =
            piece(fmt::format("证据/{} {}", volume::safe_name(one.no), volume::safe_name(one.name)), one.name,
                  "evidence");
        made.file = TRY(bench.office.ports.blobs.path(one.sm3));
        bench.pieces.push_back(std::move(made));
    }
    return {};
}

// 公示规定 第四条: what was made public, as it was made public.
base::Result<void> add_published(const Bench& bench) {
    for (const casefile::Act& act : bench.file.loaded.state.live_acts()) {
        if (act.type != "publish") continue;
        int place = 0;
        for (const Value& copy : act.data.list("copies")) {
            const std::string title(copy.text("title"));
            VolumePiece made =
                piece(fmt::format("公示/{:04}-{} {}.pdf", act.n, ++place, volume::safe_name(title)), title,
                      "published");
            made.file = TRY(bench.office.ports.blobs.path(copy.text("sm3")));
            bench.pieces.push_back(std::move(made));
        }
    }
    return {};
}

void add_acts(std::vector<VolumePiece>& pieces, const procedure::Table& table,
              const std::vector<ports::ChainAct>& acts, std::vector<volume::Link>& links) {
    for (const ports::ChainAct& act : acts) {
        const auto* type = table.find(act.act);
        const std::string title = type ? type->title : act.act;
        VolumePiece made =
            piece(fmt::format("记录/行为/{:04} {}.json", act.n, volume::safe_name(title)), title, "act");
        made.bytes = act.body;
        links.push_back({.n = act.n,
                         .act = act.act,
                         .prev_hash = act.prev_hash,
                         .hash = act.hash,
                         .path = made.item.path});
        pieces.push_back(std::move(made));
    }
}

bool may_take(const identity::Viewer& viewer, const cases::LoadedCase& loaded) {
    const auto has = [&](std::string_view role) {
        return std::ranges::find(viewer.roles, role) != viewer.roles.end();
    };
    const auto handlers = loaded.state.handlers();
    return has("SYSTEM") || has("ARCHIVIST") || has("LEADER") || has("CHIEF") ||
           std::ranges::find(handlers, viewer.person) != handlers.end();
}

}  // namespace

base::Result<Value> volume_of(const office::Office& office, const ports::VolumeDesk& desk,
                              const identity::Viewer& viewer, std::string_view no) {
    const File file = TRY(file_of(office, viewer, no));
    const bool archived = std::ranges::any_of(file.loaded.state.live_acts(),
                                              [](const auto& act) { return act.type == "archive"; });
    return Object{
        {"case", std::string(no)},
        {"main", entries(file, Part::main)},
        {"side", entries(file, Part::side)},
        {"missing", missing(office, desk.rules(), file)},
        {"not_sealed_here", not_sealed_here(file)},
        {"archived", archived},
        {"may_take", may_take(viewer, file.loaded)}
    };
}

base::Result<std::filesystem::path> export_volume(const office::Office& office, ports::VolumeDesk& desk,
                                                  const identity::Viewer& viewer, std::string_view no) {
    TRY(print_all(office, viewer, no));
    const File file = TRY(file_of(office, viewer, no));
    if (!may_take(viewer, file.loaded))
        return base::fail("not_permitted", "只有办案人员、档案管理人员和负责人可以导出电子案卷",
                          "程序规定 第七十八条");
    std::vector<VolumePiece> pieces;
    const ports::VolumeDesk::Room room = TRY(desk.room());
    const Bench bench{.office = office, .file = file, .room = *room, .pieces = pieces};
    TRY(add_part(bench, Part::main));
    TRY(add_part(bench, Part::side));
    TRY(add_evidence(bench));
    TRY(add_published(bench));
    std::vector<volume::Link> links;
    const auto acts = TRY(desk.chain(viewer, no));
    add_acts(pieces, office.rules.table, acts, links);
    volume::Manifest manifest{.case_no = std::string(no),
                              .agency = file.loaded.agency.code,
                              .agency_name = file.loaded.agency.name,
                              .made_at = office.now().str(),
                              .head = acts.empty() ? std::string(64, '0') : acts.back().hash,
                              .items = {}};
    return desk.write(std::move(manifest), std::move(pieces), links);
}

}  // namespace documents
