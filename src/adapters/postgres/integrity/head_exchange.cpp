#include "postgres/integrity/head_exchange.hpp"

namespace postgres {
namespace {

const Context& exchange() {
    static const Context context = Context::for_purpose("sign");
    return context;
}

ports::DayHead read_head(const Row& row) {
    return {.region = row.text("region"),
            .day = row.date("day"),
            .acts = row.number("acts"),
            .prev_head = row.text("prev_head"),
            .head = row.text("head"),
            .signature = row.text("signature"),
            .public_pem = row.text("public_pem")};
}

ports::SentHead read_sent(const Row& row) {
    ports::SentHead sent{.head = read_head(row), .superior = row.text("superior")};
    sent.attempts = row.number("attempts");
    sent.error = row.text("error");
    if (!row.is_null("received_at"))
        sent.receipt = ports::HeadReceipt{.region = sent.head.region,
                                          .day = sent.head.day,
                                          .head = row.text("receipt_head"),
                                          .superior = sent.superior,
                                          .at = row.instant("received_at"),
                                          .signature = row.text("receipt_signature"),
                                          .public_pem = row.text("superior_pem")};
    return sent;
}

std::vector<ports::ReceivedHead> read_received(const Rows& rows) {
    std::vector<ports::ReceivedHead> all;
    for (const auto row : rows) all.push_back({read_head(row), row.instant("received_at")});
    return all;
}

std::vector<ports::SentHead> read_all_sent(const Rows& rows) {
    std::vector<ports::SentHead> all;
    for (const auto row : rows) all.push_back(read_sent(row));
    return all;
}

}  // namespace

base::Result<std::vector<ports::SentHead>> HeadExchange::pending(int heads_max) {
    return read_all_sent(TRY(app_.read(exchange(), "heads/pending", Params(heads_max))));
}

base::Result<void> HeadExchange::keep_receipt(const ports::HeadReceipt& receipt) {
    TRY(app_.write(exchange(), "heads/keep_receipt",
                   Params(receipt.region, receipt.day, receipt.head, receipt.superior, receipt.at.str(),
                          receipt.signature, receipt.public_pem)));
    return {};
}

base::Result<void> HeadExchange::note_failure(const ports::DayHead& head, std::string_view error,
                                              base::Instant at) {
    TRY(app_.write(exchange(), "heads/note_failure", Params(head.region, head.day, error, at)));
    return {};
}

base::Result<bool> HeadExchange::knows(std::string_view region) {
    return !TRY(app_.read(exchange(), "heads/knows", Params(region))).empty();
}

base::Result<std::vector<ports::ReceivedHead>> HeadExchange::received_from(std::string_view region) {
    return read_received(TRY(app_.read(exchange(), "heads/received_from", Params(region))));
}

base::Result<void> HeadExchange::keep_received(const ports::ReceivedHead& received) {
    const auto& head = received.head;
    TRY(app_.write(exchange(), "heads/keep_received",
                   Params(head.region, head.day, head.acts, head.prev_head, head.head, head.signature,
                          head.public_pem, received.at)));
    return {};
}

base::Result<std::vector<ports::SentHead>> HeadExchange::sent(const identity::Viewer& viewer,
                                                              ports::Month month) {
    return read_all_sent(TRY(app_.read(Context::of(viewer), "heads/sent", Params(month.from, month.until))));
}

base::Result<std::vector<ports::ReceivedHead>> HeadExchange::received(const identity::Viewer& viewer) {
    return read_received(TRY(app_.read(Context::of(viewer), "heads/received")));
}

base::Result<std::vector<ports::HeadReceipt>> HeadExchange::receipts() {
    std::vector<ports::HeadReceipt> all;
    for (const auto row : TRY(app_.read(exchange(), "heads/receipts")))
        all.push_back({.region = row.text("region"),
                       .day = row.date("day"),
                       .head = row.text("head"),
                       .superior = row.text("superior"),
                       .at = TRY(base::Instant::parse(row.view("received_at"))),
                       .signature = row.text("signature"),
                       .public_pem = row.text("public_pem")});
    return all;
}

base::Result<std::vector<ports::ReceivedHead>> HeadExchange::all_received() {
    return read_received(TRY(app_.read(exchange(), "heads/all_received")));
}

base::Result<std::vector<ports::DayHead>> HeadExchange::heads_of(std::string_view region) {
    std::vector<ports::DayHead> heads;
    for (const auto row : TRY(app_.read(exchange(), "integrity/heads", Params(region))))
        heads.push_back(read_head(row));
    return heads;
}

}  // namespace postgres
