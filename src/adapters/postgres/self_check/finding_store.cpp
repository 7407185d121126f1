#include "postgres/self_check/finding_store.hpp"

namespace postgres {

base::Result<void> FindingStore::put(base::Date day, const std::vector<ports::Finding>& findings) {
    base::List rows;
    for (const auto& finding : findings)
        rows.push_back(base::Object{
            {"case_no", finding.case_no},
            {"kind",    finding.kind   },
            {"detail",  finding.detail }
        });
    TRY(app_.write(Context::for_purpose("nightly"), {
                                                        {"self_check/done", Params(day)},
                                                        {"self_check/clear", Params(day)},
                                                        {"self_check/put", Params(day, base::Value(rows))}
    }));
    return {};
}

base::Result<std::optional<ports::FindingReport>> FindingStore::latest(const identity::Viewer& viewer) {
    const auto answers =
        TRY(app_.read(Context::of(viewer), {{"self_check/last_day"}, {"self_check/latest"}}));
    if (answers[0].empty()) return std::nullopt;
    ports::FindingReport report{.day = answers[0].front().date("day"), .findings = {}};
    for (const auto row : answers[1])
        report.findings.push_back({.case_no = row.text("case_no"),
                                   .kind = row.text("kind"),
                                   .detail = row.text("detail"),
                                   .since = row.date("since")});
    return report;
}

}  // namespace postgres
