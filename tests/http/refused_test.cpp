#include <algorithm>
#include <filesystem>

#include "base/date.hpp"
#include "json/json.hpp"
#include "scenario.hpp"

// procedure.md §22 over HTTP: what tests/scenario/refused holds is refused by the server with the code, the
// article and the cure that replay gives, and nothing is left of it.
namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

struct File {
    std::string name;
    Value scenario;
    std::vector<std::string> before;  // party and the acts before the refused one, as text
    bool tried = false;

    const Value& refused() const { return scenario.list("acts").back(); }
    bool begins_like(const File& other) const {
        return before.size() <= other.before.size() &&
               std::equal(before.begin(), before.end(), other.before.begin());
    }
};

// The desk asks for the statement on other fines, which the articles alone do not (other_fines_not_stated).
void state_other_fines(Value& scenario) {
    for (Value& act : *scenario.as_object()->find("acts")->as_list())
        if ((act.text("act") == "report_investigation" || act.text("act") == "decide_on_spot") &&
            !act["data"].has("other_fines"))
            act.as_object()->find("data")->as_object()->set("other_fines", "none");
}

Object& last_act(Value& scenario) {
    return *scenario.as_object()->find("acts")->as_list()->back().as_object();
}

// 卓林 reviews without a qualification in law, and holds a certificate that ended on 3 July 2024.
void by_the_reviewer(Value& scenario) {
    last_act(scenario).set("by", List{"zhuo-lin"});
}

// He joins the handlers after the file went to review; what later acts refer to moves on by one.
void he_joins_after_the_report(Value& scenario) {
    constexpr std::int64_t place = 16;
    List& acts = *scenario.as_object()->find("acts")->as_list();
    for (Value& act : acts)
        if (const auto of = act["data"].integer("of"); of && *of > place)
            act.as_object()->find("data")->as_object()->set("of", *of + 1);
    acts.insert(acts.begin() + place,
                Object{
                    {"act",  "assign_handlers"                                            },
                    {"at",   "2024-06-17T11:00:00+08:00"                                  },
                    {"by",   List{"qian-wei"}                                             },
                    {"data", Object{{"handlers", List{"zhou-min", "he-feng", "zhuo-lin"}}}}
    });
}

void reviewed_by_a_handler(Value& scenario) {
    he_joins_after_the_report(scenario);
    by_the_reviewer(scenario);
}

void decided_with_an_expired_certificate(Value& scenario) {
    he_joins_after_the_report(scenario);
    last_act(scenario).set("by", List{"zhou-min", "zhuo-lin"});
}

void heard_by_a_handler(Value& scenario) {
    last_act(scenario).set("data", Object{
                                       {"host",     "jiang-xue"    },
                                       {"officers", List{"he-feng"}}
    });
}

void referred_by_the_chief(Value& scenario) {
    for (Value& act : *scenario.as_object()->find("acts")->as_list())
        if (act.text("act") == "decide_referral") act.as_object()->set("by", List{"fang-zheng"});
}

// Fifty-two weeks, so that every day of the week stays what it was.
void a_year_before(Value& value) {
    if (auto* object = value.as_object()) {
        const Object members = *object;
        for (const auto& [name, member] : members) a_year_before(*object->find(name));
    }
    if (auto* list = value.as_list())
        for (Value& member : *list) a_year_before(member);
    const auto* text = value.as_string();
    if (text == nullptr || !text->starts_with("20") || text->size() < 10) return;
    if (const auto day = base::Date::parse(text->substr(0, 10)))
        value = day->plus_days(-364).str() + text->substr(10);
}

// Replay invents people and days; the bureau has its own, and the server knows what day it is.
struct Change {
    const char* file;
    const char* why;
    void (*apply)(Value& scenario);
};
constexpr Change changes[] = {
    {"02-reviewer_is_handler",      "the handlers of the bureau hold no post of review; he who does joins them",
     reviewed_by_a_handler                                                                                                      },
    {"03-reviewer_not_qualified",   "the legal unit has one who may not do legal review",                        by_the_reviewer},
    {"05-certificate_invalid",      "certificates of the bureau run on; his ended the day before the decision",
     decided_with_an_expired_certificate                                                                                        },
    {"06-hearing_staff_is_handler", "no handler of the bureau is a host; one may be named as an officer",
     heard_by_a_handler                                                                                                         },
    {"16-court_period_over",        "the last day would lie ahead of us",                                        a_year_before  },
    {"17-criminal_side_holds_case", "the chief of the bureau is another person than its deputy",
     referred_by_the_chief                                                                                                      },
    {"17-fine_after_court_fine",    "the chief of the bureau is another person than its deputy",
     referred_by_the_chief                                                                                                      },
};

