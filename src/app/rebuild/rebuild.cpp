#include "rebuild/rebuild.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

#include "batches/walk.hpp"
#include "cases/load_case.hpp"
#include "cases/project.hpp"

namespace rebuild {

namespace {

struct Batch {
    std::vector<ports::RebuiltCase> cases;
    std::size_t acts = 0;
    std::vector<std::string> unreadable;
};

Batch fold_all(const std::vector<ports::StoredCase>& batch, const procedure::Rules& rules, base::Date today) {
    Batch folded;
    for (const auto& stored : batch) {
        const auto& record = stored.record;
        if (!stored.unreadable.empty()) {
            folded.unreadable.push_back(record.no);
            continue;
        }
        if (record.acts.empty()) continue;
        const auto file = cases::fold(rules, record.matter, record.acts);
        if (!file) {
            folded.unreadable.push_back(record.no);
            continue;
        }
        folded.acts += record.acts.size();
        folded.cases.push_back({record.no, record.version, cases::project(*file, today, record.acts)});
    }
    return folded;
}

}  // namespace

base::Result<Rebuilt> run(ports::CaseBatches& batches, ports::ProjectionWriter& writer,
                          const procedure::Rules& rules, base::Date today,
                          const std::function<bool()>& goes_on, std::size_t cases_max) {
    Rebuilt rebuilt;
    std::atomic<std::size_t> seen = 0;
    std::mutex mutex;
    const auto work = [&](const std::vector<ports::StoredCase>& batch) -> base::Result<void> {
        if (seen.fetch_add(batch.size()) >= cases_max) return {};
        const Batch folded = fold_all(batch, rules, today);
        const std::size_t written = TRY(writer.replace(folded.cases));
        const std::scoped_lock lock(mutex);
        rebuilt.cases += written;
        rebuilt.moved += folded.cases.size() - written;
        rebuilt.acts += folded.acts;
        rebuilt.unreadable.insert(rebuilt.unreadable.end(), folded.unreadable.begin(),
                                  folded.unreadable.end());
        return {};
    };
    const std::array rounds{ports::BatchOf{.which = ports::BatchOf::Which::all}};
    const auto walked = batches::walk(
        batches, rounds, ports::Take::acts, [&] { return seen < cases_max && goes_on(); }, work);
    const bool enough = !walked && walked.error().code == "interrupted" && seen >= cases_max;
    if (!walked && !enough) return base::fail(walked.error());
    std::ranges::sort(rebuilt.unreadable);
    return rebuilt;
}

}  // namespace rebuild
