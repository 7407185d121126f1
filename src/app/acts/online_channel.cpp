#include "acts/online_channel.hpp"

#include <fmt/format.h>

#include "documents/print.hpp"
#include "procedure/online_channel.hpp"

namespace acts {

procedure::Refusal channel_not_in_paper(std::string_view title, std::string_view channel) {
    const std::string which = channel.empty() ? std::string() : fmt::format("（{}）", channel);
    return {.code = "online_recon_channel_not_in_paper",
            .message = fmt::format(
                "《{}》没有写明线上申请行政复议的渠道{}，不能以电子方式送达。请在机关信息中登记渠道"
                "后重新制作文书，或者改用其他方式送达",
                title, which),
            .basis = "行政复议法 第二十二条",
            .field = "data.online_recon_channel",
            .cure = {"serve"}};
}

base::Result<std::optional<procedure::Refusal>> channel_not_in_paper(const office::Office& office,
                                                                     const identity::Viewer& viewer,
                                                                     const cases::LoadedCase& loaded,
                                                                     const casefile::Act& act) {
    std::optional<procedure::Refusal> none;
    const auto channel = act.data.text("online_recon_channel");
    if (!procedure::names_online_channel(act) || channel.empty()) return none;
    const auto document = act.data.integer("document"), of = act.data.integer("of");
    const ports::DocumentRow* paper = nullptr;
    const auto rows = TRY(office.ports.documents.of_case(viewer, loaded.record.no));
    for (const ports::DocumentRow& row : rows)
        if (row.no == document && (!of || row.act_n == *of) && row.status != "struck") paper = &row;
    if (paper == nullptr) return none;
    const std::string text = TRY(documents::text(office, viewer, paper->id));
    if (text.contains(channel)) return none;
    return channel_not_in_paper(paper->title, channel);
}

}  // namespace acts
