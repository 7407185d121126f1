#include "world.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <stdexcept>

#include "json/json.hpp"
#include "system/clock.hpp"

namespace http_test {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view password = "Zhiheng-2026";

template <class T>
T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + " " + result.error().message);
    return std::move(*result);
}

Answer answer_of(const http::Response& response) {
    Answer answer{.status = response.status, .body = {}};
    if (response.body.empty()) return answer;
    auto value = json::parse(response.body);
    answer.body = value ? std::move(*value) : base::Value(response.body);
    return answer;
}

fs::path new_folder() {
    std::string path = (fs::path(testing::TempDir()) / "zhiheng-http-XXXXXX").string();
    if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder");
    return path;
}

// cp keeps the owner: the database's files belong to its system user.
void copy_demo_data(const fs::path& to) {
    const char* from = std::getenv("ZHIHENG_DEMO_DATA");
    if (from == nullptr || !fs::exists(fs::path(from) / "postgres" / "PG_VERSION")) return;
    const std::string command = fmt::format("cp -a --reflink=auto '{}/.' '{}'", from, to.string());
    if (std::system(command.c_str()) != 0) throw std::runtime_error("cannot copy the demonstration data");
}

}  // namespace

fs::path program() {
#ifdef ZHIHENG_QUICK_PROGRAM
    if (fs::exists(ZHIHENG_QUICK_PROGRAM)) return ZHIHENG_QUICK_PROGRAM;
#endif
    return ZHIHENG_PROGRAM;
}

std::string Answer::words() const {
    return fmt::format("{} {}", status, json::write(body));
}

Officer::Officer(std::uint16_t port, std::string_view account) : client_("127.0.0.1", port) {
    const Answer answer = post("/api/session", base::Object{
                                                   {"account",  account },
                                                   {"password", password}
    });
    if (answer.status != 200)
        throw std::runtime_error(fmt::format("{} cannot sign in: {}", account, answer.words()));
}

Answer Officer::send(std::string_view method, std::string_view target, const http::Pairs& headers,
                     std::string_view body) {
    return answer_of(must(client_.send(method, target, headers, body)));
}

Answer Officer::post(std::string_view target, const base::Value& body, http::Pairs headers) {
    headers.emplace_back("Content-Type", "application/json");
    const auto add = [&](const char* name, const std::string& value) {
        if (std::ranges::find(headers, name, &http::Pairs::value_type::first) == headers.end())
            headers.emplace_back(name, value);
    };
    static std::atomic<int> keys = 0;
    if (target == "/api/cases" || target.ends_with("/acts") || target.ends_with("/electronic-service"))
        add("Idempotency-Key", fmt::format("test-{}-{}", ::getpid(), ++keys));
    if (target.ends_with("/acts")) add("If-Match", "*");
    return send("POST", target, headers, json::write(body));
}

Answer Officer::put(std::string_view target, const base::Value& body) {
    return send("PUT", target,
                {
                    {"Content-Type", "application/json"}
    },
                json::write(body));
}

World& World::get() {
    static World world;
    return world;
}

World::World() : data_(new_folder()) {
    copy_demo_data(data_);
    start();
}

World::~World() {
    server_.reset();
    std::error_code ignored;
    fs::remove_all(data_, ignored);
}

void World::start() {
    server_ = std::make_unique<bench::ServerProcess>(
        must(bench::ServerProcess::start(program(), data_, {"--demo"})));
}

void World::kill_and_restart() {
    officers_.clear();
    server_->kill();
    start();
}

Officer& World::officer(std::string_view account) {
    auto found = officers_.find(account);
    if (found == officers_.end())
        found = officers_.emplace(account, std::make_unique<Officer>(port(), account)).first;
    return *found->second;
}

base::Value new_case_body() {
    return base::Object{
        {"procedure", "ordinary"                                                      },
        {"party",     base::Object{{"kind", "person"}, {"name", "测试当事人"}}        },
        {"data",      base::Object{{"source", "report"},
                              {"found_on", systems::WallClock().now().date().str()},
                              {"content", "群众举报食品标签日期有误"}}}
    };
}

std::string World::open_case() {
    const Answer created = officer("zhoumin").post("/api/cases", new_case_body());
    if (created.status != 201) throw std::runtime_error("no case: " + created.words());
    return std::string(created.body.text("no"));
}

}  // namespace http_test
