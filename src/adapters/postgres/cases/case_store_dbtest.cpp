#include <algorithm>
#include <set>
#include <thread>

#include "json/json.hpp"
#include "postgres/cases/case_queries.hpp"
#include "postgres/cases/case_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

TEST(CaseStore, GivesBackWhatWasRecorded) {
    auto store = bureau().cases();
    const auto no = file_a_case();
    auto second = next_act(no, 1, "file_case");
    second.act.approved_by = "lu";
    second.attachments = {
        {"e1", must(bureau().blobs.put("照片")).sm3}
    };
    second.node = "d990101";
    second.parties = new_case().matter.parties;
    second.parties->front().name = "张三丰";
    const auto outcome = must(store.append(zhou(), second));
    EXPECT_EQ(outcome.version, 2);
    const auto record = must(store.load(zhou(), no));
    EXPECT_EQ(record.version, 2);
    EXPECT_EQ(record.node, "d990101");
    ASSERT_EQ(record.matter.parties.size(), 1U);
    EXPECT_EQ(record.matter.parties[0].name, "张三丰");
    EXPECT_EQ(record.matter.parties[0].born, day(1980, 2, 29));
    ASSERT_EQ(record.acts.size(), 2U);
    const auto& act = record.acts[1];
    EXPECT_EQ(json::write_canonical(act.act.data), json::write_canonical(second.act.data));
    EXPECT_EQ(act.act.paper, second.act.paper);
    EXPECT_EQ(act.act.at, second.act.at);
    EXPECT_EQ(act.act.recorded_at, second.act.recorded_at);
    EXPECT_EQ(act.act.by, second.act.by);
    EXPECT_EQ(act.act.approved_by, "lu");
    EXPECT_EQ(act.signatures[0].name, "周敏");
    EXPECT_EQ(act.prev_hash, record.acts[0].hash);
    EXPECT_TRUE(must(store.check_chain(zhou(), no)).empty());
}

// What was sealed with another offset reads as it was written: nobody is told of tampering, and its day is that
// of China.
TEST(CaseStore, AnActWrittenWithAnotherOffsetKeepsTheChain) {
    auto store = bureau().cases();
    const auto no = file_a_case();
    auto second = next_act(no, 1);
    second.act.at = must(base::Instant::parse("2024-05-19T19:30:00-05:00"));
    second.act.recorded_at = must(base::Instant::parse("2024-05-20T09:00:00+05:30"));
    must(store.append(zhou(), second));
    for (const auto& fault : must(store.check_chain(zhou(), no))) ADD_FAILURE() << fault.message;
    const auto record = must(store.load(zhou(), no));
    EXPECT_EQ(record.acts[1].act.at.str(), "2024-05-19T19:30:00-05:00");
    EXPECT_EQ(record.acts[1].act.at.date(), day(2024, 5, 20));
}

TEST(CaseStore, KeepsTheProjectionExactly) {
    auto store = bureau().cases();
    const auto no = file_a_case();
    EXPECT_EQ(must(store.projection(zhou(), no)), projection("CLUE_REGISTERED"));
    auto append = next_act(no, 1);
    append.projection.clocks.pop_back();
    append.projection.clocks[0].status = "paused";
    append.projection.tasks.clear();
    append.projection.barred = {"he"};
    must(store.append(zhou(), append));
    EXPECT_EQ(must(store.projection(zhou(), no)), append.projection);
    auto later = append.projection;
    later.as_of = day(2024, 9, 1);
    later.state = "OVERDUE";
    must(store.replace_projection(machine(), no, 2, later));
    EXPECT_EQ(must(store.projection(zhou(), no)), later);
    EXPECT_EQ(code_of(store.replace_projection(zhou(), no, 1, later)), "version_conflict");
}

TEST(CaseStore, RefusesAStaleVersion) {
    auto store = bureau().cases();
    const auto no = file_a_case();
    must(store.append(zhou(), next_act(no, 1)));
    EXPECT_EQ(code_of(store.append(he(), next_act(no, 1))), "version_conflict");
    EXPECT_EQ(must(store.load(zhou(), no)).version, 2);
    EXPECT_EQ(code_of(store.append(zhou(), next_act("990101-2024-999999", 1))), "not_found");
}

