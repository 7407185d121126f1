#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "discretion/condition.hpp"
#include "discretion/exact.hpp"
#include "discretion/finding.hpp"

namespace discretion {

// What a row of a benchmark table lays down for its tier: sums, multiples of a fact, or shares of the span
// between the statutory minimum and maximum. none: the row sets no fine.
struct TableAmount {
    enum class Unit : std::uint8_t { none, yuan, multiple, share };
    Unit unit = Unit::none;
    base::Money min = {}, max = {};         // yuan
    FactId base = 0;                        // multiple
    Decimal4 least = {}, most = {};         // multiple, share
    bool min_incl = true, max_incl = true;  // 以上、以下 include the number, 不足、超过 do not
    friend bool operator==(const TableAmount&, const TableAmount&) = default;
};

// One clause of a row of a benchmark table (裁量基准): a line of the table has one for each alternative.
struct TableRow {
    int line = 0;  // of the file the table came in; the headings are line 1
    std::string violation = {};
    Tier tier = Tier::normal;
    bool is_serious = false;  // of the limb 情节严重
    Condition when = {};
    TableAmount amount = {};
};

// One approved version, or one draft, of a table of one place.
struct BenchmarkTable {
    std::string id = {};     // of this version
    std::string table = {};  // of the table whose version it is
    int version = 1;
    std::string title = {};           // "临江省市场监督管理行政处罚裁量基准"
    std::string source = {};          // as the trace cites it
    std::string jurisdiction = {};    // six digits
    base::Date from = {};             // the day it takes effect
    std::vector<TableRow> rows = {};  // by violation, once it stands among the Benchmarks

    std::span<const TableRow> rows_of(std::string_view violation) const;
};

// The tables the engine decides with beside the catalogue. Findings hold views of it and must not outlive it.
class Benchmarks {
  public:
    void add(BenchmarkTable table);
    // The same tables with one more, a draft say: what would be decided if it were in force.
    Benchmarks with(BenchmarkTable table) const;
    const std::vector<BenchmarkTable>& tables() const { return tables_; }
    bool empty() const { return tables_.empty(); }

    // The version in force that day of the nearest place (the six digits, their city, their province) that
    // speaks of the violation; nullptr where the general rule of the place holds.
    const BenchmarkTable* in_force(std::string_view jurisdiction, std::string_view violation,
                                   base::Date day) const;

  private:
    const BenchmarkTable* of_place(std::string_view place, std::string_view violation, base::Date day) const;
    std::vector<BenchmarkTable> tables_;
};

// No table of any place: the general rules alone.
const Benchmarks& no_benchmarks();

}  // namespace discretion
