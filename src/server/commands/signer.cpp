#include <csignal>
#include <iostream>

#include "commands/signing.hpp"
#include "commands/options.hpp"
#include "signing/service.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng signer --socket 套接字 --keys 目录
试验用的签名服务：在自己的进程里生成、保管 SM2 密钥并签名，供 zhiheng serve --signer 套接字 连接。
真实的密码机或者电子印章系统以同样的一行一问、一行一答的 JSON 接入（docs/decisions/0053-signing.md）。
)";

std::atomic<bool> stopped = false;

}  // namespace

int signer(Arguments arguments) {
    const auto options = Options::read(arguments, {"--socket", "--keys"}, {});
    if (!options) return complain(options.error());
    if (options->help() || !options->words().empty() || !options->value("--socket") ||
        !options->value("--keys")) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto service = signing_keys::Service::open(*options->value("--socket"), *options->value("--keys"));
    if (!service) return complain(service.error());
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { stopped = true; });
    std::cout << "签名服务已启动" << std::endl;
    service->run(stopped);
    return done;
}

}  // namespace commands
