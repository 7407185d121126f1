#include "documents/volume.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace documents {

namespace {

using base::List;
using base::Object;
using base::Value;

// 程序规定 第七十九条: recordings are listed with where they are kept and their hash; they have no pages.
void list_files(List& entries, const Sources& sources, const std::vector<::volume::Paper>& papers) {
    for (std::size_t i = 0; i < sources.evidence.size(); ++i) {
        const auto& file = sources.evidence[i];
        if (!papers[sources.documents.size() + i].slot.empty()) continue;
        entries.push_back(Object{
            {"no", entries.size() + 1},
            {"number", file.no},
            {"name", file.name},
            {"date", file.added_at.date().str()},
            {"page", "—"},
            {"note", "电子文件 " + file.sm3.substr(0, 8)}
        });
    }
}

// 3, or 3-5.
std::string page_range(int first, int pages) {
    return pages <= 1 ? std::to_string(first) : fmt::format("{}-{}", first, first + pages - 1);
}

std::string people_of(const Sources& sources, int n) {
    std::string names;
    for (const casefile::Act& act : sources.loaded.state.acts())
        if (act.n == n)
            for (const std::string& id : act.by)
                names += (names.empty() ? "" : "、") + sources.loaded.name_of(id);
    return names;
}

bool is_of(Part part, std::string_view slot) {
    return slot.starts_with('F') ? part == Part::side : slot.starts_with('Z') && part == Part::main;
}

// The day on which a paper came to the file: when its act was entered, whatever day it happened on. An act
// that is only being entered comes today.
base::Date came_on(const Sources& sources, int n) {
    const ports::RecordedAct* known = n == sources.act.n ? nullptr : sources.loaded.act(n);
    return known ? known->act.recorded_at.value_or(known->act.at).date() : sources.office.today();
}

// documents.md AR-08: what came to the file after it was bound, when and through whom.
List added(const Sources& sources, Part part, const std::vector<Brought>& brought) {
    const casefile::Act* bound = bound_before(sources);
    List list;
    if (bound == nullptr) return list;
    const auto add = [&](int n, int no, const std::string& title) {
        list.push_back(Object{
            {"n", n},
            {"document", no},
            {"title", title},
            {"date", came_on(sources, n).str()},
            {"by", people_of(sources, n)}
        });
    };
    for (const auto& row : sources.documents)
        if (row.act_n > bound->n && row.act_n != sources.act.n && row.status != "struck" &&
            is_of(part, row.slot))
            add(row.act_n, row.no, row.title);
    for (const Brought& paper : brought)
        if (is_of(part, paper.slot)) add(sources.act.n, paper.no, paper.title);
    return list;
}

// Who bound the file and when, once that is past; the act that binds it names them itself.
void set_binder(Object& volume, const Sources& sources) {
    const casefile::Act* bound = bound_before(sources);
    if (bound == nullptr) return;
    const std::string on(bound->data.text("on"));
    volume.set("binder", people_of(sources, bound->n));
    volume.set("bound_on", on.empty() ? bound->at.date().str() : on);
}

}  // namespace

const casefile::Act* bound_before(const Sources& sources) {
    const int n = sources.loaded.state.state().archived;
    if (n == 0 || n >= sources.act.n) return nullptr;
    const auto& acts = sources.loaded.state.acts();
    const auto bound = std::ranges::find(acts, n, &casefile::Act::n);
    return bound == acts.end() ? nullptr : &*bound;
}

Value volume(const Sources& sources, Part part, const PagesOf& pages_of,
             const std::vector<Brought>& brought) {
    const Value& data = sources.act.data;
    List entries;
    int page = 1;
    const auto papers = binder_papers(sources.loaded.state, sources.documents, sources.evidence, pages_of);
    for (const ::volume::Bound& bound : ::volume::bind(papers, part)) {
        const ::volume::Paper& paper = papers[bound.paper];
        const int pages = std::max(1, paper.pages);
        entries.push_back(Object{
            {"no", entries.size() + 1},
            {"number", paper.number},
            {"name", paper.title},
            {"date", paper.made_at.date().str()},
            {"page", page_range(bound.page, pages)},
            {"note", ""}
        });
        page = bound.page + pages;
    }
    const auto pieces = entries.size();
    if (part == Part::main) list_files(entries, sources, papers);
    Object made{
        {"part", part == Part::main ? "main" : "side"},
        {"entries", std::move(entries)},
        {"pieces", pieces},
        {"pages", page - 1},
        {"retention", data.text("retention_code")},
        {"archive_no", data.text("archive_no")},
        {"catalogue_no", data.text("catalogue_no")},
        {"file_no", data.text("file_no")},
        {"added", added(sources, part, brought)}
    };
    set_binder(made, sources);
    return made;
}

}  // namespace documents
