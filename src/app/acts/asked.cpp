#include "acts/asked.hpp"

#include <algorithm>

#include "acts/belonging.hpp"
#include "acts/other_case.hpp"
#include "acts/reporter_secret.hpp"
#include "acts/when_signed.hpp"

namespace acts {

namespace {

base::Result<void> check_named_once(const ActRequest& request) {
    for (auto person = request.by.begin(); person != request.by.end(); ++person)
        if (std::find(request.by.begin(), person, *person) != person)
            return base::fail("person_twice", "同一人员列了两次", {}, "by");
    return {};
}

}  // namespace

base::Result<void> check_signs_for_self(const identity::Viewer& viewer, const ActRequest& request) {
    if (std::ranges::find(request.by, viewer.person) != request.by.end()) return {};
    return base::fail("not_among_those_who_act",
                      "只能以本人名义办理；请把本人列入办理人员，其他人由其本人确认", {}, "by");
}

base::Result<Judged> judge_asked(const office::Office& office, const identity::Viewer& viewer,
                                 const cases::LoadedCase& loaded, const ActRequest& request) {
    TRY(check_signs_for_self(viewer, request));
    if (const auto* type = office.rules.table.find(request.act)) TRY(check_by_hand(*type, request));
    const base::Instant at = TRY(instant_of(request, loaded.state, office.now()));
    Judged judged = TRY(judge(office, loaded, request, at, std::nullopt));
    if (judged.refusal) return judged;
    TRY(check_named_once(request));
    TRY(check_belonging(loaded, viewer, *judged.type, request));
    TRY(check_when_signed(loaded, request, judged, office.now()));
    if (touches_other_case(request.act))
        judged.refusal = TRY(other_side(office, viewer, loaded, judged, {})).refusal;
    return with_reporter_kept_secret(office, viewer, loaded, std::move(judged));
}

}  // namespace acts
