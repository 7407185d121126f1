#include "books/books.hpp"

#include "templates/templates.hpp"

namespace books {

base::Result<procedure::Rules> load_rules(const catalogue::Files& files) {
    const base::Value acts = TRY(files.load("procedure/acts.yaml"));
    const base::Value papers = TRY(files.load("procedure/papers.yaml"));
    const base::Value states = TRY(files.load("procedure/states.yaml"));
    const base::Value refusals = TRY(files.load("procedure/refusals.yaml"));
    const base::Value documents = TRY(files.load("procedure/documents.yaml"));
    const base::Value clock_rows = TRY(files.load("procedure/clocks.yaml"));
    const base::Value holidays = TRY(files.load("calendar/holidays.yaml"));
    procedure::Editions editions = TRY(procedure::Editions::from(
        {.acts = acts, .papers = papers, .states = states, .refusals = refusals, .documents = documents}));
    clocks::ClockTable clock_table = TRY(clocks::ClockTable::from(clock_rows));
    calendar::WorkCalendar calendar = TRY(calendar::WorkCalendar::from(holidays));
    std::vector<base::Value> places;
    for (const std::string& path : files.paths("discretion/jurisdictions/"))
        places.push_back(TRY(files.load(path)));
    const base::Value sum_rows = TRY(files.load("procedure/sums.yaml"));
    procedure::Sums sums = TRY(procedure::Sums::from(sum_rows, places));
    return procedure::Rules{.table = editions.latest(),
                            .clocks = std::move(clock_table),
                            .calendar = std::move(calendar),
                            .sums = std::move(sums),
                            .editions = std::move(editions)};
}

namespace {

// What papers are proofread against: names of laws and forms, fixed periods, articles.
base::Result<void> read_proofreading(const catalogue::Files& files, const base::Value& names, Books& books) {
    proofread::Knowledge& known = books.proofreading;
    known.calendar = &books.rules.calendar;
    known.laws = &books.laws;
    for (const law::Statute& statute : books.discretion.statutes().all())
        known.law_names.push_back(law::plain_name(statute.title));
    for (const base::Value& row : names.items())
        for (const char* key : {"name", "law"}) known.law_names.push_back(law::plain_name(row.text(key)));
    for (const document::Template& form : books.templates.forms()) known.titles.push_back(form.title());
    const base::Value periods = TRY(files.load("proofread/periods.yaml"));
    const base::Value articles = TRY(files.load("proofread/articles.yaml"));
    return known.read(periods, articles);
}

base::Result<naming::Rules> read_naming(const catalogue::Files& files, const document::Library& templates) {
    std::vector<naming::Form> forms;
    for (const document::Template& form : templates.forms()) forms.push_back({form.id(), form.title()});
    const base::Value content = TRY(files.load("documents/file_names.yaml"));
    return naming::Rules::from(content, forms);
}

}  // namespace

base::Result<std::unique_ptr<Books>> load_books(const catalogue::Files& files) {
    procedure::Rules rules = TRY(load_rules(files));
    const discretion::Sources sources = TRY(discretion::Sources::read(files));
    discretion::Catalogue discretion = TRY(discretion::Catalogue::from(sources));
    document::Library templates = TRY(templates::load(files));
    const base::Value sayings = TRY(files.load("discretion/words.yaml"));
    explorer::Words words = TRY(explorer::Words::from(sayings, discretion));
    const base::Value names = TRY(files.load("law/names.yaml"));
    const base::Value texts = TRY(files.load("law/texts.yaml"));
    law::Register laws = TRY(law::Register::from(discretion.statutes(), names, texts));
    const base::Value alarm_rows = TRY(files.load("procedure/alarms.yaml"));
    alarms::Table alarms = TRY(alarms::Table::from(alarm_rows, rules.table, rules.clocks));
    base::Value binding = TRY(files.load("documents/volume.yaml"));
    auto books =
        std::make_unique<Books>(std::move(rules), std::move(discretion), std::move(templates),
                                std::move(laws), std::move(words), std::move(alarms), std::move(binding));
    const base::Value fast_lists = TRY(files.load("procedure/fast_track.yaml"));
    books->fast_track = TRY(office::FastTrackLists::from(fast_lists, books->discretion));
    books->holidays = TRY(files.load("calendar/holidays.yaml"));
    const base::Value pictures = TRY(files.load("evidence/pictures.yaml"));
    books->pictures = TRY(picture::Limits::from(pictures));
    const base::Value foreign = TRY(files.load("documents/foreign_volume.yaml"));
    books->foreign = TRY(volume::ForeignLimits::from(foreign));
    const base::Value service_rules = TRY(files.load("procedure/electronic_service.yaml"));
    books->electronic_service = TRY(electronic_service::Rules::from(service_rules));
    const base::Value sweeping = TRY(files.load("documents/sweep.yaml"));
    books->sweep = TRY(sweep::Rules::from(sweeping));
    books->naming = TRY(read_naming(files, books->templates));
    TRY(read_proofreading(files, names, *books));
    return books;
}

}  // namespace books
