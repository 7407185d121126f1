#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "books/books.hpp"
#include "golden_papers.hpp"

namespace {

using base::Value;

const std::vector<golden::Paper>& all_papers() {
    static const std::vector<golden::Paper> papers = golden::papers();
    return papers;
}

std::string words_of(const document::Draft& draft, const Value& facts) {
    const auto filled = draft.words.fill(facts);
    if (!filled) return "！" + filled.error().message;
    std::string text;
    for (const document::Block& block : filled->blocks)
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block))
            text += paragraph->text() + "\n";
    return text;
}

std::string drafted(std::string_view case_paper, std::string_view act, std::string_view field) {
    for (const golden::Paper& paper : all_papers())
        if (paper.name == case_paper)
            for (const document::Draft& draft : golden::library().drafts_of(act))
                if (draft.field == field) return words_of(draft, paper.facts);
    return "！没有";
}

// A draft that names a field no act has, or that cannot be filled, would leave an officer's page blank.
TEST(Drafts, EveryDraftIsOfAFieldOfItsActAndFillsForEveryCase) {
    const catalogue::Files files(std::filesystem::path(ZHIHENG_SOURCE_DIR) / "catalogue");
    const procedure::Rules rules = golden::must(books::load_rules(files));
    int filled = 0;
    std::set<std::string> tried;
    for (const golden::Paper& paper : all_papers()) {
        const std::string key = paper.name.substr(0, paper.name.find('_')) +
                                std::to_string(paper.facts["act"].integer("n").value_or(0));
        if (!tried.insert(key).second) continue;
        for (const char* id :
             {"report_investigation", "approve_notice", "review", "recheck", "report_hearing", "decide"}) {
            const auto* type = rules.table.find(id);
            ASSERT_NE(type, nullptr) << id;
            for (const document::Draft& draft : golden::library().drafts_of(id)) {
                const bool known = std::ranges::any_of(
                    type->paper, [&](const procedure::Field& field) { return field.name == draft.field; });
                EXPECT_TRUE(known) << id << " " << draft.field;
                const std::string words = words_of(draft, paper.facts);
                EXPECT_FALSE(words.starts_with("！"))
                    << paper.name << " " << id << "." << draft.field << words;
                filled += words.size() > 3;
            }
        }
    }
    EXPECT_GT(filled, 100);
}

// 事理: every sentence of the facts names the evidence it rests on, by its number in the list of the same
// paper.
TEST(Drafts, EverySentenceOfTheFactsNamesItsEvidence) {
    for (const char* name : {"milk_penalty_decision", "words_penalty_decision", "none_no_penalty_decision"}) {
        const std::string facts = drafted(name, "decide", "facts");
        const std::string list = drafted(name, "decide", "evidence_text");
        EXPECT_TRUE(facts.starts_with("经查，")) << facts;
        std::size_t begin = 0, marked = 0;
        for (auto mark = facts.find("〔证据"); mark != facts.npos; mark = facts.find("〔证据", begin)) {
            const auto close = facts.find("〕", mark);
            for (auto at = mark + std::string_view("〔证据").size(); at < close;) {
                const auto end = std::min(facts.find("、", at), close);
                EXPECT_TRUE(list.contains(facts.substr(at, end - at) + "．")) << name << facts << list;
                at = end == close ? close : end + std::string_view("、").size();
            }
            EXPECT_EQ(facts.substr(close + std::string_view("〕").size(), std::string_view("。").size()),
                      "。")
                << facts;
            begin = close;
            ++marked;
        }
        EXPECT_GT(marked, 1u) << facts;
        EXPECT_TRUE(facts.ends_with("〕。\n")) << facts;
    }
}

TEST(Drafts, ExcludedEvidenceIsNotCited) {
    for (golden::Paper paper : all_papers()) {
        if (paper.name != "milk_penalty_decision") continue;
        base::List acts = paper.facts.list("acts");
        acts.push_back(base::Object{
            {"n",     99                         },
            {"type",  "exclude_evidence"         },
            {"data",  base::Object{{"of", 2}}    },
            {"paper", base::Object()             },
            {"by",    base::List()               },
            {"at",    "2024-06-30T09:00:00+08:00"}
        });
        for (std::size_t i = 0; i < acts.size(); ++i)
            if (acts[i].text("type") == "onsite_check")
                acts.back().as_object()->set("data", base::Object{
                                                         {"of", acts[i]["n"]}
                });
        paper.facts.as_object()->set("acts", Value(std::move(acts)));
        for (const document::Draft& draft : golden::library().drafts_of("decide"))
            if (draft.field == "facts" || draft.field == "evidence_text") {
                EXPECT_FALSE(words_of(draft, paper.facts).contains("现场")) << draft.field;
            }
    }
}

