#include "electronic_service/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/text.hpp"

namespace electronic_service {

namespace {

constexpr std::size_t account_bytes_max = 254;  // RFC 5321 4.5.3.1
constexpr std::size_t device_bytes_max = 200;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_printable_ascii(char c) {
    return c > 0x20 && c < 0x7f;
}

bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
        return false;
    const std::string_view host = text.substr(at + 1);
    const bool plain = std::ranges::all_of(text, [](char c) {
        return is_printable_ascii(c) && std::string_view("<>()[]\\,;:\"").find(c) == std::string_view::npos;
    });
    return plain && host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
}

bool is_name_of_account(std::string_view text) {
    return base::is_valid_utf8(text) && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
           });
}

}  // namespace

bool is_mobile_number(std::string_view text) {
    return text.size() == 11 && text.front() == '1' && std::ranges::all_of(text, is_digit);
}

base::Result<void> check_account(std::string_view channel, std::string_view account) {
    const bool fits = !account.empty() && account.size() <= account_bytes_max &&
                      (channel == "email" ? is_mail_address(account)
                       : channel == "sms" ? is_mobile_number(account)
                                          : is_name_of_account(account));
    if (fits) return {};
    return base::fail("bad_account",
                      channel == "email" ? "送达地址确认书上的电子邮件地址不能使用，请与当事人核对后重新确认"
                      : channel == "sms"
                          ? "送达地址确认书上的手机号码不是11位手机号码，请与当事人核对后重新确认"
                          : "送达地址确认书上的账号过长或者含有不能使用的字符，请与当事人核对后重新确认",
                      "程序规定 第八十二条第（三）项", "account");
}

std::string device_of(std::string_view user_agent) {
    std::string device;
    for (const char c : user_agent) {
        if (device.size() == device_bytes_max) break;
        if (c >= 0x20 && c < 0x7f) device += c;
    }
    return base::is_blank(device) ? "未说明" : device;
}

std::string masked_address(std::string_view address) {
    const bool mapped = address.starts_with("::ffff:") && address.contains('.');
    if (mapped) address.remove_prefix(7);
    const char mark = address.contains('.') ? '.' : ':';
    const std::size_t first = address.find(mark);
    const std::size_t second = first == std::string_view::npos ? first : address.find(mark, first + 1);
    if (second == std::string_view::npos) return "未知";
    return fmt::format("{}{}", address.substr(0, second), mark == '.' ? ".*.*" : ":*");
}

std::string code_from(std::string_view hexadecimal) {
    std::uint64_t number = 0;
    std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), number, 16);
    return fmt::format("{:06}", number % 1'000'000);
}

bool is_link(std::string_view text) {
    return text.size() == 32 &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

}  // namespace electronic_service
