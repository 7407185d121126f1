#include "redact/proof.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "redact/address.hpp"

namespace {

const redact::Facts facts{
    .names = {"李强", "阿布都热合曼", "John Smith"},
    .numbers = {"0999-66210126", "990101197903124016", "临A·K3321、13812345678"},
    .addresses = {"临江市城东区柳堤街道柳堤路126号2单元"},
    .born = {"1979-03-12"},
    .kept = {"包头市李强食品有限公司", "滨河路26号"},
};

}  // namespace

TEST(Proof, ReadsAFactHoweverItIsTold) {
    const struct {
        const char* why;
        const char* text;
        std::size_t left;
    } table[] = {
        {"a name",                        "由李强提供",                         1},
        {"in a company's name",           "包头市李强食品有限公司",             0},
        {"masked",                        "由李某提供，强制措施",               0},
        {"two sentences",                 "姓李。强制执行",                     0},
        {"a long name with marks inside", "阿布都·热合曼",                      1},
        {"a foreign name in capitals",    "由JOHN SMITH签收",                   1},
        {"street and house",              "位于柳堤路126号后院",                1},
        {"without its 号",                "柳堤路126院内",                      1},
        {"in words",                      "柳堤路一百二十六号",                 1},
        {"digit by digit",                "柳堤路一二六号",                     1},
        {"another house of the street",   "柳堤路1260号、柳堤路12号",           0},
        {"the bank of the agency",        "滨河路26号",                         0},
        {"a telephone without hyphen",    "电话099966210126",                   1},
        {"without its area",              "拨打66210126",                       1},
        {"figures parted",                "99010119790312 4016",                1},
        {"the day of birth",              "1979年3月12日生",                    1},
        {"of the identity number alone",  "身份证990101-19790312-****",         1},
        {"a plate among other words",     "驾驶临A K3321离开",                  1},
        {"a mobile behind it",            "拨打138 1234 5678",                  1},
        {"an article and a sum",          "第一百二十六条，罚款126元，3月12日", 0},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto hits = redact::remains(row.text, facts);
        EXPECT_EQ(hits.empty(), row.left == 0);
    }
}

TEST(Address, IsKnownInEveryFormItIsToldIn) {
    const auto forms = redact::forms_of_address("临江市城东区柳堤街道柳堤路126号2单元301室");
    for (const char* form : {"柳堤路126号", "柳堤路126", "柳堤路一百二十六号", "柳堤路一二六号",
                             "城东区柳堤街道柳堤路126号", "2单元301室", "柳堤路126号2单元301室"})
        EXPECT_NE(std::ranges::find(forms, form), forms.end()) << form;
    for (const char* no_form : {"126号", "柳堤街道", "城东区", "301室", "柳堤路"})
        EXPECT_EQ(std::ranges::find(forms, no_form), forms.end()) << no_form;
    EXPECT_EQ(redact::forms_of_address("临江市柳堤镇新河村").size(), 1U);
    EXPECT_TRUE(redact::forms_of_address("").empty());
}
