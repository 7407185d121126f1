#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "catalogue/catalogue.hpp"
#include "explorer/index.hpp"
#include "explorer/item_value.hpp"
#include "explorer/ranges.hpp"
#include "explorer/scale.hpp"

namespace explorer {

namespace {

using base::List;
using base::Object;
using base::Value;

struct Loaded {
    discretion::Catalogue catalogue;
    law::Register laws;
};

const Loaded& loaded() {
    static const Loaded all = [] {
        const catalogue::Files files;
        auto read = discretion::Catalogue::from(*discretion::Sources::read(files)).value();
        auto laws = law::Register::from(read.statutes(), *files.load("law/names.yaml"),
                                        *files.load("law/texts.yaml"));
        return Loaded{std::move(read), std::move(*laws)};
    }();
    return all;
}

const Index& index() {
    static const Index one(
        loaded().catalogue, loaded().laws,
        *Words::from(*catalogue::Files().load("discretion/words.yaml"), loaded().catalogue));
    return one;
}

std::vector<std::string> first(const std::string& text, std::size_t limit = 3) {
    std::vector<std::string> ids;
    for (const Hit& hit : index().find({.text = text, .field = {}, .limit = limit}))
        ids.push_back(loaded().catalogue.violations()[hit.item].id);
    return ids;
}

bool has(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

TEST(Search, FindsWhatAnOfficerWouldTypeAmongTheFirstThree) {
    struct Row {
        const char* typed;
        const char* item;
    };
    const Row table[] = {
        {"过期",                              "food.expired"             },
        {"过期食品",                          "food.expired"             },
        {"卖过期牛奶",                        "food.expired"             },
        {"三无",                              "quality.label"            },
        {"三无食品",                          "food.label"               },
        {"没有健康证",                        "food.no-health-cert"      },
        {"员工没健康证",                      "food.no-health-cert"      },
        {"健康证",                            "food.no-health-cert"      },
        {"后厨用过期调料",                    "food.expired-ingredient"  },
        {"改生产日期",                        "food.fake-production-date"},
        {"无证餐饮",                          "food.unlicensed"          },
        {"没有食品经营许可证",                "food.unlicensed"          },
        {"餐具没消毒",                        "food.unclean-tableware"   },
        {"吃出虫子",                          "food.adulterated-spoiled" },
        {"农残超标",                          "food.contaminant-excess"  },
        {"添加剂超标",                        "food.additive-excess"     },
        {"进货台账",                          "food.no-inspection-record"},
        {"食堂没有留样",                      "food.campus-canteen"      },
        {"病死猪",                            "food.dead-animal"         },
        {"壮阳",                              "food.added-drug"          },
        {"保健食品混放",                      "food.mixed-display"       },
        {"外卖平台没审证",                    "food.online-platform"     },
        {"没有明码标价",                      "price.no-marking"         },
        {"价格欺诈",                          "price.fraud"              },
        {"虚构原价",                          "price.fraud"              },
        {"哄抬口罩价格",                      "price.gouging"            },
        {"转供电加价",                        "price.government-price"   },
        {"绝对化用语",                        "ad.absolute-terms"        },
        {"最佳",                              "ad.absolute-terms"        },
        {"虚假广告",                          "ad.false"                 },
        {"弹窗关不掉",                        "ad.popup"                 },
        {"学区房广告",                        "ad.real-estate"           },
        {"刷单",                              "uc.false-publicity"       },
        {"好评返现",                          "uc.false-publicity"       },
        {"傍名牌",                            "uc.confusion"             },
        {"商业贿赂",                          "uc.bribery"               },
        {"传销",                              "px.pyramid-organise"      },
        {"卖假酒",                            "ip.trademark-sale"        },
        {"假冒注册商标",                      "ip.trademark-same"        },
        {"假冒专利",                          "ip.patent-passing-off"    },
        {"过期药",                            "drug.substandard-retail"  },
        {"不凭处方卖药",                      "drug.prescription"        },
        {"过期隐形眼镜",                      "device.expired"           },
        {"化妆品没有中文标签",                "cosmetic.label"           },
        {"叉车司机没证",                      "se.unqualified-operator"  },
        {"电梯超期未检",                      "se.use-uninspected"       },
        {"黑气点",                            "se.unlicensed-filling"    },
        {"没有3C",                            "ct.ccc-uncertified"       },
        {"Ｃ Ｃ Ｃ",                          "ct.ccc-uncertified"       },
        {"电子秤未检定",                      "me.not-verified"          },
        {"缺斤短两",                          "me.short-sell"            },
        {"加油机作弊",                        "me.cheating-device"       },
        {"无照经营",                          "rg.unregistered"          },
        {"没报年报",                          "rg.annual-report"         },
        {"换地址没变更登记",                  "rg.no-change"             },
        {"霸王条款",                          "cr.unfair-terms"          },
        {"健身房跑路",                        "cr.prepaid"               },
        {"自动续费",                          "nt.auto-renewal"          },
        {"大数据杀熟",                        "ec.search-results"        },
        {"食品安全法 第一百二十六条",         "food.no-health-cert"      },
        {"价格违法行为行政处罚规定 第十三条", "price.no-marking"         },
        {"广告法57条",                        "ad.absolute-terms"        },
    };
    for (const Row& row : table) {
        const std::size_t limit = std::string_view(row.typed).find("条") == std::string_view::npos ? 3 : 20;
        const auto found = first(row.typed, limit);
        EXPECT_TRUE(has(found, row.item)) << row.typed << " → " << fmt::format("{}", fmt::join(found, ", "));
    }
}

TEST(Search, KeepsToAFieldAndToTheLimit) {
    const auto hits = index().find({.text = "过期", .field = "cosmetic", .limit = 5});
    EXPECT_TRUE(hits.empty()) << "no such field";
    for (const Hit& hit : index().find({.text = "过期", .field = "drug-device-cosmetic", .limit = 5}))
        EXPECT_EQ(loaded().catalogue.violations()[hit.item].field, "drug-device-cosmetic");
    EXPECT_EQ(index().find({.text = "", .field = "price", .limit = 500}).size(), 11U)
        << "without words: the field";
    EXPECT_EQ(index().find({.text = "食品", .field = {}, .limit = 7}).size(), 7U);
}

TEST(Search, FindsNothingInNonsense) {
    for (const char* text : {"zzzz", "🙂", "，。；", "\xE8\xBF", "%00", "第条"})
        EXPECT_LE(index().find({.text = text, .field = {}, .limit = 500}).size(), 304U) << text;
    EXPECT_TRUE(first("qwxyz").empty());
}

TEST(Search, AnswersFarWithinATenthOfASecond) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) (void)first("食品经营者销售超过保质期的食品没有进货查验记录");
    const auto each = (std::chrono::steady_clock::now() - start) / 20;
    EXPECT_LT(each, std::chrono::milliseconds(100));
}

TEST(Words, RefuseRowsThatAreNotWhole) {
    const Value fields = catalogue::Files().load("discretion/words.yaml").value()["fields"];
    const auto words = [&](Value row) {
        return Words::from(
            Object{
                {"fields", fields              },
                {"words",  List{std::move(row)}}
        },
            loaded().catalogue);
    };
    EXPECT_TRUE(words(Object{
        {"said",  List{"过期"}        },
        {"items", List{"food.expired"}}
    }));
    EXPECT_FALSE(words(Object{
        {"said",  List{"过期"}     },
        {"items", List{"food.none"}}
    }));
    EXPECT_FALSE(words(Object{
        {"said", List{"过期"}}
    }));
    EXPECT_FALSE(words(Object{
        {"items", List{"food.expired"}}
    }));
    EXPECT_FALSE(Words::from(
        Object{
            {"fields", List{}},
            {"words",  List{}}
    },
        loaded().catalogue));
}

TEST(Item, SaysItsRangesInWords) {
    const Value item = item_value(*loaded().catalogue.find("food.expired"), index(),
                                  discretion::violations_to_value(loaded().catalogue));
    const Value& fine = item.at("versions.1.fine");
    EXPECT_EQ(fine.at("brackets.0").text("when"), "货值金额不足1万元");
    EXPECT_EQ(fine.at("brackets.0").text("range"), "5万元以上10万元以下");
    EXPECT_EQ(fine.at("brackets.1").text("range"), "货值金额的10倍以上20倍以下");
    EXPECT_FALSE(item.list("lists").empty());
    for (const Value& finding : item.at("lists.0").list("findings"))
        EXPECT_EQ(finding.as_string()->find('_'), std::string::npos)
            << "a code is no word: " << *finding.as_string();
    EXPECT_FALSE(item.at("lists.0").truth("complete")) << "the national list is not known whole";
    EXPECT_EQ(sum_words(base::Money::fen(50)), "0.50元");
}

namespace {

Value asked(const char* goods_value) {
    Object facts;
    if (goods_value) facts.set("goods_value", goods_value);
    return Object{
        {"violation_id",  "food.expired"            },
        {"jurisdiction",  "CN"                      },
        {"act_start",     "2026-03-01"              },
        {"act_end",       "2026-03-01"              },
        {"discovered_on", "2026-03-05"              },
        {"decision_on",   "2026-04-01"              },
        {"actor",         Object{{"kind", "entity"}}},
        {"facts",         std::move(facts)          }
    };
}

}  // namespace

TEST(Scale, ShowsBothLimbsAndTheThresholds) {
    const Value answer = explore(asked("12000"), loaded().catalogue, discretion::no_benchmarks()).value();
    EXPECT_EQ(answer["finding"].text("outcome"), "penalty");
    const Value& scale = answer["scale"];
    EXPECT_EQ(scale["ordinary"].text("min"), "120000.00");
    EXPECT_EQ(scale["ordinary"].text("max"), "240000.00");
    EXPECT_EQ(scale.text("hearing"), "100000.00");
    for (const char* tier : {"lenient", "normal", "aggravated"})
        EXPECT_TRUE(scale["bands"].has(tier)) << tier;
    EXPECT_EQ(scale["base"].text("name"), "goods_value");
    EXPECT_EQ(scale["base"].list("steps").size(), 1U);
    EXPECT_FALSE(scale.list("referral").empty());
}

TEST(Scale, AsksForWhatIsMissing) {
    const Value answer = explore(asked(nullptr), loaded().catalogue, discretion::no_benchmarks()).value();
    EXPECT_TRUE(answer["finding"].is_null());
    EXPECT_EQ(answer.list("needs"), List{"goods_value"});
    EXPECT_FALSE(explore(
        Object{
            {"violation_id", "none"}
    },
        loaded().catalogue, discretion::no_benchmarks()));
}

}  // namespace explorer
