#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ports/ports.hpp"

namespace testing_office {

class MemoryProposals final : public ports::ProposalStore {
  public:
    std::map<std::string, ports::Proposal, std::less<>> rows;

    base::Result<void> create(const identity::Viewer&, const ports::Proposal& proposal,
                              const std::optional<ports::Idempotency>&) override {
        rows[proposal.id] = proposal;
        return {};
    }
    base::Result<ports::Proposal> load(const identity::Viewer& viewer, std::string_view id) override {
        const auto found = rows.find(id);
        if (found == rows.end() || found->second.agency != viewer.agency)
            return base::fail("not_found", "没有这个报批件");
        return found->second;
    }
    base::Result<void> save(const identity::Viewer&, const ports::Proposal& proposal) override {
        ports::Proposal& row = rows[proposal.id];
        if (row.version != proposal.version) return base::fail("version_conflict", "报批件已有变化");
        row = proposal;
        ++row.version;
        return {};
    }
    base::Result<std::vector<ports::Proposal>> of_case(const identity::Viewer&,
                                                       std::string_view no) override {
        return select([&](const auto& row) { return row.case_no == no; });
    }
    base::Result<std::vector<ports::Proposal>> waiting_for(const identity::Viewer& viewer) override {
        return select([&](const auto& row) {
            return row.status == "waiting" &&
                   (row.waiting_person == viewer.person || viewer.has_role(row.waiting_role));
        });
    }
    base::Result<std::vector<ports::Proposal>> returned_to(const identity::Viewer& viewer) override {
        return select(
            [&](const auto& row) { return row.status == "returned" && row.author == viewer.person; });
    }
    base::Result<void> mark_seen(const identity::Viewer& viewer, std::string_view id,
                                 std::string_view session, std::int64_t version, base::Instant) override {
        const ports::Proposal proposal = TRY(load(viewer, id));
        if (proposal.version != version) return base::fail("version_conflict", "报批件已有变化");
        read[viewer.person + "/" + std::string(session)][std::string(id)] = version;
        return {};
    }
    base::Result<ports::Seen> seen(const identity::Viewer& viewer, std::string_view session) override {
        return read[viewer.person + "/" + std::string(session)];
    }
    std::map<std::string, ports::Seen> read;

  private:
    template <class Fits>
    std::vector<ports::Proposal> select(Fits fits) {
        std::vector<ports::Proposal> found;
        for (const auto& [id, row] : rows)
            if (fits(row)) found.push_back(row);
        return found;
    }
};

class MemoryDocuments final : public ports::DocumentStore {
  public:
    std::vector<ports::DocumentRow> rows;

    base::Result<std::vector<ports::DocumentRow>> of_case(const identity::Viewer&,
                                                          std::string_view no) override {
        std::vector<ports::DocumentRow> found;
        std::ranges::copy_if(rows, std::back_inserter(found),
                             [&](const auto& row) { return row.case_no == no; });
        return found;
    }
    base::Result<ports::DocumentRow> load(const identity::Viewer&, std::string_view id) override {
        const auto found = std::ranges::find(rows, id, &ports::DocumentRow::id);
        if (found == rows.end()) return base::fail("not_found", "没有这份文书");
        return *found;
    }
    base::Result<void> mark_made(const identity::Viewer&, std::string_view, std::string_view) override {
        return {};
    }
    base::Result<std::optional<ports::DocumentRow>> next_queued() override {
        return std::optional<ports::DocumentRow>();
    }
    base::Result<void> finish_queued(std::string_view, std::string_view) override { return {}; }
};

class MemoryCases final : public ports::CaseStore {
  public:
    MemoryCases(MemoryProposals& proposals, MemoryDocuments& documents)
        : proposals_(proposals), documents_(documents) {}
    std::map<std::string, ports::CaseRecord, std::less<>> rows;
    std::map<std::string, ports::Projection, std::less<>> projections;
    std::map<std::string, std::pair<std::string, ports::Outcome>, std::less<>> outcomes;

