#include <fmt/format.h>

#include "postgres/cases/case_queries.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

// A case of 城东区 with a row in every table that names cases.
struct FullCase {
    std::string no = file_a_case();
    std::string proposal = fresh_id(), upload = fresh_id(), evidence = fresh_id(), document;

    FullCase() {
        auto& app = bureau().database->app();
        const auto at = base::Instant::at(day(2024, 5, 16), 12);
        postgres::ProposalStore proposals(app);
        must(proposals.create(zhou(),
                              {.id = proposal,
                               .case_no = no,
                               .act = "file_case",
                               .author = "zhou",
                               .status = "waiting",
                               .waiting_role = "HANDLER",
                               .created_at = at,
                               .updated_at = at},
                              {}));
        postgres::DraftStore drafts(app);
        must(drafts.put(zhou(), {.case_no = no, .act = "interview", .body = base::Object{}, .saved_at = at}));
        postgres::EvidenceStore store(app);
        must(store.create_upload(zhou(), {.id = upload,
                                          .case_no = no,
                                          .name = "a.jpg",
                                          .size = 1,
                                          .chunk_size = 1,
                                          .declared_sm3 = "",
                                          .author = "zhou",
                                          .started_at = at}));
        must(store.note_chunk(zhou(), upload, 0));
        must(store.complete(zhou(), upload,
                            {.id = evidence,
                             .case_no = no,
                             .no = "",
                             .name = "a.jpg",
                             .type = "image/jpeg",
                             .size = 1,
                             .sm3 = must(bureau().blobs.put("x")).sm3,
                             .added_by = "zhou",
                             .added_by_name = "周敏",
                             .added_at = at}));
        auto append = next_act(no, 1);
        append.documents = {numbered_document()};
        document = append.documents[0].id;
        append.projection.decisions = {
            {.on = day(2024, 5, 16), .content = base::Object{{"kind", "penalty"}, {"fine", "86000.00"}}}
        };
        must(bureau().cases().append(zhou(), append));
    }
};

const FullCase& full_case() {
    static const FullCase one;
    return one;
}

int visible_rows(const identity::Viewer& viewer, std::string_view table) {
    auto connection = must(postgres::Connection::open(bureau().database->conninfo("zhiheng_app")));
    must(connection.plain("BEGIN"));
    must(connection.run("session/set_viewer", postgres::Context::of(viewer).params()));
    const std::string column = table == "cases" ? "no" : "case_no";
    PGresult* raw = PQexec(
        connection.handle(),
        fmt::format("SELECT count(*) AS n FROM {} WHERE {} = '{}'", table, column, full_case().no).c_str());
    const postgres::Rows rows(raw);
    return rows.front().number("n");
}

constexpr const char* case_tables[] = {"cases",          "acts",      "case_clocks",
                                       "case_tasks",     "proposals", "evidence",
                                       "custody_events", "documents", "past_decisions"};

}  // namespace

TEST(Walls, StandByLevelOnEveryTable) {
    const struct {
        const char* why;
        identity::Viewer who;
        bool sees;
    } table[] = {
        {"the handler", zhou(), true},
        {"a leader of the same bureau", lu(), true},
        {"the other district", ma(), false},
        {"the city's supervisor", qin(), true},
        {"the city's clerk supervises nothing", clerk(), false},
        {"the province's supervisor", han(), true},
        {"the machine", machine(), true},
        {"nobody", viewer("", "", "", {}), false},
        {"the system's administrator", administrator({"SYSTEM_ADMIN"}), false},
        {"the security administrator", administrator({"SECURITY_ADMIN"}), false},
        {"the audit administrator", administrator({"AUDIT_ADMIN"}), false},
        {"all three in one", administrator({"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"}), false},
        {"a handler who also runs the system", administrator({"SYSTEM_ADMIN", "HANDLER"}), true},
        {"an agency named like a pattern", viewer("ma", "", "99010%", {"SUPERVISOR"}), false},
    };
    for (const auto& row : table)
        for (const char* name : case_tables) {
            SCOPED_TRACE(fmt::format("{} in {}", row.why, name));
            EXPECT_EQ(visible_rows(row.who, name) > 0, row.sees);
        }
}

