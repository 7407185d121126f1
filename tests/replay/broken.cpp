#include "broken.hpp"

#include <algorithm>
#include <charconv>

namespace given {

namespace {

// What the discretion side would say; here one sum stands for all that are too high, and gains that are named
// and not confiscated for all that is left out.
std::optional<procedure::PenaltyFault> beyond_every_range(const base::Value& penalty, const casefile::Party&,
                                                          base::Date, base::Date, base::Date) {
    const auto& kinds = penalty.list("kinds");
    if (penalty.has("gains") && std::ranges::find(kinds, base::Value("confiscate_gains")) == kinds.end())
        return procedure::PenaltyFault{.code = "mandatory_item_missing",
                                       .message = "应当没收违法所得",
                                       .basis = "行政处罚法 第二十八条第二款",
                                       .field = "penalty.kinds"};
    if (penalty.text("fine") != "99999999.00") return std::nullopt;
    return procedure::PenaltyFault{
        .code = "amount_outside_range", .message = "超出幅度", .basis = "行政处罚法 第五条第二款、第三十二条"};
}

// What the local lists would say; here one item stands for all that are on none.
std::optional<procedure::PenaltyFault> on_no_list(const base::Value& filing, std::string_view, base::Date) {
    if (filing["fast"].text("list_item") != "no.such.item") return std::nullopt;
    return procedure::PenaltyFault{.code = "fast_track_not_allowed",
                                   .message = "不在清单之中",
                                   .basis = "《清单》",
                                   .field = "fast.list_item"};
}

base::Result<procedure::Rules> load() {
    const auto acts = catalogue_file("procedure/acts.yaml"), papers = catalogue_file("procedure/papers.yaml");
    const auto states = catalogue_file("procedure/states.yaml"),
               refusals = catalogue_file("procedure/refusals.yaml");
    const auto documents = catalogue_file("procedure/documents.yaml");
    auto editions = procedure::Editions::from(
        {.acts = acts, .papers = papers, .states = states, .refusals = refusals, .documents = documents});
    if (!editions) return base::fail(editions.error());
    std::vector<base::Value> places;
    for (const auto& path : catalogue::Files().paths("discretion/jurisdictions/"))
        places.push_back(catalogue_file(path));
    return procedure::Rules{.table = editions->latest(),
                            .clocks = clock_table(),
                            .calendar = work_calendar(),
                            .sums = TRY(procedure::Sums::from(catalogue_file("procedure/sums.yaml"), places)),
                            .penalty_check = beyond_every_range,
                            .filing_check = on_no_list,
                            .editions = *editions};
}

// The place a dotted path leads to; members on the way are made.
base::Value* place(base::Value& root, std::string_view path) {
    base::Value* at = &root;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const auto name = path.substr(0, dot);
        path = dot == std::string_view::npos ? "" : path.substr(dot + 1);
        if (auto* list = at->as_list()) {
            std::size_t index = 0;
            std::from_chars(name.data(), name.data() + name.size(), index);
            at = &list->at(index);
            continue;
        }
        if (!at->as_object()) *at = base::Object{};
        if (!at->as_object()->find(name)) at->as_object()->set(name, base::Value());
        at = at->as_object()->find(name);
    }
    return at;
}

void remove(base::Value& root, const std::string& path) {
    const auto dot = path.rfind('.');
    base::Value* holder = dot == std::string::npos ? &root : place(root, path.substr(0, dot));
    holder->as_object()->erase(dot == std::string::npos ? path : path.substr(dot + 1));
}

// "20.data.x" names act 20, which is the twentieth of the list.
base::Value& act_at(base::List& acts, std::string& path) {
    const auto dot = path.find('.');
    const auto n = static_cast<std::size_t>(std::stoi(path.substr(0, dot)));
    path = path.substr(dot + 1);
    return acts.at(n - 1);
}

void put(base::Value& object, const base::Object& members) {
    for (const auto& [name, value] : members) {
        if (value.is_null())
            object.as_object()->erase(name);
        else
            object.as_object()->set(name, value);
    }
}

base::Value copied(const base::List& acts, const base::Value& row) {
    base::Value act = acts.at(static_cast<std::size_t>(*row.integer("copy")) - 1);
    if (row.has("at")) act.as_object()->set("at", row["at"]);
    for (const auto& [path, value] : row["set"].object()) *place(act, path) = value;
    return act;
}

void change_acts(base::List& acts, const base::Value& row) {
    for (const auto& [path, value] : row["set"].object()) {
        std::string rest = path;
        base::Value& act = act_at(acts, rest);
        *place(act, rest) = value;
    }
    for (const auto& item : row.list("unset")) {
        std::string rest = *item.as_string();
        base::Value& act = act_at(acts, rest);
        remove(act, rest);
    }
    if (row.has("long")) {
        std::string rest(row.text("long"));
        base::Value& act = act_at(acts, rest);
        *place(act, rest) = std::string(200'000, 'x');
    }
    for (const auto& [n, act] : row["replace"].object())
        acts.at(static_cast<std::size_t>(std::stoi(n)) - 1) = act;
    for (const auto& n : row.list("drop")) {
        base::Value& act = acts.at(static_cast<std::size_t>(*n.as_int()) - 1);
        const auto at = act["at"];
        const auto by = act.list("by").front();
        act = base::Object{
            {"act",  "note"                      },
            {"at",   at                          },
            {"by",   base::List{by}              },
            {"data", base::Object{{"text", "略"}}}
        };
    }
}

}  // namespace

const procedure::Rules& rules() {
    static const auto loaded = load();
    if (!loaded) ADD_FAILURE() << loaded.error().message;
    return *loaded;
}

base::Value broken(const base::Value& row) {
    base::Value scenario = given::scenario(std::string(row.text("scenario")));
    base::Object& members = *scenario.as_object();
    members.erase("expect");
    base::List& acts = *members.find("acts")->as_list();
    const base::List whole = acts;
    change_acts(acts, row);
    if (row.has("until")) acts.resize(static_cast<std::size_t>(*row.integer("until")));
    for (const auto& more : row.list("then")) acts.push_back(more.has("copy") ? copied(whole, more) : more);
    for (const auto& [id, change] : row["staff"].object()) {
        base::Value* person = nullptr;
        for (auto& staff : *members.find("staff")->as_list())
            if (staff.text("id") == id) person = &staff;
        if (!person) {
            members.find("staff")->as_list()->push_back(base::Object{
                {"id", id}
            });
            person = &members.find("staff")->as_list()->back();
        }
        put(*person, change.object());
    }
    if (base::Value* party = members.find("party")) put(*party, row["party"].object());
    put(scenario, row["top"].object());
    if (row.has("today")) members.set("today", row["today"]);
    return scenario;
}

base::Result<base::Value> replay(const base::Value& scenario) {
    return procedure::replay(scenario, rules());
}

}  // namespace given
