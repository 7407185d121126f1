#pragma once
#include <stdexcept>

#include "catalogue/catalogue.hpp"
#include "discretion/decide.hpp"

namespace discretion {

// The catalogue of the checkout, read once for all tests.
inline const Catalogue& loaded() {
    static const Catalogue catalogue = [] {
        auto sources = Sources::read(catalogue::Files());
        if (!sources) throw std::runtime_error(sources.error().message);
        auto read = Catalogue::from(*sources);
        if (!read) throw std::runtime_error(read.error().message);
        return std::move(*read);
    }();
    return catalogue;
}

}  // namespace discretion
