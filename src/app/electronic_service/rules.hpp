#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace electronic_service {

// Content of catalogue/procedure/electronic_service.yaml.
struct Rules {
    struct Rights {
        std::vector<int> documents;
        std::string says;
    };
    std::vector<std::string> channels;
    std::vector<std::string> papers;  // forms whose addressee is the party
    int link_days = 0, code_hours = 0, codes_max = 0, wrong_codes_max = 0, reading_minutes = 0;
    int remind_after_working_days = 0;
    std::vector<Rights> rights;

    // Error `bad_catalogue`: a number that is missing or not positive, a channel that carries no link.
    static base::Result<Rules> from(const base::Value& content);
    bool carries(std::string_view channel) const;
    bool is_for_party(std::string_view form) const;
    std::string_view rights_of(int document) const;  // "" when nothing is said of it
};

}  // namespace electronic_service
