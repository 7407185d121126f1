#include "synth/land.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace synth {

namespace {

using namespace std::chrono_literals;

constexpr base::Date in_office_since(2020y / 1 / 1);
constexpr base::Date certified_until(2030y / 12 / 31);
constexpr int bureaus_of_a_city = 20, cities_of_a_province = 15, first_province = 99;

struct Part {
    std::string id, node;
    std::vector<std::string> roles;
    bool certified = false;
};

constexpr int stations_of_a_bureau = 4, handlers_of_a_station = 4;

std::vector<Part> make_parts() {
    std::vector<Part> all;
    for (int station = 1; station <= stations_of_a_bureau; ++station) {
        const std::string node = fmt::format("s{}", station);
        for (int i = 1; i <= handlers_of_a_station; ++i)
            all.push_back({
                fmt::format("h{}", (station - 1) * handlers_of_a_station + i),
                node,
                {"HANDLER", "SERVER"},
                true
            });
        all.push_back({fmt::format("k{}", station), node, {"UNIT_HEAD"}});
    }
    const std::vector<Part> others{
        {"rv", "legal",  {"REVIEWER", "LEGAL"}        },
        {"hs", "legal",  {"REVIEWER", "LEGAL", "HOST"}},
        {"su", "legal",  {"SUPERVISOR"}               },
        {"ld", "",       {"LEADER"}                   },
        {"ch", "",       {"CHIEF", "LEADER"}          },
        {"rc", "office", {"INTAKE", "RECORDER"}       },
        {"ar", "office", {"SERVER", "ARCHIVIST"}      },
        {"fi", "office", {"FINANCE", "PROPERTY"}      },
        {"cr", "office", {"CREDIT"}                   }
    };
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

const std::vector<Part>& parts() {
    static const std::vector<Part> all = make_parts();
    return all;
}

casefile::Staff staff_of(const ports::PersonRow& person) {
    return {.id = person.id,
            .name = person.name,
            .roles = person.posts.front().roles,
            .unit = person.posts.front().node,
            .certificate = person.certificate};
}

base::Result<Bureau> bureau_of(std::string region, std::vector<casefile::Staff> staff,
                               const std::vector<std::string>& stations) {
    Bureau bureau{
        .place = {.agency = region,
                  .province = region.substr(0, 2) + "0000",
                  .parties = {},
                  .staff = std::move(staff)},
        .stations = {}
    };
    for (const auto& node : stations) {
        auto cast = TRY(Cast::of(bureau.place.staff, node));
        Station station{.node = node, .cast = std::move(cast), .handlers = {}};
        for (const auto& person : bureau.place.staff)
            if (person.unit == node && person.certificate) station.handlers.push_back(person);
        bureau.stations.push_back(std::move(station));
    }
    return bureau;
}

base::Result<Bureau> demonstration_bureau(const demo::Organisation& organisation) {
    std::vector<casefile::Staff> staff;
    for (const auto& person : organisation.people) {
        const auto& post = person.posts.front().node;
        const auto node = std::ranges::find(organisation.nodes, post, &ports::NodeRow::id);
        if (node->region == "990101") staff.push_back(staff_of(person));
    }
    return bureau_of("990101", std::move(staff), {"s-donghu", "s-nanqiao"});
}

std::string word(const base::List& words, std::size_t place) {
    const auto* text = words[place % words.size()].as_string();
    return text == nullptr ? std::string() : *text;
}

class Founder {
  public:
    Founder(Land& land, const base::Value& words) : land_(land), words_(words) {}

    base::Result<void> found(int place) {
        const int city = place / bureaus_of_a_city;
        const int province = first_province - city / cities_of_a_province;
        const std::string r2 = fmt::format("{:02}", province);
        const std::string r4 = fmt::format("{}{:02}", r2, city % cities_of_a_province + 2);
        const std::string region = fmt::format("{}{:02}", r4, place % bureaus_of_a_city + 1);
        if (place % (bureaus_of_a_city * cities_of_a_province) == 0 && province != first_province)
            node("p" + r2, "", "province", fmt::format("第{}模拟省市场监督管理局", r2), r2 + "0000");
        if (place % bureaus_of_a_city == 0) found_city(r2, r4);
        const std::string id = "d" + region;
        node(id, "c" + r4, "district", fmt::format("模拟{}区市场监督管理局", region), region);
        for (int i = 1; i <= stations_of_a_bureau; ++i)
            node(fmt::format("{}-s{}", id, i), id, "station", fmt::format("第{}市场监督管理所", i), region);
        node(id + "-legal", id, "unit", "法规科", region);
        node(id + "-office", id, "unit", "办公室", region);
        return staff(id, region);
    }

  private:
    void found_city(const std::string& r2, const std::string& r4) {
        node("c" + r4, "p" + r2, "city", fmt::format("模拟{}市市场监督管理局", r4), r4 + "00");
        land_.people.push_back({.id = "c" + r4 + "-su",
                                .name = word(words_.list("surnames"), land_.people.size()) + "督",
                                .posts = {{"c" + r4, {"SUPERIOR", "SUPERVISOR"}, in_office_since}},
                                .certificate = {}});
        land_.accounts.push_back({"c" + r4 + "-su", "su-" + r4});
    }

    void node(std::string id, std::string parent, std::string kind, std::string name, std::string region) {
        const std::string short_name = kind == "district" ? "模" + region.substr(2) : std::string();
        land_.nodes.push_back({.id = std::move(id),
                               .parent = std::move(parent),
                               .kind = std::move(kind),
                               .name = std::move(name),
                               .short_name = short_name,
                               .region = std::move(region),
                               .details = {}});
    }

    base::Result<void> staff(const std::string& bureau, const std::string& region) {
        std::vector<casefile::Staff> all;
        for (const Part& part : parts()) {
            const std::string unit = part.node.empty() ? bureau : fmt::format("{}-{}", bureau, part.node);
            ports::PersonRow person{.id = fmt::format("{}-{}", bureau, part.id),
                                    .name = word(words_.list("surnames"), land_.people.size()) +
                                            word(words_.list("given"), land_.people.size() / 3),
                                    .posts = {{unit, part.roles, in_office_since}},
                                    .certificate = {}};
            if (part.certified)
                person.certificate = casefile::Certificate{
                    .no = region + std::string(part.id), .from = in_office_since, .until = certified_until};
            all.push_back(staff_of(person));
            land_.people.push_back(std::move(person));
        }
        land_.accounts.push_back({bureau + "-h1", "h1-" + region});
        std::vector<std::string> stations;
        for (int i = 1; i <= stations_of_a_bureau; ++i) stations.push_back(fmt::format("{}-s{}", bureau, i));
        land_.bureaus.push_back(TRY(bureau_of(region, std::move(all), stations)));
        return {};
    }

    Land& land_;
    const base::Value& words_;
};

}  // namespace

base::Result<Land> land_of(const demo::Organisation& demonstration, int bureaus, const base::Value& words) {
    Land land;
    land.bureaus.push_back(TRY(demonstration_bureau(demonstration)));
    Founder founder(land, words);
    for (int place = 0; place + 1 < bureaus; ++place) TRY(founder.found(place));
    return land;
}

}  // namespace synth
