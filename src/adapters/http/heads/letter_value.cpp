#include "http/heads/letter_value.hpp"

#include <charconv>
#include <memory>

#include "json/json.hpp"

namespace desk {

namespace {

using base::Object;
using base::Value;

base::Result<std::string> text_in(const Value& body, std::string_view name) {
    const auto* text = body[name].as_string();
    if (text == nullptr) return base::fail("wrong_type", "应当是文字", {}, std::string(name));
    return *text;
}

base::Result<base::Date> day_in(const Value& body) {
    const std::string text = TRY(text_in(body, "day"));
    const auto day = base::Date::parse(text);
    if (!day) return base::fail("bad_date", "日期应当写作 2026-11-21", {}, "day");
    return *day;
}

}  // namespace

Value head_value(const ports::DayHead& head) {
    return Object{
        {"region",     head.region    },
        {"day",        head.day.str() },
        {"acts",       head.acts      },
        {"prev_head",  head.prev_head },
        {"head",       head.head      },
        {"signature",  head.signature },
        {"public_pem", head.public_pem}
    };
}

Value letter_value(const heads::Letter& letter) {
    Object value = head_value(letter.head).object();
    value.set("letter_signature", letter.signature);
    return value;
}

Value receipt_value(const ports::HeadReceipt& receipt) {
    return Object{
        {"region",     receipt.region    },
        {"day",        receipt.day.str() },
        {"head",       receipt.head      },
        {"superior",   receipt.superior  },
        {"at",         receipt.at.str()  },
        {"signature",  receipt.signature },
        {"public_pem", receipt.public_pem}
    };
}

base::Result<heads::Letter> letter_from(const Value& body) {
    const auto acts = body.integer("acts");
    if (!acts || *acts < 1 || *acts > 1'000'000'000)
        return base::fail("wrong_type", "应当是行为的件数", {}, "acts");
    return heads::Letter{
        .head = {.region = TRY(text_in(body, "region")),
                 .day = TRY(day_in(body)),
                 .acts = static_cast<int>(*acts),
                 .prev_head = TRY(text_in(body, "prev_head")),
                 .head = TRY(text_in(body, "head")),
                 .signature = TRY(text_in(body, "signature")),
                 .public_pem = TRY(text_in(body, "public_pem"))},
        .signature = TRY(text_in(body, "letter_signature"))
    };
}

base::Result<ports::HeadReceipt> receipt_from(const Value& body) {
    const std::string at = TRY(text_in(body, "at"));
    return ports::HeadReceipt{.region = TRY(text_in(body, "region")),
                              .day = TRY(day_in(body)),
                              .head = TRY(text_in(body, "head")),
                              .superior = TRY(text_in(body, "superior")),
                              .at = TRY(base::Instant::parse(at)),
                              .signature = TRY(text_in(body, "signature")),
                              .public_pem = TRY(text_in(body, "public_pem"))};
}

base::Result<heads::Transport> transport_to(std::string_view host_and_port) {
    const auto colon = host_and_port.rfind(':');
    std::uint16_t port = 0;
    const auto digits =
        colon == std::string_view::npos ? std::string_view() : host_and_port.substr(colon + 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (colon == 0 || digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size())
        return base::fail("bad_option", "--superior 应当写作 主机:端口");
    const std::string host(host_and_port.substr(0, colon));
    return heads::Transport([host, port](const heads::Letter& letter) -> base::Result<ports::HeadReceipt> {
        http::Client client(host, port);
        const auto answer = TRY(client.send("POST", "/api/heads",
                                            {
                                                {"Content-Type", "application/json"}
        },
                                            json::write(letter_value(letter))));
        const Value body = TRY(json::parse(answer.body));
        if (answer.status != 200)
            return base::fail("refused_by_superior", "上级机关没有接收：" + std::string(body.text("detail")));
        return receipt_from(body);
    });
}

}  // namespace desk