    base::Result<ports::CaseRecord> load(const identity::Viewer& viewer, std::string_view no) override {
        const auto found = rows.find(no);
        if (found == rows.end() || found->second.agency != viewer.agency)
            return base::fail("not_found", "没有这个案件");
        return found->second;
    }
    base::Result<bool> stands_at(const identity::Viewer& viewer, std::string_view no,
                                 std::int64_t version) override {
        return TRY(load(viewer, no)).version == version;
    }
    base::Result<ports::Outcome> create(const identity::Viewer& viewer,
                                        const ports::NewCase& fresh) override {
        const std::string no = fmt::format("{}-{}-{:06}", fresh.agency, fresh.year, rows.size() + 1);
        rows[no] = {.no = no,
                    .version = static_cast<std::int64_t>(fresh.carried.size()),
                    .agency = fresh.agency,
                    .node = fresh.node,
                    .matter = fresh.matter,
                    .acts = fresh.carried};
        ports::Append first = fresh.first;
        first.case_no = no;
        return append(viewer, first);
    }
    base::Result<ports::Outcome> create_both(const identity::Viewer& viewer, const ports::NewCase& first,
                                             const ports::NewCase& second) override {
        const auto number = [&](std::size_t place) {
            return fmt::format("{}-{}-{:06}", first.agency, first.year, rows.size() + place);
        };
        const auto told = [](ports::NewCase fresh, std::string other) {
            fresh.first.act.data.as_object()->set("letter_with", std::move(other));
            return fresh;
        };
        const auto one = told(first, number(2));
        const auto other = told(second, number(1));
        auto outcome = TRY(create(viewer, one));
        TRY(create(viewer, other));
        return outcome;
    }
    base::Result<ports::Outcome> append(const identity::Viewer& viewer,
                                        const ports::Append& append) override {
        ports::CaseRecord& row = rows[append.case_no];
        if (row.version != append.expected_version) return base::fail("version_conflict", "案件已有新的记录");
        if (append.proposal) TRY(proposals_.save(viewer, *append.proposal));
        row.acts.push_back({.act = append.act,
                            .signatures = append.signatures,
                            .attachments = append.attachments,
                            .prev_hash = {},
                            .hash = {}});
        ++row.version;
        if (append.node) row.node = *append.node;
        projections[append.case_no] = append.projection;
        ports::Outcome outcome{.recorded = true,
                               .case_no = append.case_no,
                               .n = append.act.n,
                               .version = row.version,
                               .proposal = {}};
        for (const auto& paper : append.documents) {
            outcome.documents.push_back(paper.id);
            documents_.rows.push_back({.id = paper.id,
                                       .case_no = row.no,
                                       .agency = row.agency,
                                       .act_n = append.act.n,
                                       .document = paper.document,
                                       .title = paper.title,
                                       .number = number(paper),
                                       .slot = paper.slot,
                                       .no = paper.no,
                                       .status = "queued",
                                       .sm3 = {},
                                       .text_sm3 = {},
                                       .facts = paper.facts,
                                       .made_at = append.act.at});
        }
        if (append.idempotency) outcomes[append.idempotency->key] = {append.idempotency->digest, outcome};
        return outcome;
    }
    base::Result<ports::Outcome> join(const identity::Viewer& viewer, const ports::Append& host,
                                      const ports::Append& joined) override {
        TRY(append(viewer, joined));
        return append(viewer, host);
    }
    base::Result<ports::Outcome> split(const identity::Viewer& viewer, const ports::Append& host,
                                       const ports::NewCase& split_off) override {
        ports::Append told = host;
        base::Object data = told.act.data.object();
        data.set("into", TRY(create(viewer, split_off)).case_no);
        told.act.data = std::move(data);
        return append(viewer, told);
    }
    base::Result<std::optional<ports::Outcome>> find_outcome(const identity::Viewer&,
                                                             const ports::Idempotency& key) override {
        const auto found = outcomes.find(key.key);
        if (found == outcomes.end()) return std::optional<ports::Outcome>();
        if (found->second.first != key.digest) return base::fail("key_reused", "同一请求标识用于不同内容");
        return std::optional(found->second.second);
    }
    base::Result<ports::Projection> projection(const identity::Viewer& viewer, std::string_view no) override {
        TRY(load(viewer, no));
        return projections.find(no)->second;
    }
    base::Result<void> replace_projection(const identity::Viewer&, std::string_view no, std::int64_t,
                                          const ports::Projection& fresh) override {
        projections[std::string(no)] = fresh;
        return {};
    }
    base::Result<std::vector<std::string>> numbers_behind(const identity::Viewer& viewer,
                                                          base::Date) override {
        return numbers(viewer);
    }
    base::Result<std::vector<std::string>> numbers(const identity::Viewer&) override {
        std::vector<std::string> all;
        for (const auto& [no, row] : rows) all.push_back(no);
        return all;
    }
    base::Result<std::vector<ports::Fault>> check_chain(const identity::Viewer&, std::string_view) override {
        return std::vector<ports::Fault>();
    }

