#include "messages/smtp.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "json/json.hpp"

namespace {

namespace fs = std::filesystem;
using base::Value;

class Morning final : public ports::Clock {
  public:
    base::Instant now() const override { return base::Instant::parse("2026-11-22T09:30:00+08:00").value(); }
};

// The server of mail_server.py as a process; it ends when its input does.
class MailHost {
  public:
    explicit MailHost(std::vector<std::string> arguments) {
        int in[2], out[2];
        if (pipe(in) != 0 || pipe(out) != 0) throw std::runtime_error("pipe");
        process_ = fork();
        if (process_ == 0) {
            dup2(in[0], 0);
            dup2(out[1], 1);
            close(in[1]);
            close(out[0]);
            arguments.insert(arguments.begin(),
                             {"/usr/bin/python3", ZHIHENG_SOURCE_DIR "/tests/messages/mail_server.py"});
            std::vector<char*> words;
            for (auto& word : arguments) words.push_back(word.data());
            words.push_back(nullptr);
            execv("/usr/bin/python3", words.data());
            _exit(127);
        }
        close(in[0]);
        close(out[1]);
        input_ = in[1];
        output_ = fdopen(out[0], "r");
        port = static_cast<int>(line().integer("port").value_or(0));
    }
    ~MailHost() {
        close(input_);
        std::fclose(output_);
        waitpid(process_, nullptr, 0);
    }
    Value line() {
        std::string text;
        for (int c = std::fgetc(output_); c != EOF && c != '\n'; c = std::fgetc(output_))
            text += static_cast<char>(c);
        const auto read = json::parse(text);
        return read ? *read : Value();
    }
    int port = 0;

  private:
    pid_t process_ = 0;
    int input_ = -1;
    std::FILE* output_ = nullptr;
};

messages::MailServer to(const MailHost& host) {
    return {.url = "smtp://127.0.0.1:" + std::to_string(host.port),
            .sender = "wenshu@scjg.example",
            .starttls = false,
            .timeout_seconds = 5};
}

ports::Message mail() {
    return {.id = "0123456789abcdef",
            .channel = "email",
            .to = "feng@example.cn",
            .subject = "【临江市城东区市场监督管理局】电子送达通知，请在十五日内打开并阅读全部文书",
            .text =
                "请打开：https://zf.example.cn/"
                "served#0123456789abcdef0123456789abcdef\n.\n第二行，行首有一点：\n.完\n"};
}

TEST(Smtp, WhatArrivesIsWhatWasSent) {
    MailHost host({"plain"});
    ASSERT_GT(host.port, 0);
    const Morning clock;
    messages::Smtp smtp(to(host), clock);
    const auto taken = smtp.send(mail());
    ASSERT_TRUE(taken) << taken.error().message;
    EXPECT_EQ(*taken, "250 2.0.0 Ok: queued as TEST42");
    const Value got = host.line();
    EXPECT_EQ(got.text("from"), "wenshu@scjg.example");
    ASSERT_EQ(got.list("to").size(), 1u);
    EXPECT_EQ(got.list("to").front(), Value("feng@example.cn"));
    EXPECT_EQ(got.text("subject"), mail().subject);
    std::string body(got.text("body"));
    std::erase(body, '\r');  // a mail travels with CR LF
    EXPECT_EQ(body, mail().text) << "a dot alone on a line ends nothing";
    EXPECT_EQ(got.text("type"), "text/plain");
    EXPECT_EQ(got.text("charset"), "utf-8");
    EXPECT_EQ(got.text("date"), "2026-11-22T09:30:00+08:00");
    EXPECT_EQ(got.text("host"), "scjg.example");
}

TEST(Smtp, NoHeaderIsAddedAndNothingIsSentInstead) {
    MailHost host({"plain"});
    const Morning clock;
    messages::Smtp smtp(to(host), clock);
    auto bad = mail();
    bad.to = "feng@example.cn\r\nBcc: all@example.cn";
    EXPECT_EQ(smtp.send(bad).error().code, "bad_account");
    bad = mail();
    bad.subject = "通知\r\nX-Injected: 1";
    EXPECT_EQ(smtp.send(bad).error().code, "bad_account");
    ASSERT_TRUE(smtp.send(mail()));
    const Value line = host.line();
    for (const Value& header : line.list("headers")) {
        EXPECT_NE(header, Value("Bcc"));
        EXPECT_NE(header, Value("X-Injected"));
    }
}

TEST(Smtp, SignsInAndSaysWhenItMayNot) {
    MailHost host({"auth"});
    const Morning clock;
    auto server = to(host);
    server.user = "zhiheng";
    server.password = "secret-7";
    const auto taken = messages::Smtp(server, clock).send(mail());
    ASSERT_TRUE(taken) << taken.error().message;
    EXPECT_EQ(host.line().text("user"), "zhiheng");
    server.password = "another";
    const auto refused = messages::Smtp(server, clock).send(mail());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "message_not_sent");
    EXPECT_EQ(refused.error().message.find("another"), std::string::npos) << "no password in an error";
}

TEST(Smtp, IsEncryptedAndKnowsTheServer) {
    const fs::path folder = fs::temp_directory_path() / ("smtp-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const std::string key = folder / "key.pem", certificate = folder / "certificate.pem";
    const std::string make =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost "
        "-addext subjectAltName=IP:127.0.0.1 -keyout " +
        key + " -out " + certificate + " 2>/dev/null";
    ASSERT_EQ(std::system(make.c_str()), 0);
    {
        MailHost host({"tls", certificate, key});
        const Morning clock;
        auto server = to(host);
        EXPECT_FALSE(messages::Smtp(server, clock).send(mail())) << "this server demands encryption";
        server.starttls = true;
        EXPECT_FALSE(messages::Smtp(server, clock).send(mail())) << "nobody vouches for its certificate";
        server.authority = certificate;
        const auto taken = messages::Smtp(server, clock).send(mail());
        ASSERT_TRUE(taken) << taken.error().message;
        EXPECT_TRUE(host.line().truth("secure"));
    }
    {
        MailHost host({"plain"});
        const Morning clock;
        auto server = to(host);
        server.starttls = true;
        EXPECT_FALSE(messages::Smtp(server, clock).send(mail())) << "encryption is demanded, not hoped for";
    }
    fs::remove_all(folder);
}

TEST(Smtp, ARefusalAndASilentHostAreErrors) {
    const Morning clock;
    {
        MailHost host({"refuse"});
        EXPECT_EQ(messages::Smtp(to(host), clock).send(mail()).error().code, "message_not_sent");
    }
    messages::MailServer nobody{
        .url = "smtp://127.0.0.1:1", .sender = "a@scjg.example", .starttls = false, .timeout_seconds = 2};
    EXPECT_EQ(messages::Smtp(nobody, clock).send(mail()).error().code, "message_not_sent");
}

}  // namespace
