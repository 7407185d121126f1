#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/value.hpp"
#include "bench/server_process.hpp"
#include "http/client.hpp"

namespace http_test {

struct Answer {
    int status = 0;
    base::Value body;  // what is not JSON stands here as text
    std::string_view code() const { return body.text("code"); }
    std::string words() const;  // for messages of failing tests
};

// One signed-in person of the demonstration bureau.
class Officer {
  public:
    Officer(std::uint16_t port, std::string_view account);
    Answer send(std::string_view method, std::string_view target, const http::Pairs& headers = {},
                std::string_view body = {});
    Answer get(std::string_view target) { return send("GET", target); }
    // A write on a case gets a key of its own and `If-Match: *` unless the test says otherwise.
    Answer post(std::string_view target, const base::Value& body, http::Pairs headers = {});
    Answer put(std::string_view target, const base::Value& body);

  private:
    http::Client client_;
};

// The server that is driven.
std::filesystem::path program();

// A server with the demonstration bureau, started once for the whole program. Its data folder is a copy of
// the one ZHIHENG_DEMO_DATA names; without it the bureau is made anew, which takes longer.
class World {
  public:
    static World& get();
    Officer& officer(std::string_view account);
    std::uint16_t port() const { return server_->port(); }
    // A new case of 东湖所, with its number; zhoumin is its first handler.
    std::string open_case();
    std::filesystem::path data() const { return data_; }
    void kill_and_restart();

  private:
    World();
    ~World();
    void start();

    std::filesystem::path data_;
    std::unique_ptr<bench::ServerProcess> server_;
    std::map<std::string, std::unique_ptr<Officer>, std::less<>> officers_;
};

base::Value new_case_body();

}  // namespace http_test
