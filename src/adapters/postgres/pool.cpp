#include "postgres/pool.hpp"

#include <algorithm>

namespace postgres {
namespace {

// 省 990000 and 市 990100 are levels above the district; what their own cases carry is the full code all the
// same.
bool is_province(std::string_view region) {
    return region.ends_with("0000");
}
bool is_city(std::string_view region) {
    return region.ends_with("00") && !is_province(region);
}

bool supervises(const identity::Viewer& viewer) {
    return viewer.has_role("SUPERVISOR") || viewer.has_role("SUPERIOR") || viewer.has_role("SYSTEM");
}

}  // namespace

Context Context::of(const identity::Viewer& viewer) {
    Context context{.person = viewer.person,
                    .node = viewer.node,
                    .region = viewer.agency,
                    .r4 = {},
                    .r2 = {},
                    .purpose = {},
                    .roles = viewer.roles};
    if (supervises(viewer) && is_city(viewer.agency)) context.r4 = viewer.agency.substr(0, 4);
    if (supervises(viewer) && is_province(viewer.agency)) context.r2 = viewer.agency.substr(0, 2);
    context.sees_all = viewer.agency.empty() && viewer.has_role("SYSTEM");
    return context;
}

Context Context::for_purpose(std::string purpose) {
    Context context;
    context.purpose = std::move(purpose);
    return context;
}

Params Context::params() const {
    return Params(person, node, region, r4, r2, purpose, roles, sees_all ? "all" : "");
}

Transaction::~Transaction() {
    if (begun_ && PQtransactionStatus(connection_.handle()) != PQTRANS_IDLE)
        (void)connection_.plain("ROLLBACK");
}

base::Result<std::vector<Rows>> Transaction::send(std::vector<Step> steps, bool last) {
    const bool first = !begun_;
    if (first) {
        steps.insert(steps.begin(), {
                                        {begin_},
                                        {"session/set_viewer", context_.params()}
        });
        begun_ = true;
    }
    committing_ = last;
    auto answers = TRY(last ? connection_.run_committed(steps) : connection_.run_all(steps));
    if (first) answers.erase(answers.begin(), answers.begin() + 2);
    if (last) answers.pop_back();
    return answers;
}

base::Result<std::vector<Rows>> Transaction::run(std::vector<Step> steps) {
    return send(std::move(steps), false);
}

base::Result<Rows> Transaction::run(std::string_view query, Params params) {
    auto answers = TRY(run({
        {query, std::move(params)}
    }));
    return std::move(answers.front());
}

base::Result<std::vector<Rows>> Transaction::commit(std::vector<Step> steps) {
    return send(std::move(steps), true);
}

Pool::Lease::~Lease() {
    if (connection) pool->give_back(std::move(connection));
}

base::Result<Pool::Lease> Pool::acquire() {
    std::unique_lock lock(mutex_);
    const bool free =
        freed_.wait_for(lock, options_.wait_max, [&] { return lent_ < options_.connections_max; });
    if (!free) return base::fail("database_busy", "系统正忙，请稍后重试");
    ++lent_;
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return Lease(this, std::move(connection));
    }
    lock.unlock();
    auto opened = open();
    if (opened) return Lease(this, std::make_unique<Connection>(*std::move(opened)));
    lock.lock();
    --lent_;
    freed_.notify_one();
    return base::fail(opened.error());
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    const bool usable = connection->is_usable();
    {
        const std::lock_guard lock(mutex_);
        --lent_;
        if (usable)
            idle_.push_back(std::move(connection));
        else
            idle_.clear();  // the server went away: the idle ones are broken too
    }
    freed_.notify_one();
}

base::Result<Connection> Pool::open() const {
    const auto until = std::chrono::steady_clock::now() + options_.reconnect_max;
    while (true) {
        auto opened = Connection::open(options_.conninfo);
        if (opened || std::chrono::steady_clock::now() >= until) return opened;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

bool Pool::is_worth_retrying(const base::Error& error, bool committing, int attempt) {
    if (error.code == "connection_lost") return !committing && attempt == 1;
    return error.code == "serialization_failure" || error.code == "deadlock";
}

base::Result<std::vector<Rows>> Pool::write(const Context& context, const std::vector<Step>& steps) {
    return transact(context, [&](Transaction& transaction) { return transaction.commit(steps); });
}

base::Result<Rows> Pool::write(const Context& context, std::string_view query, Params params) {
    auto answers = TRY(write(context, std::vector<Step>{
                                          {query, std::move(params)}
    }));
    return std::move(answers.front());
}

base::Result<std::vector<Rows>> Pool::read(const Context& context, const std::vector<Step>& steps) {
    const auto once = [&] {
        return transact(
            context, [&](Transaction& transaction) { return transaction.commit(steps); },
            steps.size() > 1 ? "session/begin_snapshot" : "session/begin");
    };
    auto answers = once();
    if (!answers && answers.error().code == "connection_lost") answers = once();
    return answers;
}

base::Result<Rows> Pool::read(const Context& context, std::string_view query, Params params) {
    auto answers = TRY(read(context, std::vector<Step>{
                                         {query, std::move(params)}
    }));
    return std::move(answers.front());
}

}  // namespace postgres
