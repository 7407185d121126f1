#include <fmt/format.h>

#include "electronic_service/service.hpp"

namespace electronic_service {

namespace {

using base::Object;
using base::Value;

constexpr std::string_view form_id = "electronic_service_receipt";

Value receipt_facts(const ports::ElectronicService& service) {
    Object facts = service.facts.object();
    facts.set("today", service.opened_at->date().str());
    facts.set("served", Object{
                            {"title",                service.title                          },
                            {"number",               service.number                         },
                            {"recipient",            service.recipient                      },
                            {"channel",              service.channel                        },
                            {"account",              service.account                        },
                            {"form_signed_on",       service.facts["form_signed_on"]        },
                            {"codes_apart",          service.code_account != service.account},
                            {"sent_at",              service.sent_at.str()                  },
                            {"sent_by",              service.sent_by_name                   },
                            {"carrier",              service.carrier                        },
                            {"opened_at",            service.opened_at->str()               },
                            {"device",               service.device                         },
                            {"address",              service.address                        },
                            {"sm3",                  service.paper_sm3                      },
                            {"online_recon_channel", service.online_recon_channel           },
                            {"id",                   service.id                             }
    });
    return facts;
}

std::string name_of(const ports::ElectronicService& service) {
    return service.number.empty() ? fmt::format("《{}》", service.title)
                                  : fmt::format("《{}》（{}）", service.title, service.number);
}

}  // namespace

base::Result<void> Service::file_receipt(const ports::ElectronicService& service) const {
    const document::Template* form =
        office_.templates.find(form_id, {.place = service.agency, .day = service.opened_at->date()});
    if (form == nullptr) return base::fail("form_missing", "没有电子送达回执的格式");
    const document::Document filled = TRY(form->fill(receipt_facts(service)));
    const std::string bytes = TRY(office_.ports.renderer.pdf(filled));
    const ports::Blob blob = TRY(office_.ports.blobs.put(bytes));
    return store_.file_receipt(service.link_sm3, {.id = office_.ports.random.id(),
                                                  .case_no = service.case_no,
                                                  .no = {},
                                                  .name = fmt::format("电子送达回执{}.pdf", name_of(service)),
                                                  .type = "application/pdf",
                                                  .size = blob.size,
                                                  .sm3 = blob.sm3,
                                                  .added_by = service.sent_by,
                                                  .added_by_name = service.sent_by_name,
                                                  .added_at = office_.now()});
}

base::Result<std::vector<alarms::Alarm>> Service::reminders(const identity::Viewer& viewer) const {
    std::vector<alarms::Alarm> found;
    const base::Date today = office_.today();
    const auto* serve = office_.rules.table.find("serve");
    for (const auto& service : TRY(store_.unopened(viewer, today)))
        found.push_back(
            {.kind = alarms::Kind::unopened,
             .case_no = service.case_no,
             .cause = std::string(service.facts["case"].text("cause")),
             .party = service.recipient,
             .handlers = {service.sent_by_name},
             .clock = {},
             .title = "电子送达未打开",
             .basis = "程序规定 第八十二条",
             .says = fmt::format(
                 "{}于{}发送电子送达，至今没有打开，不能认定已经送达。可以改用直接送达、留置送达；"
                 "直接送达有困难的，邮寄送达或者委托送达；都不能送达的，公告送达",
                 name_of(service), service.sent_at.date().chinese()),
             .due = service.remind_on,
             .days_left = service.remind_on - today,
             .cures = {{"serve", serve == nullptr ? "送达" : serve->title}},
             .proposal = {}});
    return found;
}

Value serve_values(const ports::ElectronicService& service) {
    Object values{
        {"document", service.document_no > 0 ? Value(service.document_no) : Value(service.form)},
        {"of",       service.act_n                                                             },
        {"method",   "electronic"                                                              },
        {"outcome",  "served"                                                                  },
        {"account",  service.account                                                           }
    };
    const std::string_view receiver = service.facts.text("receiver");
    values.set("receiver", receiver.empty() ? std::string_view(service.recipient) : receiver);
    if (service.facts["party"].truth("natural") && (receiver.empty() || receiver == service.recipient))
        values.set("relation", "self");
    if (service.opened_at) values.set("reached_at", service.opened_at->str());
    if (!service.receipt.empty()) values.set("media", base::List{service.receipt});
    if (!service.online_recon_channel.empty())
        values.set("online_recon_channel", service.online_recon_channel);
    return values;
}

}  // namespace electronic_service
