#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include "pdf/renderer.hpp"
#include "redact/letters.hpp"
#include "redact/redact.hpp"

namespace {

namespace fs = std::filesystem;
const fs::path source = ZHIHENG_SOURCE_DIR;

std::vector<std::string> golden_texts() {
    std::vector<std::string> texts;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(source / "tests/golden/text"))
        paths.push_back(entry.path());
    std::ranges::sort(paths);
    for (const fs::path& path : paths) {
        std::ifstream in(path);
        texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return texts;
}

// Personal data to strew in: the words around it, itself, and its class.
struct Seed {
    const char *kind, *before, *value, *after;
};
constexpr Seed seeds[] = {
    {"name",     "经查，",           "甘小棠",                             "在场配合检查。"},
    {"name",     "代理人为",         "欧阳嘉禾",                           "。"            },
    {"name",     "证人",             "阿依古丽·买买提",                    "作证。"        },
    {"identity", "居民身份证号",     "110105194912310021",                 "。"            },
    {"identity", "（公民身份号码：", "51010319880808002X",                 "）"            },
    {"identity", "身份证",           "510103****0808****",                 "。"            },
    {"phone",    "联系电话",         "13987654321",                        "。"            },
    {"phone",    "致电",             "0999-88123456",                      "核实。"        },
    {"bank",     "收款卡号：",       "6217001234567890123",                "。"            },
    {"bank",     "其银行账号为",     "622202100010",                       "，"            },
    {"email",    "发至",             "tang.xiaomei+shop@mail.example.com", "。"            },
    {"plate",    "运输车辆",         "云A·K3321",                          "。"            },
    {"plate",    "驾驶",             "川AD88123",                          "离开。"        },
    {"birth",    "男，",             "1979年12月3日",                      "出生。"        },
    {"birth",    "出生日期：",       "1979-12-03",                         "。"            },
    {"address",  "家庭住址：",       "临江市城东区青云巷7号2单元301室",    "。"            },
    {"secret",   "住",               "临江市城东区望江路9号4幢",           "。"            },
    {"account",  "添加微信",         "tangmei_8899",                       "联系。"        },
};

const redact::Known known{
    .persons = {{"甘小棠"}, {"欧阳嘉禾"}, {"阿依古丽·买买提"}},
    .secrets = {"临江市城东区望江路9号4幢"},
    .kept = {}
};

std::u32string letters_only(std::string_view text) {
    std::u32string made = redact::plain(text);
    std::erase_if(made, [](char32_t c) { return c == U'·' || c == U'-'; });
    return made;
}

// Spaces or line ends between the letters, or full-width digits and letters.
std::string varied(const std::string& value, int variant) {
    std::string made;
    for (const redact::Letter& letter : redact::letters_of(value)) {
        const std::string bytes = value.substr(letter.begin, letter.end - letter.begin);
        if (variant == 3 && bytes.size() == 1 && bytes[0] > ' ') {
            const auto wide = static_cast<unsigned>(0xFF00 + static_cast<unsigned char>(bytes[0]) - 0x20);
            made += static_cast<char>(0xE0 | (wide >> 12U));
            made += static_cast<char>(0x80 | ((wide >> 6U) & 0x3FU));
            made += static_cast<char>(0x80 | (wide & 0x3FU));
        } else {
            made += bytes;
        }
        if (variant == 1) made += " ";
        if (variant == 2 && letter.begin % 3 == 0) made += "\n";
    }
    return made;
}

}  // namespace

TEST(RedactCorpus, FindsWhatIsStrewnIntoTheGoldenPapers) {
    const auto texts = golden_texts();
    ASSERT_GT(texts.size(), 90U);
    std::mt19937 chance(20260302);
    std::map<std::string, std::pair<int, int>> found;  // of how many
    for (const std::string& text : texts)
        for (const Seed& seed : seeds)
            for (int variant = 0; variant < 4; ++variant) {
                const auto at = text.find('\n', chance() % text.size());
                const std::string begin = text.substr(0, at == std::string::npos ? text.size() : at + 1);
                const std::string strewn =
                    begin + seed.before + varied(seed.value, variant) + seed.after + "\n";
                const std::string after = redact::apply(strewn, redact::find(strewn, known));
                auto& [good, all] = found[seed.kind];
                ++all;
                good += letters_only(after).contains(letters_only(seed.value)) ? 0 : 1;
            }
    int good = 0, all = 0;
    for (const auto& [kind, count] : found) {
        EXPECT_GE(count.first * 100, count.second * 97)
            << kind << ": " << count.first << " of " << count.second;
        std::printf("%-10s %d of %d\n", kind.c_str(), count.first, count.second);
        good += count.first;
        all += count.second;
    }
    std::printf("recall     %.4f over %d places in %zu papers\n", static_cast<double>(good) / all, all,
                texts.size());
    EXPECT_GE(good * 1000, all * 990);
}

// What a decision must say is not taken for personal data: numbers of papers and goods, sums, days, articles.
TEST(RedactCorpus, LeavesThePaperReadable) {
    std::size_t hits = 0, letters = 0;
    for (const std::string& text : golden_texts()) {
        for (const redact::Hit& hit : redact::find(text, {})) hits += hit.end - hit.begin;
        letters += text.size();
    }
    std::printf("hidden without known names: %zu of %zu bytes\n", hits, letters);
    EXPECT_LT(hits * 100, letters * 2);
}

// In the PDF that goes out nothing of it is left, not in its text, its data about itself or any of its
// objects.
TEST(RedactCorpus, LeavesNothingInThePdf) {
    document::Document paper;
    paper.agency = "临江市城东区市场监督管理局";
    paper.title = "行政处罚决定书";
    paper.date = "2026-03-02";
    for (const Seed& seed : seeds)
        paper.blocks.emplace_back(document::Paragraph{
            .runs = {{seed.before, ""}, {seed.value, "act.data.value"}, {seed.after, ""}}
        });
    std::vector<redact::Change> changes;
    const auto fonts = source / "build/fonts";
    const pdf::Renderer renderer(fs::exists(fonts) ? std::optional(fonts) : std::nullopt);
    const auto made = renderer.render(redact::redact(paper, known, changes));
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(changes.size(), std::size(seeds));
    std::string pattern = fs::temp_directory_path() / "zhiheng-redact-XXXXXX";
    const fs::path folder = mkdtemp(pattern.data());
    std::ofstream(folder / "p.pdf", std::ios::binary) << *made;
    const std::string in = "cd '" + folder.string() + "' && ";
    ASSERT_EQ(std::system((in + "pdftotext p.pdf p.txt && pdfinfo p.pdf > info.txt && qpdf --qdf "
                                "--object-streams=disable p.pdf q.pdf && qpdf --json q.pdf > p.json")
                              .c_str()),
              0);
    for (const char* name : {"p.txt", "info.txt", "p.json", "q.pdf"}) {
        std::ifstream file(folder / name, std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        for (const Seed& seed : seeds)
            EXPECT_FALSE(letters_only(text).contains(letters_only(seed.value)))
                << seed.value << " in " << name;
    }
    std::ifstream file(folder / "p.txt");
    EXPECT_TRUE(redact::leaks(std::string(std::istreambuf_iterator<char>(file), {}), known).empty());
    fs::remove_all(folder);
}
