#pragma once
#include <map>
#include <string>
#include <string_view>

#include "calendar/work_calendar.hpp"
#include "procedure/case.hpp"
#include "procedure/walk.hpp"
#include "synth/book.hpp"
#include "synth/cast.hpp"

namespace synth {

// What a history is about: its party and its words.
class Story {
  public:
    Story(const Book& book, const Path& path, std::string_view region, procedure::Dice& dice);
    const casefile::Party& party() const { return party_; }
    base::Value word(std::string_view name) const;
    void set(std::string_view name, base::Value value) { words_.set(name, std::move(value)); }

  private:
    base::Object words_;
    casefile::Party party_;
};

// Where the words of the book's data are looked up.
struct Meaning {
    const Story& story;
    const Cast& cast;
    const calendar::WorkCalendar& calendar;
    const std::map<std::string, int, std::less<>>& acts;  // numbers by label and kind
    base::Instant at;
};

// The data with days, references, people and words put in.
base::Value filled_in(const base::Value& data, const Meaning& meaning);

}  // namespace synth
