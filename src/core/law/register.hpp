#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "law/statutes.hpp"
#include "law/text.hpp"

namespace law {

// A name without 《》, without the year that tells texts apart and without 中华人民共和国.
std::string plain_name(std::string_view written);

// From when to when a text is in force, and how that is known.
struct InForce {
    enum class Basis {
        listed,
        printed,
        issued
    };  // by the catalogue, by the text itself, by the day of its issue
    base::Date from;
    std::optional<base::Date> to;
    Basis basis = Basis::listed;
};
std::string_view title_of(InForce::Basis);

// How laws are called and when their texts are in force, as far as the catalogue knows: law/statutes.yaml,
// law/names.yaml, law/texts.yaml.
class Register {
  public:
    static base::Result<Register> from(const Statutes& statutes, const base::Value& names,
                                       const base::Value& texts);

    // The code of a law by any of its names; of a law the catalogue does not know, its plain name.
    std::string code_of(std::string_view written) const;

    // By the catalogue, else by what the text prints, else from the day of the version.
    InForce in_force(const LawText& text, base::Date version_date) const;

    // The day of the one text the catalogue lists of a law: for a text that itself names no day.
    std::optional<base::Date> sole_version(std::string_view code) const;

  private:
    struct Row {
        std::string code;
        std::string version_date;  // as listed: one day, or several joined by 、
        base::Date from;
        std::optional<base::Date> to;
    };
    base::Result<void> add_names(const base::Value& rows);
    base::Result<void> add_texts(const base::Value& rows);
    const Row* find(std::string_view code, base::Date version_date) const;

    std::map<std::string, std::string, std::less<>> codes_;  // plain name → code
    std::vector<Row> texts_;
};

}  // namespace law
