#include <algorithm>

#include "documents/print.hpp"
#include "sealing/desk.hpp"
#include "signing/judge.hpp"

namespace sealing {

using base::List;
using base::Object;
using base::Value;

namespace {

Value certificate_value(const signing::Certificate& certificate) {
    Object value{
        {"serial",  certificate.serial                                                  },
        {"subject", certificate.subject                                                 },
        {"issuer",  certificate.issuer                                                  },
        {"from",    certificate.from.str()                                              },
        {"until",   certificate.until.str()                                             },
        {"revoked", certificate.revoked ? Value(certificate.revoked->at.str()) : Value()}
    };
    return value;
}

List checks_value(const signing::Verdict& verdict) {
    List checks;
    for (const signing::Check& check : verdict.checks)
        checks.push_back(Object{
            {"what",  check.what },
            {"holds", check.holds},
            {"words", check.words}
        });
    return checks;
}

}  // namespace

std::string Desk::hash_of_file(std::string_view sm3) const {
    const auto bytes = office_.ports.blobs.read(sm3);
    return bytes ? office_.ports.hasher.sm3(*bytes) : "";
}

base::Result<Value> Desk::checked(const identity::Viewer& viewer, const ports::DocumentRow& row,
                                  const ports::PaperSignature& one) const {
    const auto stored = TRY(tools_.store.certificate(viewer, one.certificate));
    const Value said = TRY(tools_.read(one.statement));
    signing::Findings findings{.statement = TRY(signing::read_statement(said)),
                               .certificate = TRY(tools_.checker.read(stored.pem))};
    findings.certificate.revoked = stored.revoked;
    findings.signature_holds =
        tools_.checker.holds(stored.pem, findings.statement.user_id, one.statement, one.signature);
    findings.issuer_holds = tools_.checker.is_issued_by(stored.pem, stored.authority_pem);
    findings.data_sm3 = office_.ports.hasher.sm3(tools_.canonical(row.facts));
    findings.text_sm3 = hash_of_file(row.text_sm3);
    findings.pdf_sm3 = hash_of_file(row.sm3);
    const signing::Verdict verdict = signing::judge(findings);
    return Object{
        {"id",          one.id                                 },
        {"kind",        signing::name_of(one.kind)             },
        {"label",       signing::label_of(one.kind)            },
        {"signer",      findings.statement.signer_name         },
        {"at",          one.signed_at.str()                    },
        {"certificate", certificate_value(findings.certificate)},
        {"holds",       verdict.holds()                        },
        {"checks",      checks_value(verdict)                  }
    };
}

base::Result<Value> Desk::state(const identity::Viewer& viewer, std::string_view id) const {
    const ports::DocumentRow row = TRY(office_.ports.documents.load(viewer, id));
    const document::Document paper = TRY(documents::paper(office_, row));
    const auto sealed = TRY(tools_.store.sealed(viewer, id));
    List signatures, handwritten, roles;
    bool signed_by_viewer = false;
    for (const auto& one : TRY(tools_.store.signatures(viewer, id))) {
        signatures.push_back(TRY(checked(viewer, row, one)));
        signed_by_viewer |= one.kind == signing::Kind::officer && one.signer == viewer.person;
    }
    const auto written = TRY(tools_.store.handwritten(viewer, id));
    for (const auto& one : written)
        handwritten.push_back(Object{
            {"role",     one.role                                        },
            {"name",     one.name                                        },
            {"at",       one.taken_at.str()                              },
            {"device",   one.device                                      },
            {"taken_by", one.taken_by_name                               },
            {"sm3",      one.sm3                                         },
            {"holds",    office_.ports.hasher.sm3(one.strokes) == one.sm3},
            {"writing",  TRY(tools_.read(one.strokes))["writing"]        }
        });
    const bool may = for_signing(viewer, id).has_value();
    if (may && !sealed)
        for (const std::string& role : places(TRY(office_.ports.renderer.printed(paper)).spots))
            if (std::ranges::find(written, role, &ports::HandwrittenSignature::role) == written.end())
                roles.push_back(role);
    const bool seal_place = has_seal_place(paper);
    List answers;
    for (const auto& one : sealed ? sealed->answers : std::vector<ports::FindingAnswer>())
        answers.push_back(Object{
            {"message", one.message },
            {"answer",  one.answer  },
            {"by",      one.by_name },
            {"at",      one.at.str()}
        });
    return Object{
        {"sealed_at",   sealed ? Value(sealed->sealed_at.str()) : Value()  },
        {"sealed_by",   sealed ? Value(sealed->sealed_by_name) : Value()   },
        {"pdf_sm3",     sealed ? Value(sealed->pdf_sm3) : Value()          },
        {"seal_place",  seal_place                                         },
        {"may_seal",    may && !sealed && seal_place                       },
        {"may_sign",    may && !signed_by_viewer && (sealed || !seal_place)},
        {"places",      std::move(roles)                                   },
        {"signatures",  std::move(signatures)                              },
        {"handwritten", std::move(handwritten)                             },
        {"answers",     std::move(answers)                                 }
    };
}

}  // namespace sealing
