#include "http/server.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "http/client.hpp"
#include "json/json.hpp"

namespace http {

namespace {

using namespace std::chrono_literals;

class RunningServer {
  public:
    RunningServer() {
        router_.add("GET", "/api/hello", [](const Request&) { return bytes(200, "text/plain", "hello"); });
        router_.add("POST", "/api/echo",
                    [](const Request& request) { return bytes(200, "text/plain", request.body); },
                    {.body_limit = 1000});
        router_.add("POST", "/api/throw",
                    [](const Request&) -> Response { throw std::runtime_error("secret detail"); });
        router_.add("GET", "/api/slow", [this](const Request&) {
            running_ = true;
            std::this_thread::sleep_for(200ms);
            return bytes(200, "text/plain", "done");
        });
        router_.add("GET", "/api/file", [this](const Request& request) {
            return file(request, path_, {.content_type = "video/mp4", .etag = "\"t\"", .cache_control = ""});
        });
        std::ofstream(path_) << std::string(400'000, 'a') << std::string(100'000, 'b');
        ServerOptions options;
        options.header_timeout = 300ms;
        options.body_timeout = 300ms;
        options.log = [this](std::string_view line) { log_ += line; };
        server_ = std::make_unique<Server>(options, router_);
        EXPECT_TRUE(server_->listen());
        thread_ = std::thread([this] { server_->run(); });
    }
    ~RunningServer() {
        server_->stop();
        thread_.join();
        std::filesystem::remove(path_);
    }
    Client client() const { return Client("127.0.0.1", server_->port()); }
    Server& server() { return *server_; }
    const std::string& log() const { return log_; }
    bool is_busy() const { return running_; }

