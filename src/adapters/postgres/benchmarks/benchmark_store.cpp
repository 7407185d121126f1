#include "postgres/benchmarks/benchmark_store.hpp"

namespace postgres {
namespace {

using base::Result;
using base::Value;

// A line as [row, 违法行为, 处罚依据, 裁量等级, 适用条件, 裁量标准, 备注].
Value lines_value(const std::vector<benchmark::Line>& lines) {
    base::List list;
    for (const benchmark::Line& line : lines) {
        base::List cells{line.row};
        for (const std::string& cell : line.cells) cells.emplace_back(cell);
        list.emplace_back(std::move(cells));
    }
    return list;
}

std::vector<benchmark::Line> read_lines(const Value& list) {
    std::vector<benchmark::Line> lines;
    for (const Value& cells : list.items()) {
        benchmark::Line line;
        const base::List& values = cells.items();
        if (values.size() != benchmark::column_count + 1) continue;
        if (const auto* row = values.front().as_int()) line.row = static_cast<int>(*row);
        for (std::size_t i = 0; i < benchmark::column_count; ++i)
            if (const auto* text = values[i + 1].as_string()) line.cells[i] = *text;
        lines.push_back(std::move(line));
    }
    return lines;
}

Value items_value(const std::vector<std::optional<std::string>>& items) {
    base::List list;
    for (const auto& item : items) list.push_back(item ? Value(*item) : Value());
    return list;
}

std::vector<std::optional<std::string>> read_items(const Value& list) {
    std::vector<std::optional<std::string>> items;
    for (const Value& item : list.items())
        items.push_back(item.as_string() ? std::optional(*item.as_string()) : std::nullopt);
    return items;
}

ports::BenchmarkVersion read_head(const Row& row) {
    return {.id = row.text("id"),
            .table = row.text("table_id"),
            .version = row.number("version"),
            .agency = row.text("region"),
            .title = row.text("title"),
            .file_name = row.text("file_name"),
            .file_sm3 = row.text("file_sm3"),
            .line_count = static_cast<std::size_t>(row.integer("line_count")),
            .from = row.date("effective_from"),
            .status = row.text("status"),
            .drafted_by = row.text("drafted_by"),
            .drafted_by_name = row.text("drafted_by_name"),
            .lock = row.integer("lock"),
            .round = row.number("round"),
            .created_at = row.instant("created_at"),
            .updated_at = row.instant("updated_at")};
}

ports::BenchmarkVersion read_version(const Row& row) {
    ports::BenchmarkVersion version = read_head(row);
    version.lines = read_lines(row.value("lines"));
    version.items = read_items(row.value("items"));
    return version;
}

template <class Read>
std::vector<ports::BenchmarkVersion> read_all(const Rows& rows, Read read) {
    std::vector<ports::BenchmarkVersion> versions;
    for (const auto row : rows) versions.push_back(read(row));
    return versions;
}

// Two who begin a version or sign one at the same moment write the same place; the second looks again.
template <class Written>
Result<void> one_hand(const Written& written) {
    if (written) return {};
    if (written.error().code == "unique_violation")
        return base::fail("version_conflict", "该裁量基准已被他人处理，请刷新后查看");
    return std::unexpected(written.error());
}

}  // namespace

Result<std::vector<ports::BenchmarkVersion>> BenchmarkStore::list(const identity::Viewer& viewer) {
    return read_all(TRY(app_.read(Context::of(viewer), "benchmarks/list", Params())), read_head);
}

Result<std::vector<ports::BenchmarkVersion>> BenchmarkStore::of_table(const identity::Viewer& viewer,
                                                                      std::string_view table) {
    return read_all(TRY(app_.read(Context::of(viewer), "benchmarks/of_table", Params(table))), read_head);
}

Result<ports::BenchmarkVersion> BenchmarkStore::load(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "benchmarks/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这个裁量基准");
    return read_version(rows.front());
}

Result<std::vector<ports::BenchmarkSignature>> BenchmarkStore::signatures(const identity::Viewer& viewer,
                                                                          std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "benchmarks/signatures", Params(id)));
    std::vector<ports::BenchmarkSignature> signatures;
    for (const auto row : rows)
        signatures.push_back({.n = row.number("n"),
                              .round = row.number("round"),
                              .action = row.text("action"),
                              .person = row.text("person"),
                              .person_name = row.text("person_name"),
                              .role = row.text("role"),
                              .opinion = row.text("opinion"),
                              .content_sm3 = row.text("content_sm3"),
                              .at = row.instant("at"),
                              .prev = row.text("prev"),
                              .hash = row.text("hash")});
    return signatures;
}

Result<void> BenchmarkStore::create(const identity::Viewer& viewer, const ports::BenchmarkVersion& version) {
    return one_hand(app_.write(
        Context::of(viewer), "benchmarks/insert",
        Params(version.id, version.table, version.version, version.agency, version.title, version.file_name,
               version.file_sm3, lines_value(version.lines), items_value(version.items), version.lines.size(),
               version.from, version.drafted_by, version.drafted_by_name, version.created_at)));
}

Result<void> BenchmarkStore::save(const identity::Viewer& viewer, const ports::BenchmarkVersion& version,
                                  const std::optional<ports::BenchmarkSignature>& signature) {
    std::vector<Step> steps;
    if (signature)
        steps.push_back(
            {"benchmarks/sign",
             Params(version.id, signature->n, signature->round, signature->action, signature->person,
                    signature->person_name, signature->role, signature->opinion, signature->content_sm3,
                    signature->at, signature->prev, signature->hash)});
    steps.push_back(
        {"benchmarks/save", Params(version.id, version.lock, version.title, items_value(version.items),
                                   version.from, version.status, version.round, version.updated_at)});
    return one_hand(app_.write(Context::of(viewer), steps));
}

Result<std::vector<ports::BenchmarkVersion>> BenchmarkStore::approved() {
    return read_all(TRY(app_.read(Context::for_purpose("benchmarks"), "benchmarks/approved", Params())),
                    read_version);
}

}  // namespace postgres
