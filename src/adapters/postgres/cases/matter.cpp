#include "postgres/cases/matter.hpp"

#include <array>

namespace postgres {
namespace {

constexpr std::array<std::string_view, 4> tracks = {"ordinary", "summary", "fast", "complaint"};
constexpr std::array<std::string_view, 3> kinds = {"person", "sole_trader", "organisation"};

casefile::PartyKind kind_named(std::string_view name) {
    if (name == kinds[1]) return casefile::PartyKind::sole_trader;
    if (name == kinds[2]) return casefile::PartyKind::organisation;
    return casefile::PartyKind::person;
}

}  // namespace

std::string_view track_name(casefile::Track track) {
    return tracks[static_cast<std::size_t>(track)];
}

casefile::Track track_named(std::string_view name) {
    if (name == tracks[1]) return casefile::Track::summary;
    if (name == tracks[2]) return casefile::Track::fast;
    if (name == tracks[3]) return casefile::Track::complaint;
    return casefile::Track::ordinary;
}

base::Value parties_value(const std::vector<casefile::Party>& parties) {
    base::List list;
    for (const auto& party : parties) {
        base::Object object{
            {"id",      party.id                                   },
            {"kind",    kinds[static_cast<std::size_t>(party.kind)]},
            {"name",    party.name                                 },
            {"code",    party.code                                 },
            {"id_no",   party.id_no                                },
            {"region",  party.region                               },
            {"details", party.details                              }
        };
        if (party.born) object.set("born", party.born->str());
        list.emplace_back(std::move(object));
    }
    return list;
}

base::Result<std::vector<casefile::Party>> read_parties(const base::Value& list) {
    std::vector<casefile::Party> parties;
    for (const auto& value : list.items()) {
        casefile::Party party{.id = std::string(value.text("id")),
                              .kind = kind_named(value.text("kind")),
                              .name = std::string(value.text("name")),
                              .code = std::string(value.text("code")),
                              .id_no = std::string(value.text("id_no")),
                              .region = std::string(value.text("region")),
                              .details = value["details"]};
        if (value.has("born")) party.born = TRY(base::Date::parse(value.text("born")));
        parties.push_back(std::move(party));
    }
    return parties;
}

}  // namespace postgres
