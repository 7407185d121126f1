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
    std::string_view id, node;
    std::vector<std::string> roles;
    bool certified = false;
};

const std::vector<Part>& parts() {
    static const std::vector<Part> all{
        {"h1", "s1",     {"HANDLER", "SERVER"},         true },
        {"h2", "s1",     {"HANDLER", "SERVER"},         true },
        {"k1", "s1",     {"UNIT_HEAD"},                 false},
        {"h3", "s2",     {"HANDLER", "SERVER"},         true },
        {"h4", "s2",     {"HANDLER", "SERVER"},         true },
        {"k2", "s2",     {"UNIT_HEAD"},                 false},
        {"rv", "legal",  {"REVIEWER", "LEGAL"},         false},
        {"hs", "legal",  {"REVIEWER", "LEGAL", "HOST"}, false},
        {"su", "legal",  {"SUPERVISOR"},                false},
        {"ld", "",       {"LEADER"},                    false},
        {"ch", "",       {"CHIEF", "LEADER"},           false},
        {"rc", "office", {"INTAKE", "RECORDER"},        false},
        {"ar", "office", {"SERVER", "ARCHIVIST"},       false},
        {"fi", "office", {"FINANCE", "PROPERTY"},       false},
        {"cr", "office", {"CREDIT"},                    false}
    };
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
    for (const auto& node : stations)
        bureau.stations.push_back({node, TRY(Cast::of(bureau.place.staff, node))});
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
        if (place % bureaus_of_a_city == 0)
            node("c" + r4, "p" + r2, "city", fmt::format("模拟{}市市场监督管理局", r4), r4 + "00");
        const std::string id = "d" + region;
        node(id, "c" + r4, "district", fmt::format("模拟{}区市场监督管理局", region), region);
        node(id + "-s1", id, "station", "第一市场监督管理所", region);
        node(id + "-s2", id, "station", "第二市场监督管理所", region);
        node(id + "-legal", id, "unit", "法规科", region);
        node(id + "-office", id, "unit", "办公室", region);
        return staff(id, region);
    }

  private:
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
        land_.bureaus.push_back(TRY(bureau_of(region, std::move(all), {bureau + "-s1", bureau + "-s2"})));
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
