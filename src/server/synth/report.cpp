#include "synth/report.hpp"

#include <fmt/format.h>

namespace synth {

void Report::count(const History& history) {
    Row& row = paths_[history.path->id];
    ++row.cases;
    row.complete += history.complete ? 1 : 0;
    ++told_;
    acts_ += history.file.acts().size();
}

base::Value Report::to_value(const Book& book) const {
    base::List rows;
    for (const Path& path : book.paths) {
        const auto found = paths_.find(path.id);
        const Row row = found == paths_.end() ? Row() : found->second;
        rows.push_back(base::Object{
            {"path",     path.id     },
            {"title",    path.title  },
            {"cases",    row.cases   },
            {"complete", row.complete}
        });
    }
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    base::Object report{
        {"told",    told_                                        },
        {"acts",    acts_                                        },
        {"seconds", base::Decimal{fmt::format("{:.1f}", seconds)}}
    };
    for (const auto& [name, value] : more_) report.set(name, value);
    report.set("paths", std::move(rows));
    return report;
}

}  // namespace synth
