#include "postgres/cases/body.hpp"

#include <algorithm>

#include "crypto/sm3.hpp"
#include "json/json.hpp"

namespace postgres {
namespace {

base::Value text_or_null(const std::optional<std::string>& text) {
    return text ? base::Value(*text) : base::Value();
}

base::Value instant_or_null(const std::optional<base::Instant>& instant) {
    return instant ? base::Value(instant->str()) : base::Value();
}

base::Value signatures_value(const std::vector<ports::Signature>& signatures) {
    base::List list;
    for (const auto& signature : signatures) {
        base::Object value{
            {"person",         signature.person        },
            {"name",           signature.name          },
            {"role",           signature.role          },
            {"step",           signature.step          },
            {"certificate_no", signature.certificate_no},
            {"opinion",        signature.opinion       },
            {"at",             signature.at.str()      }
        };
        if (!signature.delegation.empty()) value.set("delegation", signature.delegation);
        list.emplace_back(std::move(value));
    }
    return list;
}

base::Value attachments_value(const std::vector<ports::Attachment>& attachments) {
    base::List list;
    for (const auto& attachment : attachments)
        list.emplace_back(base::Object{
            {"evidence", attachment.evidence_id},
            {"sm3",      attachment.sm3        }
        });
    return list;
}

base::Result<std::vector<ports::Signature>> read_signatures(const base::List& list) {
    std::vector<ports::Signature> signatures;
    for (const auto& value : list)
        signatures.push_back({.person = std::string(value.text("person")),
                              .name = std::string(value.text("name")),
                              .role = std::string(value.text("role")),
                              .step = std::string(value.text("step")),
                              .certificate_no = std::string(value.text("certificate_no")),
                              .opinion = std::string(value.text("opinion")),
                              .at = TRY(base::Instant::parse(value.text("at"))),
                              .delegation = std::string(value.text("delegation"))});
    return signatures;
}

std::optional<std::string> optional_text(const base::Value& value, std::string_view name) {
    if (!value.has(name)) return std::nullopt;
    return std::string(value.text(name));
}

base::Result<casefile::Act> read_act(const base::Value& body) {
    casefile::Act act{.n = static_cast<int>(body.integer("n").value_or(0)),
                      .type = std::string(body.text("act")),
                      .at = TRY(base::Instant::parse(body.text("at"))),
                      .by = {},
                      .approved_by = optional_text(body, "approved_by"),
                      .party = optional_text(body, "party"),
                      .data = body["data"],
                      .paper = body["paper"]};
    act.recorded_at = TRY(base::Instant::parse(body.text("recorded_at")));
    for (const auto& person : body.list("by"))
        if (const auto* id = person.as_string()) act.by.push_back(*id);
    return act;
}

}  // namespace

std::string body_of(std::string_view case_no, const ports::RecordedAct& recorded,
                    const base::Object& sealed) {
    const auto& act = recorded.act;
    base::List by;
    for (const auto& person : act.by) by.emplace_back(person);
    base::Object body{
        {"case_no",     case_no                                },
        {"n",           act.n                                  },
        {"act",         act.type                               },
        {"at",          act.at.str()                           },
        {"recorded_at", instant_or_null(act.recorded_at)       },
        {"by",          std::move(by)                          },
        {"approved_by", text_or_null(act.approved_by)          },
        {"party",       text_or_null(act.party)                },
        {"data",        act.data                               },
        {"paper",       act.paper                              },
        {"signatures",  signatures_value(recorded.signatures)  },
        {"attachments", attachments_value(recorded.attachments)}
    };
    for (const auto& [name, value] : sealed) body.set(name, value);
    return json::write_canonical(body);
}

base::Result<ports::RecordedAct> read_body(std::string_view text) {
    const auto body = TRY(json::parse(text));
    ports::RecordedAct recorded;
    recorded.act = TRY(read_act(body));
    recorded.signatures = TRY(read_signatures(body.list("signatures")));
    for (const auto& value : body.list("attachments"))
        recorded.attachments.push_back({std::string(value.text("evidence")), std::string(value.text("sm3"))});
    return recorded;
}

base::Object sealed_in(const base::Value& body) {
    base::Object sealed;
    for (const char* name : {"matter", "documents"})
        if (body.has(name)) sealed.set(name, body[name]);
    return sealed;
}

base::Value sealed_matter(std::string_view procedure, std::string_view province, const base::Value& parties) {
    return base::Object{
        {"procedure", procedure},
        {"province",  province },
        {"parties",   parties  }
    };
}

base::Value sealed_document(std::string_view id, std::string_view document, const base::Value& facts) {
    return base::Object{
        {"id",       id                                           },
        {"document", document                                     },
        {"facts",    crypto::sm3_hex(json::write_canonical(facts))}
    };
}

std::string chain_hash(std::string_view prev_hash, std::string_view body) {
    crypto::Sm3 sm3;
    sm3.update(prev_hash);
    sm3.update(body);
    return sm3.finish();
}

std::string first_prev_hash() {
    return std::string(64, '0');
}

}  // namespace postgres
