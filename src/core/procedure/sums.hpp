#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"

namespace procedure {

// What a party may be fined on the spot, and from where it may ask for a hearing, in one place.
struct PartySums {
    base::Money hearing;  // 听证: from this sum
    base::Money summary;  // 当场处罚: up to this sum
};

// The sums and shares the law lays down, as the catalogue has them.
class Sums {
  public:
    // `sums`: procedure/sums.yaml; `places`: the rows of discretion/jurisdictions.
    static base::Result<Sums> from(const base::Value& sums, std::span<const base::Value> places);

    // 行政处罚法 第五十一条、第六十三条; 听证办法 第五条: the row of the nearest place in force on that day.
    PartySums of(const casefile::Matter& matter, const casefile::Party& party, base::Date on) const;

    base::Money cash_on_spot() const { return cash_on_spot_; }  // 行政处罚法 第六十八条
    int late_fee_percent() const { return late_fee_percent_; }  // 行政处罚法 第七十二条
    base::Money low_fine(casefile::PartyKind party) const;      // 公示规定 第十三条: up to this sum
    // 公示规定 第十四条第（一）项: whether violations of that field ("food" of "food.expired") are shown as
    // serious; nothing where the catalogue does not say.
    std::optional<bool> is_key_field(std::string_view field) const;

  private:
    struct Pair {
        base::Money natural, entity;
    };
    struct Place {
        std::string id, above;
        std::optional<base::Date> from, until;
        std::optional<Pair> hearing, summary;
        std::optional<bool> sole_trader_is_natural;
    };
    static base::Result<Place> read(const base::Value& row);
    static base::Result<std::optional<Pair>> pair_in(const base::Value& row, std::string_view rule);
    base::Result<void> read_publicity(const base::Value& row);
    std::vector<const Place*> chain(const casefile::Matter& matter, base::Date on) const;

    std::vector<Place> places_;
    base::Money cash_on_spot_;
    int late_fee_percent_ = 0;
    base::Money low_fine_business_, low_fine_person_;
    std::vector<std::string> key_fields_, other_fields_;
};

}  // namespace procedure