// 分案: the new case begins with what was done; both chains hold, and the host says which number it was
// given.
TEST(CaseStore, SplitsACaseInOneTransaction) {
    auto store = bureau().cases();
    const auto no = file_a_case();
    must(store.append(zhou(), next_act(no, 1)));
    const auto before = must(store.load(zhou(), no));
    auto split_off = new_case();
    split_off.carried = before.acts;
    split_off.first.expected_version = 2;
    split_off.first.act = next_act(no, 2, "split_case").act;
    must(store.split(zhou(), next_act(no, 2, "split_case"), split_off));
    const auto host = must(store.load(zhou(), no));
    EXPECT_EQ(host.version, 3);
    const std::string into(host.acts.back().act.data.text("into"));
    const auto fresh = must(store.load(zhou(), into));
    EXPECT_EQ(fresh.version, 3);
    ASSERT_EQ(fresh.acts.size(), 3U);
    EXPECT_EQ(fresh.acts[1].act.at, host.acts[1].act.at);
    EXPECT_NE(fresh.acts[0].hash, host.acts[0].hash);
    for (const auto& each : {no, into}) EXPECT_TRUE(must(store.check_chain(zhou(), each)).empty()) << each;
    EXPECT_EQ(code_of(store.split(zhou(), next_act(no, 2, "split_case"), split_off)), "version_conflict");
}

// 并案: either both acts are recorded or none.
TEST(CaseStore, JoinsCasesInOneTransaction) {
    auto store = bureau().cases();
    const auto host = file_a_case(), joined = file_a_case();
    EXPECT_EQ(code_of(store.join(zhou(), next_act(host, 1, "join_case"), next_act(joined, 7, "be_joined"))),
              "version_conflict");
    EXPECT_EQ(must(store.load(zhou(), host)).version, 1);
    must(store.join(zhou(), next_act(host, 1, "join_case"), next_act(joined, 1, "be_joined")));
    EXPECT_EQ(must(store.load(zhou(), host)).acts.back().act.type, "join_case");
    EXPECT_EQ(must(store.load(zhou(), joined)).acts.back().act.type, "be_joined");
    for (const auto& each : {host, joined})
        EXPECT_TRUE(must(store.check_chain(zhou(), each)).empty()) << each;
}

TEST(CaseStore, AnswersARepeatWithTheFirstOutcome) {
    auto store = bureau().cases();
    auto created = new_case();
    created.first.idempotency = {.key = fresh_id(), .digest = "d1"};
    const auto first = must(store.create(zhou(), created));
    EXPECT_EQ(code_of(store.create(zhou(), created)), "repeated");
    EXPECT_EQ(must(store.find_outcome(zhou(), *created.first.idempotency))->case_no, first.case_no);

    auto append = next_act(first.case_no, 1);
    append.idempotency = {.key = fresh_id(), .digest = "d2"};
    append.documents = {numbered_document()};
    must(store.append(zhou(), append));
    EXPECT_EQ(code_of(store.append(zhou(), append)), "repeated");
    const auto again = must(store.find_outcome(zhou(), *append.idempotency));
    EXPECT_EQ(again->n, 2);
    EXPECT_EQ(again->documents, std::vector{append.documents[0].id});
    append.idempotency->digest = "other";
    EXPECT_EQ(code_of(store.append(zhou(), append)), "key_reused");
    EXPECT_EQ(code_of(store.find_outcome(zhou(), *append.idempotency)), "key_reused");
    EXPECT_FALSE(must(store.find_outcome(he(), {append.idempotency->key, "d2"})));
}

TEST(CaseStore, LeavesNothingOfARefusedAct) {
    auto store = bureau().cases();
    const auto no = file_a_case();
    auto append = next_act(no, 1);
    append.documents = {numbered_document("只此一次"), numbered_document("只此一次")};
    append.documents[1].id = append.documents[0].id;
    append.idempotency = {.key = fresh_id(), .digest = "d"};
    EXPECT_EQ(code_of(store.append(zhou(), append)), "unique_violation");
    EXPECT_EQ(must(store.load(zhou(), no)).version, 1);
    EXPECT_FALSE(must(store.find_outcome(zhou(), *append.idempotency)));
    append.documents.pop_back();
    must(store.append(zhou(), append));
    postgres::DocumentStore documents(bureau().database->app());
    EXPECT_EQ(must(documents.of_case(zhou(), no))[0].number, "东市监只此一次〔2024〕1号");
}

TEST(CaseStore, NumbersDocumentsWithoutGapsUnderConcurrency) {
    constexpr int writers = 8;
    constexpr int acts_each = 5;
    std::vector<std::string> cases;
    for (int i = 0; i < writers; ++i) cases.push_back(file_a_case());
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([no = cases[static_cast<std::size_t>(i)]] {
            auto store = bureau().cases();
            for (int k = 1; k <= acts_each; ++k) {
                auto append = next_act(no, k);
                append.documents = {numbered_document("并发"), numbered_document("并发二")};
                if (k % 2 == 0) std::ranges::reverse(append.documents);
                must(store.append(zhou(), append));
            }
        });
    for (auto& thread : threads) thread.join();
    postgres::DocumentStore documents(bureau().database->app());
    std::multiset<std::string> numbers;
    for (const auto& no : cases)
        for (const auto& document : must(documents.of_case(zhou(), no))) numbers.insert(document.number);
    for (int n = 1; n <= writers * acts_each; ++n)
        for (const char* code : {"并发", "并发二"})
            EXPECT_EQ(numbers.count(fmt::format("东市监{}〔2024〕{}号", code, n)), 1U) << n;
}

