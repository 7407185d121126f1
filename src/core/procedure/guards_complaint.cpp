#include <fmt/format.h>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

// 投诉举报处理办法 第十八条、第十九条: no mediation, here or by others, without the consent of both.
Finding mediation_consent_missing(const Look& look) {
    if (look.state.mediation_agreed) return std::nullopt;
    return Found{.code = "mediation_consent_missing", .cure = {"agree_mediation"}};
}

// 投诉举报处理办法 第十六条、第二十三条: closed lists.
Finding ground_of_the_list(const Look& look) {
    const auto ground = look.data().integer("ground");
    const std::int64_t last = look.type.id == "refuse_complaint" ? 7 : 8;
    if (!ground || (*ground >= 1 && *ground <= last)) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = fmt::format("情形应当为第一至第{}项之一", last),
                 .field = "ground"};
}

}  // namespace

std::vector<Guard> complaint_guards() {
    return {
        {24,  "mediation_consent_missing", {"mediate", "delegate_mediation"},     true,  mediation_consent_missing},
        {175, "element_missing",           {"refuse_complaint", "end_mediation"}, false, ground_of_the_list       },
    };
}

}  // namespace procedure
