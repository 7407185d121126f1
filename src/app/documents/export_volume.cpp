#include "documents/export_volume.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/bound.hpp"
#include "documents/page_count.hpp"
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
    std::vector<::volume::Paper> papers;
};

base::Result<File> file_of(const office::Office& office, const identity::Viewer& viewer,
                           std::string_view no) {
    File file{.loaded = TRY(cases::load_case(office, viewer, no)), .rows = {}, .papers = {}};
    file.rows = TRY(office.ports.documents.of_case(viewer, no));
    const PagesOf pages = [&](const ports::DocumentRow& row) {
        const auto pdf = row.sm3.empty() ? office.ports.blobs.read("") : office.ports.blobs.read(row.sm3);
        return pdf ? page_count(*pdf) : 0;
    };
    file.papers = binder_papers(file.loaded.state, file.rows, pages);
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

base::Result<void> add_paper(std::vector<VolumePiece>& pieces, const office::Office& office,
                             const ports::DocumentRow& row, std::string_view folder, int place, int page) {
    const std::string name = volume::safe_name(row.number.empty() ? row.title : row.title + " " + row.number);
    VolumePiece made = piece(fmt::format("{}/{:03} {}.pdf", folder, place, name), row.title, "paper");
    made.item.page = page;
    made.file = TRY(office.ports.blobs.path(row.sm3));
    pieces.push_back(std::move(made));
    return {};
}

// Cover and index before the papers, the note behind them; of each the last that was made.
base::Result<void> add_part(std::vector<VolumePiece>& pieces, const office::Office& office, const File& file,
                            Part part) {
    const std::string folder = part == Part::main ? "正卷" : "副卷";
    const auto frame = [&](std::string_view slot) -> base::Result<void> {
        const ports::DocumentRow* last = nullptr;
        for (const auto& row : file.rows)
            if (row.slot == slot && row.status != "struck" && row.title.ends_with("（" + folder + "）"))
                last = &row;
        if (last)
            TRY(add_paper(pieces, office, *last, folder, slot == "note" ? 999 : slot == "index" ? 1 : 0, 0));
        return {};
    };
    TRY(frame("cover"));
    TRY(frame("index"));
    int place = 1;
    for (const ::volume::Bound& bound : ::volume::bind(file.papers, part))
        TRY(add_paper(pieces, office, file.rows[bound.paper], folder, ++place, bound.page));
    return frame("note");
}

base::Result<void> add_evidence(std::vector<VolumePiece>& pieces, const office::Office& office,
                                const identity::Viewer& viewer, std::string_view no) {
    for (const auto& one : TRY(office.ports.evidence.of_case(viewer, no))) {
        VolumePiece made =
            piece(fmt::format("证据/{} {}", volume::safe_name(one.no), volume::safe_name(one.name)), one.name,
                  "evidence");
        made.file = TRY(office.ports.blobs.path(one.sm3));
        pieces.push_back(std::move(made));
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
        {"archived", archived},
        {"may_take", may_take(viewer, file.loaded)}
    };
}

base::Result<std::filesystem::path> export_volume(const office::Office& office, ports::VolumeDesk& desk,
                                                  const identity::Viewer& viewer, std::string_view no) {
    for (const auto& row : TRY(office.ports.documents.of_case(viewer, no)))
        if (row.sm3.empty() && row.status != "struck") TRY(pdf(office, viewer, row.id));
    const File file = TRY(file_of(office, viewer, no));
    if (!may_take(viewer, file.loaded))
        return base::fail("not_permitted", "只有办案人员、档案管理人员和负责人可以导出电子案卷",
                          "程序规定 第七十八条");
    std::vector<VolumePiece> pieces;
    TRY(add_part(pieces, office, file, Part::main));
    TRY(add_part(pieces, office, file, Part::side));
    TRY(add_evidence(pieces, office, viewer, no));
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
