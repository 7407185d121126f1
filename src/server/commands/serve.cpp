#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <thread>

#include "commands/background.hpp"
#include "commands/commands.hpp"
#include "commands/demonstration.hpp"
#include "commands/options.hpp"
#include "http/desk/routes.hpp"
#include "http/documents/check_routes.hpp"
#include "http/documents/sheet_routes.hpp"
#include "http/fast_lists/fast_list_routes.hpp"
#include "http/foreign_volumes/foreign_volume_routes.hpp"
#include "http/heads/letter_value.hpp"
#include "http/phrases/phrase_routes.hpp"
#include "http/sealing/sealing_routes.hpp"
#include "http/self_check/nightly_routes.hpp"
#include "http/server.hpp"
#include "http/static_files.hpp"
#include "installation/signing_room.hpp"
#include "system/process.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng serve [选项]
启动服务。没有 --database 时在数据目录下运行自己的 PostgreSQL（只用本机套接字）。Ctrl-C 或者 SIGTERM 结束。
  --data 目录           数据目录（默认 var）
  --listen 主机:端口    监听地址（默认 127.0.0.1:8080；端口 0 由系统选择）
  --database URL        使用给定的 PostgreSQL
  --web 目录            网页文件（默认 web/dist）
  --fonts 目录          文书用字体
  --address 网址        外部访问本服务的网址，印在文书二维码和电子送达的链接中；没有时文书不印二维码，链接用监听地址
  --mail 文件           邮件服务器设置（YAML：server、sender、user、password、tls、authority）；没有时邮件与短信一样写入数据目录的 outbox
  --superior 主机:端口  上级机关的服务，每日链头送往该处；没有时两级都在本处
  --signer 套接字       签名服务（密码机、电子印章系统）的 Unix 套接字
  --demo                数据库为空时载入演示机关和案件
)";

struct Address {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;
};

base::Result<Address> address_of(const std::optional<std::string>& text) {
    if (!text) return Address();
    const std::size_t colon = text->rfind(':');
    const auto wrong =
        base::fail("bad_option", "--listen 应当写作 主机:端口，如 127.0.0.1:8080 或者 [::1]:8080");
    if (colon == std::string::npos) return wrong;
    Address address{.host = text->substr(0, colon)};
    const bool bracketed = address.host.starts_with('[') && address.host.ends_with(']');
    if (bracketed) address.host = address.host.substr(1, address.host.size() - 2);
    if (!bracketed && address.host.contains(':')) return wrong;
    const std::string port = text->substr(colon + 1);
    const auto read = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (address.host.empty() || read.ec != std::errc() || read.ptr != port.data() + port.size()) return wrong;
    return address;
}

// As it stands in a URL.
std::string shown(const std::string& host) {
    return host.contains(':') ? "[" + host + "]" : host;
}

http::ServerOptions server_options(const Address& address) {
    http::ServerOptions options;
    options.host = address.host;
    options.port = address.port;
    options.stop_on_signals = true;
    options.log = [](std::string_view line) { std::cerr << line << std::endl; };
    return options;
}

// The address is printed on papers, so a slip in it is found before the first of them.
base::Result<void> check_outside_address(const std::string& address) {
    const bool begins = address.starts_with("https://") || address.starts_with("http://");
    const bool plain = std::ranges::all_of(address, [](char c) { return c > ' ' && c < 127 && c != '"'; });
    if (address.empty() || (begins && plain && address.size() <= 100)) return {};
    return base::fail("bad_option", "--address 应当是 https:// 开头、不超过 100 个字符的网址");
}

base::Result<void> run(const Options& options) {
    const Address address = TRY(address_of(options.value("--listen")));
    const auto web = options.value("--web");
    if (web && !std::filesystem::is_directory(*web))
        return base::fail("bad_option", fmt::format("没有网页目录 {}", *web));
    const auto superior = options.value("--superior");
    if (superior) TRY(desk::transport_to(*superior));
    TRY(check_outside_address(options.value("--address").value_or("")));
    http::Router router;
    http::Server server(server_options(address), router);
    TRY(server.claim());
    const auto opened = TRY(installation::Installation::open(place_of(options)));
    const auto signing =
        TRY(installation::SigningRoom::open(*opened, place_of(options), options.value("--signer")));
    if (options.has("--demo")) TRY(load_demonstration(*opened, signing->certificates()));
    TRY(opened->renderer().warm_up());
    const desk::Desk desk{.office = opened->office(),
                          .sign_in = opened->sign_in(),
                          .laws = opened->laws(),
                          .meetings = opened->meetings(),
                          .known_laws = opened->known_laws(),
                          .explorer = opened->explorer(),
                          .watch = opened->watch(),
                          .volumes = opened->volumes(),
                          .calendars = opened->calendars(),
                          .hand_over = opened->hand_over(),
                          .findings = opened->findings(),
                          .heads = opened->heads(),
                          .services = opened->services(),
                          .file_names = opened->file_names(),
                          .proofreading = opened->proofreading(),
                          .papers = opened->papers(),
                          .violations = discretion::violations_to_value(opened->office().discretion)};
    desk::add_routes(router, desk);
    desk::add_check_routes(router, opened->paper_register());
    desk::add_nightly_routes(router, desk, opened->nights());
    desk::add_sealing_routes(router, desk, signing->desk());
    desk::add_phrase_routes(router, desk, opened->phrases());
    desk::add_sheet_routes(router, desk, opened->sheet_views());
    desk::add_fast_list_routes(router, desk, {opened->office(), opened->fast_lists()});
    const foreign_volumes::Room foreign{
        .office = opened->office(), .store = opened->foreign_volumes(), .shelf = opened->foreign_shelf()};
    desk::add_foreign_volume_routes(router, desk, foreign);
    const http::StaticFiles pages(web.value_or("web/dist"));
    router.set_fallback([&pages](const http::Request& request) { return pages.answer(request); });
    TRY(server.listen());
    std::string outside = options.value("--address").value_or("");
    if (outside.empty()) outside = fmt::format("http://{}:{}", shown(address.host), server.port());
    opened->services().set_public_address(outside);
    const Background background(*opened, superior.value_or(""));
    std::cout << fmt::format("执衡已启动：http://{}:{}/", shown(address.host), server.port()) << std::endl;
    server.run();
    return {};
}

}  // namespace

int serve(Arguments arguments) {
    const auto options = Options::read(arguments,
                                       {"--data", "--listen", "--database", "--web", "--fonts", "--superior",
                                        "--address", "--signer", "--mail"},
                                       {"--demo"});
    if (!options) return complain(options.error());
    if (options->help()) return say(help);
    systems::raise_descriptor_limit();
    const auto ended = run(*options);
    if (ended) return done;
    return complain(ended.error(), ended.error().code == "bad_option" ? bad_input : refused);
}

}  // namespace commands
