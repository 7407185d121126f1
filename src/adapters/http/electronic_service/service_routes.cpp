#include "acts/act_request.hpp"
#include "cases/load_case.hpp"
#include "electronic_service/served_since.hpp"
#include "electronic_service/service.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;
using ports::ElectronicService;

constexpr std::uint64_t public_body_limit = 4 << 10;

base::Result<std::string> text_of(const Value& body, std::string_view name, bool optional = false) {
    if (body[name].is_null() && optional) return std::string();
    if (body[name].is_null()) return base::fail("missing_field", "请填写", {}, std::string(name));
    const auto* text = body[name].as_string();
    if (text == nullptr) return base::fail("wrong_type", "应当是文字", {}, std::string(name));
    return *text;
}

bool is_overdue(const Desk& desk, const ElectronicService& service) {
    return !service.opened_at && service.state == "sent" && service.remind_on <= desk.office.today();
}

Value service_value(const Desk& desk, const ElectronicService& service, bool remind) {
    const auto state = desk.services.state_of(service);
    Object value{
        {"id", service.id},
        {"state", code_of(state)},
        {"channel", service.channel},
        {"account", service.account},
        {"code_to", service.code_account},
        {"sent_by", person_value(service.sent_by, service.sent_by_name)},
        {"sent_at", service.sent_at.str()},
        {"expires_at", service.expires_at.str()},
        {"remind_on", service.remind_on.str()},
        {"remind", remind},
        {"carrier", service.carrier}
    };
    if (service.opened_at) {
        value.set("opened_at", service.opened_at->str());
        value.set("device", service.device);
        value.set("address", service.address);
        value.set("serve", electronic_service::serve_values(service));
        if (const auto party = service.facts["party"].text("id"); !party.empty()) value.set("party", party);
    }
    if (!service.receipt.empty()) value.set("receipt", service.receipt);
    return value;
}

http::Response offer(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto offer = TRY_OR_REFUSE(desk.services.offer(viewer, request.parameter("id")));
    List accounts, services;
    for (const auto& account : offer.accounts)
        accounts.push_back(Object{
            {"channel", account.channel},
            {"account", account.account}
        });
    for (const auto& service : offer.services) {
        bool remind = is_overdue(desk, service);
        if (remind) {
            const auto loaded = TRY_OR_REFUSE(cases::load_case(desk.office, viewer, service.case_no));
            remind = !electronic_service::served_since(loaded.state.live_acts(), service);
        }
        services.push_back(service_value(desk, service, remind));
    }
    Object value{
        {"recipient",           offer.recipient          },
        {"accounts",            std::move(accounts)      },
        {"codes_go_apart",      offer.codes_go_apart     },
        {"needs_recon_channel", offer.needs_recon_channel},
        {"recon_channel",       offer.recon_channel      },
        {"services",            std::move(services)      }
    };
    if (offer.refusal) value.set("refusal", offer.refusal->to_value());
    return http::json(200, value);
}

http::Response send(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.documents.load(viewer, request.parameter("id")));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"account", "online_recon_channel"}));
    const std::string account = TRY_OR_REFUSE(text_of(body, "account"));
    const std::string channel = TRY_OR_REFUSE(text_of(body, "online_recon_channel", true));
    const auto key = TRY_OR_REFUSE(idempotency_of(request, desk.office.ports.hasher));
    const auto sent =
        TRY_OR_REFUSE(desk.services.send(viewer, request.parameter("id"), account, channel, key));
    if (sent.refusal) return refuse_by_law(*sent.refusal);
    return http::json(201, service_value(desk, *sent.service, false));
}

// What the recipient sends: his link, and what he typed. Nothing of it is in the path, so that no log has it.
base::Result<Value> recipient_body(const http::Request& request, const std::vector<std::string>& members) {
    Value body = TRY(object_body(request));
    TRY(acts::check_members(body, members));
    return body;
}

http::Response look(const Desk& desk, const http::Request& request) {
    const Value body = TRY_OR_REFUSE(recipient_body(request, {"link"}));
    const std::string link = TRY_OR_REFUSE(text_of(body, "link"));
    const auto look = TRY_OR_REFUSE(desk.services.look(link));
    return http::json(200, Object{
                               {"state",         code_of(look.state)  },
                               {"agency",        look.agency          },
                               {"phone",         look.phone           },
                               {"was_opened",    look.was_opened      },
                               {"code_to_phone", look.code_to_phone   },
                               {"tries_left",    look.tries_left      },
                               {"codes_left",    look.codes_left      },
                               {"expires_at",    look.expires_at.str()}
    });
}

http::Response open(const Desk& desk, const http::Request& request) {
    const Value body = TRY_OR_REFUSE(recipient_body(request, {"link", "code"}));
    const std::string link = TRY_OR_REFUSE(text_of(body, "link"));
    const std::string code = TRY_OR_REFUSE(text_of(body, "code"));
    const auto opened = TRY_OR_REFUSE(desk.services.open(
        link, code, {.user_agent = request.header("User-Agent"), .address = request.remote}));
    const ElectronicService& service = opened.service;
    return http::json(200, Object{
                               {"agency",               service.facts["agency"].text("name") },
                               {"phone",                service.facts["agency"].text("phone")},
                               {"case_no",              service.case_no                      },
                               {"title",                service.title                        },
                               {"number",               service.number                       },
                               {"recipient",            service.recipient                    },
                               {"text",                 service.facts.text("text")           },
                               {"opened_at",            service.opened_at->str()             },
                               {"rights",               opened.rights                        },
                               {"online_recon_channel", service.online_recon_channel         },
                               {"sm3",                  service.paper_sm3                    },
                               {"key",                  opened.key                           },
                               {"readable_until",       opened.readable_until.str()          }
    });
}

http::Response another_code(const Desk& desk, const http::Request& request) {
    const Value body = TRY_OR_REFUSE(recipient_body(request, {"link"}));
    const std::string link = TRY_OR_REFUSE(text_of(body, "link"));
    TRY_OR_REFUSE(desk.services.send_code(link));
    return http::no_content();
}

http::Response paper(const Desk& desk, const http::Request& request) {
    const Value body = TRY_OR_REFUSE(recipient_body(request, {"link", "key"}));
    const std::string link = TRY_OR_REFUSE(text_of(body, "link"));
    const std::string key = TRY_OR_REFUSE(text_of(body, "key"));
    return http::bytes(200, "application/pdf", TRY_OR_REFUSE(desk.services.paper(link, key)));
}

}  // namespace

void add_electronic_service_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/documents/{id}/electronic-service", offer);
    add("POST", "/api/documents/{id}/electronic-service", send);
    // 程序规定 第八十二条第（三）项: the recipient has no account here; the link and the code are his.
    const auto open_to_all = [&router, &desk](std::string pattern, auto handler) {
        router.add("POST", std::move(pattern),
                   [&desk, handler](const http::Request& request) { return handler(desk, request); },
                   {.body_limit = public_body_limit});
    };
    open_to_all("/api/served", look);
    open_to_all("/api/served/open", open);
    open_to_all("/api/served/code", another_code);
    open_to_all("/api/served/paper", paper);
}

}  // namespace desk
