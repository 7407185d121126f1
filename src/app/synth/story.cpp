#include "synth/story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/money.hpp"

namespace synth {

namespace {

using base::Value;
using casefile::PartyKind;

std::string_view one_of(const base::List& words, procedure::Dice& dice) {
    const Value& word = words[dice.below(words.size())];
    return word.as_string() == nullptr ? std::string_view() : std::string_view(*word.as_string());
}

PartyKind kind_of(const Path& path, procedure::Dice& dice) {
    if (path.party == "person") return PartyKind::person;
    if (path.party == "organisation" || dice.chance(40)) return PartyKind::organisation;
    return PartyKind::sole_trader;
}

const Value& matter_of(const Book& book, const Path& path, procedure::Dice& dice) {
    if (!path.violation.empty())
        for (const Value& matter : book.matters)
            if (matter.text("violation") == path.violation) return matter;
    // 价格法 第四十二条 goes up to 5,000 yuan: no fine for it is in the range of a hearing.
    base::List possible = book.matters;
    if (path.large) std::erase_if(possible, [](const Value& matter) { return !matter.has("large"); });
    const Value& chosen = possible[dice.below(possible.size())];
    return *std::ranges::find(book.matters, chosen);
}

std::int64_t fine_of(const Value& matter, const Path& path, procedure::Dice& dice) {
    if (path.large) return matter.integer("large").value_or(0);
    const auto& fines = matter.list("fines");
    const auto* fine = fines[dice.below(fines.size())].as_int();
    return fine == nullptr ? 0 : *fine;
}

// "@", "@-3", "@w+7 09:30", "@-60m"
Value day_of(std::string_view text, const Meaning& meaning) {
    text.remove_prefix(1);
    const bool working = text.starts_with('w');
    if (working) text.remove_prefix(1);
    int number = 0;
    if (!text.empty() && text.front() != ' ') {
        const bool back = text.front() == '-';
        const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), number);
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
        if (back) number = -number;
    }
    if (text == "m") {
        const auto point = meaning.at.point() + std::chrono::minutes(number);
        return base::Instant(point).str();
    }
    const auto today = meaning.at.date();
    const auto day =
        working ? meaning.calendar.nth_working_day_after(today, number) : today.plus_days(number);
    if (text.empty()) return day.str();
    return fmt::format("{}T{}:00+08:00", day.str(), text.substr(1));
}

Value text_of(const std::string& text, const Meaning& meaning) {
    if (text.starts_with('@')) return day_of(text, meaning);
    if (text.starts_with('%')) return meaning.cast.who(std::string_view(text).substr(1));
    if (text.starts_with('#')) {
        const auto found = meaning.acts.find(std::string_view(text).substr(1));
        return found == meaning.acts.end() ? Value(0) : Value(found->second);
    }
    const auto open = text.find('{');
    const auto close = text.find('}');
    if (open == std::string::npos || close == std::string::npos) return text;
    const Value word = meaning.story.word(std::string_view(text).substr(open + 1, close - open - 1));
    if (open == 0 && close + 1 == text.size()) return word;
    const std::string said = word.as_string() == nullptr ? std::string() : *word.as_string();
    return text.substr(0, open) + said + text.substr(close + 1);
}

}  // namespace

Story::Story(const Book& book, const Path& path, std::string_view region, procedure::Dice& dice) {
    const Value& words = book.words;
    const Value& matter = matter_of(book, path, dice);
    for (const auto& [name, value] : matter.object())
        if (name != "fines" && name != "large") words_.set(name, value);
    const std::string person =
        fmt::format("{}{}", one_of(words.list("surnames"), dice), one_of(words.list("given"), dice));
    const auto kind = kind_of(path, dice);
    const std::string house = fmt::format("{}{}号", one_of(words.list("streets"), dice), dice.below(300) + 1);
    const auto firm = one_of(words.list("names"), dice);
    std::string name = person;
    if (kind == PartyKind::sole_trader) name = fmt::format("{}{}", firm, one_of(words.list("shops"), dice));
    if (kind == PartyKind::organisation)
        name = fmt::format("{}{}", firm, one_of(words.list("companies"), dice));
    party_ = {
        .kind = kind,
        .name = name,
        .region = std::string(region),
        .details = base::Object{{"address", house}, {"legal_representative", person}}
    };
    if (kind == PartyKind::person)
        party_.details = base::Object{
            {"address", house}
        };
    const bool self = kind == PartyKind::person;
    const auto fine = base::Money::yuan(fine_of(matter, path, dice));
    words_.set("name", name);
    words_.set("address", house);
    words_.set("speaker", person);
    words_.set("speaker_is", self ? "party" : "legal_representative");
    words_.set("relation", self ? "self" : "representative");
    words_.set("fine", fine.str());
    words_.set("half", base::Money::fen(fine.in_fen() / 2).str());
    words_.set("gains", "480.00");
    words_.set("late_fee", "0.00");
    words_.set("hearing", path.large);
}

Value Story::word(std::string_view name) const {
    const auto* found = words_.find(name);
    return found == nullptr ? Value() : *found;
}

Value filled_in(const Value& data, const Meaning& meaning) {
    if (const auto* text = data.as_string()) return text_of(*text, meaning);
    if (const auto* list = data.as_list()) {
        base::List result;
        for (const Value& item : *list) result.push_back(filled_in(item, meaning));
        return result;
    }
    if (data.as_object() == nullptr) return data;
    base::Object result;
    for (const auto& [name, member] : data.object()) result.set(name, filled_in(member, meaning));
    return result;
}

}  // namespace synth