// Half of the writers are refused after they took a number: it goes to the next, and none is missing.
TEST(CaseStore, ARefusedActGivesItsNumberBackUnderConcurrency) {
    constexpr int writers = 6;
    std::vector<std::string> cases;
    for (int i = 0; i < writers; ++i) cases.push_back(file_a_case());
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([i, no = cases[static_cast<std::size_t>(i)]] {
            auto store = bureau().cases();
            auto append = next_act(no, 1);
            append.documents = {numbered_document("退还"), numbered_document("退还")};
            if (i % 2 == 0) append.documents[1].id = append.documents[0].id;
            static_cast<void>(store.append(zhou(), append));
        });
    for (auto& thread : threads) thread.join();
    postgres::DocumentStore documents(bureau().database->app());
    std::set<std::string> numbers;
    for (const auto& no : cases)
        for (const auto& document : must(documents.of_case(zhou(), no))) numbers.insert(document.number);
    EXPECT_EQ(numbers.size(), static_cast<std::size_t>(writers));
    for (int n = 1; n <= writers; ++n)
        EXPECT_TRUE(numbers.contains(fmt::format("东市监退还〔2024〕{}号", n))) << n;
}

// documents.md DN-04: a void number is kept and marked; it is not given again.
TEST(CaseStore, KeepsAVoidNumberAndNeverGivesItAgain) {
    auto store = bureau().cases();
    const auto no = file_a_case();
    auto first = next_act(no, 1);
    first.documents = {numbered_document("作废")};
    must(store.append(zhou(), first));
    auto strike = next_act(no, 2, "strike");
    strike.struck = {2};
    must(store.append(zhou(), strike));
    auto second = next_act(no, 3);
    second.documents = {numbered_document("作废")};
    must(store.append(zhou(), second));
    postgres::DocumentStore documents(bureau().database->app());
    const auto rows = must(documents.of_case(zhou(), no));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].number, "东市监作废〔2024〕1号");
    EXPECT_EQ(rows[0].status, "struck");
    EXPECT_EQ(rows[1].number, "东市监作废〔2024〕2号");
}

TEST(CaseStore, NumbersCasesWithoutGapsUnderConcurrency) {
    std::vector<std::thread> threads;
    std::mutex mutex;
    std::set<std::string> numbers;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            auto store = bureau().cases();
            auto created = new_case("990102", "d990102");
            created.year = 2031;
            const auto no = must(store.create(ma(), created)).case_no;
            const std::lock_guard lock(mutex);
            numbers.insert(no);
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(*numbers.begin(), "990102-2031-000001");
    EXPECT_EQ(*numbers.rbegin(), "990102-2031-000008");
    EXPECT_EQ(numbers.size(), 8U);
}

