#include "electronic_service/words.hpp"

#include <gtest/gtest.h>

namespace {

using namespace electronic_service;

TEST(Words, AnAccountIsAnAddressAndNothingElse) {
    const std::string long_text(100'000, 'a');
    const struct {
        const char* why;
        std::string channel, account;
        bool fits;
    } table[] = {
        {"a mailbox",                           "email", "wang@example.cn",                        true },
        {"with a plus",                         "email", "wang+gs@mail.example.cn",                true },
        {"a second header behind a line break", "email", "wang@example.cn\r\nBcc: all@example.cn", false},
        {"a bare line feed",                    "email", "wang@example.cn\nX: y",                  false},
        {"two addresses",                       "email", "a@example.cn,b@example.cn",              false},
        {"two at signs",                        "email", "a@b@example.cn",                         false},
        {"a command of SMTP in brackets",       "email", "<a@example.cn>",                         false},
        {"no host",                             "email", "wang@",                                  false},
        {"no name",                             "email", "@example.cn",                            false},
        {"letters SMTP does not carry",         "email", "王@example.cn",                          false},
        {"longer than an address may be",       "email", long_text + "@example.cn",                false},
        {"a mobile number",                     "sms",   "13900000002",                            true },
        {"a landline takes no message",         "sms",   "0999-1234567",                           false},
        {"a digit short",                       "sms",   "1390000000",                             false},
        {"a name of an instant messenger",      "im",    "王某_2024",                              true },
        {"a name with a line break",            "im",    "王某\n",                                 false},
        {"broken text",                         "im",    "\xff\xfe",                               false},
        {"nothing",                             "im",    "",                                       false},
    };
    for (const auto& row : table)
        EXPECT_EQ(check_account(row.channel, row.account).has_value(), row.fits) << row.why;
    EXPECT_EQ(check_account("email", "x").error().field, "account");
}

TEST(Words, AnAddressOfTheNetworkIsMasked) {
    EXPECT_EQ(masked_address("203.0.113.9"), "203.0.*.*");
    EXPECT_EQ(masked_address("::ffff:203.0.113.9"), "203.0.*.*");
    EXPECT_EQ(masked_address("2001:db8:1:2::9"), "2001:db8:*");
    EXPECT_EQ(masked_address(""), "未知");
    EXPECT_EQ(masked_address("x"), "未知");
}

TEST(Words, ADeviceIsWhatCanBePrintedOfIt) {
    EXPECT_EQ(device_of("Mozilla/5.0 (Linux; Android 14)"), "Mozilla/5.0 (Linux; Android 14)");
    EXPECT_EQ(device_of("a\r\nb\xff\x01"), "ab");
    EXPECT_EQ(device_of(std::string(5'000, 'x')).size(), 200u);
    EXPECT_EQ(device_of(""), "未说明");
}

TEST(Words, ACodeHasSixDigits) {
    EXPECT_EQ(code_from("0000000000000000"), "000000");
    EXPECT_EQ(code_from("00000000000f4247"), "000007") << "1000007";
    EXPECT_EQ(code_from("ffffffffffffffff").size(), 6u);
}

TEST(Words, ALinkIsWhatWasMadeAndNothingElse) {
    EXPECT_TRUE(is_link("0123456789abcdef0123456789abcdef"));
    EXPECT_FALSE(is_link("0123456789ABCDEF0123456789abcdef"));
    EXPECT_FALSE(is_link("../../../../../../../../etc/pass"));
    EXPECT_FALSE(is_link(std::string(100'000, 'a')));
    EXPECT_FALSE(is_link(""));
}

}  // namespace