File read(const std::string& name) {
    File file{.name = name, .scenario = read_scenario("refused/" + name), .before = {}};
    state_other_fines(file.scenario);
    for (const Change& change : changes)
        if (change.file == name) change.apply(file.scenario);
    file.before.push_back(json::write(file.scenario["party"]));
    const auto& acts = file.scenario.list("acts");
    for (std::size_t i = 0; i + 1 < acts.size(); ++i) file.before.push_back(json::write(acts[i]));
    return file;
}

void expect_refused(const File& file, const Answer& answer) {
    SCOPED_TRACE(file.name);
    const Value& expect = file.scenario["expect"].list("refused").front();
    EXPECT_EQ(answer.status, 422) << answer.words();
    EXPECT_EQ(answer.code(), expect.text("code")) << answer.words();
    EXPECT_EQ(answer.body.text("basis"), expect.text("basis")) << answer.words();
    EXPECT_FALSE(answer.body.text("detail").empty());
    if (expect.has("cure")) {
        EXPECT_EQ(json::write(answer.body["cure"]), json::write(expect["cure"]));
    }
}

// One case goes as far as the longest of the files that begin alike; each refused act is tried where it
// stands.
void walk_together(std::vector<File>& files, const File& longest) {
    Value whole = longest.scenario;
    whole.as_object()->find("acts")->as_list()->pop_back();
    Story story(whole);
    while (true) {
        for (File& file : files) {
            if (file.tried || file.before.size() != story.recorded() + 1 || !file.begins_like(longest))
                continue;
            if (story.recorded() == 0) continue;
            file.tried = true;
            expect_refused(file, story.post(file.refused()));
        }
        if (story.is_told()) break;
        ASSERT_TRUE(story.step()) << longest.name;
    }
    Officer& officer = World::get().officer("zhoumin");
    EXPECT_EQ(officer.get("/api/cases/" + story.no() + "/acts").body.items().size(), story.recorded());
}

// Every sequence of §22 that somebody's act can go wrong by. No. 28 is no act: see tests/architecture.
constexpr const char* names[] = {"01-answer_period_running",
                                 "01-notice_not_served",
                                 "02-review_missing",
                                 "02-reviewer_is_handler",
                                 "03-legal_review_before_hearing_end",
                                 "03-legal_review_missing",
                                 "03-legal_review_not_passed",
                                 "03-reviewer_not_qualified",
                                 "04-panel_missing",
                                 "05-certificate_invalid",
                                 "05-two_handlers_required",
                                 "06-hearing_notice_too_short",
                                 "06-hearing_staff_is_handler",
                                 "07-heavier_than_notice",
                                 "08-filing_condition_missing",
                                 "08-limitation_expired",
                                 "09-extension_used",
                                 "09-registration_lapsed",
                                 "10-seizure_basis_too_low",
                                 "10-seizure_delegated",
                                 "10-seizure_too_long",
                                 "11-extension_needs_panel",
                                 "11-extension_without_date",
                                 "12-second_fine",
                                 "12-violation_split_off",
                                 "13-case_already_filed",
                                 "13-summary_fine_too_high",
                                 "13-summary_kind_not_allowed",
                                 "14-cash_not_allowed",
                                 "14-treasury_receipt_missing",
                                 "15-late_fee_not_accrued",
                                 "15-late_fee_not_told",
                                 "15-late_fee_on_confiscation",
                                 "15-late_fee_over_fine",
                                 "15-late_fee_while_reviewed",
                                 "16-court_period_over",
                                 "16-dunning_period_running",
                                 "16-litigation_period_running",
                                 "17-criminal_side_holds_case",
                                 "17-fine_after_court_fine",
                                 "17-penalty_instead_of_referral",
                                 "17-referral_needs_chief",
                                 "18-onward_transfer",
                                 "19-electronic_consent_missing",
                                 "19-online_recon_channel_missing",
                                 "20-public_notice_days_wrong",
                                 "20-public_notice_first",
                                 "21-early_stop_excluded",
                                 "21-not_publishable",
                                 "21-personal_data_left",
                                 "22-superior_consent_missing",
                                 "23-reporter_identity_exposed",
                                 "24-mediation_consent_missing",
                                 "25-open_measure",
                                 "26-evidence_frozen",
                                 "27-wrong_remedy_line"};

}  // namespace

TEST(Refused, OverHttpWithTheCodeTheArticleAndTheCureOfReplay) {
    std::vector<File> files;
    for (const char* name : names) files.push_back(read(name));
    std::ranges::sort(files, std::ranges::greater(), [](const File& file) { return file.before.size(); });
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!files[i].tried) walk_together(files, File(files[i]));
    for (const File& file : files) EXPECT_TRUE(file.tried) << file.name;
}

}  // namespace http_test
