#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"

namespace law {

// One text of a law: a law that was amended has one row per text. `code` is unique, `family` joins the texts
// of one law.
struct Statute {
    std::string code;          // "FSL2021"
    std::string family;        // "FSL"
    std::string title;         // "中华人民共和国食品安全法"
    std::string short_title;   // as it is cited: "食品安全法"
    std::string version_date;  // the day the text was passed or issued, as printed
    base::Date from;           // first day in force
    std::optional<base::Date> to;
    bool is_held = true;  // false: the text is known to exist but was not compared for this catalogue
    std::string note;
};

// Article, paragraph (款) and item (项) of a text; paragraph and item are 0 when the article is cited whole.
struct Reference {
    std::uint16_t statute = 0;  // place in Statutes
    std::uint16_t article = 0;
    std::uint8_t paragraph = 0;
    std::uint8_t item = 0;
    friend bool operator==(Reference, Reference) = default;
};

class Statutes {
  public:
    static base::Result<Statutes> from(const base::Value& rows);

    const Statute* find(std::string_view code) const;
    // The text of a law in force on a day; nullptr when none is known. Look at `is_held` before applying it.
    const Statute* on(std::string_view family, base::Date day) const;
    const Statute& operator[](std::uint16_t place) const { return statutes_[place]; }
    std::optional<std::uint16_t> place_of(std::string_view code) const;
    const std::vector<Statute>& all() const { return statutes_; }

    base::Result<Reference> reference(
        std::string_view text) const;       // "FSL2025 124.1.5" → 第一百二十四条第一款第（五）项
    std::string citation(Reference) const;  // "食品安全法 第一百二十四条第一款第（五）项"

  private:
    std::vector<Statute> statutes_;
};

// "食品安全法 第一百二十四条第一款": the article as decisions cite it, without the item.
std::string citation(const Statute& statute, int article, int paragraph = 0, int item = 0);

}  // namespace law
