#include "messages/mail_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace messages {

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t line_bytes = 57;     // 76 characters of base64, RFC 2045 6.8
constexpr std::size_t subject_bytes = 42;  // an encoded word has at most 75 characters, RFC 2047 2

std::string base64(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned group = 0;
        const std::size_t held = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k)
            group = (group << 8) | (k < held ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) text += k <= held ? letters[(group >> (18 - 6 * k)) & 63U] : '=';
    }
    return text;
}

bool has_control(std::string_view text) {
    return std::ranges::any_of(text,
                               [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

// An encoded word holds whole characters.
std::string encoded_subject(std::string_view subject) {
    std::string header;
    while (!subject.empty()) {
        std::size_t take = std::min(subject_bytes, subject.size());
        while (take < subject.size() && (static_cast<unsigned char>(subject[take]) & 0xc0U) == 0x80U) --take;
        header +=
            fmt::format("{}=?UTF-8?B?{}?=", header.empty() ? "" : "\r\n ", base64(subject.substr(0, take)));
        subject.remove_prefix(take);
    }
    return header;
}

std::string encoded_body(std::string_view text) {
    std::string crlf, body;
    for (const char c : text) {
        if (c == '\n' && (crlf.empty() || crlf.back() != '\r')) crlf += '\r';
        crlf += c;
    }
    for (std::size_t i = 0; i < crlf.size(); i += line_bytes)
        body += base64(std::string_view(crlf).substr(i, line_bytes)) + "\r\n";
    return body;
}

}  // namespace

std::string domain_of(std::string_view address) {
    const std::size_t at = address.rfind('@');
    return std::string(at == std::string_view::npos ? address : address.substr(at + 1));
}

base::Result<std::string> mail_text(const ports::Message& message, std::string_view sender,
                                    std::string_view date) {
    for (const std::string_view header : {std::string_view(message.to), std::string_view(message.subject),
                                          std::string_view(message.id), sender, date})
        if (header.empty() || has_control(header) || !base::is_valid_utf8(header))
            return base::fail("bad_account", "邮件的地址或者标题含有不能使用的字符");
    if (message.to.find_first_of(" <>,;") != std::string::npos)
        return base::fail("bad_account", "邮件地址不能使用");
    return fmt::format(
        "Date: {}\r\nFrom: <{}>\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
        "Auto-Submitted: auto-generated\r\n\r\n{}",
        date, sender, message.to, encoded_subject(message.subject), message.id, domain_of(sender),
        encoded_body(message.text));
}

}  // namespace messages
