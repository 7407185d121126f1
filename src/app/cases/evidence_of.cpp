#include "cases/evidence_of.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace cases {

namespace {

class Gathering {
  public:
    enum class Letters { with, without };
    Gathering(const office::Office& office, const identity::Viewer& viewer, Letters letters)
        : office_(office), viewer_(viewer), letters_(letters) {}

    base::Result<void> add(const ports::CaseRecord& record, std::optional<base::Instant> until) {
        const auto [known, fresh] = taken_.try_emplace(record.no, until);
        const auto before = fresh ? std::nullopt : known->second;
        if (!fresh && (!before || (until && *until <= *before))) return {};
        known->second = until;
        TRY(add_origins(record, until));
        for (ports::Evidence& file : TRY(office_.ports.evidence.of_case(viewer_, record.no)))
            if ((!until || file.added_at <= *until) && (fresh || file.added_at > *before))
                files_.push_back(std::move(file));
        return {};
    }
    std::vector<ports::Evidence> take() && { return std::move(files_); }

  private:
    // A file that was split off begins with a copy of the acts of the other one, which tells its own origins.
    base::Result<void> add_origins(const ports::CaseRecord& record, std::optional<base::Instant> until) {
        auto act = record.acts.begin();
        for (auto each = act; each != record.acts.end(); ++each)
            if (each->act.type == "split_case" && each->act.data.has("from")) act = each;
        for (; act != record.acts.end(); ++act) {
            const auto entered = act->act.recorded_at.value_or(act->act.at);
            if (until && entered > *until) break;
            if (act->act.type == "split_case" && act->act.data.has("from"))
                TRY(add(act->act.data.text("from"), entered));
            if (act->act.type == "join_case") TRY(add(act->act.data.text("with"), std::nullopt));
            if (letters_ == Letters::with && act->act.type == "register_clue" &&
                act->act.data.has("letter_with"))
                TRY(add_letter(act->act.data.text("letter_with")));
        }
        return {};
    }
    // 投诉举报处理办法 第九条: the letter is kept once, under the complaint. What was brought in until the
    // complaint was accepted or refused, or its author asked who he is, came with it; what the mediation
    // brings is not for the report.
    base::Result<void> add_letter(std::string_view no) {
        const auto complaint = office_.ports.cases.load(viewer_, no);
        if (!complaint && complaint.error().code == "not_found") return {};
        if (!complaint) return base::fail(complaint.error());
        const auto& acts = complaint->acts;
        const auto settled = std::ranges::find_if(acts, [](const ports::RecordedAct& each) {
            return each.act.type == "accept_complaint" || each.act.type == "refuse_complaint" ||
                   each.act.type == "request_identity";
        });
        if (settled == acts.end()) return add(*complaint, std::nullopt);
        return add(*complaint, settled->act.recorded_at.value_or(settled->act.at));
    }
    base::Result<void> add(std::string_view no, std::optional<base::Instant> until) {
        return add(TRY(office_.ports.cases.load(viewer_, no)), until);
    }

    const office::Office& office_;
    const identity::Viewer& viewer_;
    Letters letters_;
    // How far each case was taken over, nothing meaning whole: split off and joined again, a case comes
    // twice.
    std::map<std::string, std::optional<base::Instant>, std::less<>> taken_ = {};
    std::vector<ports::Evidence> files_ = {};
};

}  // namespace

base::Result<std::vector<ports::Evidence>> evidence_of(const office::Office& office,
                                                       const identity::Viewer& viewer,
                                                       const ports::CaseRecord& record) {
    Gathering gathering(office, viewer, Gathering::Letters::with);
    TRY(gathering.add(record, std::nullopt));
    return std::move(gathering).take();
}

base::Result<std::vector<ports::Evidence>> evidence_to_bind(const office::Office& office,
                                                            const identity::Viewer& viewer,
                                                            const ports::CaseRecord& record) {
    Gathering gathering(office, viewer, Gathering::Letters::without);
    TRY(gathering.add(record, std::nullopt));
    return std::move(gathering).take();
}

}  // namespace cases