TEST(CaseStore, LetsOneOfTwoWritersThrough) {
    const auto no = file_a_case();
    std::vector<std::string> codes(8);
    std::vector<std::thread> threads;
    for (auto& code : codes)
        threads.emplace_back([&] {
            auto store = bureau().cases();
            code = code_of(store.append(zhou(), next_act(no, 1)));
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(std::ranges::count(codes, ""), 1);
    EXPECT_EQ(std::ranges::count(codes, "version_conflict"), 7);
}

TEST(CaseStore, KeepsTextsWithoutCuttingThem) {
    auto store = bureau().cases();
    auto created = new_case();
    created.matter.parties[0].name = std::string("零\0后", 7);
    created.first.projection.party = "'; DROP TABLE cases; -- {\"a\\\"}";
    created.first.projection.handler_names = {"带,逗号", "带\"引号", "", "NULL", "带\\反斜线"};
    const auto no = must(store.create(zhou(), created)).case_no;
    const auto kept = must(store.projection(zhou(), no));
    EXPECT_EQ(kept.party, created.first.projection.party);
    EXPECT_EQ(kept.handler_names, created.first.projection.handler_names);
}

TEST(CaseQueries, PagesByTheClockThatRunsOutNext) {
    postgres::CaseQueries queries(bureau().database->app());
    std::set<std::string> filed;
    for (int i = 0; i < 5; ++i) {
        auto created = new_case();
        created.first.projection.state = "PAGED";
        created.first.projection.clocks[0].due = day(2024, 6, static_cast<unsigned>(20 - i % 3));
        if (i == 4) created.first.projection.clocks.clear();
        filed.insert(must(bureau().cases().create(zhou(), created)).case_no);
    }
    ports::CaseFilter filter{
        .list = ports::CaseFilter::List::mine, .state = "PAGED", .text = {}, .after = {}, .limit = 2};
    std::vector<ports::CaseListItem> seen;
    do {
        const auto page = must(queries.list(zhou(), filter, day(2024, 6, 1)));
        seen.insert(seen.end(), page.cases.begin(), page.cases.end());
        filter.after = page.next;
    } while (!filter.after.empty());
    ASSERT_EQ(seen.size(), 5U);
    EXPECT_TRUE(std::ranges::is_sorted(seen.begin(), seen.begin() + 4, {},
                                       [](const auto& item) { return item.next_clock->due; }));
    EXPECT_FALSE(seen[4].next_clock);
    EXPECT_EQ(seen[0].next_clock->code, "CASE_DECIDE");
    for (const auto& item : seen) EXPECT_TRUE(filed.contains(item.no));
    filter.after = "下一页";
    EXPECT_EQ(code_of(queries.list(zhou(), filter, day(2024, 6, 1))), "bad_input");
}

// Who was put in charge and has signed nothing yet: the acts know his identifier alone.
TEST(CaseQueries, NamesAHandlerWhoHasSignedNothing) {
    postgres::CaseQueries queries(bureau().database->app());
    auto created = new_case();
    created.first.projection.handlers = {"he", "zhou", "gone"};
    created.first.projection.handler_names = {"何某", "zhou", "gone"};
    const auto no = must(bureau().cases().create(zhou(), created)).case_no;
    for (const auto list : {ports::CaseFilter::List::mine, ports::CaseFilter::List::all}) {
        const auto page =
            must(queries.list(zhou(), {.list = list, .state = {}, .text = no, .after = {}}, day(2024, 6, 1)));
        ASSERT_EQ(page.cases.size(), 1U);
        EXPECT_EQ(page.cases[0].handlers, (std::vector<std::string>{"何某", "周敏", "gone"}));
    }
}

TEST(CaseQueries, AUnitSeesWhatItHoldsAndWhatItsPeopleHandleEachOnce) {
    postgres::CaseQueries queries(bureau().database->app());
    const auto file = [&](const char* node, const char* handler, unsigned due) {
        auto created = new_case("990101", node);
        created.first.projection.state = "OF_A_UNIT";
        created.first.projection.handlers = {handler};
        created.first.projection.handler_names = {handler};
        created.first.projection.clocks[0].due = day(2024, 6, due);
        return must(bureau().cases().create(zhou(), created)).case_no;
    };
    const auto held = file("s-donghu", "gone", 3);
    const auto handled = file("d990101", "zhou", 2);
    const auto both = file("s-donghu", "zhou", 1);
    file("d990101", "gone", 1);
    ports::CaseFilter filter{
        .list = ports::CaseFilter::List::unit, .state = "OF_A_UNIT", .text = {}, .after = {}, .limit = 1};
    std::vector<std::string> seen;
    do {
        const auto page = must(queries.list(zhou(), filter, day(2024, 6, 1)));
        for (const auto& item : page.cases) seen.push_back(item.no);
        filter.after = page.next;
    } while (!filter.after.empty());
    EXPECT_EQ(seen, (std::vector<std::string>{both, handled, held}));
}

TEST(CaseQueries, FindsByTextAndShowsWhatWaits) {
    postgres::CaseQueries queries(bureau().database->app());
    auto created = new_case();
    created.first.projection.party = "李四光100%";
    const auto no = must(bureau().cases().create(zhou(), created)).case_no;
    postgres::ProposalStore proposals(bureau().database->app());
    ports::Proposal proposal{.id = fresh_id(),
                             .case_no = no,
                             .status = "waiting",
                             .waiting_role = "LEADER",
                             .created_at = created.first.act.at,
                             .updated_at = created.first.act.at};
    proposal.author = "zhou";
    must(proposals.create(zhou(), proposal, {}));
    for (const char* text : {"李四光", "100%", no.c_str()}) {
        SCOPED_TRACE(text);
        const auto page = must(queries.list(
            lu(), {.list = ports::CaseFilter::List::mine, .state = {}, .text = text, .after = {}},
            day(2024, 6, 1)));
        ASSERT_EQ(page.cases.size(), 1U);
        EXPECT_EQ(page.cases[0].no, no);
        EXPECT_TRUE(page.cases[0].waiting_for_me);
    }
    EXPECT_EQ(must(queries.list(zhou(),
                                {.list = ports::CaseFilter::List::unit, .state = {}, .text = no, .after = {}},
                                day(2024, 6, 1)))
                  .cases.size(),
              1U);
    EXPECT_FALSE(must(queries.clocks_due(zhou(), day(2024, 12, 31))).empty());
    EXPECT_TRUE(must(queries.clocks_due(ma(), day(2024, 12, 31))).empty());
}
