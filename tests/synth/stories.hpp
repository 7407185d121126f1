#pragma once
#include <vector>

#include "books/books.hpp"
#include "demo/organisation.hpp"
#include "synth/teller.hpp"

namespace synth_test {

// What histories are told from: the book of paths, the law, and the people of one district.
struct Stories {
    catalogue::Files files;
    base::Value acts = files.load("synth/acts.yaml").value();
    base::Value paths = files.load("synth/paths.yaml").value();
    procedure::Rules rules = books::load_rules(files).value();
    synth::Book book = synth::Book::from(acts, paths).value();
    demo::Organisation organisation =
        demo::Organisation::from(files.load("demo/organisation.yaml").value()).value();
    casefile::Matter place = {.agency = "990101", .parties = {}, .staff = staff()};
    synth::Cast cast = synth::Cast::of(place.staff, "s-donghu").value();

    std::vector<casefile::Staff> staff() const {
        std::vector<casefile::Staff> all;
        for (const auto& person : organisation.people)
            all.push_back({.id = person.id,
                           .name = person.name,
                           .roles = person.posts.front().roles,
                           .unit = person.posts.front().node,
                           .certificate = person.certificate});
        return all;
    }
};

}  // namespace synth_test
