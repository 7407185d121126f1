#include <gtest/gtest.h>

#include "http/documents/check_routes.hpp"
#include "http/request.hpp"
#include "json/json.hpp"

namespace {

class OnePaper final : public ports::PaperRegister {
  public:
    base::Result<std::optional<ports::CheckedPaper>> find(std::string_view code) override {
        if (code != "4F7A92C01B3D") return std::nullopt;
        return ports::CheckedPaper{.agency = "某区市场监督管理局",
                                   .title = "行政处罚决定书",
                                   .number = "某市监处罚〔2024〕1号",
                                   .made_on = *base::Date::parse("2024-07-04"),
                                   .sealed_on = *base::Date::parse("2024-07-05"),
                                   .withdrawn = true};
    }
};

http::Response asked(const std::string& code, const std::string& number = {}) {
    OnePaper papers;
    http::Router router;
    desk::add_check_routes(router, papers);
    http::Request request;
    request.method = "GET";
    request.path = "/api/check";
    request.segments = {"api", "check"};
    if (!code.empty()) request.queries.emplace_back("code", code);
    if (!number.empty()) request.queries.emplace_back("number", number);
    return router.answer(request);
}

struct Row {
    const char* why;
    std::string code, number;
    int status;
};

const Row rows[] = {
    {"as it is printed", "4F7A-92C0-1B3D", "", 200},
    {"as a person types it", "4f7a 92c0 1b3d", "", 200},
    {"with its number", "4F7A92C01B3D", "某市监处罚〔2024〕1号", 200},
    {"with another number", "4F7A92C01B3D", "某市监处罚〔2024〕2号", 404},
    {"of no paper", "000000000000", "", 404},
    {"one sign too few", "4F7A-92C0-1B3", "", 400},
    {"one sign too many", "4F7A-92C0-1B3D0", "", 400},
    {"a letter that is none of it", "4F7A-92C0-1B3G", "", 400},
    {"words of SQL", "' OR 1=1 --", "", 400},
    {"nothing", "", "", 400},
    {"an endless number", "4F7A92C01B3D", std::string(5000, '1'), 400},
};

TEST(CheckPage, AnswersWhoHoldsThePaper) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(asked(row.code, row.number).status, row.status);
    }
}

TEST(CheckPage, TellsWhatStandsOnThePaperAndNothingElse) {
    const auto answer = json::parse(asked("4F7A92C01B3D").body);
    ASSERT_TRUE(answer);
    EXPECT_EQ(*answer, (base::Value(base::Object{
                           {"agency",    "某区市场监督管理局"   },
                           {"title",     "行政处罚决定书"       },
                           {"number",    "某市监处罚〔2024〕1号"},
                           {"made_on",   "2024-07-04"           },
                           {"withdrawn", true                   },
                           {"sealed_on", "2024-07-05"           }
    })));
}

// Whoever guesses learns nothing from the way he is refused.
TEST(CheckPage, RefusesAWrongNumberLikeAWrongCode) {
    EXPECT_EQ(asked("4F7A92C01B3D", "某市监处罚〔2024〕2号").body,
              asked("000000000000", "某市监处罚〔2024〕1号").body);
}

}  // namespace
