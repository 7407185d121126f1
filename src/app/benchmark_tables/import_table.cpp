#include "benchmark_tables/import_table.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace benchmark_tables {

namespace {

using base::Result;
using benchmark::Subject;
using ports::BenchmarkVersion;

constexpr std::size_t title_characters_max = 200;

// What the last approved version of the table said a violation is, is proposed first.
void propose_as_before(std::vector<Subject>& subjects, const BenchmarkVersion& before) {
    const auto known = benchmark::subjects_of(before.lines);
    for (Subject& subject : subjects)
        for (std::size_t i = 0; i < known.size() && i < before.items.size(); ++i) {
            const bool is_same = known[i].violation == subject.violation && known[i].basis == subject.basis;
            if (!is_same || !before.items[i] || before.items[i]->empty()) continue;
            std::erase_if(subject.candidates,
                          [&](const auto& candidate) { return candidate.item == *before.items[i]; });
            subject.candidates.insert(subject.candidates.begin(), {*before.items[i], 100, true});
        }
}

Result<std::vector<BenchmarkVersion>> versions_of(const office::Office& office,
                                                  const identity::Viewer& viewer, const std::string& table) {
    auto versions = TRY(office.ports.benchmarks.of_table(viewer, table));
    std::erase_if(versions, [&](const BenchmarkVersion& version) { return version.agency != viewer.agency; });
    if (versions.empty()) return base::fail("not_found", "没有这个裁量基准", {}, "table");
    return versions;
}

Result<void> check_words(const Import& import) {
    if (base::is_blank(import.title)) return base::fail("missing_field", "请填写裁量基准的名称", {}, "title");
    if (base::character_count(import.title) > title_characters_max)
        return base::fail("text_too_long", "裁量基准的名称不超过200字", {}, "title");
    return {};
}

}  // namespace

Result<void> require_drafter(const identity::Viewer& viewer) {
    if (viewer.has_role("LEGAL")) return {};
    return base::fail("not_permitted", "裁量基准由法规机构的人员起草", "国市监法规〔2022〕2号");
}

Result<Preview> preview(const office::Office& office, const identity::Viewer& viewer, std::string_view name,
                        std::string_view bytes) {
    TRY(require_drafter(viewer));
    const benchmark::Sheet sheet = TRY(office.ports.spreadsheets.read(name, bytes));
    Preview preview{.reading = benchmark::read_table(sheet, office.discretion.facts())};
    preview.subjects = benchmark::subjects_of(preview.reading.lines);
    const benchmark::ItemFinder finder(office.discretion);
    for (Subject& subject : preview.subjects) subject.candidates = finder.nearest(subject);
    return preview;
}

Result<Imported> import_table(const office::Office& office, const identity::Viewer& viewer,
                              const Import& import) {
    TRY(require_drafter(viewer));
    TRY(check_words(import));
    auto from = base::Date::parse(import.from);
    if (!from) return base::fail("bad_date", from.error().message, {}, "from");
    const benchmark::Sheet sheet = TRY(office.ports.spreadsheets.read(import.file_name, import.bytes));
    benchmark::Reading reading = benchmark::read_table(sheet, office.discretion.facts());
    if (!reading.problems.empty()) return Imported{.problems = std::move(reading.problems)};
    Imported imported;
    BenchmarkVersion& version = imported.version;
    version = {.id = office.ports.random.id(),
               .table = import.table,
               .agency = viewer.agency,
               .title = import.title};
    if (import.table.empty()) {
        version.table = version.id;
    } else {
        const auto versions = TRY(versions_of(office, viewer, import.table));
        version.version = versions.front().version + 1;
        if (versions.front().status == "draft" || versions.front().status == "waiting")
            return base::fail("version_open", "该裁量基准还有一个未完成的版本，请先完成或者撤回", {},
                              "table");
    }
    version.file_name = import.file_name;
    version.file_sm3 = office.ports.hasher.sm3(import.bytes);
    version.from = *from;
    version.lines = std::move(reading.lines);
    version.line_count = version.lines.size();
    version.items.resize(benchmark::subjects_of(version.lines).size());
    version.drafted_by = viewer.person;
    version.drafted_by_name = viewer.name;
    version.created_at = version.updated_at = office.now();
    TRY(office.ports.benchmarks.create(viewer, version));
    return imported;
}

Result<std::vector<Subject>> subjects_of(const office::Office& office, const identity::Viewer& viewer,
                                         const BenchmarkVersion& version) {
    auto subjects = benchmark::subjects_of(version.lines);
    for (std::size_t i = 0; i < subjects.size() && i < version.items.size(); ++i)
        subjects[i].item = version.items[i];
    if (version.status != "draft") return subjects;
    const benchmark::ItemFinder finder(office.discretion);
    for (Subject& subject : subjects) subject.candidates = finder.nearest(subject);
    for (const BenchmarkVersion& other : TRY(office.ports.benchmarks.of_table(viewer, version.table)))
        if (other.status == "approved") {
            propose_as_before(subjects, TRY(office.ports.benchmarks.load(viewer, other.id)));
            break;
        }
    return subjects;
}

}  // namespace benchmark_tables
