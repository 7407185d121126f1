#include "postgres/cases/case_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "postgres/cases/append_steps.hpp"
#include "postgres/cases/body.hpp"
#include "postgres/cases/matter.hpp"
#include "postgres/cases/projection.hpp"

namespace postgres {
namespace {

base::Error not_found() {
    return {"not_found", "没有这个案件"};
}

base::Error version_conflict() {
    return {"version_conflict", "案件已被他人更新，请查看新的内容后再提交"};
}

base::Result<ports::CaseRecord> read_case(const Row& row, const Rows& acts) {
    ports::CaseRecord record{
        .no = row.text("no"),
        .version = row.integer("version"),
        .agency = row.text("region"),
        .node = row.text("node"),
        .matter = {.procedure = track_named(row.view("procedure")),
                   .agency = row.text("region"),
                   .province = row.text("province"),
                   .parties = TRY(read_parties(row.value("parties"))),
                   .staff = {}},
        .acts = {}
    };
    for (const auto act : acts) {
        auto recorded = TRY(read_body(act.view("body")));
        recorded.prev_hash = act.text("prev_hash");
        recorded.hash = act.text("hash");
        record.acts.push_back(std::move(recorded));
    }
    return record;
}

// The writer himself keeps his access until the last step, see bar_step.
Step advance_step(const Context& context, const ports::Append& append, const ChainedAct& chained) {
    Params params(append.case_no, append.expected_version + 1, chained.prev_hash, chained.hash,
                  chained.recorded_at);
    params.add(append.parties ? parties_value(*append.parties) : base::Value()).add(append.node);
    auto others_barred = append.projection.barred;
    std::erase(others_barred, context.person);
    add_projection(params, append.projection, others_barred);
    return {"cases/advance", std::move(params)};
}

// An act may bar the very person whose act it is.
std::optional<Step> bar_step(const Context& context, const ports::Append& append) {
    if (std::ranges::find(append.projection.barred, context.person) == append.projection.barred.end())
        return std::nullopt;
    return Step{"cases/bar", Params(append.case_no, append.projection.barred)};
}

const std::vector<casefile::Party>& parties_of(const ports::NewCase& created) {
    return created.first.parties ? *created.first.parties : created.matter.parties;
}

base::Value matter_of(const ports::NewCase& created) {
    return sealed_matter(track_name(created.matter.procedure), created.matter.province,
                         parties_value(parties_of(created)));
}

Step insert_step(std::string_view no, const ports::NewCase& created, const ChainedAct& chained) {
    Params params(no, created.node, track_name(created.matter.procedure), created.matter.province,
                  parties_value(parties_of(created)), created.first.expected_version + 1, chained.hash,
                  chained.recorded_at);
    add_projection(params, created.first.projection, created.first.projection.barred);
    return {"cases/insert", std::move(params)};
}

// What the case began with in another one, then the act that opens it here; the first seals who it is about.
std::vector<ChainedAct> chain_of_new(std::string_view no, const ports::NewCase& created,
                                     std::vector<Step>& steps) {
    std::vector<ChainedAct> chain;
    const auto link = [&](const ports::Append& append) {
        const bool opens = chain.empty();
        chain.push_back(chained_act(no, append, opens ? first_prev_hash() : chain.back().hash,
                                    opens ? matter_of(created) : base::Value()));
    };
    for (const auto& carried : created.carried) {
        link({.case_no = std::string(no),
              .act = carried.act,
              .signatures = carried.signatures,
              .attachments = carried.attachments,
              .projection = {},
              .documents = {}});
        steps.push_back(insert_act_step(no, carried.act, chain.back()));
    }
    link(created.first);
    return chain;
}

// Everything a new case writes, the row of the case first.
std::vector<Step> steps_of_new(std::string_view no, const ports::NewCase& created) {
    std::vector<Step> carried;
    const auto chain = chain_of_new(no, created, carried);
    std::vector<Step> steps{insert_step(no, created, chain.back())};
    for (auto& step : carried) steps.push_back(std::move(step));
    for (auto& step : append_steps(no, created.first, chain.back())) steps.push_back(std::move(step));
    return steps;
}

base::Result<std::string> take_number(Transaction& transaction, const ports::NewCase& created) {
    const auto number = TRY(
        transaction.run("cases/take_number", Params(created.agency, fmt::format("case/{}", created.year))));
    return fmt::format("{}-{:04}-{:06}", created.agency, created.year, number.front().integer("last"));
}

ports::NewCase of_letter_with(ports::NewCase created, std::string_view other) {
    base::Object data = created.first.act.data.object();
    data.set("letter_with", other);
    created.first.act.data = std::move(data);
    return created;
}

// New parties are sealed with the act that brings them.
base::Value matter_after(const ports::CaseHead& head, const ports::Append& append) {
    if (!append.parties) return {};
    return sealed_matter(track_name(head.procedure), head.province, parties_value(*append.parties));
}

// The row is locked for a writer; one who sees the case and cannot lock it may not write in it.
base::Result<ports::CaseHead> lock_case(Transaction& transaction, const ports::Append& append) {
    const auto answers = TRY(transaction.run({
        {"cases/lock",   Params(append.case_no)},
        {"cases/exists", Params(append.case_no)}
    }));
    if (answers[1].empty()) return base::fail(not_found());
    if (answers[0].empty())
        return base::fail("not_permitted", "您已回避、被更换或者不属于本机关，不能再办理本案",
                          "程序规定 第四条");
    const auto row = answers[0].front();
    if (row.integer("version") != append.expected_version) return base::fail(version_conflict());
    return ports::CaseHead{.hash = row.text("head_hash"),
                           .procedure = track_named(row.view("procedure")),
                           .province = row.text("province")};
}

// An act and all that hangs on it; the case moves on first, which nobody else then can until the end.
std::vector<Step> all_steps(const Context& context, const ports::Append& append, const ChainedAct& chained,
                            const ports::Outcome& outcome) {
    std::vector<Step> steps;
    if (append.idempotency) steps.push_back(keep_answer_step(context.person, *append.idempotency, outcome));
    steps.push_back(advance_step(context, append, chained));
    for (auto& step : append_steps(append.case_no, append, chained)) steps.push_back(std::move(step));
    if (auto step = bar_step(context, append)) steps.push_back(*std::move(step));
    return steps;
}

// Why a write was refused, if a request with its key was answered before: the same key with another request
// is a mistake of the sender, with the same request a repeat.
base::Result<std::optional<base::Error>> answered_before(
    Pool& app, const Context& context, const std::optional<ports::Idempotency>& idempotency) {
    if (!idempotency) return std::nullopt;
    const auto found = TRY(app.read(context, "cases/find_answer", Params(context.person, idempotency->key)));
    if (found.empty()) return std::nullopt;
    if (found.front().text("digest") != idempotency->digest)
        return base::Error{"key_reused", "幂等键 Idempotency-Key 已用于另一个请求"};
    return base::Error{"repeated", "该请求已经处理过"};
}

}  // namespace

base::Result<ports::CaseRecord> CaseStore::load(const identity::Viewer& viewer, std::string_view no) {
    const auto answers = TRY(app_.read(
        Context::of(viewer),
        {
            {"cases/load",      Params(no)},
            {"cases/acts",      Params(no)},
            {"cases/note_view", Params(no)}
    }));
    if (answers[0].empty()) return base::fail(not_found());
    return read_case(answers[0].front(), answers[1]);
}

base::Result<bool> CaseStore::stands_at(const identity::Viewer& viewer, std::string_view no,
                                        std::int64_t version) {
    const auto answers = TRY(
        app_.read(Context::of(viewer), {
                                           {"cases/version",   Params(no)},
                                           {"cases/note_view", Params(no)}
    }));
    if (answers[0].empty()) return base::fail(not_found());
    return answers[0].front().integer("version") == version;
}

base::Result<ports::Outcome> CaseStore::create(const identity::Viewer& viewer,
                                               const ports::NewCase& created) {
    return open(viewer, created, nullptr);
}

base::Result<ports::Outcome> CaseStore::create_both(const identity::Viewer& viewer,
                                                    const ports::NewCase& first,
                                                    const ports::NewCase& second) {
    return open(viewer, first, &second);
}

base::Result<ports::Outcome> CaseStore::open(const identity::Viewer& viewer, const ports::NewCase& created,
                                             const ports::NewCase* beside) {
    const auto context = Context::of(viewer);
    const auto& idempotency = created.first.idempotency;
    auto outcome = app_.transact(context, [&](Transaction& transaction) -> base::Result<ports::Outcome> {
        const std::string no = TRY(take_number(transaction, created));
        auto result = outcome_of(no, created.first);
        std::vector<Step> steps;
        if (idempotency) steps.push_back(keep_answer_step(context.person, *idempotency, result));
        const auto add = [&](std::string_view number, const ports::NewCase& fresh) {
            for (auto& step : steps_of_new(number, fresh)) steps.push_back(std::move(step));
        };
        if (beside == nullptr) {
            add(no, created);
        } else {
            const std::string other = TRY(take_number(transaction, *beside));
            add(no, of_letter_with(created, other));
            add(other, of_letter_with(*beside, no));
        }
        TRY(transaction.commit(std::move(steps)));
        return result;
    });
    if (!outcome && outcome.error().code == "repeated")
        if (auto reason = TRY(answered_before(app_, context, idempotency)))
            return base::fail(*std::move(reason));
    return outcome;
}

base::Result<ports::Outcome> CaseStore::append(const identity::Viewer& viewer, const ports::Append& append) {
    const auto context = Context::of(viewer);
    const auto write = [&](Transaction& transaction) -> base::Result<ports::Outcome> {
        const auto head = append.head ? *append.head : TRY(lock_case(transaction, append));
        const auto chained = chained_act(append.case_no, append, head.hash, matter_after(head, append));
        auto result = outcome_of(append.case_no, append);
        TRY(transaction.commit(all_steps(context, append, chained, result)));
        result.hash = chained.hash;
        return result;
    };
    auto outcome = app_.transact(context, write);
    if (outcome) return outcome;
    if (auto reason = TRY(answered_before(app_, context, append.idempotency)))
        return base::fail(*std::move(reason));
    if (append.head && outcome.error().code == "not_held") {
        TRY(app_.transact(context, [&](Transaction& transaction) { return lock_case(transaction, append); }));
        return base::fail(version_conflict());
    }
    return outcome;
}

// Both cases stand as their writer read them when either is written; else nothing is.
base::Result<ports::Outcome> CaseStore::join(const identity::Viewer& viewer, const ports::Append& host,
                                             const ports::Append& joined) {
    const auto context = Context::of(viewer);
    return app_.transact(context, [&](Transaction& transaction) -> base::Result<ports::Outcome> {
        // In the order of their numbers, so that two joins never wait for each other.
        std::array<const ports::Append*, 2> both{&host, &joined};
        std::ranges::sort(both, {}, &ports::Append::case_no);
        std::vector<Step> steps;
        ports::Outcome result;
        for (const auto* append : both) {
            const auto head = TRY(lock_case(transaction, *append));
            const auto chained =
                chained_act(append->case_no, *append, head.hash, matter_after(head, *append));
            auto outcome = outcome_of(append->case_no, *append);
            for (auto& step : all_steps(context, *append, chained, outcome)) steps.push_back(std::move(step));
            outcome.hash = chained.hash;
            if (append == &host) result = std::move(outcome);
        }
        TRY(transaction.commit(std::move(steps)));
        return result;
    });
}

base::Result<ports::Outcome> CaseStore::split(const identity::Viewer& viewer, const ports::Append& host,
                                              const ports::NewCase& split_off) {
    const auto context = Context::of(viewer);
    return app_.transact(context, [&](Transaction& transaction) -> base::Result<ports::Outcome> {
        const auto head = TRY(lock_case(transaction, host));
        const std::string no = TRY(take_number(transaction, split_off));
        ports::Append told = host;
        base::Object data = told.act.data.object();
        data.set("into", no);
        told.act.data = std::move(data);
        const auto chained = chained_act(told.case_no, told, head.hash, matter_after(head, told));
        auto result = outcome_of(told.case_no, told);
        auto steps = all_steps(context, told, chained, result);
        for (auto& step : steps_of_new(no, split_off)) steps.push_back(std::move(step));
        TRY(transaction.commit(std::move(steps)));
        result.hash = chained.hash;
        return result;
    });
}

base::Result<std::optional<ports::Outcome>> CaseStore::find_outcome(const identity::Viewer& viewer,
                                                                    const ports::Idempotency& idempotency) {
    const auto context = Context::of(viewer);
    const auto found = TRY(app_.read(context, "cases/find_answer", Params(context.person, idempotency.key)));
    if (found.empty()) return std::nullopt;
    if (found.front().text("digest") != idempotency.digest)
        return base::fail("key_reused", "幂等键 Idempotency-Key 已用于另一个请求");
    return read_outcome(found.front().value("outcome"));
}

base::Result<ports::Projection> CaseStore::projection(const identity::Viewer& viewer, std::string_view no) {
    const auto answers = TRY(app_.read(Context::of(viewer), {
                                                                {"cases/load",      Params(no)},
                                                                {"cases/clocks",    Params(no)},
                                                                {"cases/tasks",     Params(no)},
                                                                {"cases/decisions", Params(no)}
    }));
    if (answers[0].empty()) return base::fail(not_found());
    auto projection = read_projection(answers[0].front(), answers[1], answers[2]);
    for (const auto decision : answers[3]) projection.decisions.push_back(read_decision(decision));
    return projection;
}

base::Result<void> CaseStore::replace_projection(const identity::Viewer& viewer, std::string_view no,
                                                 std::int64_t version, const ports::Projection& projection) {
    return app_.transact(Context::of(viewer), [&](Transaction& transaction) -> base::Result<void> {
        const auto locked = TRY(transaction.run("cases/lock", Params(no)));
        if (locked.empty()) return base::fail(not_found());
        if (locked.front().integer("version") != version) return base::fail(version_conflict());
        Params params(no, version);
        add_projection(params, projection, projection.barred);
        auto steps = row_steps(no, projection);
        steps.push_back(decisions_step(no, projection));
        steps.push_back({"cases/put_projection", std::move(params)});
        TRY(transaction.commit(std::move(steps)));
        return {};
    });
}

base::Result<std::vector<std::string>> CaseStore::numbers_behind(const identity::Viewer& viewer,
                                                                 base::Date day) {
    const auto rows =
        TRY(app_.read(Context::of(viewer), "cases/numbers_behind", Params(day, day.plus_days(-30))));
    std::vector<std::string> numbers;
    for (const auto row : rows) numbers.push_back(row.text("no"));
    return numbers;
}

base::Result<std::vector<std::string>> CaseStore::numbers(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "cases/numbers"));
    std::vector<std::string> numbers;
    for (const auto row : rows) numbers.push_back(row.text("no"));
    return numbers;
}

}  // namespace postgres
