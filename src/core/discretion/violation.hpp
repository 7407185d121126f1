#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "discretion/circumstance.hpp"
#include "discretion/condition.hpp"
#include "discretion/exact.hpp"
#include "law/statutes.hpp"

namespace discretion {

enum class Due : std::uint8_t { none, if_any, optional, mandatory };
enum class FineMode : std::uint8_t { must, may };  // 处、并处 · 可以处、可以并处

// One range of a fine: between two sums, or between two multiples of a base.
struct Bracket {
    Condition when = {};
    bool is_multiple = false;
    FactId base = 0;
    Decimal4 least = {}, most = {};
    base::Money min = {}, max = {};
    std::optional<base::Money> base_floor = {};  // …不足…万元的，按…万元计算
    std::optional<base::Money> cap = {};
    std::optional<FineMode> mode = {};
};

struct Fine {
    FineMode mode = FineMode::must;
    std::optional<FactId> gate = {};  // 拒不改正、逾期不改正: no fine unless it is true
    Condition applies_if = {};
    std::vector<Bracket> brackets = {};
};

struct Confiscation {
    Due illegal_gains = Due::none;
    Due goods = Due::none;
    Due tools = Due::none;
    Due ad_fee = Due::none;
    std::optional<FactId> gate = {};
};

struct Measure {
    std::string kind = {};
    FineMode mode = FineMode::must;
    std::optional<FactId> when = {};
    std::optional<SeriousId> when_serious = {};
    std::string choice = {};  // measures of one choice are alternatives: A、B或者C
};

struct Serious {
    std::optional<std::size_t> set = {};  // place in the sets of the catalogue
    std::vector<SeriousId> conditions = {};
    bool aggravates = false;
    std::optional<Fine> fine = {};
    std::optional<Confiscation> confiscation = {};
    std::vector<Measure> measures = {};
    std::optional<std::pair<Decimal4, Decimal4>> multiplier = {};  // the ordinary range, taken so many times
    std::vector<std::string> by_reference = {};                    // the fine is that of other articles
};

struct Personal {
    enum class When : std::uint8_t { always, serious, entity_and_any, responsible };
    std::string who = {};
    When when = When::always;
    std::vector<CircumstanceId> circumstances = {};  // for entity_and_any
    std::vector<SeriousId> serious = {};
    FineMode mode = FineMode::must;
    std::optional<std::pair<base::Money, base::Money>> fine = {}, serious_fine = {};
    std::optional<FactId> income = {};
    std::optional<std::pair<Decimal4, Decimal4>> income_multiple = {};
    std::vector<std::pair<std::string, Decimal4>> by_grade = {};
    std::string ban = {};  // years, "life", "10 to life"
    std::string detention = {};
    bool warning = false, confiscates_income = false, revokes_qualification = false;
    std::string source = {};
};

struct Exemption {
    enum class Effect : std::uint8_t { no_penalty, may_no_penalty, may_lenient, may_lenient_or_none };
    std::string code = {};
    Effect effect = Effect::may_lenient;
    std::vector<std::string> keeps = {};
    std::vector<CircumstanceId> conditions = {};
    law::Reference reference = {};
    std::string source = {};
    base::Date from = {};
    bool exempts = false;  // 免予、免除处罚, which some places keep apart from 不予处罚
};

struct PoliceRow {
    std::string crime = {}, article = {};
    Condition when = {};    // numbers; empty when only a person can judge
    std::string text = {};  // the further element a person must judge
    bool transfers = false;
};

// What the law says of a violation in one of its texts.
struct Version {
    std::uint16_t statute = 0;
    base::Date from = {};
    std::optional<base::Date> to = {};
    std::vector<law::Reference> violated = {}, penalty = {};
    std::string violated_citation = {}, penalty_citation = {};  // with items
    std::string article_citation = {};                          // the penalty article without its item
    std::vector<std::string> order = {};                        // kinds of the orders the article has
    Due warning = Due::none;
    Confiscation confiscation = {};
    std::optional<Fine> fine = {};
    std::vector<Measure> measures = {};
    std::optional<Serious> serious = {};
    std::vector<Personal> personal = {};
    std::vector<std::size_t> exemptions = {};  // places in the catalogue
    std::vector<std::size_t> police = {};
    bool is_fallback = false;  // applies only where no other law fixes the penalty
    bool small_food_maker =
        false;  // FSL 122–126: art. 127 sends small workshops and vendors to provincial rules
};

struct Violation {
    std::string id = {}, name = {}, field = {};
    std::vector<std::string> keywords = {};
    std::vector<Version> versions = {};
};

}  // namespace discretion
