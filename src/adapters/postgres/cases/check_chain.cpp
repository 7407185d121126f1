#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "crypto/sm3.hpp"
#include "postgres/cases/body.hpp"
#include "postgres/cases/case_store.hpp"

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
                  fmt::format("案件版本为{}，但有{}项行为", case_row.integer("version"), expected_n_));
        if (case_row.view("head_hash") != head_)
            fault(expected_n_, "chain", "案件所记的链头与最后一项行为的哈希值不符");
    }

    void evidence(const Row& row) {
        blob(0, "attachment", row.view("sm3"), fmt::format("证据{}", row.view("no")));
    }

    void document(const Row& row) {
        blob(row.number("act_n"), "document", row.view("sm3"),
             fmt::format("文书《{}》{}", row.view("title"), row.view("number")));
    }

    std::vector<ports::Fault> faults;

  private:
    // The columns beside the body say the same as the body; the evidence it names is filed under that hash.
    void contents(const Row& row) {
        const int n = row.number("n");
        const auto recorded = read_body(row.view("body"));
        if (!recorded) return fault(n, "chain", fmt::format("第{}项行为的内容不能读取", n));
        if (recorded->act.n != n || recorded->act.recorded_at != row.instant("recorded_at") ||
            body_of(no_, *recorded) != row.view("body"))
            fault(n, "chain", fmt::format("第{}项行为的案号、序号或者记录时间与其内容不符", n));
        for (const auto& attachment : recorded->attachments)
            blob(n, "attachment", attachment.sm3,
                 fmt::format("第{}项行为所附证据{}", n, attachment.evidence_id));
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
};

}  // namespace

base::Result<std::vector<ports::Fault>> CaseStore::check_chain(const identity::Viewer& viewer,
                                                               std::string_view no) {
    const auto answers = TRY(app_.read(Context::of(viewer), {
                                                                {"cases/load",              Params(no)},
                                                                {"cases/acts",              Params(no)},
                                                                {"evidence/of_case",        Params(no)},
                                                                {"documents/of_cases_made", Params(no)}
    }));
    if (answers[0].empty()) return base::fail("not_found", "没有这个案件");
    ChainCheck check(no, blobs_);
    for (const auto act : answers[1]) check.act(act);
    check.end(answers[0].front());
    for (const auto evidence : answers[2]) check.evidence(evidence);
    for (const auto document : answers[3]) check.document(document);
    return std::move(check.faults);
}

}  // namespace postgres
