#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;

struct Ended {
    int status = -1;
    std::string words;
};

// In an empty folder, so that what a command leaves behind is seen.
struct Commands : testing::Test {
    fs::path folder;

    void SetUp() override {
        std::string path = (fs::path(testing::TempDir()) / "zhiheng-commands-XXXXXX").string();
        ASSERT_NE(::mkdtemp(path.data()), nullptr);
        folder = path;
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }

    Ended run(const std::string& arguments) const {
        const std::string line =
            "cd '" + folder.string() + "' && '" + ZHIHENG_PROGRAM "' " + arguments + " 2>&1 </dev/null";
        std::FILE* const pipe = ::popen(line.c_str(), "r");
        Ended ended;
        if (pipe == nullptr) return ended;
        std::array<char, 4096> part{};
        while (const auto size = std::fread(part.data(), 1, part.size(), pipe))
            ended.words.append(part.data(), size);
        const int status = ::pclose(pipe);
        ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return ended;
    }
};

TEST_F(Commands, EndWithTheStatusAndTheWordsOfTheCase) {
    struct Row {
        const char* why;
        const char* arguments;
        int status;
        const char* words;
    };
    const Row table[] = {
        {"help of a measurement",     "bench act --help",                                   0, "用法：zhiheng bench act"       },
        {"help of synth",             "synth --help",                                       0, "用法：zhiheng synth"           },
        {"help of verify",            "verify --help",                                      0, "用法：zhiheng verify"          },
        {"no such command",           "fly",                                                2, "没有“fly”这个命令"             },
        {"nothing to verify",         "verify --data nowhere",                              2, "没有执衡的数据库"              },
        {"nobody to give a password", "user password p a --data nowhere",                   2, "没有执衡的数据库"              },
        {"a port too many",           "serve --data nowhere --listen 1:2:3",                2, "--listen 应当写作"             },
        {"no port",                   "serve --data nowhere --listen here",                 2, "--listen 应当写作"             },
        {"port is no number",         "serve --data nowhere --listen 127.0.0.1:x",          2, "--listen 应当写作"             },
        {"no host",                   "serve --data nowhere --listen nowhere.example:8080", 1, "不是 IP 地址"                  },
        {"not our address",           "serve --data nowhere --listen 203.0.113.7:8080",     1,
         "不能在 203.0.113.7:8080 监听"                                                                                        },
        {"no pages",                  "serve --data nowhere --web nowhere",                 2, "没有网页目录 nowhere"          },
        {"no law",                    "catalogue check nowhere",                            2, "没有法律数据"                  },
        {"help of the import",        "catalogue import --help",                            0, "用法：zhiheng catalogue import"},
        {"no texts to import",        "catalogue import nowhere",                           2, "没有法律文本"                  },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Ended ended = run(row.arguments);
        EXPECT_EQ(ended.status, row.status) << ended.words;
        EXPECT_NE(ended.words.find(row.words), std::string::npos) << ended.words;
        EXPECT_TRUE(fs::is_empty(folder)) << "something was left behind";
    }
}

// A request that is too deep or too long is answered with an error, and those beside it are answered.
TEST_F(Commands, DecideAnswersWhatItCannotReadWithAnError) {
    const std::string good =
        R"({"violation_id":"quality.unsafe","act_end":"2026-03-01","decision_on":"2026-03-01",)"
        R"("actor":{"kind":"entity"},"facts":{"goods_value":"100.00"}})";
    const std::string longer = R"({"id":")" + std::string(10'000'000, 'x') + R"("})";
    struct Row {
        const char* why;
        std::string text;
        const char* words;
    };
    const Row table[] = {
        {"10,000 brackets", std::string(10'000, '['), "JSON 嵌套超过17层"},
        {"10 MB in one request", longer, "一个请求最多 64 KiB"},
        {"10 MB beside another", "[" + longer + "," + good + "]", "\"outcome\":\"penalty\""},
        {"nothing", "", "bad_json"},
    };
    const fs::path file = fs::path(testing::TempDir()) / (folder.filename().string() + ".json");
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        std::ofstream(file) << row.text;
        const Ended ended = run("decide '" + file.string() + "'");
        EXPECT_EQ(ended.status, 2);
        EXPECT_NE(ended.words.find(row.words), std::string::npos) << ended.words.substr(0, 400);
    }
    fs::remove(file);
}

// Whoever already listens there keeps his port, and no database is made first.
TEST_F(Commands, AServerOnATakenPortIsRefusedBeforeItStartsAnything) {
    const int taken = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(::bind(taken, reinterpret_cast<const sockaddr*>(&address), size), 0);
    ASSERT_EQ(::listen(taken, 1), 0);
    ::getsockname(taken, reinterpret_cast<sockaddr*>(&address), &size);
    const Ended ended =
        run("serve --data nowhere --listen 127.0.0.1:" + std::to_string(ntohs(address.sin_port)));
    ::close(taken);
    EXPECT_EQ(ended.status, 1) << ended.words;
    EXPECT_NE(ended.words.find("已被占用"), std::string::npos) << ended.words;
    EXPECT_TRUE(fs::is_empty(folder)) << "something was left behind";
}

// A region's wording is data, and is checked like the country's: what is wrong in it is named with its place.
TEST_F(Commands, TheCheckOfTheCatalogueReadsTheDraftsOfARegion) {
    fs::copy(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue", folder / "laws", fs::copy_options::recursive);
    fs::create_directories(folder / "laws/documents/drafts");
    const struct {
        const char *why, *edition;
        int status;
        const char* words;
    } table[] = {
        {"as it should be",
         "place: '99'\nfrom: 2026-07-01\ntexts: {}\ndrafts:\n  recheck:\n    opinion: [本局复核认为：, {use: "
         "answers_by_point, when: answers}]\n",                                                                          0, "没有发现问题"                          },
        {"a fact there is none of",
         "place: '99'\ndrafts: {approve_notice: {facts: ['{{ party.nick }}违法。']}}\n",                                 1,
         "approve_notice.facts（99）"                                                                                                                               },
        {"a field no act has",                            "place: '99'\ndrafts: {approve_notice: {fact: ['违法。']}}\n", 1,
         "approve_notice.fact（99） unknown_field"                                                                                                                  },
        {"a condition that cannot hold",
         "place: '99'\ndrafts: {approve_notice: {facts: [{p: '违法。', when: \"act.type == "
         "'approve_nothing'\"}]}}\n",                                                                                    1, "approve_notice.facts（99） unreachable"},
        {"the answers to the defence left out",           "place: '99'\ndrafts: {recheck: {opinion: [复核完毕。]}}\n",
         1,                                                                                                                 "recheck.opinion（99） missing_block"   },
        {"the order of a hearing without its last words",
         "place: '990101'\ndrafts: {'*': {hearing_order: [陈述和申辩, 质证, 辩论]}}\n",                                  1,
         "*.hearing_order（990101） missing_block"                                                                                                                  },
        {"for no place and no day",                       "drafts: {recheck: {opinion: [复核完毕。]}}\n",                1, "没有写明地区"                          },
        {"no drafts in it",                               "place: '99'\ndraft: {recheck: {opinion: [复核完毕。]}}\n",    1, "缺少 drafts"                           },
    };
    for (const auto& row : table) {
        std::ofstream(folder / "laws/documents/drafts/99.yaml") << row.edition;
        const Ended ended = run("catalogue check laws");
        EXPECT_EQ(ended.status, row.status) << row.why << ended.words.substr(0, 400);
        EXPECT_TRUE(ended.words.contains(row.words)) << row.why << ended.words.substr(0, 400);
    }
}

}  // namespace
