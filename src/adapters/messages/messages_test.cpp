#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "json/json.hpp"
#include "messages/carriers.hpp"
#include "messages/mail_text.hpp"

namespace {

namespace fs = std::filesystem;
using namespace messages;

class Noon final : public ports::Clock {
  public:
    base::Instant now() const override { return base::Instant::parse("2026-11-22T12:00:00+08:00").value(); }
};

struct Folder {
    fs::path path = fs::temp_directory_path() / ("messages-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

ports::Message message(std::string to = "wang@example.cn", std::string subject = "电子送达通知") {
    return {.id = "00ff",
            .channel = "email",
            .to = std::move(to),
            .subject = std::move(subject),
            .text = "第一行\n第二行\n"};
}

TEST(MailText, NoHeaderCanBeAdded) {
    const struct {
        const char* why;
        ports::Message message;
        bool fits;
    } table[] = {
        {"as it should be", message(), true},
        {"a second header in the to", message("wang@example.cn\r\nBcc: x@example.cn"), false},
        {"a bare line feed", message("wang@example.cn\nX: y"), false},
        {"a second recipient", message("a@example.cn>,<b@example.cn"), false},
        {"a second header in the title", message("a@example.cn", "通知\r\nBcc: x@e.cn"), false},
        {"a NUL", message(std::string("a@e.cn\0b", 8)), false},
        {"broken text", message("a@example.cn", "\xff"), false},
        {"no recipient", message(""), false},
    };
    for (const auto& row : table)
        EXPECT_EQ(mail_text(row.message, "bureau@gov.example", "Sun, 22 Nov 2026 12:00:00 +0800").has_value(),
                  row.fits)
            << row.why;
}

// Whatever the words: the head ends at the first empty line, is ASCII, and no line is longer than RFC 5322
// allows.
RC_GTEST_PROP(MailText, StaysAMailWhateverItSays, ()) {
    const auto characters = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0x4e00, 0x9fa5));
    std::string words;
    for (const int c : characters) {
        words += static_cast<char>(0xe0 | (c >> 12));
        words += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
        words += static_cast<char>(0x80 | (c & 0x3f));
    }
    ports::Message mail = message("wang@example.cn", "题" + words);
    mail.text = words;
    const std::string text = mail_text(mail, "bureau@gov.example", "x").value();
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find("\r\n", begin);
        RC_ASSERT(end != std::string::npos);
        RC_ASSERT(end - begin <= 78u);
        begin = end + 2;
    }
    RC_ASSERT(std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST(FileDrop, LeavesOneWholeFilePerMessage) {
    const Folder folder;
    const Noon clock;
    FileDrop drop(folder.path / "outbox", clock);
    const auto taken = drop.send(message());
    ASSERT_TRUE(taken) << taken.error().message;
    std::ifstream file(folder.path / "outbox" / "00ff.json");
    const auto read = json::parse(std::string(std::istreambuf_iterator<char>(file), {})).value();
    EXPECT_EQ(read.text("to"), "wang@example.cn");
    EXPECT_EQ(read.text("text"), "第一行\n第二行\n");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path / "outbox"), fs::directory_iterator()), 1);
    EXPECT_EQ(fs::status(folder.path / "outbox" / "00ff.json").permissions() & fs::perms::others_read,
              fs::perms::none);
}

TEST(FileDrop, ANameThatLeadsElsewhereIsNoName) {
    const Folder folder;
    const Noon clock;
    FileDrop drop(folder.path / "outbox", clock);
    for (const char* id : {"../x", "a/b", "", ".", "ABC",
                           "0123456789012345678901234567890123456789012345678901234567890123456789"}) {
        auto bad = message();
        bad.id = id;
        EXPECT_EQ(drop.send(bad).error().code, "message_not_sent") << id;
    }
    std::ofstream(folder.path / "outbox.file") << "x";
    FileDrop blocked(folder.path / "outbox.file", clock);
    EXPECT_EQ(blocked.send(message()).error().code, "message_not_sent");
}

TEST(MailServer, IsReadFromAFileAndItsErrorsKeepTheSecret) {
    const Folder folder;
    const struct {
        const char* why;
        const char* text;
        const char* field;
    } table[] = {
        {"complete",         "{server: 'smtp://mail.example:587', sender: a@example.cn, user: u, password: geheim}",
         ""                                                                                                                    },
        {"no scheme",        "{server: 'mail.example:587', sender: a@example.cn, password: geheim}",                 "server"  },
        {"another protocol", "{server: 'file:///etc/passwd', sender: a@example.cn, password: geheim}",
         "server"                                                                                                              },
        {"no sender",        "{server: 'smtp://mail.example', password: geheim}",                                    "sender"  },
        {"a slip",           "{server: 'smtp://mail.example', sender: a@example.cn, passwort: geheim}",              "passwort"},
        {"half secure",      "{server: 'smtp://mail.example', sender: a@example.cn, password: geheim, tls: maybe}",
         "tls"                                                                                                                 },
    };
    for (const auto& row : table) {
        std::ofstream(folder.path / "mail.yaml") << row.text;
        const auto read = MailServer::read(folder.path / "mail.yaml");
        EXPECT_EQ(read ? "" : read.error().field, row.field) << row.why;
        if (!read) {
            EXPECT_EQ(read.error().message.find("geheim"), std::string::npos) << row.why;
        }
    }
    EXPECT_FALSE(MailServer::read(folder.path / "none.yaml"));
}

}  // namespace
