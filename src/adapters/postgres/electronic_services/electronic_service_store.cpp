#include "postgres/electronic_services/electronic_service_store.hpp"

namespace postgres {
namespace {

// The holder of a link is known to row-level security by its SM3 and by nothing else.
Context bearer_of(std::string_view link_sm3) {
    Context context = Context::for_purpose("electronic_service");
    context.person = link_sm3;
    return context;
}

ports::ElectronicService read_service(const Row& row) {
    return {.id = row.text("id"),
            .case_no = row.text("case_no"),
            .agency = row.text("region"),
            .document = row.text("document"),
            .act_n = row.number("act_n"),
            .document_no = row.number("document_no"),
            .form = row.text("form"),
            .title = row.text("title"),
            .number = row.text("number"),
            .paper_sm3 = row.text("paper_sm3"),
            .recipient = row.text("recipient"),
            .channel = row.text("channel"),
            .account = row.text("account"),
            .code_channel = row.text("code_channel"),
            .code_account = row.text("code_account"),
            .online_recon_channel = row.text("online_recon_channel"),
            .facts = row.value("facts"),
            .link_sm3 = row.text("link_sm3"),
            .code_sm3 = row.text("code_sm3"),
            .code_until = row.instant("code_until"),
            .codes = row.number("codes"),
            .wrong = row.number("wrong"),
            .sent_by = row.text("sent_by"),
            .sent_by_name = row.text("sent_by_name"),
            .sent_at = row.instant("sent_at"),
            .expires_at = row.instant("expires_at"),
            .remind_on = row.date("remind_on"),
            .request = {},
            .state = row.text("state"),
            .carrier = row.text("carrier"),
            .opened_at = row.instant_or_none("opened_at"),
            .device = row.text("device"),
            .address = row.text("address"),
            .receipt = row.text("receipt")};
}

std::vector<ports::ElectronicService> read_services(const Rows& rows) {
    std::vector<ports::ElectronicService> services;
    for (const auto row : rows) services.push_back(read_service(row));
    return services;
}

}  // namespace

base::Result<void> ElectronicServiceStore::create(const identity::Viewer& viewer,
                                                  const ports::ElectronicService& service) {
    TRY(app_.write(
        Context::of(viewer), "electronic_services/insert",
        Params(service.id, service.case_no, service.document, service.act_n, service.document_no,
               service.form, service.title, service.number, service.paper_sm3, service.recipient,
               service.channel, service.account, service.code_channel, service.code_account,
               service.online_recon_channel, Json{service.facts}, service.link_sm3, service.code_sm3,
               service.code_until, service.sent_by, service.sent_by_name, service.sent_at, service.expires_at,
               service.remind_on, service.request.key, service.request.digest)));
    return {};
}

base::Result<std::optional<ports::ElectronicService>> ElectronicServiceStore::of_request(
    const identity::Viewer& viewer, const ports::Idempotency& request) {
    const auto rows = TRY(
        app_.read(Context::of(viewer), "electronic_services/of_request", Params(viewer.person, request.key)));
    if (rows.empty()) return std::optional<ports::ElectronicService>();
    if (rows.front().text("request_sm3") != request.digest)
        return base::fail("key_reused", "幂等键 Idempotency-Key 已用于另一个请求");
    return std::optional(read_service(rows.front()));
}

base::Result<bool> ElectronicServiceStore::is_sealed(const identity::Viewer& viewer,
                                                     std::string_view document) {
    return !TRY(app_.read(Context::of(viewer), "signing/sealed", Params(document))).empty();
}

base::Result<void> ElectronicServiceStore::settle(const identity::Viewer& viewer,
                                                  const ports::ElectronicService& service) {
    std::vector<Step> steps{
        {"electronic_services/settle", Params(service.id, service.state, service.carrier)}
    };
    if (service.state == "sent")
        steps.push_back({"electronic_services/void_earlier", Params(service.document)});
    TRY(app_.write(Context::of(viewer), steps));
    return {};
}

base::Result<std::vector<ports::ElectronicService>> ElectronicServiceStore::of_document(
    const identity::Viewer& viewer, std::string_view document) {
    return read_services(
        TRY(app_.read(Context::of(viewer), "electronic_services/of_document", Params(document))));
}

base::Result<std::vector<ports::ElectronicService>> ElectronicServiceStore::unopened(
    const identity::Viewer& viewer, base::Date until) {
    return read_services(TRY(app_.read(Context::of(viewer), "electronic_services/unopened", Params(until))));
}

base::Result<std::optional<ports::ElectronicService>> ElectronicServiceStore::by_link(
    std::string_view link_sm3) {
    const auto rows = TRY(app_.read(bearer_of(link_sm3), "electronic_services/by_link", Params(link_sm3)));
    if (rows.empty()) return std::optional<ports::ElectronicService>();
    return std::optional(read_service(rows.front()));
}

base::Result<bool> ElectronicServiceStore::is_struck(std::string_view link_sm3) {
    return TRY(app_.read(bearer_of(link_sm3), "electronic_services/is_struck")).front().truth("struck");
}

base::Result<std::optional<bool>> ElectronicServiceStore::try_code(std::string_view link_sm3,
                                                                   std::string_view code_sm3,
                                                                   const ports::Opening& opening,
                                                                   int wrong_max) {
    const auto rows = TRY(app_.write(bearer_of(link_sm3), "electronic_services/try_code",
                                     Params(link_sm3, code_sm3, opening.reading_sm3, opening.reading_until,
                                            opening.at, opening.device, opening.address, wrong_max)));
    if (rows.empty()) return std::optional<bool>();
    return std::optional(rows.front().truth("taken"));
}

base::Result<bool> ElectronicServiceStore::replace_code(std::string_view link_sm3, std::string_view code_sm3,
                                                        base::Instant until, int codes_max) {
    const auto rows = TRY(app_.write(bearer_of(link_sm3), "electronic_services/replace_code",
                                     Params(link_sm3, code_sm3, until, codes_max)));
    return rows.affected() == 1;
}

base::Result<bool> ElectronicServiceStore::may_read(std::string_view link_sm3, std::string_view reading_sm3,
                                                    base::Instant at) {
    const auto rows = TRY(
        app_.read(bearer_of(link_sm3), "electronic_services/may_read", Params(link_sm3, reading_sm3, at)));
    return !rows.empty();
}

base::Result<void> ElectronicServiceStore::file_receipt(std::string_view link_sm3,
                                                        const ports::Evidence& evidence) {
    TRY(app_.write(bearer_of(link_sm3), "electronic_services/file_receipt",
                   Params(evidence.id, evidence.name, evidence.size, evidence.sm3, evidence.added_at)));
    return {};
}

}  // namespace postgres
