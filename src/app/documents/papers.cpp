#include "documents/papers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "cases/evidence_of.hpp"
#include "document/template.hpp"
#include "documents/list_numbers.hpp"
#include "documents/print.hpp"
#include "documents/volume.hpp"

namespace documents {

namespace {

using base::Object;
using base::Value;
using document::Template;
using ports::NewDocument;

constexpr std::string_view panel_minutes = "42";
constexpr int register_no = 1;
constexpr int item_list_no = 24;
constexpr int cover_no = 54;
constexpr int note_no = 56;

// The form of the agency, as it stood on the day of the act.
const Template* form_of(const Sources& sources, std::string_view name) {
    const document::Library& forms = sources.office.templates;
    const document::Use use{.place = sources.loaded.agency.code, .day = sources.act.at.date()};
    int no = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), no);
    return read.ec == std::errc() && read.ptr == name.data() + name.size() ? forms.by_no(no, use)
                                                                           : forms.find(name, use);
}

bool is_volume_paper(int no) {
    return no >= cover_no && no <= note_no;
}

// One paper that is due: the form, and which of several alike it is (main and side file).
struct Due {
    const Template* form = nullptr;
    int copy = 1;
};

// A receipt is filed with the paper it proves.
std::string slot(const Template& form, const Sources& sources) {
    if (sources.act.type == "serve") {
        const Value served = served_paper(sources);
        for (const auto& row : sources.documents)
            if (served.integer("document") == row.no) return row.slot;
    }
    return form.slot();
}

// documents.md AR-08: what comes to a file that is bound is told by a new note of its part.
void add_notes(const Sources& sources, std::vector<Due>& due) {
    if (!bound_before(sources)) return;
    const Template* note = form_of(sources, std::to_string(note_no));
    std::set<int> parts;
    for (const Due& paper : due)
        if (!is_volume_paper(paper.form->no()) && !slot(*paper.form, sources).empty())
            parts.insert(slot(*paper.form, sources).starts_with('F') ? 2 : 1);
    if (note)
        for (const int part : parts) due.push_back({note, part});
}

std::vector<Due> due_papers(const Sources& sources) {
    std::vector<Due> due;
    for (const auto& paper : sources.loaded.state.documents()) {
        if (paper.of != sources.act.n) continue;
        // The minute of the panel was made when the panel met; the act that rests on it only names it.
        if (paper.document == panel_minutes && sources.act.type != "panel_discuss") continue;
        const Template* form = form_of(sources, paper.document);
        if (!form) continue;  // a paper without a form here (封条) is made by hand
        for (int copy = 1; copy <= (is_volume_paper(form->no()) ? 2 : 1); ++copy) due.push_back({form, copy});
    }
    add_notes(sources, due);
    return due;
}

// What this act brings to a bound file, for its note.
std::vector<Brought> brought_by(const Sources& sources, const std::vector<Due>& due) {
    std::vector<Brought> brought;
    for (const Due& paper : due)
        if (!is_volume_paper(paper.form->no()))
            brought.push_back({paper.form->no(), paper.form->title(), slot(*paper.form, sources)});
    return brought;
}

// The facts all papers of the act share; a list that is about to be made has its next number.
Object shared_facts(const Sources& sources, const std::vector<Due>& due) {
    Object shared = facts(sources).object();
    const bool lists =
        std::ranges::any_of(due, [](const Due& paper) { return paper.form->no() == item_list_no; });
    if (lists) expect_list_number(shared, sources.act.n, sources.loaded.record.no, sources.documents);
    return shared;
}

Object own_facts(const Sources& sources, const Object& shared, const std::vector<Due>& all, const Due& due,
                 const PagesOf& pages_of) {
    Object own = shared;
    if (sources.act.type == "serve") own.set("served", served_paper(sources));
    if (is_volume_paper(due.form->no()))
        own.set("volume",
                volume(sources, due.copy == 1 ? Part::main : Part::side, pages_of, brought_by(sources, all)));
    return own;
}

// documents.md DN-01 to DN-06: 文号 per agency, code and year; lists per case; the register bears the case
// number.
void number(NewDocument& paper, const Template& form, const Sources& sources) {
    if (paper.no == register_no) {
        paper.series = NewDocument::Series::case_number;
    } else if (paper.no == item_list_no) {
        paper.series = NewDocument::Series::case_file;
        paper.code = "QD";
        paper.before = sources.loaded.record.no + "-QD";
        paper.digits = 3;
    } else if (form.numbered()) {
        paper.series = NewDocument::Series::agency_year;
        paper.code = form.code();
        paper.year = sources.act.at.date().year();
        paper.before = form.number_before(sources.loaded.agency.short_name, paper.year);
        paper.after = Template::number_after();
    }
}

std::string_view part_of(const Due& due) {
    if (!is_volume_paper(due.form->no())) return {};
    return due.copy == 1 ? "（正卷）" : "（副卷）";
}

}  // namespace

base::Result<Sources> gather(const office::Office& office, const identity::Viewer& viewer,
                             const cases::LoadedCase& loaded, int n, std::vector<ports::Signature> signatures,
                             Value finding) {
    const auto& acts = loaded.state.acts();
    const auto act = std::ranges::find(acts, n, &casefile::Act::n);
    if (act == acts.end()) return base::fail("not_found", fmt::format("案件中没有第{}项行为", n));
    Sources sources{.office = office,
                    .loaded = loaded,
                    .act = *act,
                    .signatures = std::move(signatures),
                    .evidence = {},
                    .documents = {}};
    sources.finding = std::move(finding);
    if (!loaded.record.no.empty()) {
        const auto gathered = act->type == "archive" ? cases::evidence_to_bind : cases::evidence_of;
        sources.evidence = TRY(gathered(office, viewer, loaded.record));
        // A file is bound when every paper of it is there; only then are its pages known.
        if (act->type == "archive") TRY(print_all(office, viewer, loaded.record.no));
        sources.documents = TRY(office.ports.documents.of_case(viewer, loaded.record.no));
    }
    for (const auto& unit : TRY(office.ports.directory.units(viewer)))
        if (unit.node == loaded.record.node) sources.unit_name = unit.name;
    return sources;
}

base::Result<std::vector<NewDocument>> papers(const Sources& sources) {
    const std::vector<Due> all = due_papers(sources);
    const Object shared = shared_facts(sources, all);
    const PagesOf pages_of = pages_in(sources.office);
    std::vector<NewDocument> made;
    for (const Due& due : all) {
        NewDocument paper;
        paper.id = sources.office.ports.random.id();
        paper.document = due.form->id();
        paper.no = due.form->no();
        paper.title = due.form->title();
        paper.slot = slot(*due.form, sources);
        paper.copy = due.copy;
        number(paper, *due.form, sources);
        paper.facts = own_facts(sources, shared, all, due, pages_of);
        const document::Document filled = TRY(due.form->fill(paper.facts));
        // Some forms are named by what they are used for: 检验委托书, 案件法制审核表.
        paper.title = filled.title + std::string(part_of(due));
        made.push_back(std::move(paper));
    }
    return made;
}

base::Result<std::vector<Preview>> previews(const Sources& sources) {
    const std::vector<Due> all = due_papers(sources);
    const Object shared = shared_facts(sources, all);
    const PagesOf pages_of = pages_in(sources.office);
    std::vector<Preview> shown;
    for (const Due& due : all)
        shown.push_back({due.form->no(), due.form->id(), due.form->title(),
                         TRY(due.form->fill(Value(own_facts(sources, shared, all, due, pages_of))))});
    return shown;
}

}  // namespace documents
