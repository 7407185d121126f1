#include "http/self_check/nightly_routes.hpp"

#include "http/desk/values.hpp"

namespace desk {

namespace {

constexpr std::pair<std::string_view, std::string_view> titles[] = {
    {"digest",     "每日提要"        },
    {"self_check", "案件自检"        },
    {"sweep",      "清理未完成的上传"},
    {"pages",      "清点证据页数"    },
    {"heads",      "报送每日链头"    }
};

std::string_view title_of(std::string_view job) {
    for (const auto& [known, title] : titles)
        if (known == job) return title;
    return job;
}

http::Response runs(ports::NightlyStore& nights, const http::Request& request,
                    const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    if (!viewer.has_role("SYSTEM_ADMIN")) return refuse({"not_permitted", "夜间作业的结果由系统管理员查看"});
    base::List rows;
    for (const ports::NightlyRun& run : TRY_OR_REFUSE(nights.runs(viewer))) {
        base::Object row{
            {"job",         run.job              },
            {"title",       title_of(run.job)    },
            {"day",         run.day.str()        },
            {"attempts",    run.attempts         },
            {"started_at",  run.started_at.str() },
            {"finished_at", run.finished_at.str()},
            {"outcome",     run.outcome          }
        };
        if (!run.error.empty()) row.set("error", run.error);
        rows.push_back(std::move(row));
    }
    return http::json(200, rows);
}

}  // namespace

void add_nightly_routes(http::Router& router, const Desk& desk, ports::NightlyStore& nights) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/nightly-runs",
        [&nights](const Desk&, const http::Request& request, const identity::Viewer& viewer) {
            return runs(nights, request, viewer);
        });
}

}  // namespace desk
