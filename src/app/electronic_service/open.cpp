#include <fmt/format.h>

#include <algorithm>

#include "electronic_service/service.hpp"
#include "electronic_service/words.hpp"

namespace electronic_service {

namespace {

base::Error link_void(const ports::ElectronicService& service) {
    const std::string phone(service.facts["agency"].text("phone"));
    return {"link_void", fmt::format("这个链接已经作废，请打开最近一次收到的链接{}",
                                     phone.empty() ? "" : fmt::format("，或者致电{}", phone))};
}

bool is_code(std::string_view text) {
    return text.size() == 6 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

base::Result<ports::ElectronicService> Service::known(std::string_view link) const {
    if (!is_link(link)) return base::fail("link_unknown", "链接不完整或者不存在，请核对收到的通知");
    const auto service = TRY(store_.by_link(office_.ports.hasher.sm3(link)));
    if (!service) return base::fail("link_unknown", "链接不完整或者不存在，请核对收到的通知");
    return *service;
}

base::Result<ports::ElectronicService> Service::readable(std::string_view link) const {
    const auto service = TRY(known(link));
    if (service.state == "sending") return base::fail("link_not_ready", "链接正在发送，请几分钟后再打开");
    if (service.state != "sent") return base::fail(link_void(service));
    if (TRY(store_.is_struck(service.link_sm3)))
        return base::fail("paper_struck", "该文书已经作废，不再以此送达");
    if (service.wrong >= rules_.wrong_codes_max)
        return base::fail("link_locked", "验证码多次输入错误，链接已经锁定，请联系送达机关重新发送");
    if (service.expires_at <= office_.now())
        return base::fail("link_expired", "链接已经过期，送达机关将改用其他方式送达");
    return service;
}

base::Result<Look> Service::look(std::string_view link) const {
    const auto service = TRY(known(link));
    const auto open = readable(link);
    Look look{.agency = std::string(service.facts["agency"].text("name")),
              .phone = std::string(service.facts["agency"].text("phone")),
              .was_opened = service.opened_at.has_value(),
              .code_to_phone = service.code_channel == "sms",
              .tries_left = std::max(0, rules_.wrong_codes_max - service.wrong),
              .codes_left = std::max(0, rules_.codes_max - service.codes),
              .expires_at = service.expires_at};
    if (open) return look;
    if (open.error().code == "link_locked")
        look.state = State::locked;
    else if (open.error().code == "link_expired")
        look.state = State::expired;
    else if (open.error().code == "link_void" || open.error().code == "paper_struck")
        look.state = State::voided;
    else
        return base::fail(open.error());
    return look;
}

base::Error Service::wrong_code(const ports::ElectronicService& service) const {
    if (service.wrong >= rules_.wrong_codes_max)
        return {"link_locked", "验证码多次输入错误，链接已经锁定，请联系送达机关重新发送"};
    if (service.code_sm3.empty()) return {"code_used", "验证码已经使用过，请获取新的验证码", {}, "code"};
    if (service.code_until <= office_.now())
        return {"code_used", "验证码已经过期，请获取新的验证码", {}, "code"};
    return {"code_wrong",
            fmt::format("验证码不正确，还可以输入{}次", rules_.wrong_codes_max - service.wrong),
            {},
            "code"};
}

// 程序规定 第八十二条第（三）项: the day it reaches the recipient's system counts. Only the opening proves
// that; see docs/decisions/0058.
base::Result<Opened> Service::open(std::string_view link, std::string_view code, const Caller& caller) const {
    const auto before = TRY(readable(link));
    if (!is_code(code)) return base::fail("bad_code", "验证码是六位数字", {}, "code");
    const std::string key = office_.ports.random.hex(16);
    const base::Instant now = office_.now();
    const ports::Opening opening{
        .at = now,
        .device = device_of(caller.user_agent),
        .address = masked_address(caller.address),
        .reading_sm3 = office_.ports.hasher.sm3(key),
        .reading_until = base::Instant(now.point() + std::chrono::minutes(rules_.reading_minutes))};
    const auto taken =
        TRY(store_.try_code(before.link_sm3, code_sm3(link, code), opening, rules_.wrong_codes_max));
    const auto service = TRY(known(link));
    if (!taken.value_or(false)) return base::fail(wrong_code(service));
    // The opening stands already. A receipt that cannot be filed now is filed when an officer next looks; the
    // recipient reads in any case.
    if (service.receipt.empty()) (void)file_receipt(service);
    return Opened{.service = service,
                  .key = key,
                  .readable_until = opening.reading_until,
                  .rights = rules_.rights_of(service.document_no)};
}

base::Result<void> Service::send_code(std::string_view link) const {
    const auto service = TRY(readable(link));
    const std::string code = code_from(office_.ports.random.hex(8));
    const bool may = TRY(store_.replace_code(service.link_sm3, code_sm3(link, code),
                                             office_.now().plus_hours(rules_.code_hours), rules_.codes_max));
    if (!may) return base::fail("codes_used_up", "这个链接的验证码已经发送多次，请联系送达机关重新发送链接");
    return send_code(service, code);
}

base::Result<std::string> Service::paper(std::string_view link, std::string_view key) const {
    const auto service = TRY(readable(link));
    if (!is_link(key) ||
        !TRY(store_.may_read(service.link_sm3, office_.ports.hasher.sm3(key), office_.now())))
        return base::fail("reading_over", "阅读时间已过，请获取新的验证码再次打开");
    return office_.ports.blobs.read(service.paper_sm3);
}

}  // namespace electronic_service
