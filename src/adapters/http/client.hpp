#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

// A plain blocking client of our own server: measurements and tests speak through it. One connection, kept
// alive.
class Client {
  public:
    Client(std::string host, std::uint16_t port) : host_(std::move(host)), port_(port) {}
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // Errors: `no_connection`, `bad_answer`. Cookies the server sets are sent back.
    base::Result<Response> send(std::string_view method, std::string_view target, const Pairs& headers = {},
                                std::string_view body = {});

    // Below HTTP, for what no proper client would send.
    base::Result<void> write(std::string_view bytes);
    void end_writing();
    base::Result<Response> read_response(bool with_body = true);

  private:
    base::Result<void> connect();
    bool was_ended() const;
    bool fill();  // false at the end of the stream
    void close();
    void keep_cookie(const Response& response);

    std::string host_;
    std::uint16_t port_;
    int socket_ = -1;
    std::string received_;
    std::string cookie_;
};

}  // namespace http
