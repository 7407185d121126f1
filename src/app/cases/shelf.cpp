#include "cases/shelf.hpp"

namespace cases {

std::shared_ptr<const Kept> Shelf::find(std::string_view no) {
    const std::lock_guard guard(mutex_);
    const auto place = places_.find(std::string(no));
    if (place == places_.end()) return nullptr;
    order_.splice(order_.begin(), order_, place->second);
    return order_.front();
}

void Shelf::keep(std::shared_ptr<const Kept> kept) {
    const std::string no = kept->loaded.record.no;
    std::shared_ptr<const Kept> gone;  // freed outside the lock
    const std::lock_guard guard(mutex_);
    if (const auto place = places_.find(no); place != places_.end()) {
        if ((*place->second)->loaded.record.version > kept->loaded.record.version) return;
        std::swap(*place->second, kept);
        order_.splice(order_.begin(), order_, place->second);
        return;
    }
    order_.push_front(std::move(kept));
    places_[no] = order_.begin();
    if (order_.size() <= cases_max_) return;
    gone = std::move(order_.back());
    places_.erase(gone->loaded.record.no);
    order_.pop_back();
}

void Shelf::drop(std::string_view no) {
    const std::lock_guard guard(mutex_);
    const auto place = places_.find(std::string(no));
    if (place == places_.end()) return;
    order_.erase(place->second);
    places_.erase(place);
}

}  // namespace cases
