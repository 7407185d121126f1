#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "http/server.hpp"
#include "json/json.hpp"
#include "world.hpp"

// A district's installation sends its daily heads to the one of the city over HTTP (`serve --superior`).
// Between them stands somebody who may change a letter on its way.
namespace http_test {

namespace {

using base::Value;
namespace fs = std::filesystem;

class Between {
  public:
    explicit Between(std::uint16_t city) : city_(city) {
        router_.add("POST", "/api/heads", [this](const http::Request& request) { return pass_on(request); });
        server_ = std::make_unique<http::Server>(http::ServerOptions{}, router_);
        const auto listening = server_->listen();
        if (!listening) throw std::runtime_error(listening.error().message);
        runs_ = std::thread([this] { server_->run(); });
    }
    ~Between() {
        server_->stop();
        runs_.join();
    }
    std::string address() const { return fmt::format("127.0.0.1:{}", server_->port()); }
    void is_honest() { changes_ = false; }
    int refused() const { return refused_; }

  private:
    http::Response pass_on(const http::Request& request) {
        Value letter = *json::parse(request.body);
        if (changes_) letter.as_object()->set("acts", *letter.integer("acts") + 1);
        http::Client client("127.0.0.1", city_);
        auto answer = client.send("POST", "/api/heads",
                                  {
                                      {"Content-Type", "application/json"}
        },
                                  json::write(letter));
        if (!answer) return http::json(502, base::Object{});
        if (answer->status != 200) ++refused_;
        return http::json(answer->status, *json::parse(answer->body));
    }

    std::uint16_t city_;
    std::atomic<bool> changes_ = true;
    std::atomic<int> refused_ = 0;
    http::Router router_;
    std::unique_ptr<http::Server> server_;
    std::thread runs_;
};

// The district's own installation, with demonstration data and keys of its own.
class District {
  public:
    explicit District(std::string superior) : superior_(std::move(superior)) {
        std::string path = (fs::path(testing::TempDir()) / "zhiheng-district-XXXXXX").string();
        if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder");
        data_ = path;
        start();
    }
    ~District() {
        server_.reset();
        std::error_code ignored;
        fs::remove_all(data_, ignored);
    }
    void start() {
        auto started = bench::ServerProcess::start(program(), data_, {"--demo", "--superior", superior_});
        if (!started) throw std::runtime_error(started.error().message);
        server_ = std::make_unique<bench::ServerProcess>(std::move(*started));
    }
    void stop() { server_.reset(); }
    std::uint16_t port() const { return server_->port(); }

  private:
    std::string superior_;
    fs::path data_;
    std::unique_ptr<bench::ServerProcess> server_;
};

// Every day of the year on which the viewer's agency has a head, with what became of it.
base::List heads(Officer& officer, const char* which) {
    base::List found;
    for (int year : {2024, 2025, 2026})
        for (int month = 1; month <= 12; ++month) {
            const Answer answer = officer.get(fmt::format("/api/heads?month={}-{:02}", year, month));
            for (const Value& each : answer.body.list(which)) found.push_back(each);
        }
    return found;
}

template <class Holds>
bool comes_true(const Holds& holds) {
    for (int looks = 0; looks < 300; ++looks) {
        if (holds()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
}

bool holds_head(const base::List& list, const Value& head) {
    return std::ranges::any_of(list, [&](const Value& each) {
        return each.text("region") == head.text("region") && each.text("day") == head.text("day") &&
               each.text("head") == head.text("head");
    });
}

}  // namespace

TEST(TwoInstallations, AHeadChangedOnItsWayIsRefusedAndComesWhenItIsLeftAlone) {
    Between between(World::get().port());
    District district(between.address());
    ASSERT_TRUE(comes_true([&] { return between.refused() > 0; })) << "the city refuses what was changed";
    Officer& city = World::get().officer("qinyue");
    {
        Officer leader(district.port(), "luping");
        const auto sent = heads(leader, "own");
        ASSERT_FALSE(sent.empty());
        EXPECT_TRUE(std::ranges::none_of(sent, [](const Value& each) { return each.has("receipt"); }));
        const auto told = [](const Value& each) {
            return each.text("error").find("上级机关没有接收") != std::string_view::npos;
        };
        EXPECT_TRUE(comes_true([&] { return std::ranges::any_of(heads(leader, "own"), told); }))
            << "the district is told";
        const auto received = heads(city, "received");
        for (const Value& each : sent) EXPECT_FALSE(holds_head(received, each)) << json::write(each);
    }

    district.stop();
    between.is_honest();
    district.start();
    Officer leader(district.port(), "luping");
    const auto answered = [](const Value& each) { return each.has("receipt"); };
    ASSERT_TRUE(comes_true([&] { return std::ranges::all_of(heads(leader, "own"), answered); }))
        << "every head has its receipt";
    const auto sent = heads(leader, "own");
    const auto received = heads(city, "received");
    for (const Value& each : sent) {
        EXPECT_TRUE(holds_head(received, each)) << json::write(each);
        EXPECT_EQ(each.text("superior"), "990100");
        EXPECT_FALSE(each.has("error"));
    }
}

}  // namespace http_test