  private:
    std::string number(const ports::NewDocument& paper) {
        if (paper.series == ports::NewDocument::Series::none) return {};
        return fmt::format("{}{}{}", paper.before, ++sequences_[paper.code + std::to_string(paper.year)],
                           paper.after);
    }
    MemoryProposals& proposals_;
    MemoryDocuments& documents_;
    std::map<std::string, int> sequences_;
};

class MemoryDrafts final : public ports::DraftStore {
  public:
    std::map<std::string, ports::Draft> rows;
    base::Result<void> put(const identity::Viewer& viewer, const ports::Draft& draft) override {
        rows[key(viewer, draft.case_no, draft.act)] = draft;
        return {};
    }
    base::Result<std::optional<ports::Draft>> find(const identity::Viewer& viewer, std::string_view no,
                                                   std::string_view act) override {
        const auto found = rows.find(key(viewer, no, act));
        return found == rows.end() ? std::optional<ports::Draft>() : std::optional(found->second);
    }
    base::Result<void> erase(const identity::Viewer& viewer, std::string_view no,
                             std::string_view act) override {
        rows.erase(key(viewer, no, act));
        return {};
    }
    base::Result<std::vector<ports::Draft>> of_case(const identity::Viewer&, std::string_view) override {
        return std::vector<ports::Draft>();
    }

  private:
    static std::string key(const identity::Viewer& viewer, std::string_view no, std::string_view act) {
        return fmt::format("{}/{}/{}", viewer.person, no, act);
    }
};

class MemoryEvidence final : public ports::EvidenceStore {
  public:
    std::map<std::string, ports::Upload, std::less<>> uploads;
    std::map<std::string, ports::Evidence, std::less<>> rows;
    std::vector<ports::CustodyEvent> events;

    base::Result<void> create_upload(const identity::Viewer&, const ports::Upload& upload) override {
        uploads[upload.id] = upload;
        return {};
    }
    base::Result<ports::Upload> load_upload(const identity::Viewer&, std::string_view id) override {
        const auto found = uploads.find(id);
        if (found == uploads.end()) return base::fail("not_found", "没有这次上传");
        return found->second;
    }
    base::Result<void> note_chunk(const identity::Viewer&, std::string_view id, std::int64_t k) override {
        auto& received = uploads.find(id)->second.received;
        if (std::ranges::find(received, k) == received.end()) received.push_back(k);
        return {};
    }
    base::Result<ports::Evidence> complete(const identity::Viewer&, std::string_view id,
                                           const ports::Evidence& evidence) override {
        ports::Evidence filed = evidence;
        filed.no = fmt::format("{}-ZJ{:04}", evidence.case_no, rows.size() + 1);
        rows[filed.id] = filed;
        uploads.find(id)->second.evidence = filed.id;
        return filed;
    }
    base::Result<std::vector<ports::Evidence>> of_case(const identity::Viewer&,
                                                       std::string_view no) override {
        std::vector<ports::Evidence> found;
        for (const auto& [id, row] : rows)
            if (row.case_no == no) found.push_back(row);
        return found;
    }
    base::Result<ports::Evidence> load(const identity::Viewer&, std::string_view id) override {
        const auto found = rows.find(id);
        if (found == rows.end()) return base::fail("not_found", "没有这份证据");
        return found->second;
    }
    base::Result<void> add_custody(const identity::Viewer&, const ports::CustodyEvent& event) override {
        events.push_back(event);
        return {};
    }
    base::Result<std::vector<ports::CustodyEvent>> custody(const identity::Viewer&,
                                                           std::string_view) override {
        return events;
    }
    base::Result<void> note_pages(std::string_view sm3, const ports::PageCount& counted) override {
        for (auto& [id, row] : rows)
            if (row.sm3 == sm3) row.counted = counted;
        return {};
    }
    base::Result<std::vector<std::string>> uncounted(int at_most) override {
        std::vector<std::string> digests;
        for (const auto& [id, row] : rows)
            if (row.type == "application/pdf" && !row.counted && std::cmp_less(digests.size(), at_most))
                digests.push_back(row.sm3);
        return digests;
    }
};

class MemoryBlobs final : public ports::BlobStore {
  public:
    explicit MemoryBlobs(const ports::Hasher& hasher) : hasher_(hasher) {}
    base::Result<std::string> put_chunk(std::string_view upload, std::int64_t k,
                                        std::string_view bytes) override {
        chunks_[std::string(upload)][k] = bytes;
        return hasher_.sm3(bytes);
    }
    base::Result<ports::Blob> assemble(std::string_view upload, std::int64_t) override {
        std::string whole;
        for (const auto& [k, bytes] : chunks_[std::string(upload)]) whole += bytes;
        return put(whole);
    }
    void drop_upload(std::string_view upload) override { chunks_.erase(std::string(upload)); }
    base::Result<ports::Blob> put(std::string_view bytes) override {
        const std::string sm3 = hasher_.sm3(bytes);
        blobs_[sm3] = bytes;
        return ports::Blob{.sm3 = sm3,
                           .size = static_cast<std::int64_t>(bytes.size()),
                           .head = std::string(bytes.substr(0, 4096))};
    }
    base::Result<std::string> read(std::string_view sm3) override { return blobs_[std::string(sm3)]; }
    base::Result<std::filesystem::path> path(std::string_view sm3) override {
        return std::filesystem::path(sm3);
    }

