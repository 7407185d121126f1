#include "postgres/connection.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "postgres/queries.hpp"

namespace postgres {
namespace {

constexpr std::string_view raised_by_us = "ZH000";

struct StateCode {
    std::string_view state;  // SQLSTATE, or its class of two characters
    std::string_view code;
    std::string_view message;
};

constexpr StateCode state_codes[] = {
    {"40001", "serialization_failure", "数据正被他人修改，请重试"      },
    {"40P01", "deadlock",              "数据正被他人修改，请重试"      },
    {"23505", "unique_violation",      "已有相同的记录"                },
    {"23514", "check_violation",       "数据不符合要求"                },
    {"23503", "foreign_key_violation", "引用的记录不存在"              },
    {"42501", "not_permitted",         "没有权限"                      },
    {"22",    "bad_value",             "数据中含有不能保存的内容"      },
    {"08",    "connection_lost",       "与数据库的连接中断，请稍后重试"},
    {"57P",   "connection_lost",       "数据库正在重新启动，请稍后重试"},
};

void log_failure(std::string_view query, std::string_view state, const char* detail) {
    fmt::print(stderr, "postgres: {}: {} {}\n", query, state, detail);
}

}  // namespace

base::Result<Connection> Connection::open(const std::string& conninfo) {
    Connection opened(PQconnectdb(conninfo.c_str()));
    if (PQstatus(opened.handle()) != CONNECTION_OK)
        return base::fail("connection_lost", "不能连接数据库，请稍后重试");
    PQsetNoticeProcessor(opened.handle(), [](void*, const char*) {}, nullptr);
    return opened;
}

bool Connection::is_usable() const {
    return PQstatus(handle()) == CONNECTION_OK && PQtransactionStatus(handle()) == PQTRANS_IDLE;
}

base::Error Connection::error_of(const PGresult* result, std::string_view query) const {
    const char* state_text = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (state_text == nullptr || PQstatus(handle()) != CONNECTION_OK) {
        log_failure(query, "-", PQerrorMessage(handle()));
        return {"connection_lost", "与数据库的连接中断，请稍后重试"};
    }
    const std::string_view state = state_text;
    const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char* constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
    if (state == raised_by_us) {
        const char* detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
        return {primary, detail != nullptr ? detail : ""};
    }
    for (const auto& known : state_codes)
        if (state.starts_with(known.state))
            return {std::string(known.code),
                    std::string(known.message),
                    {},
                    constraint != nullptr ? constraint : ""};
    log_failure(query, state, PQresultErrorMessage(result));
    return {"database_error", "数据库不能处理该请求"};
}

base::Result<void> Connection::plain(const std::string& sql) {
    PGresult* raw = PQexec(handle(), sql.c_str());
    const auto status = PQresultStatus(raw);
    const Rows result(raw);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return base::fail(error_of(raw, sql.substr(0, 40)));
    return {};
}

base::Result<void> Connection::copy_in(std::string_view query, std::string_view rows) {
    constexpr std::size_t piece = 1U << 24U;
    const Rows begun(PQexec(handle(), query_text(query).c_str()));
    while (!rows.empty()) {
        const auto part = rows.substr(0, piece);
        if (PQputCopyData(handle(), part.data(), static_cast<int>(part.size())) != 1)
            return base::fail(error_of(nullptr, query));
        rows.remove_prefix(part.size());
    }
    PQputCopyEnd(handle(), nullptr);
    PGresult* raw = PQgetResult(handle());
    const auto status = PQresultStatus(raw);
    const Rows result(raw);
    while (PGresult* more = PQgetResult(handle())) PQclear(more);
    if (status != PGRES_COMMAND_OK) return base::fail(error_of(raw, query));
    return {};
}

base::Result<void> Connection::prepare(std::string_view query) {
    const std::string name(query);
    if (prepared_.contains(name)) return {};
    PGresult* raw = PQprepare(handle(), name.c_str(), query_text(query).c_str(), 0, nullptr);
    const auto status = PQresultStatus(raw);
    const Rows result(raw);
    if (status != PGRES_COMMAND_OK) return base::fail(error_of(raw, query));
    prepared_.insert(name);
    return {};
}

bool Connection::send(const Step& step) {
    std::vector<const char*> values;
    values.reserve(step.params.size());
    for (const auto& text : step.params.texts()) values.push_back(text ? text->c_str() : nullptr);
    return PQsendQueryPrepared(handle(), std::string(step.query).c_str(), static_cast<int>(values.size()),
                               values.data(), nullptr, nullptr, 0) == 1;
}

// Takes the answer to one statement and the null that ends it.
base::Result<Rows> Connection::collect(std::string_view query) {
    PGresult* raw = PQgetResult(handle());
    const auto status = PQresultStatus(raw);
    Rows rows(raw);
    while (PGresult* more = raw != nullptr ? PQgetResult(handle()) : nullptr) PQclear(more);
    if (status == PGRES_PIPELINE_ABORTED) return base::fail("aborted", "");
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return base::fail(error_of(raw, query));
    return rows;
}

base::Result<Rows> Connection::run(std::string_view query, const Params& params) {
    TRY(prepare(query));
    if (!send({query, params})) return base::fail(error_of(nullptr, query));
    return collect(query);
}

base::Result<std::vector<Rows>> Connection::run_all(std::span<const Step> steps) {
    return pipeline(steps, Commit::no);
}

base::Result<std::vector<Rows>> Connection::run_committed(std::span<const Step> steps) {
    return pipeline(steps, Commit::yes);
}

base::Result<std::vector<Rows>> Connection::pipeline(std::span<const Step> steps, Commit commit) {
    for (const auto& step : steps) TRY(prepare(step.query));
    if (PQenterPipelineMode(handle()) != 1) return base::fail(error_of(nullptr, "pipeline"));
    bool sent = true;
    for (const auto& step : steps) sent = sent && send(step);
    if (commit == Commit::yes)
        sent = sent && PQsendQueryParams(handle(), "COMMIT", 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
    if (!sent || PQpipelineSync(handle()) != 1) return base::fail(error_of(nullptr, "pipeline"));

    std::vector<Rows> answers;
    answers.reserve(steps.size());
    std::optional<base::Error> failure;
    const auto take = [&](std::string_view query) {
        auto rows = collect(query);
        if (rows) return answers.push_back(*std::move(rows));
        if (!failure) failure = std::move(rows).error();
    };
    for (const auto& step : steps) take(step.query);
    if (commit == Commit::yes) take("commit");
    PQclear(PQgetResult(handle()));
    PQexitPipelineMode(handle());
    if (failure) return base::fail(*std::move(failure));
    return answers;
}

}  // namespace postgres
