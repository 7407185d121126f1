#pragma once
#include "ports/benchmark_store.hpp"
#include "ports/blob_store.hpp"
#include "ports/case_queries.hpp"
#include "ports/case_store.hpp"
#include "ports/clock.hpp"
#include "ports/crypto.hpp"
#include "ports/delegation_store.hpp"
#include "ports/directory.hpp"
#include "ports/document_store.hpp"
#include "ports/draft_store.hpp"
#include "ports/evidence_store.hpp"
#include "ports/identity_store.hpp"
#include "ports/pdf_binder.hpp"
#include "ports/proposal_store.hpp"
#include "ports/random.hpp"
#include "ports/renderer.hpp"
#include "ports/spreadsheets.hpp"

namespace ports {

// Everything the use cases need from outside, joined once by the server.
struct Ports {
    const Clock& clock;
    Random& random;
    const Hasher& hasher;
    PasswordHasher& passwords;
    IdentityStore& identities;
    Directory& directory;
    CaseStore& cases;
    CaseQueries& queries;
    ProposalStore& proposals;
    DraftStore& drafts;
    EvidenceStore& evidence;
    BlobStore& blobs;
    DocumentStore& documents;
    Renderer& renderer;
    PdfBinder& binder;
    BenchmarkStore& benchmarks;
    DelegationStore& delegations;
    const Spreadsheets& spreadsheets;
};

// The same world at another time.
inline Ports with_clock(const Ports& ports, const Clock& clock) {
    return {.clock = clock,
            .random = ports.random,
            .hasher = ports.hasher,
            .passwords = ports.passwords,
            .identities = ports.identities,
            .directory = ports.directory,
            .cases = ports.cases,
            .queries = ports.queries,
            .proposals = ports.proposals,
            .drafts = ports.drafts,
            .evidence = ports.evidence,
            .blobs = ports.blobs,
            .documents = ports.documents,
            .renderer = ports.renderer,
            .binder = ports.binder,
            .benchmarks = ports.benchmarks,
            .delegations = ports.delegations,
            .spreadsheets = ports.spreadsheets};
}

}  // namespace ports