TEST(Walls, KeepDraftsAndUploadsToTheirAuthor) {
    for (const char* table : {"drafts", "uploads"}) {
        SCOPED_TRACE(table);
        EXPECT_EQ(visible_rows(zhou(), table), 1);
        for (const auto& other : {he(), lu(), ma(), qin(), han()})
            EXPECT_EQ(visible_rows(other, table), 0) << other.person;
    }
}

TEST(Walls, AnswerNotFoundToAnotherDistrictEverywhere) {
    auto& app = bureau().database->app();
    auto cases = bureau().cases();
    postgres::ProposalStore proposals(app);
    postgres::DraftStore drafts(app);
    postgres::EvidenceStore evidence(app);
    postgres::DocumentStore documents(app);
    postgres::CaseQueries queries(app);
    const auto& it = full_case();
    const auto at = base::Instant::at(day(2024, 5, 17), 9);
    EXPECT_EQ(code_of(cases.load(ma(), it.no)), "not_found");
    EXPECT_EQ(code_of(cases.append(ma(), next_act(it.no, 2))), "not_found");
    EXPECT_EQ(code_of(cases.projection(ma(), it.no)), "not_found");
    EXPECT_EQ(code_of(cases.replace_projection(ma(), it.no, 2, projection("X"))), "not_found");
    EXPECT_EQ(code_of(cases.check_chain(ma(), it.no)), "not_found");
    EXPECT_EQ(code_of(proposals.load(ma(), it.proposal)), "not_found");
    EXPECT_TRUE(must(proposals.of_case(ma(), it.no)).empty());
    EXPECT_TRUE(must(proposals.waiting_for(ma())).empty());
    EXPECT_EQ(code_of(proposals.save(ma(), {.id = it.proposal,
                                            .version = 1,
                                            .case_no = it.no,
                                            .status = "withdrawn",
                                            .created_at = at,
                                            .updated_at = at})),
              "version_conflict");
    EXPECT_EQ(
        code_of(drafts.put(ma(), {.case_no = it.no, .act = "note", .body = base::Object{}, .saved_at = at})),
        "not_found");
    EXPECT_FALSE(must(drafts.find(ma(), it.no, "interview")));
    EXPECT_EQ(code_of(evidence.create_upload(ma(), {.id = fresh_id(),
                                                    .case_no = it.no,
                                                    .name = "b",
                                                    .size = 1,
                                                    .chunk_size = 1,
                                                    .declared_sm3 = "",
                                                    .author = "ma",
                                                    .started_at = at})),
              "not_found");
    EXPECT_EQ(code_of(evidence.load_upload(ma(), it.upload)), "not_found");
    EXPECT_EQ(code_of(evidence.note_chunk(ma(), it.upload, 0)), "not_found");
    EXPECT_EQ(code_of(evidence.load(ma(), it.evidence)), "not_found");
    EXPECT_EQ(code_of(evidence.custody(ma(), it.evidence)), "not_found");
    EXPECT_EQ(code_of(evidence.add_custody(ma(), {.evidence = it.evidence,
                                                  .kind = "viewed",
                                                  .person = "ma",
                                                  .person_name = "马超群",
                                                  .at = at,
                                                  .note = ""})),
              "not_found");
    EXPECT_TRUE(must(evidence.of_case(ma(), it.no)).empty());
    EXPECT_EQ(code_of(documents.load(ma(), it.document)), "not_found");
    EXPECT_TRUE(must(documents.of_case(ma(), it.no)).empty());
    EXPECT_TRUE(
        must(queries.list(ma(),
                          {.list = ports::CaseFilter::List::all, .state = {}, .text = it.no, .after = {}},
                          day(2024, 6, 1)))
            .cases.empty());
}

