#include "publicity/known.hpp"

#include <algorithm>

#include "publicity/person_names.hpp"
#include "redact/address.hpp"

namespace publicity {

namespace {

using redact::Person;

// Members of acts and papers in which persons are named.
constexpr std::string_view naming_members[] = {
    "witness",   "witnesses",  "receiver",    "person",      "provider",   "legal_representative",
    "agent",     "agents",     "keeper",      "carrier",     "from",       "guardian",
    "speaker",   "applicant",  "payer",       "made_by",     "by",         "operator",
    "contact",   "translator", "interpreter", "co_resident", "signer",     "third_persons",
    "attending", "extractor",  "recorder",    "mediators",   "supervisor", "who"};
// Of these, what names people and nothing else.
constexpr std::string_view people_members[] = {
    "witness", "witnesses",     "receiver",   "legal_representative", "agent",
    "agents",  "guardian",      "translator", "interpreter",          "co_resident",
    "signer",  "third_persons", "attending"};
// Objects that are somebody; `name` within them is his. Elsewhere it is that of goods, of evidence, of a
// file.
constexpr std::string_view persons_of_acts[] = {"person",      "guardian",  "agent",     "agents", "witness",
                                                "signer",      "receiver",  "payer",     "keeper", "reporter",
                                                "complainant", "applicant", "translator"};
constexpr std::string_view parties_of_acts[] = {"party", "parties", "trader"};
constexpr std::string_view secret_members[] = {"id_no", "phone", "other_contact", "account", "trade_secret"};

bool contains(const auto& names, std::string_view name) {
    return std::ranges::find(names, name) != std::end(names);
}

// What a value stands within.
struct Within {
    bool reporter = false, person = false;
};

class Collector {
  public:
    Collector(redact::Known& known, const std::vector<casefile::Staff>& staff)
        : known_(known), staff_(staff) {}

    void person(std::string_view name, Person::Kind kind = Person::Kind::person) {
        const auto same = std::ranges::find(known_.persons, name, &Person::name);
        if (same == known_.persons.end())
            known_.persons.push_back({.name = std::string(name), .kind = kind});
        else if (kind != Person::Kind::person)
            same->kind = kind;
    }
    void secret(std::string_view text) {
        if (!text.empty()) known_.secrets.emplace_back(text);
    }
    // 公示规定 第六条: whoever publishes sees what no list of names told, and names it.
    void found_by_hand(const base::List& words) {
        for (const base::Value& word : words)
            if (const std::string* text = word.as_string())
                looks_like_a_person(*text) ? person(*text) : secret(*text);
    }
    void home(std::string_view address) {
        for (const std::string& form : redact::forms_of_address(address)) secret(form);
    }

    void walk(const base::Value& value, std::string_view member, Within within) {
        if (const auto* object = value.as_object()) walk_object(*object, value, member, within);
        if (const auto* list = value.as_list())
            for (const base::Value& inner : *list) walk(inner, member, within);
        const std::string* text = value.as_string();
        if (!text) return;
        const auto kind = within.reporter ? Person::Kind::reporter : Person::Kind::person;
        if (within.person && member == "name" && may_be_a_person(*text)) person(*text, kind);
        if (within.person && member == "address") home(*text);
        if (contains(naming_members, member))
            for (const std::string& name :
                 persons_in(*text, contains(people_members, member) ? Field::people : Field::mixed))
                if (!is_staff(name)) person(name, kind);
        if (contains(secret_members, member)) secret(*text);
    }

  private:
    void walk_object(const base::Object& object, const base::Value& value, std::string_view member,
                     Within within) {
        within.reporter = within.reporter || member == "reporter" || member == "complainant";
        // An act that enters a party tells it without an object around it.
        const bool is_party =
            (member.empty() || contains(parties_of_acts, member)) && value.text("kind") == "person";
        within.person = is_party || contains(persons_of_acts, member);
        for (const auto& [name, inner] : object) walk(inner, name, within);
    }

    // Officers act in public: 行政处罚法 第四十二条, their names stand on what they do.
    bool is_staff(std::string_view name) const {
        return std::ranges::find(staff_, name, &casefile::Staff::name) != staff_.end();
    }

    redact::Known& known_;
    const std::vector<casefile::Staff>& staff_;
};

void keep_strings(const base::Value& value, std::vector<std::string>& kept) {
    if (const std::string* text = value.as_string(); text && !text->empty()) kept.push_back(*text);
    for (const auto& [name, inner] : value.object()) keep_strings(inner, kept);
}

bool is_minor(const casefile::Party& party, base::Date on) {
    if (!party.born) return false;
    return party.born->plus_years(18) > on;
}

bool is_person(const casefile::Party& party) {
    return party.kind == casefile::PartyKind::person || looks_like_a_person(party.name);
}

const casefile::Party* party_of(const casefile::Matter& matter, const casefile::Act& act) {
    const auto named = std::ranges::find(matter.parties, act.party.value_or(""), &casefile::Party::id);
    if (named != matter.parties.end()) return &*named;
    return matter.parties.empty() ? nullptr : &matter.parties.front();
}

}  // namespace

redact::Known known_of(const casefile::Matter& matter, const std::vector<casefile::Act>& acts,
                       const ports::Agency& agency, base::Date on) {
    redact::Known known;
    known.kept = {agency.name};
    keep_strings(agency.details, known.kept);
    Collector collect(known, matter.staff);
    for (const casefile::Act& act : acts) {
        // Its 从 and 到 are words of any kind.
        if (act.type != "correct") collect.walk(act.data, {}, {});
        collect.walk(act.paper, {}, {});
        if (act.type == "publish") collect.found_by_hand(act.data.list("hide"));
        const casefile::Party* party = party_of(matter, act);
        if (act.type == "confirm_address" && party && is_person(*party))
            collect.home(act.data.text("address"));
    }
    for (const casefile::Party& party : matter.parties) {
        collect.walk(party.details, {}, {});
        collect.secret(party.id_no);
        if (is_person(party)) {
            if (may_be_a_person(party.name))
                collect.person(party.name, is_minor(party, on) ? Person::Kind::minor : Person::Kind::person);
            collect.home(party.details.text("address"));
        } else {
            known.kept.push_back(party.name);
            known.kept.emplace_back(party.details.text("address"));
            if (const auto head = party.details.text("legal_representative"); may_be_a_person(head))
                collect.person(head);
        }
    }
    return known;
}

}  // namespace publicity