  private:
    std::filesystem::path path_ =
        std::filesystem::path(testing::TempDir()) / ("zhiheng-server-file-" + std::to_string(::getpid()));
    Router router_;
    std::string log_;
    std::atomic<bool> running_ = false;
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

std::string code_of(const Response& response) {
    return std::string(json::parse(response.body).value().text("code"));
}

}  // namespace

TEST(Server, AnswersManyRequestsOnOneConnection) {
    RunningServer running;
    Client client = running.client();
    for (int i = 0; i < 3; ++i) {
        const auto response = client.send("GET", "/api/hello");
        ASSERT_TRUE(response);
        EXPECT_EQ(response->body, "hello");
        EXPECT_EQ(response->header("connection"), "keep-alive");
        EXPECT_EQ(response->header("x-content-type-options"), "nosniff");
    }
    EXPECT_EQ(client.send("HEAD", "/api/hello")->header("content-length"), "5");
    EXPECT_EQ(client.send("POST", "/api/echo", {}, "body")->body, "body");
}

TEST(Server, AnswersBrokenRequestsWithAProblem) {
    struct Row {
        const char* why;
        std::string text;
        int status;
        const char* code;
    };
    const Row table[] = {
        {"not HTTP", "hello\r\n\r\n", 400, "bad_request"},
        {"no host", "GET /api/hello HTTP/1.1\r\n\r\n", 400, "bad_request"},
        {"header without colon", "GET / HTTP/1.1\r\nHost x\r\n\r\n", 400, "bad_request"},
        {"space in a name", "GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400, "bad_request"},
        {"length is no number", "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n", 400,
         "bad_request"},
        {"negative length", "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400,
         "bad_request"},
        {"two lengths",
         "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400,
         "bad_request"},
        {"huge header", "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(40'000, 'x') + "\r\n\r\n", 431,
         "header_too_large"},
        {"huge target", "GET /" + std::string(40'000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431,
         "header_too_large"},
        {"climbing path", "GET /../x HTTP/1.1\r\nHost: x\r\n\r\n", 400, "bad_target"},
        {"body of 100 MB", "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n", 413,
         "body_too_large"},
        {"length beyond 64 bits",
         "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400,
         "bad_request"},
        {"chunks beyond the limit",
         "POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" +
             std::string(2000, 'x') + "\r\n0\r\n\r\n",
         413, "body_too_large"},
        {"bad chunk", "POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400,
         "bad_request"},
        {"body for no route", "POST /api/none HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", 404,
         "not_found"},
        {"another site writes",
         "POST /api/echo HTTP/1.1\r\nHost: x\r\nOrigin: http://evil\r\nContent-Length: 0\r\n\r\n", 403,
         "foreign_origin"},
        {"sandboxed page writes",
         "POST /api/echo HTTP/1.1\r\nHost: x\r\nOrigin: null\r\nContent-Length: 0\r\n\r\n", 403,
         "foreign_origin"},
    };
    RunningServer running;
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        Client client = running.client();
        ASSERT_TRUE(client.write(row.text));
        const auto response = client.read_response();
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, row.status);
        EXPECT_EQ(code_of(*response), row.code);
        EXPECT_EQ(response->header("content-type"), "application/problem+json");
    }
    EXPECT_EQ(running.client().send("GET", "/api/hello")->status, 200);
}

TEST(Server, OwnPagesMayWrite) {
    RunningServer running;
    Client client = running.client();
    ASSERT_TRUE(client.write(
        "POST /api/echo HTTP/1.1\r\nHost: Desk:80\r\nOrigin: http://desk:80\r\nContent-Length: 2\r\n\r\nab"));
    EXPECT_EQ(client.read_response()->body, "ab");
}

TEST(Server, AnswersABodyCutInTheMiddle) {
    RunningServer running;
    Client client = running.client();
    ASSERT_TRUE(client.write("POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"));
    client.end_writing();
    EXPECT_EQ(code_of(client.read_response().value()), "body_cut");
}

TEST(Server, RefusesALongBodyWhileTheClientStillSends) {
    RunningServer running;
    Client client = running.client();
    const auto response = client.send("POST", "/api/echo", {}, std::string(100'000'000, 'x'));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 413);
}

TEST(Server, AnswersExpectBeforeTheBody) {
    RunningServer running;
    Client client = running.client();
    ASSERT_TRUE(client.write(
        "POST /api/echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
    EXPECT_EQ(client.read_response()->status, 100);
    ASSERT_TRUE(client.write("ab"));
    EXPECT_EQ(client.read_response()->body, "ab");
}

TEST(Server, EndsConnectionsThatDrip) {
    RunningServer running;
    Client client = running.client();
    bool ended = false;
    for (int i = 0; i < 100 && !ended; ++i) {
        ended = !client.write(i == 0 ? "GET / HTTP/1.1\r\nX: " : "x");
        std::this_thread::sleep_for(50ms);
    }
    EXPECT_TRUE(ended);
    EXPECT_EQ(running.client().send("GET", "/api/hello")->status, 200);
}

TEST(Server, StaysUsableBehindManySlowClients) {
    RunningServer running;
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<Client>("127.0.0.1", running.server().port()));
        ASSERT_TRUE(slow.back()->write("POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n"));
    }
    EXPECT_EQ(running.client().send("GET", "/api/hello")->status, 200);
}

TEST(Server, SaysNothingOfAnException) {
    RunningServer running;
    const auto response = running.client().send("POST", "/api/throw");
    EXPECT_EQ(response->status, 500);
    EXPECT_EQ(code_of(*response), "internal_error");
    EXPECT_EQ(response->body.find("secret"), std::string::npos);
    EXPECT_NE(running.log().find("secret detail"), std::string::npos);
}

TEST(Server, SendsFilesAndTheirRanges) {
    RunningServer running;
    Client client = running.client();
    EXPECT_EQ(client.send("GET", "/api/file")->body.size(), 500'000u);
    const auto part = client.send("GET", "/api/file",
                                  {
                                      {"Range", "bytes=399998-400001"}
    });
    EXPECT_EQ(part->status, 206);
    EXPECT_EQ(part->body, "aabb");
    EXPECT_EQ(part->header("content-range"), "bytes 399998-400001/500000");
}

TEST(Server, FinishesRunningRequestsWhenItStops) {
    auto running = std::make_unique<RunningServer>();
    Client idle = running->client();
    ASSERT_TRUE(idle.send("GET", "/api/hello"));
    Client busy = running->client();
    ASSERT_TRUE(busy.write("GET /api/slow HTTP/1.1\r\nHost: x\r\n\r\n"));
    while (!running->is_busy()) std::this_thread::yield();
    const auto before = std::chrono::steady_clock::now();
    running.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
    const auto response = busy.read_response();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body, "done");
    EXPECT_EQ(response->header("connection"), "close");
}

TEST(Server, RefusesAPortInUse) {
    RunningServer running;
    const Router router;
    ServerOptions options;
    options.port = running.server().port();
    Server second(options, router);
    EXPECT_EQ(second.listen().error().code, "cannot_listen");
}

}  // namespace http