// Running the system gives no sight of a case, and no way to begin one.
TEST(Walls, KeepAdministratorsOutOfEveryCase) {
    auto& app = bureau().database->app();
    auto cases = bureau().cases();
    const auto& it = full_case();
    for (const char* role : {"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"}) {
        SCOPED_TRACE(role);
        const auto admin = administrator({role});
        EXPECT_EQ(code_of(cases.load(admin, it.no)), "not_found");
        EXPECT_EQ(code_of(cases.append(admin, next_act(it.no, 2))), "not_found");
        EXPECT_EQ(code_of(cases.create(admin, new_case("990101", "d990101"))), "not_permitted");
        EXPECT_EQ(code_of(postgres::ProposalStore(app).load(admin, it.proposal)), "not_found");
        EXPECT_EQ(code_of(postgres::EvidenceStore(app).load(admin, it.evidence)), "not_found");
        EXPECT_EQ(code_of(postgres::DocumentStore(app).load(admin, it.document)), "not_found");
    }
}

TEST(Walls, LetThoseAboveReadButNotWrite) {
    auto cases = bureau().cases();
    const auto& it = full_case();
    postgres::CaseQueries queries(bureau().database->app());
    for (const auto& above : {qin(), han()}) {
        SCOPED_TRACE(above.person);
        EXPECT_EQ(must(cases.load(above, it.no)).no, it.no);
        EXPECT_EQ(code_of(cases.append(above, next_act(it.no, 2))), "not_permitted");
        EXPECT_EQ(
            must(queries.list(above,
                              {.list = ports::CaseFilter::List::all, .state = {}, .text = it.no, .after = {}},
                              day(2024, 6, 1)))
                .cases.size(),
            1U);
    }
    auto foreign = new_case("990102", "d990102");
    EXPECT_EQ(code_of(cases.create(zhou(), foreign)), "not_permitted");
}

TEST(Walls, FindTextsOnlyWhereTheViewerMaySee) {
    const auto& it = full_case();
    postgres::CaseQueries queries(bureau().database->app());
    const auto found = [&](const identity::Viewer& viewer, ports::CaseFilter filter) {
        filter.list = ports::CaseFilter::List::all;
        filter.limit = 200;
        const auto page = must(queries.list(viewer, filter, day(2024, 6, 1)));
        return std::ranges::count(page.cases, it.no, &ports::CaseListItem::no) == 1;
    };
    const auto shown = must(bureau().cases().projection(zhou(), it.no));
    const std::string word = shown.cause.substr(0, 6);
    ASSERT_EQ(word.size(), 6U) << "two Chinese characters";
    for (const auto& viewer : {zhou(), qin(), han()}) {
        SCOPED_TRACE(viewer.person);
        EXPECT_TRUE(found(viewer, {.text = word}));
        EXPECT_TRUE(found(viewer, {.state = shown.state, .text = word}));
        EXPECT_FALSE(found(viewer, {.state = "ARCHIVED", .text = word}));
        EXPECT_FALSE(found(viewer, {.text = word + "没有的字"}));
        EXPECT_TRUE(found(viewer, {.text = it.no.substr(12)})) << "the last six digits of a number";
        EXPECT_FALSE(found(viewer, {.field = "nothing"}));
        EXPECT_FALSE(found(viewer, {.text = word, .agency = "990102"}));
    }
    EXPECT_TRUE(found(zhou(), {.text = it.no.substr(3, 12)})) << "a part of a number, within the agency";
    EXPECT_TRUE(found(zhou(), {.text = word.substr(0, 3)})) << "one character, within the agency";
    EXPECT_FALSE(found(ma(), {.text = word})) << "another agency";
    identity::Viewer elsewhere = qin();
    elsewhere.agency = "980100";
    EXPECT_FALSE(found(elsewhere, {.text = word})) << "another city";
}

