#pragma once
#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/value.hpp"

namespace postgres {

// One row of an answer, read by column name. A column that is not there, or a text that is not of the asked
// type, is a mistake of ours and throws; SQL null reads as empty, 0, false or nothing.
class Row {
  public:
    Row(const PGresult* result, int index) : result_(result), index_(index) {}
    bool is_null(const char* column) const;
    std::string_view view(const char* column) const;  // lives as long as the Rows
    std::string text(const char* column) const { return std::string(view(column)); }
    std::int64_t integer(const char* column) const;
    int number(const char* column) const { return static_cast<int>(integer(column)); }
    bool truth(const char* column) const { return view(column) == "t"; }
    base::Money money(const char* column) const { return base::Money::fen(integer(column)); }
    base::Instant instant(const char* column) const;
    base::Date date(const char* column) const;
    base::Value value(const char* column) const;               // json or jsonb
    std::vector<std::string> texts(const char* column) const;  // text[]
    std::optional<std::string> text_or_none(const char* column) const;
    std::optional<base::Instant> instant_or_none(const char* column) const;
    std::optional<base::Date> date_or_none(const char* column) const;
    std::optional<std::int64_t> integer_or_none(const char* column) const;

  private:
    int column(const char* name) const;
    const PGresult* result_;
    int index_;
};

class Rows {
  public:
    explicit Rows(PGresult* result) : result_(result) {}
    int size() const { return PQntuples(result_.get()); }
    bool empty() const { return size() == 0; }
    int affected() const;  // rows inserted, changed or removed
    Row operator[](int index) const { return {result_.get(), index}; }
    Row front() const { return (*this)[0]; }

    class Iterator {
      public:
        Iterator(const Rows* rows, int index) : rows_(rows), index_(index) {}
        Row operator*() const { return (*rows_)[index_]; }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return index_ != other.index_; }

      private:
        const Rows* rows_;
        int index_;
    };
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size()}; }

  private:
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clear> result_;
};

}  // namespace postgres
