#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "crypto/sm3.hpp"
#include "world.hpp"

namespace http_test {

namespace {

constexpr const char* milk = "990101-2024-000002";

std::string words_of(const std::string& pdf) {
    const auto file = std::filesystem::temp_directory_path() / ("published-" + crypto::sm3_hex(pdf) + ".pdf");
    std::ofstream(file, std::ios::binary) << pdf;
    FILE* pipe = popen(("pdftotext '" + file.string() + "' - 2>/dev/null").c_str(), "r");
    std::string all;
    std::array<char, 4096> piece;
    for (std::size_t got = 0; pipe && (got = fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        all.append(piece.data(), got);
    if (pipe) pclose(pipe);
    std::filesystem::remove(file);
    return all;
}

std::string document_of(Officer& officer, std::string_view form) {
    const Answer papers = officer.get(std::string("/api/cases/") + milk + "/documents");
    for (const base::Value& paper : papers.body.items())
        if (paper.text("document") == form) return std::string(paper.text("id"));
    return {};
}

const std::string& text_of(const Answer& answer) {
    static const std::string none;
    return answer.body.as_string() ? *answer.body.as_string() : none;
}

}  // namespace

// 公示规定 第四条、第六条: what was published is kept as it was, its hash is in the chain.
TEST(Published, TheActKeepsWhatItMadePublic) {
    Officer& officer = World::get().officer("menglan");
    base::Value published;
    const Answer acts = officer.get(std::string("/api/cases/") + milk + "/acts");
    for (const base::Value& act : acts.body.items())
        if (act.text("act") == "publish") published = act;
    ASSERT_EQ(published["data"].list("copies").size(), 2U) << "the decision and the summary";
    for (const base::Value& copy : published["data"].list("copies")) {
        SCOPED_TRACE(copy.text("document"));
        const std::string id = document_of(officer, copy.text("document"));
        ASSERT_FALSE(id.empty());
        const Answer kept = officer.get("/api/documents/" + id + "/publication/kept");
        ASSERT_EQ(kept.status, 200) << kept.words();
        EXPECT_EQ(crypto::sm3_hex(text_of(kept)), copy.text("sm3"));
        const std::string words = words_of(text_of(kept));
        EXPECT_NE(words.find("冯某"), std::string::npos);
        EXPECT_EQ(words.find("冯启明"), std::string::npos);
        EXPECT_EQ(words.find("990101197903124016"), std::string::npos);
        const Answer compared = officer.get("/api/documents/" + id + "/publication");
        EXPECT_EQ(compared.body["published"].text("sm3"), copy.text("sm3")) << compared.words();
    }
    const std::string notice = document_of(officer, "penalty_notice");
    EXPECT_EQ(officer.get("/api/documents/" + notice + "/publication/kept").code(), "not_publishable");
}

TEST(Published, NobodyWritesTheHashesHimself) {
    const Answer answer = World::get().officer("menglan").post(
        std::string("/api/cases/") + milk + "/acts",
        base::Object{
            {"act",  "publish"                                                                            },
            {"data",
             base::Object{{"of", 20}, {"copies", base::List{base::Object{{"sm3", std::string(64, 'a')}}}}}}
    });
    EXPECT_EQ(answer.code(), "recorded_by_program") << answer.words();
}

// Printed in one go are the papers as they are kept, each page of each of them.
TEST(Published, TheBatchIsTheKeptPapersOneBehindTheOther) {
    Officer& officer = World::get().officer("menglan");
    std::string each;
    const Answer papers = officer.get(std::string("/api/cases/") + milk + "/documents");
    for (const base::Value& paper : papers.body.items())
        if (paper.text("status") != "struck")
            each +=
                words_of(text_of(officer.get("/api/documents/" + std::string(paper.text("id")) + "/pdf")));
    const Answer batch = officer.get(std::string("/api/cases/") + milk + "/papers.pdf");
    ASSERT_EQ(batch.status, 200) << batch.words();
    EXPECT_EQ(words_of(text_of(batch)), each);
}

// A5 and the roll are for papers made on the spot: the list says which, and another sheet is refused in
// words.
TEST(Printing, APaperHasTheSheetsOfItsForm) {
    Officer& officer = World::get().officer("zhoumin");
    const Answer papers = officer.get(std::string("/api/cases/") + milk + "/documents");
    int offered = 0;
    for (const base::Value& paper : papers.body.items()) {
        const std::string path = "/api/documents/" + std::string(paper.text("id")) + "/copy?sheet=";
        const base::List& sheets = paper.list("sheets");
        if (paper.text("document") != "penalty_decision" && paper.text("document") != "item_list") continue;
        SCOPED_TRACE(paper.text("document"));
        EXPECT_EQ(sheets.size(), paper.text("document") == "item_list" ? 1U : 0U);
        for (const base::Value& sheet : sheets)
            offered += officer.get(path + *sheet.as_string()).status == 200;
        const Answer refused = officer.get(path + "roll");
        EXPECT_EQ(refused.status, 400);
        EXPECT_EQ(refused.body.text("field"), "sheet");
    }
    EXPECT_GT(offered, 0);
}

}  // namespace http_test
