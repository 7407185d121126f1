#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "benchmark/bounds.hpp"
#include "benchmark/table_check.hpp"

namespace benchmark {

// A band on one bracket at one point of the facts, and the line it is of; 0 when it is the general rule's.
struct Laid {
    Bounds bounds = {};
    int line = 0;
};

struct Point {
    std::vector<std::int64_t> at = {};
    std::map<discretion::Tier, Laid> bands = {};
};

struct Axis {
    discretion::FactId fact = 0;
    std::vector<std::int64_t> numbers = {};
};

// One range of the law under the rows of the table that speak of its violation.
class BracketCheck {
  public:
    BracketCheck(const discretion::Violation& violation, const discretion::Version& version,
                 const discretion::Bracket& bracket, bool is_serious, const discretion::Catalogue& catalogue,
                 const discretion::BenchmarkTable& table, const discretion::BenchmarkTable* before,
                 const discretion::Shares& shares, TableReport& report)
        : violation_(violation),
          version_(version),
          bracket_(bracket),
          is_serious_(is_serious),
          catalogue_(catalogue),
          table_(table),
          before_(before),
          shares_(shares),
          report_(report) {}

    void run(std::set<const discretion::TableRow*>& used);

  private:
    std::vector<Axis> axes() const;
    std::optional<Point> point_at(const std::vector<Axis>& axes, const std::vector<std::size_t>& at,
                                  std::set<const discretion::TableRow*>& used);
    std::optional<Laid> laid(const discretion::BenchmarkTable* table, const discretion::Facts& facts,
                             discretion::Tier tier, std::set<const discretion::TableRow*>* used);
    void check_inside(const discretion::TableRow& row, const Bounds& bounds);
    void check_point(const Point& point);
    void check_along_facts(const std::vector<Axis>& axes, const std::vector<Point>& points);
    void check_cover(const std::vector<Point>& points);
    void note_difference(const discretion::TableRow& row, const discretion::Facts& facts,
                         const Bounds& after);
    void fault(std::vector<int> lines, std::string_view kind, std::string detail);

    const discretion::Violation& violation_;
    const discretion::Version& version_;
    const discretion::Bracket& bracket_;
    bool is_serious_;
    const discretion::Catalogue& catalogue_;
    const discretion::BenchmarkTable& table_;
    const discretion::BenchmarkTable* before_;
    const discretion::Shares& shares_;
    TableReport& report_;
    std::set<std::pair<int, std::string>> said_;  // one fault of a kind for a line
    std::set<const discretion::TableRow*> noted_;
};

}  // namespace benchmark