  private:
    const ports::Hasher& hasher_;
    std::map<std::string, std::map<std::int64_t, std::string>> chunks_;
    std::map<std::string, std::string> blobs_;
};

class NoQueries final : public ports::CaseQueries {
  public:
    base::Result<ports::CaseListPage> list(const identity::Viewer&, const ports::CaseFilter&,
                                           base::Date) override {
        return ports::CaseListPage{.cases = {}, .next = {}};
    }
    base::Result<std::vector<ports::ClockItem>> clocks_due(const identity::Viewer&, base::Date) override {
        return std::vector<ports::ClockItem>();
    }
    base::Result<std::vector<ports::DutyItem>> duties(const identity::Viewer&,
                                                      const std::vector<std::string>&, int) override {
        return std::vector<ports::DutyItem>();
    }
    base::Result<ports::DecisionPage> decisions(const identity::Viewer& viewer,
                                                const ports::DecisionFilter& filter) override {
        ports::DecisionPage page;
        if (cases == nullptr) return page;
        for (const auto& [no, projection] : cases->projections)
            for (const auto& decision : projection.decisions)
                if (no.starts_with(viewer.agency) && decision.on >= filter.from &&
                    decision.on <= filter.until)
                    page.decisions.push_back({no, viewer.agency, decision});
        std::ranges::sort(page.decisions, {}, [](const auto& item) { return item.decision.on; });
        return page;
    }
    const MemoryCases* cases = nullptr;
};

class NoRenderer final : public ports::Renderer {
  public:
    base::Result<document::Printed> printed(const document::Document&) override {
        return document::Printed{.bytes = "%PDF-1.7", .pages = 1};
    }
    base::Result<std::string> pdf(const document::Document&) override { return std::string("%PDF-1.7"); }
    base::Result<std::string> pdf(const std::vector<document::Document>&) override {
        return std::string("%PDF-1.7");
    }
    base::Result<std::string> docx(const document::Document&) override { return std::string("PK"); }
};

class NoBinder final : public ports::PdfBinder {
  public:
    base::Result<int> pages(const std::filesystem::path&) override { return 1; }
    base::Result<std::string> joined(const std::vector<std::filesystem::path>&) override {
        return std::string("%PDF-1.7");
    }
    base::Result<void> numbered(const std::filesystem::path&, int, const std::filesystem::path&) override {
        return {};
    }
};

}  // namespace testing_office
