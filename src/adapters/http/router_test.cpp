#include "http/router.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <fstream>

#include "http/problem.hpp"
#include "http/static_files.hpp"
#include "json/json.hpp"

namespace http {

namespace {

Request get(std::string_view text) {
    Target target = parse_target(text).value();
    Request request;
    request.method = "GET";
    request.path = std::move(target.path);
    request.segments = std::move(target.segments);
    request.queries = std::move(target.queries);
    return request;
}

Router example() {
    Router router;
    router.add("GET", "/api/cases", [](const Request&) { return bytes(200, "text/plain", "list"); });
    router.add("POST", "/api/cases", [](const Request&) { return no_content(); }, {.body_limit = 10});
    router.add("GET", "/api/cases/{no}/acts/{act}", [](const Request& request) {
        return bytes(200, "text/plain",
                     std::string(request.parameter("no")) + "|" + std::string(request.parameter("act")));
    });
    return router;
}

class Folder {
  public:
    Folder()
        : path_(std::filesystem::path(testing::TempDir()) /
                ("zhiheng-static-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_ / "assets");
        write("index.html", "<html>");
        write("assets/app-1a2b.js", "let a = 1");
        write("assets/app-1a2b.js.gz", "gz");
        write(".secret", "no");
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    const std::filesystem::path& path() const { return path_; }

  private:
    void write(std::string_view name, std::string_view text) { std::ofstream(path_ / name) << text; }
    std::filesystem::path path_;
};

}  // namespace

TEST(Target, IsDecodedOrRefused) {
    struct Row {
        const char* why;
        const char* text;
        const char* path;  // null: refused
    };
    const Row table[] = {
        {"root",                      "/",                    "/"            },
        {"plain",                     "/api/cases",           "/api/cases"   },
        {"Chinese",                   "/api/cases/%E6%A1%88", "/api/cases/案"},
        {"trailing slash is dropped", "/api/cases/",          "/api/cases"   },
        {"query stands apart",        "/api?x=/y",            "/api"         },
        {"cut escape",                "/api/%e",              nullptr        },
        {"not hex",                   "/api/%zz",             nullptr        },
        {"broken UTF-8",              "/api/%ff%fe",          nullptr        },
        {"overlong slash",            "/api/%c0%af",          nullptr        },
        {"zero byte",                 "/api/%00",             nullptr        },
        {"climbs out",                "/../etc/passwd",       nullptr        },
        {"climbs out in disguise",    "/%2e%2e/etc/passwd",   nullptr        },
        {"no slash",                  "http://elsewhere/",    nullptr        },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto target = parse_target(row.text);
        ASSERT_EQ(target.has_value(), row.path != nullptr);
        if (target) {
            EXPECT_EQ(target->path, row.path);
        }
    }
}

TEST(Target, ReadsQueries) {
    const Request request = get("/api/cases?q=%E7%89%9B+%E5%A5%B6&limit=20&flag&q=again");
    EXPECT_EQ(request.query("q"), "牛 奶");
    EXPECT_EQ(request.query("limit"), "20");
    EXPECT_EQ(request.query("flag"), "");
    EXPECT_EQ(request.query("after"), std::nullopt);
}

RC_GTEST_PROP(Target, NeverLeavesARelativeSegment, (const std::string& text)) {
    const auto target = parse_target("/" + text);
    if (!target) return;
    for (const std::string& segment : target->segments) RC_ASSERT(segment != "." && segment != "..");
}

TEST(Router, FindsTheHandlerAndItsParameters) {
    const Router router = example();
    EXPECT_EQ(router.answer(get("/api/cases")).body, "list");
    EXPECT_EQ(router.answer(get("/api/cases/a%2Fb/acts/seize")).body, "a/b|seize");
    Request head = get("/api/cases");
    head.method = "HEAD";
    EXPECT_EQ(router.answer(head).status, 200);
}

TEST(Router, AnswersProblemsWhenNothingFits) {
    const Router router = example();
    EXPECT_EQ(router.answer(get("/api/nothing")).status, 404);
    EXPECT_EQ(router.answer(get("/api/cases//acts/x")).status, 404);
    Request request = get("/api/cases");
    request.method = "DELETE";
    const Response response = router.answer(request);
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.header("allow"), "GET, POST");
    EXPECT_EQ(response.header("content-type"), "application/problem+json");
    EXPECT_EQ(json::parse(response.body)->text("code"), "method_not_allowed");
}

TEST(Router, KnowsTheBodyLimitBeforeTheBodyIsRead) {
    const Router router = example();
    EXPECT_EQ(router.match("POST", get("/api/cases").segments).route->options.body_limit, 10u);
    EXPECT_EQ(router.match("POST", get("/api/nothing").segments).route, nullptr);
}

TEST(Request, ReadsCookiesAndHeaders) {
    Request request;
    request.headers = {
        {"Cookie",  "a=1; zhiheng_session=abc=; b=2"},
        {"X-Thing", "y"                             }
    };
    EXPECT_EQ(request.cookie("zhiheng_session"), "abc=");
    EXPECT_EQ(request.cookie("session"), "");
    EXPECT_EQ(request.header("x-thing"), "y");
}

TEST(Request, TakesJsonOnlyWhenItSaysSo) {
    Request request;
    request.body = "{\"a\":1}";
    EXPECT_EQ(json_body(request).error().code, "bad_content_type");
    request.headers = {
        {"content-type", "application/JSON; charset=utf-8"}
    };
    EXPECT_TRUE(json_body(request));
    request.body = "{";
    EXPECT_EQ(json_body(request).error().code, "bad_json");
}

TEST(File, SendsTheRangeAskedFor) {
    const Folder folder;
    struct Row {
        const char* why;
        const char* range;
        int status;
        std::uint64_t offset, length;
    };
    const Row table[] = {
        {"no range",             "",                            200, 0, 6},
        {"first two",            "bytes=0-1",                   206, 0, 2},
        {"to the end",           "bytes=2-",                    206, 2, 4},
        {"last two",             "bytes=-2",                    206, 4, 2},
        {"too long",             "bytes=4-99",                  206, 4, 2},
        {"outside",              "bytes=6-",                    416, 0, 0},
        {"nothing",              "bytes=-0",                    416, 0, 0},
        {"backwards is ignored", "bytes=3-1",                   200, 0, 6},
        {"several",              "bytes=0-1,3-4",               200, 0, 6},
        {"unreadable",           "bytes=x",                     200, 0, 6},
        {"beyond 64 bits",       "bytes=99999999999999999999-", 200, 0, 6},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        Request request = get("/x");
        request.headers = {
            {"Range", row.range}
        };
        const Response response = file(request, folder.path() / "index.html",
                                       {.content_type = "text/html", .etag = "\"1\"", .cache_control = ""});
        EXPECT_EQ(response.status, row.status);
        if (!response.file) continue;
        EXPECT_EQ(response.file->offset, row.offset);
        EXPECT_EQ(response.file->length, row.length);
    }
}

TEST(StaticFiles, ServeAssetsPagesAndNothingElse) {
    const Folder folder;
    const StaticFiles files(folder.path());
    Request asset = get("/assets/app-1a2b.js");
    EXPECT_EQ(files.answer(asset).header("cache-control"), "public, max-age=31536000, immutable");
    asset.headers = {
        {"Accept-Encoding", "gzip, br"}
    };
    const Response packed = files.answer(asset);
    EXPECT_EQ(packed.header("content-encoding"), "gzip");
    asset.headers.emplace_back("If-None-Match", packed.header("etag"));
    EXPECT_EQ(files.answer(asset).status, 304);

    EXPECT_EQ(files.answer(get("/cases/1")).header("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(files.answer(get("/assets/gone.js")).status, 404);
    EXPECT_EQ(files.answer(get("/.secret")).status, 404);
    EXPECT_EQ(files.answer(get("/assets/..%2F.secret")).status, 404);
}

TEST(Problem, IsTitledByItsCodeThenItsStatus) {
    struct Row {
        const char* code;
        int status;
        const char* title;
    };
    const Row table[] = {
        {"refused_by_law",    422, "依法不能进行"    },
        {"key_reused",        422, "请求标识重复使用"},
        {"version_conflict",  409, "内容已被他人更新"},
        {"upload_incomplete", 409, "文件没有收齐"    },
        {"not_signed_in",     401, "尚未登录"        },
        {"wrong_credentials", 401, "登录没有成功"    },
    };
    for (const Row& row : table) {
        const Response response = problem(row.status, {row.code, "内容"});
        EXPECT_EQ(json::parse(response.body).value().text("title"), row.title) << row.code;
    }
}

TEST(Problem, CarriesCodeWordsAndArticle) {
    const Response response =
        problem(422, {"notice_not_served", "尚未告知", "行政处罚法 第六十二条", "data.on"});
    const auto body = json::parse(response.body).value();
    EXPECT_EQ(body.text("detail"), "尚未告知");
    EXPECT_EQ(body.text("basis"), "行政处罚法 第六十二条");
    EXPECT_EQ(body.text("field"), "data.on");
    EXPECT_EQ(*body.integer("status"), 422);
}

}  // namespace http
