#pragma once
#include <cstdint>
#include <future>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "postgres/cases/bulk_load.hpp"
#include "postgres/connection.hpp"

namespace postgres {

// The rows of one case without its acts, as COPY takes them; other cases can be written in its likeness.
class CaseRows {
  public:
    explicit CaseRows(const WholeCase& whole);
    int year() const { return year_; }  // of its number

  private:
    friend class CaseCopy;
    std::vector<std::string> columns_;                     // of its case row
    std::vector<std::string> clocks_, tasks_, decisions_;  // behind the number
    int year_;
    std::vector<std::string> handlers_;
};

// What differs between a case and its likeness.
struct Another {
    std::string no, node, party, province;
    base::Value parties;
    std::vector<std::string> handlers, handler_names;
};

// The fast way in for very many cases: rows by COPY, past row-level security, one transaction a batch, which
// is written while the next is being made. What a case brings is the same as in load_whole_cases.
class CaseCopy {
  public:
    explicit CaseCopy(Connection owner) : owner_(std::move(owner)) {}
    ~CaseCopy();
    // Around a load of very many cases: its tables are without most indexes and references meanwhile.
    base::Result<void> set_indexes_aside();
    base::Result<void> bring_indexes_back();
    base::Result<std::map<std::pair<std::string, int>, int>> numbers_taken();  // by agency and year

    CaseRows add(const WholeCase& whole);
    void add_like(const CaseRows& rows, const Another& another);
    base::Result<void> flush();   // hands the batch over
    base::Result<void> finish();  // all batches are written

  private:
    struct Batch {
        std::string cases, acts, clocks, tasks, decisions;
    };
    base::Result<void> write(const Batch& batch);

    Connection owner_;
    Batch batch_;
    std::future<base::Result<void>> writing_;
};

}  // namespace postgres
