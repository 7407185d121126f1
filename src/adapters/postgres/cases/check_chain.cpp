#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <vector>

#include "crypto/sm3.hpp"
#include "json/json.hpp"
#include "postgres/cases/body.hpp"
#include "postgres/cases/case_store.hpp"
#include "postgres/cases/projection.hpp"

namespace postgres {
namespace {

// In pieces: a video may be larger than the memory.
std::string sm3_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> piece(1 << 20);
    crypto::Sm3 sm3;
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())), file.gcount() > 0)
        sm3.update({piece.data(), static_cast<std::size_t>(file.gcount())});
    return sm3.finish();
}

// Walks one case and notes every place where what is stored is not what was recorded.
class ChainCheck {
  public:
    ChainCheck(std::string_view no, ports::BlobStore& blobs) : no_(no), blobs_(blobs) {}

    void act(const Row& row) {
        const int n = row.number("n");
        if (n != ++expected_n_)
            fault(n, "chain", fmt::format("行为序号不连续：应为第{}项，实为第{}项", expected_n_, n));
        expected_n_ = n;
        if (row.view("prev_hash") != head_) fault(n, "chain", fmt::format("第{}项行为没有接在前一项之后", n));
        if (chain_hash(row.view("prev_hash"), row.view("body")) != row.view("hash"))
            fault(n, "chain", fmt::format("第{}项行为的内容与其哈希值不符", n));
        head_ = row.text("hash");
        contents(row);
    }

    void end(const Row& case_row) {
        if (case_row.integer("version") != expected_n_)
            fault(0, "chain",
                  fmt::format("案件版本（cases.version）为{}，但有{}项行为", case_row.integer("version"),
                              expected_n_));
        if (case_row.view("head_hash") != head_)
            fault(expected_n_, "chain", "案件所记的链头（cases.head_hash）与最后一项行为的哈希值不符");
        const auto kept =
            sealed_matter(case_row.view("procedure"), case_row.view("province"), case_row.value("parties"));
        if (json::write_canonical(kept) != json::write_canonical(matter_))
            fault(0, "matter", "程序、省份或者当事人（cases.procedure、province、parties）与行为所记的不符");
    }

    // The order of lists is derived once more from the clocks, which are compared with the fold of the acts.
    void next_clock(const Row& case_row, const ports::Projection& projection) {
        const auto* next = postgres::next_clock(projection);
        const auto expected = next != nullptr ? clock_value(*next) : base::Value();
        if (case_row.view("next_due") != (next != nullptr ? next->due.str() : "infinity") ||
            json::write_canonical(case_row.value("next_clock")) != json::write_canonical(expected))
            fault(0, "projection",
                  "列表所示的下一期限（cases.next_due、next_clock）与期限表 case_clocks 不符");
    }

    void evidence(const Row& row) {
        blob(0, "attachment", row.view("sm3"), fmt::format("证据{}", row.view("no")));
    }

    void document(const Row& row) {
        const auto name = fmt::format("文书《{}》{}", row.view("title"), row.view("number"));
        const auto sealed = documents_.find(row.text("id"));
        const auto kept = sealed_document(row.view("id"), row.view("document"), row.value("facts"));
        if (sealed == documents_.end() || sealed->second != json::write_canonical(kept))
            fault(row.number("act_n"), "document", name + "的内容（documents.facts）与行为所记的不符");
        if (!row.is_null("sm3")) blob(row.number("act_n"), "document", row.view("sm3"), name);
        documents_.erase(row.text("id"));
    }

    void no_more_documents() {
        for (const auto& [id, body] : documents_)
            fault(0, "document", fmt::format("文书 {} 的记录（documents）不见了", id));
    }

    std::vector<ports::Fault> faults;

  private:
    // The columns beside the body say the same as the body; the evidence it names is filed under that hash.
    void contents(const Row& row) {
        const int n = row.number("n");
        const auto recorded = read_body(row.view("body"));
        const auto value = json::parse(row.view("body"));
        if (!recorded || !value) return fault(n, "chain", fmt::format("第{}项行为的内容不能读取", n));
        const auto sealed = sealed_in(*value);
        if (const auto* matter = sealed.find("matter")) matter_ = *matter;
        for (const auto& document : value->list("documents"))
            documents_[std::string(document.text("id"))] = json::write_canonical(document);
        if (recorded->act.n != n || recorded->act.type != row.view("act") ||
            recorded->act.recorded_at != row.instant("recorded_at") ||
            body_of(no_, *recorded, sealed) != row.view("body"))
            fault(n, "chain",
                  fmt::format("第{}项行为的案号、序号、种类或者记录时间（acts 表各列）与其内容不符", n));
        for (const auto& attachment : recorded->attachments)
            blob(n, "attachment", attachment.sm3,
                 fmt::format("第{}项行为所附证据{}", n, attachment.evidence_id));
        if (recorded->act.type == "publish")
            for (const base::Value& copy : recorded->act.data.list("copies"))
                blob(n, "published", copy.text("sm3"), fmt::format("第{}项行为的公示文本", n));
    }

    void blob(int n, const char* what, std::string_view sm3, const std::string& name) {
        const auto path = blobs_.path(sm3);
        if (!path) return fault(n, what, name + "的文件不存在");
        if (sm3_of_file(*path) != sm3) fault(n, what, name + "的文件与其哈希值不符");
    }

    void fault(int n, const char* what, std::string message) {
        faults.push_back({.case_no = std::string(no_), .n = n, .what = what, .message = std::move(message)});
    }

    std::string_view no_;
    ports::BlobStore& blobs_;
    std::string head_ = first_prev_hash();
    int expected_n_ = 0;
    base::Value matter_;
    std::map<std::string, std::string> documents_;  // sealed by the acts, by id
};

}  // namespace

base::Result<std::vector<ports::Fault>> CaseStore::check_chain(const identity::Viewer& viewer,
                                                               std::string_view no) {
    const auto answers = TRY(app_.read(Context::of(viewer), {
                                                                {"cases/load",         Params(no)},
                                                                {"cases/acts",         Params(no)},
                                                                {"evidence/of_case",   Params(no)},
                                                                {"documents/to_check", Params(no)},
                                                                {"cases/clocks",       Params(no)},
                                                                {"cases/tasks",        Params(no)}
    }));
    if (answers[0].empty()) return base::fail("not_found", "没有这个案件");
    ChainCheck check(no, blobs_);
    for (const auto act : answers[1]) check.act(act);
    check.end(answers[0].front());
    for (const auto evidence : answers[2]) check.evidence(evidence);
    for (const auto document : answers[3]) check.document(document);
    check.no_more_documents();
    check.next_clock(answers[0].front(), read_projection(answers[0].front(), answers[4], answers[5]));
    return std::move(check.faults);
}

}  // namespace postgres
