#include <algorithm>

#include "clocks/book.hpp"
#include "clocks/clocks.hpp"

namespace clocks {

int document_of(const casefile::Act& serve) {
    return serve.type == "serve" ? number_in(serve.data, "document") : 0;
}

// 程序规定 第八十二条、第八十三条; procedure.md V-02 … V-08.
std::optional<base::Date> service_day(const casefile::Act& serve) {
    const auto& data = serve.data;
    if (serve.type != "serve" || data.text("outcome") != "served") return {};
    const auto method = data.text("method");
    // 第八十二条第（五）项: 自发出公告之日起经过公告期（三十日），即视为送达. The days of the notice are
    // those of the table of periods: no other notice is accepted.
    if (method == "public_notice") {
        const auto published = date_in(data, "published_on");
        const int days = number_in(data, "days");
        return published && days > 0 ? std::optional(published->plus_days(days)) : std::nullopt;
    }
    if (method == "electronic") return date_of(serve, "reached_at");
    if (method == "post") {
        if (const auto slip = date_in(data, "slip_on")) return slip;
        if (const auto returned = date_in(data, "returned_on")) return returned;
    }
    return date_of(serve, "signed_on");
}

SeizureDays seizure_days(std::span<const casefile::Act> accepted, int seize_act) {
    SeizureDays days;
    for (const auto& act : accepted) {
        if (act.type == "seize" && act.n == seize_act) days.taken = number_in(act.data, "days");
        if (act.type == "extend_seizure" && number_in(act.data, "of") == seize_act)
            days.extended += number_in(act.data, "days");
    }
    return days;
}

}  // namespace clocks
