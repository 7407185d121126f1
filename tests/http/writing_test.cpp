#include "world.hpp"

namespace http_test {

namespace {

using base::Object;
using base::Value;

Officer& zhou() {
    return World::get().officer("zhoumin");
}

std::string repeated(std::string_view text, int times) {
    std::string made;
    for (int i = 0; i < times; ++i) made += text;
    return made;
}

std::string case_of(const std::string& name) {
    Object body = new_case_body().object();
    Object party = body.find("party")->object();
    party.set("name", name);
    body.set("party", std::move(party));
    const Answer opened = zhou().post("/api/cases", body);
    EXPECT_EQ(opened.status, 201) << opened.words();
    return std::string(opened.body.text("no"));
}

Answer preview(const std::string& no, const std::string& words, const char* accept) {
    const Object body{
        {"act",      "extend_check"                        },
        {"document", "matter_approval_form"                },
        {"data",     Object{{"reason", "需要等待检验结果"}}},
        {"paper",    Object{{"facts", words}}              }
    };
    return zhou().post("/api/cases/" + no + "/preview", body,
                       {
                           {"Accept", accept}
    });
}

Answer draft(const std::string& no, const std::string& words) {
    return zhou().put("/api/cases/" + no + "/drafts/extend_check", Object{
                                                                       {"paper", Object{{"facts", words}}}
    });
}

}  // namespace

// A field of a paper, from the draft to the page: refused with its name, or printed as harmless words.
TEST(Writing, BadWordsInAFieldAreRefusedOrPrintedAsTheyStand) {
    const struct {
        const char* why;
        std::string words;
        bool kept;          // as a draft
        bool printed;       // as a paper
        const char* shown;  // in the words of the paper
        const char* refused = "";
    } table[] = {
        {"plain", "甲乙丙", true, true, "甲乙丙"},
        {"a script", "<script>alert(1)</script>", true, true, "<script>alert(1)</script>"},
        {"a variable of a shell", "${HOME}$(id)", true, true, "${HOME}$(id)"},
        {"our template", "{{ agency.name }}{% if true %}甲{% end %}", true, true,
         "{{ agency.name }}{% if true %}甲{% end %}"},
        {"a place of a phrase", "【当事人】", true, true, "【当事人】"},
        {"marks of a page", "<b>甲</b>&amp;", true, true, "<b>甲</b>&amp;"},
        {"control characters", "甲\x01\x1B[31m乙", false, false, "", "U+0001"},
        {"text turned round", "甲\u202E乙丙", false, false, "", "U+202E"},
        {"a cell of a table", "12\t34\u2028盒", true, true, "12 34"},
        {"marks of no width", "甲\u200B乙\u200F丙", true, true, "甲乙丙"},
        {"an emoji the fonts have not", "甲🦄乙", true, false, "", "U+1F984"},
        {"a hundred thousand characters", repeated("长", 100'000), false, false, "", "超过"},
    };
    const std::string no = World::get().open_case();
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const Answer kept = draft(no, row.words);
        EXPECT_EQ(kept.status, row.kept ? 200 : 400) << kept.words();
        if (row.kept) {
            const Answer form = zhou().get("/api/cases/" + no + "/acts/extend_check/form");
            EXPECT_EQ(form.body["draft"]["paper"].text("facts"), row.words) << "comes back as it was typed";
        }
        const Answer page = preview(no, row.words, "application/pdf");
        EXPECT_EQ(page.status, row.printed ? 200 : 400) << page.words().substr(0, 300);
        if (row.printed) {
            const Answer words = preview(no, row.words, "text/plain");
            EXPECT_TRUE(words.words().contains(row.shown)) << words.words();
        } else {
            EXPECT_TRUE(page.body.text("detail").contains(row.refused)) << page.words().substr(0, 300);
        }
    }
}

// The pages of the preview say of each sentence from which field it came, and refuse what the preview
// refuses.
TEST(Writing, ThePagesOfAPreviewLeadToTheFields) {
    const std::string no = World::get().open_case();
    const auto sheets = [&](const std::string& words) {
        return zhou().post("/api/cases/" + no + "/preview/sheets",
                           Object{
                               {"act",      "extend_check"                        },
                               {"document", "matter_approval_form"                },
                               {"data",     Object{{"reason", "需要等待检验结果"}}},
                               {"paper",    Object{{"facts", words}}              }
        });
    };
    const Answer seen = sheets("甲查明了。<b>乙</b>没有异议。");
    ASSERT_EQ(seen.status, 200) << seen.words().substr(0, 300);
    std::map<std::string, int> fields;
    for (const base::Value& sheet : seen.body.list("sheets")) {
        EXPECT_TRUE(sheet.text("picture").contains("<svg"));
        EXPECT_FALSE(sheet.text("picture").contains("<b>")) << "letters are outlines";
        for (const base::Value& sentence : sheet.list("sentences")) {
            ++fields[std::string(sentence.text("field"))];
            for (const base::Value& line : sentence.list("lines")) {
                EXPECT_LE(line.integer("x").value_or(1001) + line.integer("width").value_or(0), 1000);
                EXPECT_GT(line.integer("height").value_or(0), 0);
            }
        }
    }
    EXPECT_EQ(fields["paper.facts"], 2);
    EXPECT_EQ(sheets("甲🦄乙").status, 400);
    EXPECT_EQ(sheets(repeated("长", 100'000)).status, 400);
    const Answer unnamed = zhou().post("/api/cases/" + no + "/preview/sheets", Object{
                                                                                   {"act", "extend_check"}
    });
    EXPECT_EQ(unnamed.status, 400);
    EXPECT_EQ(unnamed.body.text("field"), "document");
}

TEST(Writing, ASurrogateWithoutItsPairIsNoText) {
    const std::string no = World::get().open_case();
    const struct {
        const char* why;
        const char* body;
    } table[] = {
        {"a high one alone",       R"({"paper":{"facts":"甲\ud83d乙"}})"     },
        {"a low one alone",        R"({"paper":{"facts":"\udc00"}})"         },
        {"two in the wrong order", R"({"paper":{"facts":"\udc00\ud83d"}})"   },
        {"written in bytes",       "{\"paper\":{\"facts\":\"\xED\xA0\xBD\"}}"},
    };
    for (const auto& row : table) {
        const Answer answer = zhou().send("PUT", "/api/cases/" + no + "/drafts/extend_check",
                                          {
                                              {"Content-Type", "application/json"}
        },
                                          row.body);
        EXPECT_EQ(answer.status, 400) << row.why << answer.words();
        EXPECT_FALSE(answer.body.text("detail").empty()) << row.why;
    }
    const Answer whole = draft(no, "甲😀乙");
    EXPECT_EQ(whole.status, 200) << whole.words();
}

TEST(Writing, APartysNameIsNeverReadAsATemplate) {
    for (const char* name : {"{{ agency.phone }}", "{% for x in acts %}甲{% end %}", "${HOME}",
                             "<script>甲</script>", "【当事人】"}) {
        const std::string no = case_of(name);
        const Answer words = preview(no, "甲", "text/plain");
        EXPECT_EQ(words.status, 200) << name << words.words();
        EXPECT_TRUE(words.words().contains(name)) << words.words();
        const Answer form = zhou().get("/api/cases/" + no + "/acts/report_investigation/form");
        EXPECT_EQ(form.status, 200) << form.words();
    }
}

TEST(Writing, ADraftKeepsWhatItsWordsAreMeasuredAgainst) {
    const std::string no = World::get().open_case();
    const std::string target = "/api/cases/" + no + "/drafts/report_investigation";
    const Object seen{
        {"paper.facts", "经查，甲。"}
    };
    EXPECT_EQ(zhou()
                  .put(target,
                       Object{
                           {"paper",   Object{{"facts", "我的话"}}},
                           {"drafted", seen                       }
    })
                  .status,
              200);
    const Answer form = zhou().get("/api/cases/" + no + "/acts/report_investigation/form");
    EXPECT_EQ(form.body["draft"]["drafted"].text("paper.facts"), "经查，甲。") << form.words();
    EXPECT_TRUE(form.body["drafted"].list("parts").size() > 0) << form.words();
    EXPECT_EQ(zhou()
                  .put(target,
                       Object{
                           {"drafted", "甲"}
    })
                  .body.text("field"),
              "drafted");
    EXPECT_EQ(zhou()
                  .put(target,
                       Object{
                           {"drafted", Object{{"paper.facts", 7}}}
    })
                  .body.text("field"),
              "drafted.paper.facts");
}

}  // namespace http_test
