#include "postgres/cases/case_copy.hpp"

#include <algorithm>
#include <array>

#include "postgres/cases/body.hpp"
#include "postgres/cases/copy_rows.hpp"
#include "postgres/cases/matter.hpp"
#include "postgres/cases/projection.hpp"
#include "postgres/queries.hpp"

namespace postgres {

namespace {

// Writes the acts with their chain; says the hash of the last one.
std::string add_acts(std::string& to, const WholeCase& whole) {
    std::string head = first_prev_hash();
    bool is_first = true;
    for (const ports::RecordedAct& recorded : whole.acts) {
        base::Object sealed;
        if (is_first)
            sealed.set("matter", sealed_matter(track_name(whole.matter.procedure), whole.matter.province,
                                               parties_value(whole.matter.parties)));
        is_first = false;
        const std::string body = body_of(whole.no, recorded, sealed);
        std::string hash = chain_hash(head, body);
        add_row(to, Params(whole.no, recorded.act.n, recorded.act.type, recorded.act.recorded_at, body, head,
                           hash));
        head = std::move(hash);
    }
    return head;
}

}  // namespace

namespace {

// Where the columns of copy/cases stand that differ between a case and its likeness.
enum Column : std::size_t {
    no = 0,
    node = 1,
    province = 3,
    parties = 4,
    party = 11,
    handlers = 15,
    handler_names = 16
};

Params case_row(const WholeCase& whole, std::string_view head) {
    Params params(whole.no, whole.node, track_name(whole.matter.procedure), whole.matter.province,
                  parties_value(whole.matter.parties), whole.acts.size(), head,
                  whole.acts.front().act.recorded_at, whole.acts.back().act.recorded_at);
    add_projection(params, whole.projection, whole.projection.barred);
    return params;
}

// Rows of one table, without the number they begin with.
std::vector<std::string> tails(std::string_view rows, std::size_t number_length) {
    std::vector<std::string> result;
    while (!rows.empty()) {
        const auto end = rows.find('\n') + 1;
        result.emplace_back(rows.substr(number_length, end - number_length));
        rows.remove_prefix(end);
    }
    return result;
}

void add_tails(std::string& to, std::string_view number, const std::vector<std::string>& rows) {
    for (const auto& row : rows) to.append(number).append(row);
}

// Whose a task is stands before the last day: it falls to the person who handles the likeness.
void add_tasks_like(std::string& to, std::string_view number, const std::vector<std::string>& rows,
                    const std::vector<std::string>& handlers, const std::vector<std::string>& others) {
    for (const auto& row : rows) {
        const auto end = row.rfind('\t'), begin = row.rfind('\t', end - 1) + 1;
        const auto known = std::ranges::find(handlers, row.substr(begin, end - begin));
        const auto place = static_cast<std::size_t>(known - handlers.begin());
        to.append(number);
        if (place >= handlers.size() || place >= others.size())
            to.append(row);
        else
            to.append(row, 0, begin).append(others[place]).append(row, end);
    }
}

}  // namespace

CaseRows::CaseRows(const WholeCase& whole)
    : year_(whole.acts.front().act.recorded_at->date().year()), handlers_(whole.projection.handlers) {
    const Params row = case_row(whole, first_prev_hash());
    for (const auto& text : row.texts()) add_text(columns_.emplace_back(), text);
    std::string clocks, tasks, decisions;
    add_derived(clocks, tasks, decisions, whole.no, whole.projection);
    clocks_ = tails(clocks, whole.no.size());
    tasks_ = tails(tasks, whole.no.size());
    decisions_ = tails(decisions, whole.no.size());
}

CaseRows CaseCopy::add(const WholeCase& whole) {
    const std::string head = add_acts(batch_.acts, whole);
    add_row(batch_.cases, case_row(whole, head));
    CaseRows rows(whole);
    add_tails(batch_.clocks, whole.no, rows.clocks_);
    add_tails(batch_.tasks, whole.no, rows.tasks_);
    add_tails(batch_.decisions, whole.no, rows.decisions_);
    return rows;
}

void CaseCopy::add_like(const CaseRows& rows, const Another& another) {
    const Params own(another.no, another.node, another.province, another.parties, another.party,
                     another.handlers, another.handler_names);
    static constexpr std::array places{no, node, province, parties, party, handlers, handler_names};
    std::size_t next = 0;
    for (std::size_t i = 0; i < rows.columns_.size(); ++i) {
        if (i > 0) batch_.cases += '\t';
        if (next < places.size() && places[next] == i)
            add_text(batch_.cases, own.texts()[next++]);
        else
            batch_.cases += rows.columns_[i];
    }
    batch_.cases += '\n';
    add_tails(batch_.clocks, another.no, rows.clocks_);
    add_tasks_like(batch_.tasks, another.no, rows.tasks_, rows.handlers_, another.handlers);
    add_tails(batch_.decisions, another.no, rows.decisions_);
}

CaseCopy::~CaseCopy() {
    if (writing_.valid()) writing_.wait();
}

base::Result<void> CaseCopy::set_indexes_aside() {
    return owner_.plain(query_text("copy/set_indexes_aside"));
}

base::Result<void> CaseCopy::bring_indexes_back() {
    TRY(owner_.plain(query_text("copy/bring_indexes_back")));
    return owner_.plain(query_text("copy/analyze"));
}

base::Result<std::map<std::pair<std::string, int>, int>> CaseCopy::numbers_taken() {
    std::map<std::pair<std::string, int>, int> taken;
    const auto rows = TRY(owner_.run("copy/numbers_taken"));
    for (const auto row : rows)
        taken.emplace(std::pair(row.text("region"), row.number("year")), row.number("last"));
    return taken;
}

base::Result<void> CaseCopy::flush() {
    TRY(finish());
    writing_ =
        std::async(std::launch::async, [this, batch = std::exchange(batch_, {})] { return write(batch); });
    return {};
}

base::Result<void> CaseCopy::finish() {
    return writing_.valid() ? writing_.get() : base::Result<void>();
}

base::Result<void> CaseCopy::write(const Batch& batch) {
    TRY(owner_.plain("BEGIN"));
    TRY(owner_.copy_in("copy/cases", batch.cases));
    TRY(owner_.copy_in("copy/acts", batch.acts));
    TRY(owner_.copy_in("copy/clocks", batch.clocks));
    TRY(owner_.copy_in("copy/tasks", batch.tasks));
    TRY(owner_.copy_in("copy/decisions", batch.decisions));
    return owner_.plain("COMMIT");
}

}  // namespace postgres
