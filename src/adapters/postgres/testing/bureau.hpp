#pragma once
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>
#include <thread>

#include "crypto/hex.hpp"
#include "crypto/random.hpp"
#include "crypto/sm3.hpp"
#include "postgres/cases/case_store.hpp"
#include "postgres/database.hpp"
#include "postgres/documents/document_store.hpp"
#include "postgres/drafts/draft_store.hpp"
#include "postgres/evidence/evidence_store.hpp"
#include "postgres/identity/identity_store.hpp"
#include "postgres/integrity/day_heads.hpp"
#include "postgres/organisation/directory.hpp"
#include "postgres/proposals/proposal_store.hpp"
#include "postgres/testing/temporary_folder.hpp"

namespace postgres::testing {

using namespace std::chrono_literals;

// Blobs as files of a folder without any care; a test may write over one.
class TestBlobs final : public ports::BlobStore {
  public:
    explicit TestBlobs(std::filesystem::path folder) : folder_(std::move(folder)) {}
    base::Result<std::string> put_chunk(std::string_view, std::int64_t, std::string_view) override {
        return "";
    }
    base::Result<ports::Blob> assemble(std::string_view, std::int64_t) override { return ports::Blob{}; }
    void drop_upload(std::string_view) override {}
    base::Result<ports::Blob> put(std::string_view bytes) override {
        const auto sm3 = crypto::sm3_hex(bytes);
        std::ofstream(folder_ / sm3, std::ios::binary) << bytes;
        return ports::Blob{.sm3 = sm3, .size = static_cast<std::int64_t>(bytes.size()), .head = {}};
    }
    base::Result<std::string> read(std::string_view) override { return ""; }
    base::Result<std::filesystem::path> path(std::string_view sm3) override {
        if (!std::filesystem::exists(folder_ / sm3)) return base::fail("not_found", "没有这个文件");
        return folder_ / sm3;
    }

  private:
    std::filesystem::path folder_;
};

// Two districts of one city with their people, on a private cluster of their own.
struct Bureau {
    TemporaryFolder folder;
    std::unique_ptr<Database> database;
    TestBlobs blobs{folder.path()};

    Bureau() {
        auto opened = Database::open_private(folder.path() / "data");
        if (!opened) throw std::runtime_error(opened.error().message);
        database = *std::move(opened);
        Directory directory(database->app(), database->owner());
        const auto put = directory.put(nodes(), people());
        if (!put) throw std::runtime_error(put.error().message);
    }

    CaseStore cases() { return {database->app(), blobs}; }

    static std::vector<ports::NodeRow> nodes() {
        return {
            {"p99",      "",        "province", "临江省局", "临",   "990000", {}},
            {"c9901",    "p99",     "city",     "临江市局", "临江", "990100", {}},
            {"d990101",  "c9901",   "district", "城东区局", "东",   "990101", {}},
            {"d990102",  "c9901",   "district", "城西区局", "西",   "990102", {}},
            {"s-donghu", "d990101", "station",  "东湖所",   "",     "990101", {}}
        };
    }

    static ports::PersonRow person(std::string id, std::string name, std::string node,
                                   std::vector<std::string> roles) {
        return {.id = std::move(id),
                .name = std::move(name),
                .posts = {{std::move(node), std::move(roles), base::Date(std::chrono::year(2020) / 1 / 1)}},
                .certificate = {}};
    }

