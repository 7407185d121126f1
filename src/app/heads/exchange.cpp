#include "heads/exchange.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace heads {

namespace {

constexpr int heads_at_once = 200;
constexpr std::size_t head_length = 64;
constexpr std::size_t heads_of_a_day_max = 5;

bool is_hash(std::string_view text) {
    return text.size() == head_length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

base::Result<void> check_form(const ports::DayHead& head) {
    const auto bad = [](const char* field) {
        return base::fail("bad_input", "每日链头的内容不完整", {}, field);
    };
    if (superior_of(head.region).empty()) return bad("region");
    if (!is_hash(head.head)) return bad("head");
    if (!head.prev_head.empty() && !is_hash(head.prev_head)) return bad("prev_head");
    if (head.acts < 1) return bad("acts");
    if (head.signature.empty() || head.public_pem.empty()) return bad("signature");
    return {};
}

ports::Fault fault_of(const ports::DayHead& held, std::string_view what) {
    return {.case_no = {},
            .n = 0,
            .what = "received_head",
            .message = fmt::format("机关{}{}的每日链头与上级留存的不一致：{}", held.region,
                                   held.day.chinese(), what)};
}

}  // namespace

std::string superior_of(std::string_view region) {
    if (region.size() != 6 || region.substr(2) == "0000") return {};
    return std::string(region.substr(0, region.substr(4) == "00" ? 2 : 4)) +
           (region.substr(4) == "00" ? "0000" : "00");
}

std::string text_of(const ports::DayHead& head) {
    return fmt::format("day head\n{} {} {}\n{}\n{}\n{}\n", head.region, head.day.str(), head.acts,
                       head.prev_head, head.head, head.signature);
}

std::string text_of(const ports::HeadReceipt& receipt) {
    return fmt::format("receipt\n{} {}\n{}\n{} {}\n", receipt.region, receipt.day.str(), receipt.head,
                       receipt.superior, receipt.at.str());
}

std::vector<Doubt> doubts(const std::vector<ports::ReceivedHead>& received) {
    std::vector<Doubt> found;
    std::map<base::Date, std::vector<const ports::DayHead*>> days;
    for (const auto& each : received) days[each.head.day].push_back(&each.head);
    const auto add = [&](const ports::DayHead& head, const char* kind, const char* message) {
        found.push_back({head.region, head.day, kind, message});
    };
    const ports::DayHead* before = nullptr;
    for (const auto& [day, heads] : days) {
        const ports::DayHead& first = *heads.front();
        if (heads.size() > 1) add(first, "fork", "同一日收到不同的链头，链条被改写过");
        if (first.public_pem != received.front().head.public_pem)
            add(first, "other_key", "签名密钥与首次收到的不同");
        const bool joins = before == nullptr ? first.prev_head.empty() : first.prev_head == before->head;
        if (!joins) add(first, "gap", "没有接在上一次收到的链头之后，中间有缺失");
        before = &first;
    }
    return found;
}

base::Result<ports::HeadReceipt> Exchange::receive(const Letter& letter) {
    const ports::DayHead& head = letter.head;
    TRY(check_form(head));
    const std::string superior = superior_of(head.region);
    if (!TRY(store_.knows(head.region)) || !TRY(store_.knows(superior)))
        return base::fail("unknown_agency", "没有这个下级机关", {}, "region");
    if (!keys_.is_signed(head.public_pem, head.head, head.signature) ||
        !keys_.is_signed(head.public_pem, text_of(head), letter.signature))
        return base::fail("bad_signature", "签名与内容不符", {}, "signature");
    const auto kept = TRY(store_.received_from(head.region));
    const auto of_day = std::ranges::count_if(
        kept, [&](const auto& each) { return each.head.day == head.day && each.head.head != head.head; });
    if (std::cmp_greater_equal(of_day, heads_of_a_day_max))
        return base::fail("bad_input", "该日已留存多个不同的链头，请联系上级机关", {}, "day");
    const base::Instant now = clock_.now();
    TRY(store_.keep_received({head, now}));
    ports::HeadReceipt receipt{.region = head.region,
                               .day = head.day,
                               .head = head.head,
                               .superior = superior,
                               .at = now,
                               .signature = {},
                               .public_pem = {}};
    auto signature = TRY(keys_.sign_text(superior, text_of(receipt)));
    receipt.signature = std::move(signature.signature);
    receipt.public_pem = std::move(signature.public_pem);
    return receipt;
}

base::Result<int> Exchange::deliver(const Transport& transport, const std::function<bool()>& goes_on) {
    int delivered = 0;
    for (const auto& waiting : TRY(store_.pending(heads_at_once))) {
        if (!goes_on()) break;
        const auto signature = TRY(keys_.sign_text(waiting.head.region, text_of(waiting.head)));
        const Letter letter{waiting.head, signature.signature};
        auto receipt = transport ? transport(letter) : receive(letter);
        const bool is_true = receipt && receipt->head == waiting.head.head &&
                             receipt->region == waiting.head.region && receipt->day == waiting.head.day &&
                             keys_.is_signed(receipt->public_pem, text_of(*receipt), receipt->signature);
        if (receipt && !is_true) receipt = base::fail("bad_receipt", "上级机关的回执与所送内容不符");
        if (!receipt) {
            TRY(store_.note_failure(waiting.head, receipt.error().message, clock_.now()));
            return base::fail(receipt.error());
        }
        TRY(store_.keep_receipt(*receipt));
        ++delivered;
    }
    return delivered;
}

base::Result<std::vector<ports::Fault>> Exchange::check() {
    std::vector<ports::Fault> faults;
    std::map<std::string, std::map<base::Date, std::string>> stored;
    const auto here =
        [&](const std::string& region) -> base::Result<const std::map<base::Date, std::string>*> {
        if (!stored.contains(region))
            for (const auto& head : TRY(store_.heads_of(region))) stored[region][head.day] = head.head;
        return &stored[region];
    };
    const auto compare = [&](const ports::DayHead& held) -> base::Result<void> {
        const auto* days = TRY(here(held.region));
        if (days->empty()) return {};  // a node of another installation: its chain does not lie here
        const auto found = days->find(held.day);
        if (found == days->end())
            faults.push_back(fault_of(held, "本处没有这一日的链头"));
        else if (found->second != held.head)
            faults.push_back(fault_of(held, "本处的链头被改写过"));
        return {};
    };
    for (const auto& receipt : TRY(store_.receipts())) {
        if (!keys_.is_signed(receipt.public_pem, text_of(receipt), receipt.signature))
            faults.push_back(fault_of({.region = receipt.region, .day = receipt.day}, "回执的签名不正确"));
        TRY(compare({.region = receipt.region, .day = receipt.day, .head = receipt.head}));
    }
    for (const auto& received : TRY(store_.all_received())) TRY(compare(received.head));
    return faults;
}

}  // namespace heads