TEST(Walls, TakeWriteAccessFromWhoIsBarredAndNothingElse) {
    auto cases = bureau().cases();
    const auto no = file_a_case();
    auto recusal = next_act(no, 1, "decide_recusal");
    recusal.projection.barred = {"he"};
    must(cases.append(lu(), recusal));
    EXPECT_EQ(must(cases.load(he(), no)).version, 2);
    EXPECT_EQ(code_of(cases.append(he(), next_act(no, 2))), "not_permitted");
    postgres::DraftStore drafts(bureau().database->app());
    EXPECT_NE(code_of(drafts.put(
                  he(), {.case_no = no, .act = "note", .body = base::Object{}, .saved_at = recusal.act.at})),
              "");
    must(cases.append(zhou(), next_act(no, 2)));
}

TEST(Walls, LetAnActBarTheVeryPersonWhoseActItIs) {
    auto cases = bureau().cases();
    const auto no = file_a_case();
    auto recusal = next_act(no, 1, "decide_recusal");
    recusal.projection.barred = {"lu", "he"};
    must(cases.append(lu(), recusal));
    EXPECT_EQ(must(cases.projection(zhou(), no)).barred, recusal.projection.barred);
    EXPECT_EQ(code_of(cases.append(lu(), next_act(no, 2))), "not_permitted");
}

// The writer who says where he read the case is spared one look, not one wall.
TEST(Walls, StandForWritersWhoKnowTheHead) {
    auto cases = bureau().cases();
    const auto no = file_a_case();
    const auto head_now = [&] {
        const auto record = must(cases.load(zhou(), no));
        return ports::CaseHead{record.acts.back().hash, record.matter.procedure, record.matter.province};
    };
    const auto knowing = [&](std::int64_t version) {
        auto append = next_act(no, version);
        append.head = head_now();
        return append;
    };
    EXPECT_EQ(code_of(cases.append(ma(), knowing(1))), "not_found");
    EXPECT_EQ(code_of(cases.append(qin(), knowing(1))), "not_permitted");
    const auto early = knowing(1);
    const auto outcome = must(cases.append(zhou(), early));
    EXPECT_EQ(outcome.hash, head_now().hash);
    EXPECT_EQ(code_of(cases.append(zhou(), early)), "version_conflict");
    auto wrong = knowing(2);
    wrong.head->hash = std::string(64, 'a');
    EXPECT_EQ(code_of(cases.append(zhou(), wrong)), "version_conflict");
    auto staying = knowing(2);
    staying.rows_stay = true;
    staying.projection.tasks.clear();  // not written: the rows stay
    must(cases.append(zhou(), staying));
    EXPECT_EQ(must(cases.projection(zhou(), no)).tasks, projection("CLUE_REGISTERED").tasks);
    EXPECT_TRUE(must(cases.check_chain(zhou(), no)).empty());
}

TEST(Walls, HideAccountsFromEveryViewer) {
    postgres::IdentityStore identities(bureau().database->app());
    must(identities.put_account("zhou", "zhoumin", "hash", false));
    auto connection = must(postgres::Connection::open(bureau().database->conninfo("zhiheng_app")));
    for (const auto& who : {zhou(), lu(), han(), machine()}) {
        must(connection.plain("BEGIN"));
        must(connection.run("session/set_viewer", postgres::Context::of(who).params()));
        EXPECT_TRUE(must(connection.run("identity/find_account", postgres::Params("zhoumin"))).empty())
            << who.person;
        must(connection.plain("ROLLBACK"));
    }
    EXPECT_TRUE(must(identities.find_account("zhoumin")));
}

