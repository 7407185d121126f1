#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "identity/viewer.hpp"
#include "postgres/connection.hpp"

namespace postgres {

// On whose behalf a transaction runs; row-level security reads it. A purpose stands for work that has no
// viewer: sign_in (accounts and sessions), render (the queue of documents).
struct Context {
    std::string person, node, region, r4, r2, purpose;
    std::vector<std::string> roles;
    bool sees_all = false;

    static Context of(const identity::Viewer& viewer);
    static Context for_purpose(std::string purpose);
    Params params() const;
};

// One transaction: begins with its first steps, in the same round trip; rolled back unless committed.
class Transaction {
  public:
    Transaction(Connection& connection, const Context& context, std::string_view begin)
        : connection_(connection), context_(context), begin_(begin) {}
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    base::Result<std::vector<Rows>> run(std::vector<Step> steps);
    base::Result<Rows> run(std::string_view query, Params params = Params());
    base::Result<std::vector<Rows>> commit(
        std::vector<Step> steps = {});  // last steps and COMMIT in one round trip

    bool is_committing() const {
        return committing_;
    }  // COMMIT was sent: a lost connection leaves its outcome unknown

  private:
    base::Result<std::vector<Rows>> send(std::vector<Step> steps, bool last);
    Connection& connection_;
    const Context& context_;
    std::string_view begin_;
    bool begun_ = false;
    bool committing_ = false;
};

// The connections of one database role. Threads wait for a free one; broken ones are thrown away.
class Pool {
  public:
    struct Options {
        std::string conninfo;
        int connections_max = 16;
        std::chrono::milliseconds wait_max{10'000};
        std::chrono::milliseconds reconnect_max{5'000};  // a database that crashed is back in about a second
    };
    explicit Pool(Options options) : options_(std::move(options)) {}

    // Runs `work` in a transaction, again from the start when PostgreSQL asks for a retry. `work` returns a
    // Result and commits itself; what it leaves uncommitted is rolled back.
    template <class Work>
    auto transact(const Context& context, Work work, std::string_view begin = "session/begin")
        -> std::invoke_result_t<Work, Transaction&> {
        for (int attempt = 1;; ++attempt) {
            Lease lease = TRY(acquire());
            bool committing = false;
            auto result = [&] {
                Transaction transaction(*lease.connection, context, begin);
                auto answer = work(transaction);
                committing = transaction.is_committing();
                return answer;
            }();
            if (result || attempt == attempts_max || !is_worth_retrying(result.error(), committing, attempt))
                return result;
            std::this_thread::sleep_for(std::chrono::milliseconds(2 * attempt));
        }
    }

    // Steps in a transaction of their own, one round trip.
    base::Result<std::vector<Rows>> write(const Context& context, const std::vector<Step>& steps);
    base::Result<Rows> write(const Context& context, std::string_view query, Params params = Params());
    // The same for reading: several steps see one moment, a lost connection is replaced once, unseen.
    base::Result<std::vector<Rows>> read(const Context& context, const std::vector<Step>& steps);
    base::Result<Rows> read(const Context& context, std::string_view query, Params params = Params());

  private:
    static constexpr int attempts_max = 8;
    struct Lease {
        Pool* pool;
        std::unique_ptr<Connection> connection;
        Lease(Pool* owner, std::unique_ptr<Connection> lent) : pool(owner), connection(std::move(lent)) {}
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease();
    };
    base::Result<Lease> acquire();
    void give_back(std::unique_ptr<Connection> connection);
    base::Result<Connection> open() const;
    static bool is_worth_retrying(const base::Error& error, bool committing, int attempt);

    const Options options_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int lent_ = 0;
};

}  // namespace postgres