    static std::vector<ports::PersonRow> people() {
        return {person("zhou", "周敏", "s-donghu", {"HANDLER", "SERVER"}),
                person("he", "何峰", "s-donghu", {"HANDLER"}),
                person("lu", "陆平", "d990101", {"LEADER"}),
                person("ma", "马超群", "d990102", {"HANDLER"}),
                person("qin", "秦岳", "c9901", {"SUPERVISOR"}),
                person("clerk", "文员", "c9901", {"INTAKE"}),
                person("han", "韩冬", "p99", {"SUPERVISOR"})};
    }
};

inline Bureau& bureau() {
    static Bureau one;
    return one;
}

inline identity::Viewer viewer(std::string person, std::string node, std::string agency,
                               std::vector<std::string> roles) {
    return {.person = person,
            .name = person,
            .node = std::move(node),
            .agency = std::move(agency),
            .roles = std::move(roles)};
}
inline identity::Viewer zhou() {
    return viewer("zhou", "s-donghu", "990101", {"HANDLER", "SERVER"});
}
inline identity::Viewer he() {
    return viewer("he", "s-donghu", "990101", {"HANDLER"});
}
inline identity::Viewer lu() {
    return viewer("lu", "d990101", "990101", {"LEADER"});
}
inline identity::Viewer ma() {
    return viewer("ma", "d990102", "990102", {"HANDLER"});
}
inline identity::Viewer qin() {
    return viewer("qin", "c9901", "990100", {"SUPERVISOR"});
}
inline identity::Viewer clerk() {
    return viewer("clerk", "c9901", "990100", {"INTAKE"});
}
inline identity::Viewer han() {
    return viewer("han", "p99", "990000", {"SUPERVISOR"});
}
inline identity::Viewer administrator(std::vector<std::string> roles) {
    return viewer("admin", "d990101", "990101", std::move(roles));
}
inline identity::Viewer machine() {
    return viewer("", "", "", {"SYSTEM"});
}

inline base::Date day(int year, unsigned month, unsigned of_month) {
    return base::Date(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(of_month));
}
inline std::string fresh_id() {
    return crypto::to_hex(crypto::random_bytes(16));
}

inline ports::Projection projection(std::string state) {
    return {
        .as_of = day(2024, 5, 16),
        .cause = "涉嫌生产经营标注虚假生产日期的食品",
        .party = "张三",
        .state = std::move(state),
        .state_label = "已立案",
        .track = "ordinary",
        .handlers = {"zhou", "he"},
        .handler_names = {"周敏", "何峰"},
        .registered_on = day(2024, 5, 16),
        .clocks = {{.code = "CASE_DECIDE",
                    .title = "办案期限",
                    .basis = "市场监督管理行政处罚程序规定 第六十四条",
                    .status = "running",
                    .of = 1,
                    .anchor = day(2024, 5, 16),
                    .due = day(2024, 8, 14),
                    .raw = day(2024, 8, 14),
                    .due_instant = base::Instant::at(day(2024, 8, 14), 18)},
                     {.code = "CLUE_CHECK",
                    .title = "核查",
                    .basis = "",
                    .status = "met",
                    .met_on = day(2024, 5, 16)}},
        .tasks = {{"inspect", "现场检查", "can_start", "onsite_check", "第二十八条", "\"引号\"、\\反斜线"}}
    };
}

inline ports::Append act(std::int64_t after, std::string type,
                         base::Instant at = base::Instant::at(day(2024, 5, 16), 9)) {
    ports::Append append;
    append.expected_version = after;
    append.act = {
        .n = static_cast<int>(after) + 1,
        .type = std::move(type),
        .at = at,
        .recorded_at = at.plus_hours(1),
        .by = {"zhou", "he"},
        .data = base::Object{{"content", "群众举报“改日期”\n第二行"}, {"fine", "86000.00"}, {"boxes", 233}},
        .paper = base::Object{{"附", "无"}}
    };
    append.signatures = {
        {.person = "zhou",
         .name = "周敏",
         .role = "HANDLER",
         .step = "propose",
         .certificate_no = "99",
         .opinion = "",
         .at = at}
    };
    append.projection = projection("CLUE_REGISTERED");
    return append;
}

inline ports::NewCase new_case(std::string agency = "990101", std::string node = "s-donghu") {
    ports::NewCase created{.agency = std::move(agency),
                           .node = std::move(node),
                           .year = 2024,
                           .matter = {},
                           .first = act(0, "register_clue")};
    created.matter.parties = {
        {.name = "张三", .born = day(1980, 2, 29), .details = base::Object{{"address", "滨河路"}}}
    };
    return created;
}

inline ports::NewDocument numbered_document(const std::string& code = "罚告") {
    return {.id = fresh_id(),
            .document = "penalty_notice",
            .no = 37,
            .title = "行政处罚告知书",
            .slot = "Z1",
            .series = ports::NewDocument::Series::agency_year,
            .code = code,
            .year = 2024,
            .before = "东市监" + code + "〔2024〕",
            .after = "号",
            .digits = 0,
            .facts = base::Object{{"today", "2024-05-16"}}};
}

template <class T>
T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + ": " + result.error().message);
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "" : result.error().code;
}

inline std::string file_a_case() {
    return must(bureau().cases().create(zhou(), new_case())).case_no;
}

inline ports::Append next_act(std::string no, std::int64_t after, std::string type = "note") {
    auto append = act(after, std::move(type));
    append.case_no = std::move(no);
    return append;
}

// As the keeper of the database himself might do it: past policies and triggers.
inline void tamper(const std::string& table, const std::string& sql) {
    auto owner = must(Connection::open(bureau().database->conninfo("zhiheng_owner")));
    must(owner.plain("ALTER TABLE " + table + " DISABLE TRIGGER USER"));
    must(owner.plain(sql));
    must(owner.plain("ALTER TABLE " + table + " ENABLE TRIGGER USER"));
}

}  // namespace postgres::testing
