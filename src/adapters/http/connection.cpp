#include "http/connection.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <span>

#include "http/headers.hpp"
#include "http/problem.hpp"

namespace http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;
using Parser = beast::http::request_parser<beast::http::string_body>;
using asio::redirect_error;
using asio::use_awaitable;

namespace {

constexpr std::uint64_t slowest_bytes_per_second = 32 * 1024;

// A part of the memory all bodies share, given back at the end of the request.
class BodyShare {
  public:
    BodyShare(Server::State& server, std::uint64_t bytes) : server_(server), bytes_(bytes) {
        server_.bodies_bytes += bytes_;
    }
    ~BodyShare() { server_.bodies_bytes -= bytes_; }
    BodyShare(const BodyShare&) = delete;
    BodyShare& operator=(const BodyShare&) = delete;

  private:
    Server::State& server_;
    std::uint64_t bytes_;
};

// An open file that closes itself.
class OpenFile {
  public:
    explicit OpenFile(const std::filesystem::path& path)
        : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    std::size_t read(std::span<char> into, std::uint64_t offset) const {
        const ssize_t got = ::pread(descriptor_, into.data(), into.size(), static_cast<off_t>(offset));
        return got > 0 ? static_cast<std::size_t>(got) : 0;
    }

  private:
    int descriptor_;
};

Response answer(const Server::State& server, Request& request) {
    try {
        return server.router.dispatch(request);
    } catch (const std::exception& exception) {
        server.options.log(
            fmt::format("internal_error {} {}: {}", request.method, request.path, exception.what()));
    } catch (...) {
        server.options.log(fmt::format("internal_error {} {}", request.method, request.path));
    }
    return problem(500, {"internal_error", "系统内部错误，已经记录，请稍后再试"});
}

class Session final : public Connection {
  public:
    Session(Server::State& server, tcp::socket socket) : server_(server), stream_(std::move(socket)) {
        server_.connections.insert(this);
        error_code error;
        remote_ = stream_.socket().remote_endpoint(error).address().to_string();
    }
    ~Session() override {
        server_.connections.erase(this);
        if (server_.stopping && server_.connections.empty()) server_.stop_timer.cancel();
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void close_when_idle() override {
        if (idle_) stream_.close();
    }

    asio::awaitable<void> run() {
        bool goes_on = true;
        while (goes_on && !server_.stopping) goes_on = co_await one_request();
    }

  private:
    enum class Arrival { complete, refused, gone };

    // True when the connection may carry another request.
    asio::awaitable<bool> one_request() {
        Parser parser;
        parser.header_limit(server_.options.header_limit);
        parser.body_limit(boost::none);  // set once the route is known
        Request request;
        Response response;
        request.remote = remote_;
        Arrival arrival = co_await read_header(parser, request, response);
        const std::uint64_t expected = arrival == Arrival::complete ? expected_body(parser, request) : 0;
        const BodyShare share(server_, expected);
        if (arrival == Arrival::complete) arrival = co_await read_body(parser, expected, request, response);
        if (arrival == Arrival::gone) co_return false;
        const bool keep = arrival == Arrival::complete && parser.get().keep_alive();
        if (arrival == Arrival::complete) co_await handle(request, response);
        const bool goes_on = keep && !server_.stopping;
        if (!co_await send(request, response, goes_on ? AfterAnswer::keep_alive : AfterAnswer::close))
            co_return false;
        if (arrival == Arrival::refused) co_await hang_up();
        co_return goes_on;
    }

    asio::awaitable<Arrival> read_header(Parser& parser, Request& request, Response& response) {
        error_code error;
        if (buffer_.size() == 0) {
            idle_ = true;
            stream_.expires_after(server_.options.idle_timeout);
            const std::size_t got =
                co_await stream_.async_read_some(buffer_.prepare(4096), redirect_error(use_awaitable, error));
            idle_ = false;
            buffer_.commit(got);
            if (error) co_return Arrival::gone;
        }
        stream_.expires_after(server_.options.header_timeout);
        co_await beast::http::async_read_header(stream_, buffer_, parser,
                                                redirect_error(use_awaitable, error));
        if (error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow) {
            response = problem(431, {"header_too_large", "请求头过大"});
            co_return Arrival::refused;
        }
        if (error) co_return broken(error, response);
        co_return take_header(parser, request, response) ? Arrival::complete : Arrival::refused;
    }

    // What the parser objects to is answered; a connection that broke or timed out is not.
    static Arrival broken(error_code error, Response& response) {
        const bool syntax =
            error.category() == beast::http::make_error_code(beast::http::error::bad_method).category();
        if (!syntax || error == beast::http::error::end_of_stream) return Arrival::gone;
        response = error == beast::http::error::partial_message
                       ? problem(400, {"body_cut", "请求没有传完"})
                       : problem(400, {"bad_request", "不是有效的 HTTP 请求"});
        return Arrival::refused;
    }

    bool take_header(const Parser& parser, Request& request, Response& response) const {
        const auto& head = parser.get();
        request.method = std::string(head.method_string());
        for (const auto& field : head) request.headers.emplace_back(field.name_string(), field.value());
        if (server_.options.behind_proxy) {
            request.secure = request.header("x-forwarded-proto") == "https";
            if (const auto client = request.header("x-forwarded-for"); !client.empty())
                request.remote = client.substr(client.rfind(',') + 1);
        }
        auto target = parse_target(std::string_view(head.target().data(), head.target().size()));
        if (!target) {
            response = problem(400, target.error());
            return false;
        }
        request.path = std::move(target->path);
        request.segments = std::move(target->segments);
        request.queries = std::move(target->queries);
        return is_acceptable(parser, request, response);
    }

    bool is_acceptable(const Parser& parser, const Request& request, Response& response) const {
        const auto match = server_.router.match(request.method, request.segments);
        const std::uint64_t limit = match.route ? match.route->options.body_limit : 0;
        const std::uint64_t length = parser.content_length().value_or(0);
        const bool has_content = length > 0 || parser.chunked();
        if (parser.get().version() == 11 && request.header("host").empty())
            response = problem(400, {"bad_request", "请求缺少 Host"});
        else if (is_foreign_write(request))
            response = problem(403, {"foreign_origin", "不接受来自其他网站的操作"});
        else if (has_content && !match.route)
            response = Router::refuse(match);  // the body stays unread
        else if (length > limit)
            response = problem(413, {"body_too_large", fmt::format("内容超过上限 {} 字节", limit)});
        else if (has_content &&
                 server_.bodies_bytes + expected_body(parser, request) > server_.options.bodies_bytes_max)
            response = problem(503, {"busy", "同时上传的内容过多，请稍后再试"}).set("Retry-After", "1");
        else
            return true;
        return false;
    }

    std::uint64_t expected_body(const Parser& parser, const Request& request) const {
        if (parser.content_length()) return *parser.content_length();
        return parser.chunked() ? body_limit(request) : 0;
    }

    std::uint64_t body_limit(const Request& request) const {
        const auto match = server_.router.match(request.method, request.segments);
        return match.route ? match.route->options.body_limit : 0;
    }

    asio::awaitable<Arrival> read_body(Parser& parser, std::uint64_t expected, Request& request,
                                       Response& response) {
        if (parser.is_done()) co_return Arrival::complete;
        parser.body_limit(body_limit(request));
        stream_.expires_after(server_.options.body_timeout +
                              std::chrono::seconds(expected / slowest_bytes_per_second));
        error_code error;
        if (request.header("expect") == "100-continue") {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(stream_, asio::buffer(go_on), redirect_error(use_awaitable, error));
        }
        if (!error)
            co_await beast::http::async_read(stream_, buffer_, parser, redirect_error(use_awaitable, error));
        if (error == beast::http::error::body_limit) {
            response = problem(413, {"body_too_large", "内容超过上限"});
            co_return Arrival::refused;
        }
        if (error) co_return broken(error, response);
        request.body = std::move(parser.get().body());
        co_return Arrival::complete;
    }

    asio::awaitable<void> handle(Request& request, Response& response) {
        if (server_.running >= server_.options.waiting_max) {
            response = problem(503, {"busy", "系统繁忙，请稍后再试"}).set("Retry-After", "1");
            co_return;
        }
        ++server_.running;
        co_await worked(request, response);
        --server_.running;
    }

    // To a worker and back to the I/O thread, one hand-over each way.
    asio::awaitable<void> worked(Request& request, Response& response) {
        return asio::async_initiate<const asio::use_awaitable_t<>, void()>(
            [this, &request, &response](auto finished) {
                asio::post(server_.workers, [this, &request, &response, finished = std::move(finished),
                                             busy = asio::make_work_guard(server_.io)]() mutable {
                    response = answer(server_, request);
                    asio::post(server_.io, std::move(finished));
                });
            },
            use_awaitable);
    }

    asio::awaitable<bool> send(const Request& request, const Response& response, AfterAnswer after) {
        const std::string head = wire_header(request, response, after);
        const bool with_body = has_body(request, response);
        const std::size_t size = with_body && !response.file ? response.body.size() : 0;
        const std::array<asio::const_buffer, 2> parts = {asio::buffer(head),
                                                         asio::buffer(response.body.data(), size)};
        stream_.expires_after(server_.options.body_timeout +
                              std::chrono::seconds(size / slowest_bytes_per_second));
        error_code error;
        co_await asio::async_write(stream_, parts, redirect_error(use_awaitable, error));
        if (error) co_return false;
        if (with_body && response.file) co_return co_await send_file(*response.file);
        co_return true;
    }

    asio::awaitable<bool> send_file(const FileRange& range) {
        const OpenFile file(range.path);
        std::vector<char> block(128 * 1024);
        for (std::uint64_t sent = 0; sent < range.length;) {
            const std::size_t wanted =
                static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), range.length - sent));
            const std::size_t got = file.read({block.data(), wanted}, range.offset + sent);
            if (got == 0)
                co_return false;  // shorter than promised: the only honest end is a broken connection
            error_code error;
            stream_.expires_after(server_.options.body_timeout);
            co_await asio::async_write(stream_, asio::buffer(block.data(), got),
                                       redirect_error(use_awaitable, error));
            if (error) co_return false;
            sent += got;
        }
        co_return true;
    }

    // A client that is still sending when we close would get a reset and never see the answer: read on for a
    // moment and throw it away.
    asio::awaitable<void> hang_up() {
        static constexpr std::uint64_t thrown_away_max = 256ULL << 20;
        error_code error;
        stream_.socket().shutdown(tcp::socket::shutdown_send, error);
        stream_.expires_after(std::chrono::seconds(3));
        std::array<char, 16 * 1024> scratch;
        std::uint64_t total = 0;
        while (!error && total < thrown_away_max)
            total +=
                co_await stream_.async_read_some(asio::buffer(scratch), redirect_error(use_awaitable, error));
    }

    Server::State& server_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    std::string remote_;
    bool idle_ = false;
};

}  // namespace

asio::awaitable<void> serve_connection(Server::State& server, tcp::socket socket) {
    Session session(server, std::move(socket));
    try {
        co_await session.run();
    } catch (const std::exception& exception) {
        server.options.log(fmt::format("connection ended: {}", exception.what()));
    }
}

}  // namespace http
