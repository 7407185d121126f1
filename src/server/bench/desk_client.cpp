#include "bench/desk_client.hpp"

#include <fmt/format.h>

#include "json/json.hpp"
#include "system/random.hpp"

namespace bench {

namespace {

base::Result<base::Value> read(const http::Response& response) {
    base::Value body;
    if (!response.body.empty()) body = TRY(json::parse(response.body));
    if (response.status >= 300)
        return base::fail(std::string(body.text("code")),
                          fmt::format("{} {}", response.status, body.text("detail")));
    return body;
}

}  // namespace

base::Result<base::Value> DeskClient::post(std::string_view target, const base::Value& body,
                                           const http::Pairs& more) {
    http::Pairs headers = more;
    headers.emplace_back("Content-Type", "application/json");
    const http::Response response = TRY(client_.send("POST", target, headers, json::write(body)));
    return read(response);
}

base::Result<base::Value> DeskClient::get(std::string_view target) {
    const http::Response response = TRY(client_.send("GET", target));
    return read(response);
}

base::Result<void> DeskClient::sign_in(std::string_view account, std::string_view password) {
    TRY(post("/api/session", base::Object{
                                 {"account",  account },
                                 {"password", password}
    }));
    return {};
}

base::Result<std::string> DeskClient::open_case(std::string_view found_on) {
    const base::Value created = TRY(post(
        "/api/cases",
        base::Object{
            {"procedure", "ordinary"                                                                           },
            {"party",     base::Object{{"kind", "person"}, {"name", "测量用例"}}                               },
            {"data",      base::Object{{"source", "report"}, {"found_on", found_on}, {"content", "测量用案源"}}}
    },
        {{"Idempotency-Key", systems::SystemRandom().id()}}));
    return std::string(created.text("no"));
}

base::Result<std::int64_t> DeskClient::record_note(std::string_view case_no, std::int64_t version,
                                                   std::string_view key) {
    const base::Value note = base::Object{
        {"act",  "note"                                                                                },
        {"data",
         base::Object{{"text", "向当事人了解进货渠道，当事人表示将于三日内提供进货票据和供货者资质。"}}}
    };
    const base::Value answer =
        TRY(post(fmt::format("/api/cases/{}/acts", case_no), note,
                 {
                     {"Idempotency-Key", std::string(key)},
                     {"If-Match", fmt::format("\"{}\"", version)}
    }));
    return answer.integer("version").value_or(version + 1);
}

}  // namespace bench
