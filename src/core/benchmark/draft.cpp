#include "benchmark/draft.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace benchmark {

bool Draft::is_mapped() const {
    return std::ranges::all_of(subjects, [](const Subject& subject) { return subject.item.has_value(); });
}

const Subject* Draft::subject_of(std::size_t line) const {
    for (const Subject& subject : subjects)
        if (std::ranges::binary_search(subject.lines, line)) return &subject;
    return nullptr;
}

base::Result<discretion::BenchmarkTable> to_table(const Draft& draft, discretion::BenchmarkTable head,
                                                  const discretion::FactTable& facts) {
    const Reading reading = read_lines(draft.lines, facts);
    if (!reading.problems.empty())
        return base::fail("table_unread", fmt::format("第{}行：{}", reading.problems.front().row,
                                                      reading.problems.front().message));
    for (const Meaning& meaning : reading.meanings) {
        const Subject* subject = draft.subject_of(meaning.line);
        if (!subject || !subject->item || subject->item->empty()) continue;
        head.rows.push_back({.line = draft.lines[meaning.line].row,
                             .violation = *subject->item,
                             .tier = meaning.tier.tier,
                             .is_serious = meaning.tier.is_serious,
                             .when = meaning.when,
                             .amount = meaning.amount});
    }
    return head;
}

}  // namespace benchmark
