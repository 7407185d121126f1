#pragma once
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "cases/load_case.hpp"
#include "ports/case_store.hpp"

namespace cases {

// A case as it stood after its last act, with what the store shows of it.
struct Kept {
    LoadedCase loaded;
    ports::Projection shown;
};

// The cases last worked on, so that the next act is not folded from the first one again. A kept case decides
// nothing: whether the viewer sees it and whether it still stands so is asked of the store each time, before
// anything is shown and in the transaction that writes.
class Shelf {
  public:
    explicit Shelf(std::size_t cases_max = 200) : cases_max_(cases_max) {}

    std::shared_ptr<const Kept> find(std::string_view no);
    void keep(std::shared_ptr<const Kept> kept);
    void drop(std::string_view no);

  private:
    using Order = std::list<std::shared_ptr<const Kept>>;  // the last used first
    std::mutex mutex_;
    std::size_t cases_max_;
    Order order_;
    std::unordered_map<std::string, Order::iterator> places_;
};

}  // namespace cases
