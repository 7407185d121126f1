#include "benchmark_tables/verify_tables.hpp"

#include <fmt/format.h>

#include <set>

#include "benchmark_tables/sign_table.hpp"

namespace benchmark_tables {

namespace {

using ports::BenchmarkSignature;
using ports::BenchmarkVersion;
using ports::Fault;

void check_chain(const BenchmarkVersion& version, const std::vector<BenchmarkSignature>& signatures,
                 const ports::Hasher& hasher, std::vector<Fault>& faults) {
    std::string prev;
    int n = 0;
    for (const BenchmarkSignature& signature : signatures) {
        const bool is_whole = signature.n == ++n && signature.prev == prev &&
                              signature.hash == hash_of(signature, version.id, hasher);
        if (!is_whole)
            faults.push_back({.case_no = version.id,
                              .n = signature.n,
                              .what = "benchmark_signature",
                              .message = "裁量基准的签批被改动或者缺失"});
        prev = signature.hash;
    }
}

void check_approvals(const BenchmarkVersion& version, const std::vector<BenchmarkSignature>& signatures,
                     const ports::Hasher& hasher, std::vector<Fault>& faults) {
    const std::string content = content_sm3(version, hasher);
    std::set<std::string> people;
    for (const BenchmarkSignature& signature : signatures)
        if (signature.action == "approve" && signature.round == version.round &&
            signature.content_sm3 == content && signature.person != version.drafted_by)
            people.insert(signature.person);
    if (people.size() >= approvals_needed) return;
    faults.push_back(
        {.case_no = version.id,
         .n = 0,
         .what = "benchmark_table",
         .message = fmt::format("《{}》第{}版的内容与两人审批的内容不符", version.title, version.version)});
}

}  // namespace

base::Result<std::vector<Fault>> verify_tables(const office::Office& office) {
    const identity::Viewer nobody;
    std::vector<Fault> faults;
    for (const BenchmarkVersion& version : TRY(office.ports.benchmarks.approved())) {
        const auto signatures = TRY(office.ports.benchmarks.signatures(nobody, version.id));
        check_chain(version, signatures, office.ports.hasher, faults);
        check_approvals(version, signatures, office.ports.hasher, faults);
    }
    return faults;
}

}  // namespace benchmark_tables
