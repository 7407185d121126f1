#include <algorithm>

#include "publicity/known.hpp"
#include "publicity/person_names.hpp"
#include "redact/letters.hpp"

namespace publicity {

namespace {

constexpr std::string_view marks_of_persons[] = {"id_no", "born", "gender", "id_type", "relation"};
constexpr std::string_view words_for_numbers[] = {"phone", "mobile",  "tel", "id_no",  "contact",
                                                  "plate", "vehicle", "fax", "wechat", "account"};
constexpr std::string_view always_persons[] = {"witness", "person", "receiver", "legal_representative",
                                               "agents"};

class Facts {
  public:
    explicit Facts(redact::Facts& facts) : facts_(facts) {}

    void walk(const base::Value& value, std::string_view member) {
        for (const auto& [key, inner] : value.object()) walk(inner, key);
        if (const auto* list = value.as_list())
            for (const base::Value& inner : *list) walk(inner, member);
        const bool is_marked =
            std::ranges::any_of(marks_of_persons, [&](std::string_view mark) { return value.has(mark); });
        const bool is_body = value.text("kind") == "organisation" || value.text("kind") == "sole_trader";
        if ((is_marked || member == "person") && !is_body) somebody(value);
        if (const std::string* text = value.as_string()) leaf(*text, member);
    }

    void somebody(const base::Value& value) {
        name(value.text("name"));
        if (const auto home = value.text("address"); !home.empty()) facts_.addresses.emplace_back(home);
        if (const auto born = value.text("born"); !born.empty()) facts_.born.emplace_back(born);
    }
    void name(std::string_view text) {
        if (may_be_a_person(text)) facts_.names.emplace_back(text);
    }

  private:
    void leaf(const std::string& text, std::string_view member) {
        const auto figures = std::ranges::count_if(redact::plain(text), redact::is_digit);
        const bool is_number = std::ranges::any_of(
            words_for_numbers, [&](std::string_view word) { return member.find(word) != member.npos; });
        constexpr std::ptrdiff_t least = 7;
        if (is_number && figures >= least) facts_.numbers.push_back(text);
        const bool is_name = std::ranges::find(always_persons, member) != std::end(always_persons);
        if (!is_name) return;
        for (std::string& name : persons_in(text, Field::people)) facts_.names.push_back(std::move(name));
    }

    redact::Facts& facts_;
};

void keep_strings(const base::Value& value, std::vector<std::string>& kept) {
    if (const std::string* text = value.as_string(); text && !text->empty()) kept.push_back(*text);
    for (const auto& [name, inner] : value.object()) keep_strings(inner, kept);
}

}  // namespace

redact::Facts facts_of(const casefile::Matter& matter, const std::vector<casefile::Act>& acts,
                       const ports::Agency& agency) {
    redact::Facts facts;
    facts.kept = {agency.name};
    keep_strings(agency.details, facts.kept);
    Facts gather(facts);
    for (const casefile::Act& act : acts) {
        gather.walk(act.data, {});
        gather.walk(act.paper, {});
    }
    // An officer's name stands on what he does, a party's never.
    std::erase_if(facts.names, [&](const std::string& name) {
        return std::ranges::find(matter.staff, name, &casefile::Staff::name) != matter.staff.end();
    });
    for (const casefile::Party& party : matter.parties) {
        gather.walk(party.details, {});
        if (!party.id_no.empty()) facts.numbers.push_back(party.id_no);
        if (party.born) facts.born.push_back(party.born->str());
        if (party.kind == casefile::PartyKind::person) {
            gather.name(party.name);
            if (const auto home = party.details.text("address"); !home.empty())
                facts.addresses.emplace_back(home);
        } else {
            facts.kept.push_back(party.name);
            facts.kept.emplace_back(party.details.text("address"));
        }
    }
    return facts;
}

}  // namespace publicity