// PPL 45, PR 62(3): point by point, adopted or not and why, in the decision and in the papers of review.
TEST(Drafts, EveryPointOfTheDefenceIsAnsweredBesideIt) {
    for (const auto& [act, field] : {
             std::pair{"decide",         "notice_and_answer"},
             std::pair{"recheck",        "opinion"          },
             std::pair{"review",         "opinion"          },
             std::pair{"report_hearing", "report"           }
    }) {
        const std::string words = drafted("words_penalty_decision", act, field);
        EXPECT_TRUE(
            words.contains("1．当事人提出：不合格产品已通知经销商停售并收回，没有接到农户减产的反映，请求减轻"
                           "处罚。本局不予采纳，理由是：停售"))
            << act << words;
        EXPECT_TRUE(words.contains(
            "2．当事人提出：企业资金周转困难，请求降低罚款倍数。本局不予采纳，理由是：经济困难"))
            << act << words;
        EXPECT_TRUE(words.contains("未因当事人的陈述、申辩而给予更重的处罚")) << act;
    }
}

// PR 62(3): what was said at the hearing is followed or not, and why; that is the officer's to fill in.
TEST(Drafts, TheReasonsSayWhetherThePointsAndTheHearingAreFollowed) {
    const std::string words = drafted("words_penalty_decision", "*", "reasoning");
    EXPECT_TRUE(words.contains("请求减轻处罚；本机关不予采纳，理由是：停售")) << words;
    EXPECT_FALSE(words.contains("＿")) << "every point was answered: " << words;
    for (golden::Paper paper : all_papers()) {
        if (paper.name != "milk_penalty_decision") continue;
        base::List acts = paper.facts.list("acts");
        std::erase_if(acts, [](const Value& act) { return act.text("type") == "recheck"; });
        acts.push_back(base::Object{
            {"n",     98                                                        },
            {"type",  "report_hearing"                                          },
            {"data",  base::Object()                                            },
            {"paper", base::Object{{"report", "建议罚款不高于法定幅度的中段。"}}},
            {"by",    base::List()                                              },
            {"at",    "2024-06-30T09:00:00+08:00"                               }
        });
        paper.facts.as_object()->set("acts", Value(std::move(acts)));
        base::Object act = paper.facts["act"].object(), data = paper.facts["act"]["data"].object();
        data.erase("answers");
        act.set("data", std::move(data));
        paper.facts.as_object()->set("act", Value(std::move(act)));
        for (const document::Draft& draft : golden::library().drafts_of("*"))
            if (draft.field == "reasoning") {
                const std::string open = words_of(draft, paper.facts);
                EXPECT_TRUE(open.contains("请求从轻处罚；本机关＿＿＿＿采纳，理由是：＿＿＿＿＿＿。"))
                    << open;
                EXPECT_TRUE(
                    open.contains("听证报告提出：建议罚款不高于法定幅度的中段。对听证意见，本机关"
                                  "＿＿＿＿采纳，理由是：＿＿＿＿＿＿。"))
                    << open;
            }
    }
}

// The notice prints no list of evidence, so it does not point into one.
TEST(Drafts, ANoticeDoesNotPointIntoAListItDoesNotPrint) {
    for (golden::Paper paper : all_papers()) {
        if (paper.name != "milk_penalty_notice") continue;
        base::Object act = paper.facts["act"].object();
        act.set("paper", base::Object{
                             {"facts", "经查，当事人有违法行为〔证据1、2〕。违法所得为670元〔证据6〕。"}
        });
        paper.facts.as_object()->set("act", Value(std::move(act)));
        const std::string text = document::plain_text(
            golden::must(document::fill(*golden::library().find("penalty_notice"), paper.facts)));
        EXPECT_TRUE(text.contains("经查，当事人有违法行为。违法所得为670元。")) << text;
        EXPECT_FALSE(text.contains("〔证据")) << text;
    }
}

}  // namespace
