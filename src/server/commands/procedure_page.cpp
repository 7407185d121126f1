#include <iostream>

#include "books/books.hpp"
#include "catalogue/catalogue.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "demo/organisation.hpp"
#include "procedure/page.hpp"
#include "synth/told.hpp"

namespace commands {

namespace {
constexpr std::string_view help = R"(用法：zhiheng procedure
写出程序的行为、期限、拒绝和状态图（Markdown），即 docs/procedure.md 的内容。不需要数据库。
)";

std::vector<casefile::Staff> staff_of(const demo::Organisation& organisation) {
    std::vector<casefile::Staff> all;
    for (const auto& person : organisation.people)
        all.push_back({.id = person.id,
                       .name = person.name,
                       .roles = person.posts.front().roles,
                       .unit = person.posts.front().node,
                       .certificate = person.certificate});
    return all;
}

// Told in the demonstration's district, whose people all hold their posts.
base::Result<std::vector<procedure::Story>> stories(const procedure::Rules& rules) {
    const catalogue::Files files;
    const auto acts = TRY(files.load("synth/acts.yaml"));
    const auto paths = TRY(files.load("synth/paths.yaml"));
    const auto book = TRY(synth::Book::from(acts, paths));
    const auto people = TRY(files.load("demo/organisation.yaml"));
    const auto organisation = TRY(demo::Organisation::from(people));
    const casefile::Matter place{.agency = "990101", .parties = {}, .staff = staff_of(organisation)};
    const auto cast = TRY(synth::Cast::of(place.staff, "s-donghu"));
    return synth::stories(rules, book, place, cast);
}

}  // namespace

int procedure_page(Arguments arguments) {
    const auto options = Options::read(arguments, {}, {});
    if (!options) return complain(options.error());
    if (options->help() || !options->words().empty()) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto rules = books::load_rules(catalogue::Files());
    if (!rules) return complain(rules.error());
    const auto told = stories(*rules);
    if (!told) return complain(told.error());
    std::cout << procedure::page(*rules, *told);
    return done;
}

}  // namespace commands
