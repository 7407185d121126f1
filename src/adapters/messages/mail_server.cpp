#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "catalogue/yaml.hpp"
#include "messages/smtp.hpp"

namespace messages {

namespace {

base::Error bad(std::string_view member, std::string_view what) {
    return {"bad_option", fmt::format("邮件服务器设置的 {} {}", member, what), {}, std::string(member)};
}

}  // namespace

base::Result<MailServer> MailServer::read(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream) return base::fail("bad_option", fmt::format("不能读取邮件服务器设置 {}", file.string()));
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    const auto read = catalogue::read_yaml(text, file.filename().string());
    if (!read || !read->as_object())
        return base::fail("bad_option", fmt::format("邮件服务器设置 {} 不是 YAML 对象", file.string()));
    for (const auto& [name, value] : read->object())
        if (name != "server" && name != "sender" && name != "user" && name != "password" && name != "tls" &&
            name != "authority")
            return base::fail(bad(name, "不认识"));
    MailServer server{.url = std::string(read->text("server")),
                      .sender = std::string(read->text("sender")),
                      .user = std::string(read->text("user")),
                      .password = std::string(read->text("password")),
                      .authority = std::string(read->text("authority"))};
    const bool direct_tls = server.url.starts_with("smtps://");
    if (!direct_tls && !server.url.starts_with("smtp://"))
        return base::fail(bad("server", "应当写作 smtp://主机:端口 或者 smtps://主机:端口"));
    if (server.sender.find('@') == std::string::npos) return base::fail(bad("sender", "应当是电子邮件地址"));
    const std::string_view tls = read->text("tls");
    if (!tls.empty() && tls != "required" && tls != "none")
        return base::fail(bad("tls", "应当是 required 或者 none"));
    server.starttls = tls != "none";
    return server;
}

}  // namespace messages
