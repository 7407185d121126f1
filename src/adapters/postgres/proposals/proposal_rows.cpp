#include "postgres/proposals/proposal_rows.hpp"

namespace postgres {
namespace {

base::Value texts_value(const std::vector<std::string>& texts) {
    return base::List(texts.begin(), texts.end());
}

base::Value steps_value(const std::vector<ports::SignStep>& steps) {
    base::List list;
    for (const auto& step : steps)
        list.emplace_back(base::Object{
            {"kind",           step.kind                                                          },
            {"role",           step.role                                                          },
            {"person",         step.person                                                        },
            {"person_name",    step.person_name                                                   },
            {"certificate_no", step.certificate_no                                                },
            {"opinion",        step.opinion                                                       },
            {"signed_at",      step.signed_at ? base::Value(step.signed_at->str()) : base::Value()},
            {"delegation",     step.delegation                                                    },
            {"countersign",    step.countersign                                                   },
            {"earlier",        texts_value(step.earlier)                                          }
        });
    return list;
}

base::Result<std::vector<ports::SignStep>> read_steps(const base::Value& list) {
    std::vector<ports::SignStep> steps;
    for (const auto& value : list.items()) {
        ports::SignStep step{.kind = std::string(value.text("kind")),
                             .role = std::string(value.text("role")),
                             .person = std::string(value.text("person")),
                             .person_name = std::string(value.text("person_name")),
                             .certificate_no = std::string(value.text("certificate_no")),
                             .opinion = std::string(value.text("opinion"))};
        step.delegation = value.text("delegation");
        step.countersign = value.truth("countersign");
        for (const base::Value& text : value.list("earlier"))
            if (const auto* words = text.as_string()) step.earlier.push_back(*words);
        if (value.has("signed_at")) step.signed_at = TRY(base::Instant::parse(value.text("signed_at")));
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace

Step save_proposal_step(const ports::Proposal& proposal, std::string_view case_no) {
    if (proposal.version == 0)
        return {
            "proposals/insert",
            Params(proposal.id, 1, case_no, proposal.cause, proposal.party_name, proposal.act, proposal.title,
                   Json{proposal.body}, proposal.author, proposal.author_name, proposal.author_certificate,
                   steps_value(proposal.steps), proposal.status, proposal.waiting_person,
                   proposal.waiting_role, proposal.waiting_node, proposal.returned_by,
                   proposal.returned_reason, proposal.recorded_n, proposal.created_at, proposal.updated_at)};
    return {"proposals/save",
            Params(proposal.id, proposal.version, proposal.cause, proposal.party_name, proposal.title,
                   Json{proposal.body}, steps_value(proposal.steps), proposal.status, proposal.waiting_person,
                   proposal.waiting_role, proposal.waiting_node, proposal.returned_by,
                   proposal.returned_reason, proposal.recorded_n, proposal.updated_at)};
}

base::Result<ports::Proposal> read_proposal(const Row& row) {
    return ports::Proposal{.id = row.text("id"),
                           .version = row.integer("version"),
                           .case_no = row.text("case_no"),
                           .agency = row.text("region"),
                           .cause = row.text("cause"),
                           .party_name = row.text("party_name"),
                           .act = row.text("act"),
                           .title = row.text("title"),
                           .body = row.value("body"),
                           .author = row.text("author"),
                           .author_name = row.text("author_name"),
                           .author_certificate = row.text("author_certificate"),
                           .steps = TRY(read_steps(row.value("steps"))),
                           .status = row.text("status"),
                           .waiting_person = row.text("waiting_person"),
                           .waiting_role = row.text("waiting_role"),
                           .waiting_node = row.text("waiting_node"),
                           .returned_by = row.text("returned_by"),
                           .returned_reason = row.text("returned_reason"),
                           .recorded_n = row.number("recorded_n"),
                           .created_at = row.instant("created_at"),
                           .updated_at = row.instant("updated_at")};
}

}  // namespace postgres
