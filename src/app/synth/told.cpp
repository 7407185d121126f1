#include "synth/told.hpp"

namespace synth {

namespace {

using namespace std::chrono_literals;

constexpr base::Date begin(2025y / 3 / 3), end(2028y / 12 / 31);

}  // namespace

base::Result<std::vector<procedure::Story>> stories(const procedure::Rules& rules, const Book& book,
                                                    const casefile::Matter& place, const Cast& cast) {
    std::vector<procedure::Story> told;
    const Teller teller(rules, book);
    for (const Path& path : book.paths) {
        procedure::Dice dice(1);
        auto history = TRY(teller.tell(path, {place, cast, begin, end}, dice));
        const auto& acts = history.file.acts();
        told.push_back({
            std::move(history.begun), {acts.begin(), acts.end()}
        });
    }
    return told;
}

}  // namespace synth
