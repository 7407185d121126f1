#include "acts/when_signed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace acts {

namespace {

// 程序规定 第三十三条第二款、第三十六条第二款, 第四条; 听证办法 第十三条; 移送规定 第五条: decisions a leader
// takes by his own act.
constexpr auto decided_by_signature =
    std::to_array<std::string_view>({"approve_urgent", "decide_recusal", "decide_referral", "name_host"});

bool is_split_off(const cases::LoadedCase& loaded) {
    return std::ranges::any_of(loaded.state.acts(), [](const casefile::Act& act) {
        return act.type == "split_case" && act.data.has("from");
    });
}

// A case split off carries acts that were entered elsewhere long before.
bool is_entered_afterwards(const cases::LoadedCase& loaded, base::Instant at) {
    if (loaded.record.acts.empty()) return true;
    const auto& registered = loaded.record.acts.front().act.recorded_at;
    return registered && at < *registered && !is_split_off(loaded);
}

}  // namespace

bool counts_when_signed(const cases::LoadedCase& loaded, const ActRequest& request, base::Instant at) {
    const casefile::Act act{
        .type = request.act, .at = at, .by = request.by, .party = request.party, .data = request.data};
    const bool is_decision =
        std::ranges::find(decided_by_signature, request.act) != decided_by_signature.end();
    if (!is_decision && loaded.state.approval_chain(act).empty()) return false;
    return !is_entered_afterwards(loaded, at);
}

base::Result<void> check_when_signed(const cases::LoadedCase& loaded, const ActRequest& request,
                                     const Judged& judged, base::Instant now) {
    if (!request.at || now.point() - request.at->point() < counts_as_now) return {};
    if (!counts_when_signed(loaded, request, *request.at)) return {};
    return base::fail(
        "approval_in_past",
        fmt::format("“{}”自有权批准的人签署之时起算，不能填写以前的时间（{}）；请不要填写办理时间。只有"
                    "案件登记以前已经办结的经过，才可以连同全案补录",
                    judged.type->title, request.at->chinese()),
        "执衡设计规则", "at");
}

base::Instant instant_at_last_signature(const ActRequest& request, const cases::LoadedCase& loaded,
                                        base::Instant now) {
    base::Instant at = request.at.value_or(now);
    if (request.at && counts_when_signed(loaded, request, at)) at = now;
    const auto& acts = loaded.state.acts();
    // Since the proposal was made another act may have been recorded; what is approved now did not happen
    // before it.
    if (!acts.empty() && at < acts.back().at) at = acts.back().at;
    return at;
}

}  // namespace acts
