#pragma once
#include <libpq-fe.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.hpp"
#include "postgres/params.hpp"
#include "postgres/rows.hpp"

namespace postgres {

// One named query of db/queries with its parameters: Step{"cases/append_act", Params(no, n)}.
struct Step {
    std::string_view query;
    Params params = Params();
};

// What PostgreSQL refuses becomes an Error whose code is one of
//   serialization_failure, deadlock      try the transaction again
//   unique_violation, check_violation …  `field` names the constraint
//   not_permitted                        row-level security or a missing grant
//   connection_lost                      nothing is known about the transaction
//   database_error                       anything else; the detail goes to the log, not to the user
// or, raised by our own SQL with SQLSTATE ZH000, the code that the SQL names.
class Connection {
  public:
    static base::Result<Connection> open(const std::string& conninfo);

    // Runs a named query, preparing it on first use.
    base::Result<Rows> run(std::string_view query, const Params& params = Params());
    // Sends all steps in one round trip; the first failure ends them all.
    base::Result<std::vector<Rows>> run_all(std::span<const Step> steps);
    base::Result<std::vector<Rows>> run_committed(std::span<const Step> steps);  // the same, then COMMIT
    // Sends rows in COPY's text format to a query that is a COPY … FROM STDIN.
    base::Result<void> copy_in(std::string_view query, std::string_view rows);
    // Plumbing only: BEGIN, COMMIT, ROLLBACK, and the text of a migration.
    base::Result<void> plain(const std::string& sql);
    bool is_usable() const;  // connected and outside a transaction
    PGconn* handle() const { return connection_.get(); }

  private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    explicit Connection(PGconn* connection) : connection_(connection) {}
    base::Result<void> prepare(std::string_view query);
    bool send(const Step& step);
    base::Result<Rows> collect(std::string_view query);
    enum class Commit { no, yes };
    base::Result<std::vector<Rows>> pipeline(std::span<const Step> steps, Commit commit);
    base::Error error_of(const PGresult* result, std::string_view query) const;

    std::unique_ptr<PGconn, Finish> connection_;
    std::unordered_set<std::string> prepared_;
};

}  // namespace postgres
