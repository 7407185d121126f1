#include "publicity/known.hpp"

#include <algorithm>

#include "redact/letters.hpp"

namespace publicity {

namespace {

using redact::Person;

// Members of acts and papers in which persons are named.
constexpr std::string_view naming_members[] = {
    "witness",    "receiver",    "person",  "provider", "legal_representative",
    "agent",      "keeper",      "from",    "guardian", "speaker",
    "applicant",  "payer",       "made_by", "operator", "contact",
    "translator", "co_resident", "signer",  "name"};
constexpr std::string_view secret_members[] = {"id_no", "phone", "other_contact", "account", "trade_secret"};

constexpr std::u32string_view endings_of_bodies[] = {
    U"公司",   U"商店",   U"超市",   U"便利店", U"饭店",   U"酒店",   U"餐厅", U"药店", U"药房", U"门市部",
    U"经营部", U"加工厂", U"合作社", U"工厂",   U"中心",   U"医院",   U"学校", U"银行", U"协会", U"委员会",
    U"管理局", U"监督局", U"政府",   U"研究院", U"检测所", U"检验所", U"市场", U"店",   U"厂",   U"局",
    U"所",     U"院",     U"部",     U"科",     U"站",     U"库",     U"室",   U"行",   U"社",   U"铺"};

bool contains(const auto& names, std::string_view name) {
    return std::ranges::find(names, name) != std::end(names);
}

class Collector {
  public:
    explicit Collector(redact::Known& known) : known_(known) {}

    void person(std::string_view name, Person::Kind kind = Person::Kind::person) {
        if (!looks_like_a_person(name)) return;
        const auto same = std::ranges::find(known_.persons, name, &Person::name);
        if (same == known_.persons.end())
            known_.persons.push_back({.name = std::string(name), .kind = kind});
        else if (kind != Person::Kind::person)
            same->kind = kind;
    }
    void secret(std::string_view text) {
        if (!text.empty()) known_.secrets.emplace_back(text);
    }

    void walk(const base::Value& value, std::string_view member, bool of_reporter) {
        if (const auto* object = value.as_object())
            for (const auto& [name, inner] : *object)
                walk(inner, name, of_reporter || name == "reporter" || name == "complainant");
        if (const auto* list = value.as_list())
            for (const base::Value& inner : *list) walk(inner, member, of_reporter);
        const std::string* text = value.as_string();
        if (!text) return;
        if (of_reporter || contains(naming_members, member))
            person(*text, of_reporter ? Person::Kind::reporter : Person::Kind::person);
        if (contains(secret_members, member)) secret(*text);
    }

  private:
    redact::Known& known_;
};

void keep_strings(const base::Value& value, std::vector<std::string>& kept) {
    if (const std::string* text = value.as_string(); text && !text->empty()) kept.push_back(*text);
    for (const auto& [name, inner] : value.object()) keep_strings(inner, kept);
}

bool is_minor(const casefile::Party& party, base::Date on) {
    if (!party.born) return false;
    return party.born->plus_years(18) > on;
}

}  // namespace

bool looks_like_a_person(std::string_view name) {
    const std::u32string letters = redact::plain(name);
    const bool has_dot = letters.find(U'·') != std::u32string::npos;
    if (letters.size() < 2 || letters.size() > (has_dot ? 15U : 4U)) return false;
    for (const char32_t c : letters)
        if (!(c >= 0x3400 && c <= 0x9FFF) && !(c >= 0x20000 && c <= 0x3FFFF) && c != U'·') return false;
    if (letters.find(U"某") != std::u32string::npos) return false;
    return std::ranges::none_of(endings_of_bodies,
                                [&](std::u32string_view ending) { return letters.ends_with(ending); });
}

redact::Known known_of(const casefile::Matter& matter, const std::vector<casefile::Act>& acts,
                       const ports::Agency& agency, base::Date on) {
    redact::Known known;
    known.kept = {agency.name};
    keep_strings(agency.details, known.kept);
    Collector collect(known);
    for (const casefile::Act& act : acts) {
        collect.walk(act.data, {}, false);
        collect.walk(act.paper, {}, false);
    }
    for (const casefile::Party& party : matter.parties) {
        collect.walk(party.details, {}, false);
        collect.secret(party.id_no);
        if (party.kind == casefile::PartyKind::person || looks_like_a_person(party.name)) {
            collect.person(party.name, is_minor(party, on) ? Person::Kind::minor : Person::Kind::person);
            collect.secret(party.details.text("address"));
        } else {
            known.kept.push_back(party.name);
            known.kept.emplace_back(party.details.text("address"));
        }
    }
    // Officers act in public: 行政处罚法 第四十二条, their names stand on what they do.
    std::erase_if(known.persons, [&](const Person& person) {
        return std::ranges::find(matter.staff, person.name, &casefile::Staff::name) != matter.staff.end();
    });
    return known;
}

}  // namespace publicity
