#include <algorithm>
#include <charconv>
#include <map>

#include "document/template.hpp"
#include "http/desk/routes.hpp"
#include "http/heads/letter_value.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::string_view readers[] = {"SUPERVISOR", "SUPERIOR", "ARCHIVIST",
                                        "LEADER",     "CHIEF",    "AUDIT_ADMIN"};

bool may_read(const identity::Viewer& viewer) {
    return std::ranges::any_of(readers, [&](std::string_view role) { return viewer.has_role(role); });
}

// "2026-11"; the running month when nothing is asked.
base::Result<ports::Month> month_of(const http::Request& request, base::Date today) {
    TRY(check_queries(request, {"month"}));
    const auto asked = request.query("month");
    const std::string text = asked && !asked->empty() ? std::string(*asked) : today.str().substr(0, 7);
    const auto first = base::Date::parse(text + "-01");
    if (text.size() != 7 || !first) return base::fail("bad_date", "月份应当写作 2026-11", {}, "month");
    return ports::Month{*first, first->plus_months(1).plus_days(-1)};
}

Value sent_value(const ports::SentHead& sent) {
    Object value = head_value(sent.head).object();
    value.set("superior", sent.superior);
    if (sent.receipt) value.set("receipt", receipt_value(*sent.receipt));
    if (!sent.error.empty() && !sent.receipt) value.set("error", sent.error);
    return value;
}

Value received_value(const ports::ReceivedHead& received) {
    Object value = head_value(received.head).object();
    value.set("received_at", received.at.str());
    return value;
}

List doubt_values(const std::vector<ports::ReceivedHead>& received) {
    std::map<std::string, std::vector<ports::ReceivedHead>> by_agency;
    for (const auto& each : received) by_agency[each.head.region].push_back(each);
    List doubts;
    for (const auto& [region, all] : by_agency)
        for (const auto& doubt : heads::doubts(all))
            doubts.push_back(Object{
                {"region",  doubt.region   },
                {"day",     doubt.day.str()},
                {"kind",    doubt.kind     },
                {"message", doubt.message  }
            });
    return doubts;
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    if (!may_read(viewer)) return refuse({"not_permitted", "每日登记由监督、审计和档案管理人员查看"});
    const auto month = TRY_OR_REFUSE(month_of(request, desk.office.today()));
    List own, below;
    for (const auto& sent : TRY_OR_REFUSE(desk.heads.store().sent(viewer, month)))
        own.push_back(sent_value(sent));
    const auto received = TRY_OR_REFUSE(desk.heads.store().received(viewer));
    for (const auto& each : received)
        if (month.from <= each.head.day && each.head.day <= month.until)
            below.push_back(received_value(each));
    return http::json(200, Object{
                               {"month", month.from.str().substr(0, 7)},
                               {"own", std::move(own)},
                               {"received", std::move(below)},
                               {"doubts", doubt_values(received)}
    });
}

// The register that is printed and bound: one line a day.
http::Response print(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    if (!may_read(viewer)) return refuse({"not_permitted", "每日登记由监督、审计和档案管理人员查看"});
    const auto month = TRY_OR_REFUSE(month_of(request, desk.office.today()));
    const auto agency = TRY_OR_REFUSE(desk.office.ports.directory.agency(viewer));
    List days;
    for (const auto& sent : TRY_OR_REFUSE(desk.heads.store().sent(viewer, month)))
        days.push_back(Object{
            {"day", sent.head.day.str()},
            {"acts", sent.head.acts},
            {"head", sent.head.head},
            {"signature", sent.head.signature.substr(0, 32)},
            {"receipt", sent.receipt ? sent.receipt->at.date().chinese() : ""}
        });
    const auto* form = desk.office.templates.find("day_register");
    if (form == nullptr) return refuse({"form_missing", "没有每日登记簿的格式"});
    Object volume{
        {"month", std::to_string(month.from.year()) + "年" + std::to_string(month.from.month()) + "月"},
        {"printed_on", desk.office.today().str()},
        {"days", std::move(days)}
    };
    const auto paper = TRY_OR_REFUSE(form->fill(Object{
        {"agency", Object{{"name", agency.name}}},
        {"volume", std::move(volume)            }
    }));
    return http::bytes(200, "application/pdf", TRY_OR_REFUSE(desk.office.ports.renderer.pdf(paper)));
}

}  // namespace

void add_head_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/heads", list);
    add("GET", "/api/heads/register", print);
    // From another installation: the signature on the letter stands in for a sign-in.
    router.add("POST", "/api/heads", [&desk](const http::Request& request) {
        const Value body = TRY_OR_REFUSE(object_body(request));
        const auto letter = TRY_OR_REFUSE(letter_from(body));
        return http::json(200, receipt_value(TRY_OR_REFUSE(desk.heads.receive(letter))));
    });
}

}  // namespace desk
