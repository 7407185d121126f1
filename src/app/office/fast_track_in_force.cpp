#include "office/fast_track_in_force.hpp"

namespace office {

base::Result<void> FastTrackInForce::reload() {
    const std::lock_guard guard(reading_);
    auto lists = std::make_shared<FastTrackLists>(catalogue_);
    for (ports::FastListRow& row : TRY(store_.approved()))
        lists->add({.region = std::move(row.agency),
                    .title = std::move(row.title),
                    .from = row.from,
                    .to = row.to,
                    .items = std::move(row.items)});
    current_.store(std::move(lists));
    is_stale_ = false;
    return {};
}

void FastTrackInForce::refresh() {
    const auto done = reload();
    if (done) return;
    is_stale_ = true;
    if (complain_) complain_(done.error().message);
}

std::shared_ptr<const FastTrackLists> FastTrackInForce::current() {
    if (is_stale_) refresh();
    return current_.load();
}

}  // namespace office
