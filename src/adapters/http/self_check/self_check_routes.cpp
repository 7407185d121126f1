#include "http/desk/routes.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;

constexpr std::pair<std::string_view, std::string_view> titles[] = {
    {"stuck",              "案件卡住"          },
    {"clock_without_task", "有期限而没有任务"  },
    {"closed_with_open",   "已结案而有未了事项"},
    {"projection",         "列表与行为不一致"  },
    {"stale",              "列表没有更新"      },
    {"unreadable",         "行为不能读取"      }
};

std::string_view title_of(std::string_view kind) {
    for (const auto& [known, title] : titles)
        if (known == kind) return title;
    return kind;
}

// Whoever runs the system sees which case is in disorder and how, nothing of what the case is about.
http::Response findings(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    if (!viewer.has_role("SYSTEM_ADMIN")) return refuse({"not_permitted", "案件自检的结果由系统管理员查看"});
    const auto report = TRY_OR_REFUSE(desk.findings.latest(viewer));
    Object answer;
    List rows;
    if (report) answer.set("day", report->day.str());
    for (const auto& finding : report ? report->findings : std::vector<ports::Finding>())
        rows.push_back(Object{
            {"case_no", finding.case_no       },
            {"kind",    finding.kind          },
            {"title",   title_of(finding.kind)},
            {"detail",  finding.detail        },
            {"since",   finding.since.str()   }
        });
    answer.set("findings", std::move(rows));
    return http::json(200, answer);
}

}  // namespace

void add_self_check_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/self-check", findings);
}

}  // namespace desk
