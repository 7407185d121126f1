#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>

#include "base/result.hpp"
#include "office/fast_track.hpp"
#include "ports/fast_list_store.hpp"

namespace office {

// The lists of the catalogue and those the agencies entered and approved, read once and again when another is
// approved. Whoever judges holds what `current` gives until he is done.
class FastTrackInForce {
  public:
    // What could not be read is told to `complain`, for whoever keeps the installation.
    FastTrackInForce(ports::FastListStore& store, const FastTrackLists& catalogue,
                     std::function<void(std::string_view)> complain = {})
        : store_(store),
          catalogue_(catalogue),
          complain_(std::move(complain)),
          current_(std::make_shared<const FastTrackLists>(catalogue)) {}
    std::shared_ptr<const FastTrackLists> current();
    base::Result<void> reload();
    // A list is in force when it is stored: where it cannot be read again at once, whoever asks for the lists
    // next reads them.
    void refresh();

  private:
    ports::FastListStore& store_;
    const FastTrackLists& catalogue_;
    std::function<void(std::string_view)> complain_;
    std::mutex reading_;  // what was read first is kept first
    std::atomic<bool> is_stale_ = false;
    // Shared by the requests under way and the one that approves the next list.
    std::atomic<std::shared_ptr<const FastTrackLists>> current_;
};

}  // namespace office