TEST(Walls, GiveEachRoleOnlyItsOwn) {
    const struct {
        const char* role;
        const char* sql;
        const char* code;
    } table[] = {
        {"zhiheng_app",    "UPDATE zhiheng.acts SET body = '{}'",                                   "not_permitted"},
        {"zhiheng_app",    "DELETE FROM zhiheng.acts",                                              "not_permitted"},
        {"zhiheng_app",    "TRUNCATE zhiheng.acts",                                                 "not_permitted"},
        {"zhiheng_app",    "SELECT * FROM zhiheng.audit_log",                                       "not_permitted"},
        {"zhiheng_app",    "UPDATE zhiheng.documents SET number = '1'",                             "not_permitted"},
        {"zhiheng_app",    "CREATE TABLE zhiheng.mine (i int)",                                     "not_permitted"},
        {"zhiheng_app",    "ALTER TABLE zhiheng.cases DISABLE ROW LEVEL SECURITY",                  "not_permitted"},
        {"zhiheng_owner",  "DELETE FROM zhiheng.acts",                                              "append_only"  },
        {"zhiheng_owner",  "TRUNCATE zhiheng.acts CASCADE",                                         "append_only"  },
        {"zhiheng_owner",  "UPDATE zhiheng.evidence SET sm3 = sm3",                                 "append_only"  },
        {"zhiheng_owner",  "UPDATE zhiheng.documents SET number = '1'",                             "append_only"  },
        {"zhiheng_owner",  "DELETE FROM zhiheng.audit_log",                                         "append_only"  },
        {"zhiheng_public", "SELECT * FROM zhiheng.cases",                                           "not_permitted"},
        {"zhiheng_public", "SELECT * FROM zhiheng.people",                                          "not_permitted"},
        {"zhiheng_public", "SELECT * FROM zhiheng.published_decisions",                             ""             },
        {"zhiheng_audit",  "SELECT * FROM zhiheng.audit_log",                                       ""             },
        {"zhiheng_audit",  "SELECT * FROM zhiheng.cases",                                           "not_permitted"},
        {"zhiheng_audit",
         "INSERT INTO zhiheng.audit_log (person, region, action, subject) VALUES ('', '', '', '')", "not_permitted"},
    };
    (void)full_case();
    for (const auto& row : table) {
        SCOPED_TRACE(fmt::format("{}: {}", row.role, row.sql));
        auto connection = must(postgres::Connection::open(bureau().database->conninfo(row.role)));
        EXPECT_EQ(code_of(connection.plain(row.sql)), row.code);
    }
}

TEST(Walls, DecisionsForASimulationFollowTheLevels) {
    postgres::CaseQueries queries(bureau().database->app());
    const std::string no = full_case().no;
    const auto count = [&](const identity::Viewer& who) {
        std::size_t found = 0;
        ports::DecisionFilter filter{.from = day(2024, 1, 1), .until = day(2024, 12, 31), .limit = 1};
        do {
            const auto page = must(queries.decisions(who, filter));
            for (const auto& item : page.decisions) found += item.case_no == no ? 1 : 0;
            filter.after = page.next;
        } while (!filter.after.empty());
        return found;
    };
    EXPECT_EQ(count(zhou()), 1u);
    EXPECT_EQ(count(qin()), 1u) << "the city supervises";
    EXPECT_EQ(count(han()), 1u) << "the province supervises";
    EXPECT_EQ(count(ma()), 0u) << "the other district";
    EXPECT_EQ(count(administrator({"SYSTEM_ADMIN"})), 0u);
    EXPECT_EQ(code_of(queries.decisions(
                  zhou(), {.from = day(2024, 1, 1), .until = day(2024, 12, 31), .after = "gestern"})),
              "bad_input");
}

TEST(Walls, ADecisionTakenBackIsNoLongerKept) {
    auto cases = bureau().cases();
    const std::string no = file_a_case();
    auto decided = next_act(no, 1, "decide");
    decided.projection.decisions = {
        {.on = day(2024, 5, 16), .content = base::Object{{"kind", "no_penalty"}}}
    };
    must(cases.append(zhou(), decided));
    EXPECT_EQ(must(cases.projection(zhou(), no)).decisions, decided.projection.decisions);
    auto struck = next_act(no, 2, "strike");
    struck.struck = {2};
    must(cases.append(zhou(), struck));
    EXPECT_TRUE(must(cases.projection(zhou(), no)).decisions.empty());
}
