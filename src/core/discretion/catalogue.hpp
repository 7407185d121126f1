#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/circumstance.hpp"
#include "discretion/facts.hpp"
#include "discretion/jurisdiction.hpp"
#include "discretion/violation.hpp"
#include "law/statutes.hpp"

namespace discretion {

// The files of catalogue/law and catalogue/discretion as they were read.
struct Sources {
    base::Value statutes = {};                                            // law/statutes.yaml
    base::Value facts = {};                                               // discretion/facts.yaml
    base::Value circumstances = {};                                       // discretion/circumstances.yaml
    base::Value serious = {};                                             // discretion/serious.yaml
    base::Value measures = {};                                            // discretion/measures.yaml
    base::Value exemptions = {};                                          // discretion/exemptions.yaml
    base::Value personal = {};                                            // discretion/personal.yaml
    base::Value police = {};                                              // discretion/police.yaml
    base::Value jumps = {};                                               // discretion/jumps.yaml
    std::vector<std::pair<std::string, base::Value>> violations = {};     // file name and its rows
    std::vector<std::pair<std::string, base::Value>> jurisdictions = {};  // file name and its row

    // `load` reads one file of the catalogue, `paths` lists those below a prefix.
    template <class Files>
    static base::Result<Sources> read(const Files& files);
};

// A set of facts that make a violation serious (情节严重), shared by many items.
struct SeriousRule {
    std::string code = {}, flag = {};  // "fsl-reg-67", "serious:fsl-reg-67"
    std::string source = {}, effect_source = {};
    std::vector<Comparison> numbers = {};
    std::vector<SeriousId> codes = {};
};

struct SeriousFact {
    std::string code = {}, title = {}, source = {};
    std::optional<FactId> fact = {};  // the fact of the same name, which proves it too
};

// A place where the law itself makes a heavier fact lighter; declared in catalogue/discretion/jumps.yaml.
struct DeclaredJump {
    std::string violation = {}, fact = {}, source = {};
};

// The facts the engine itself reads.
struct KnownFacts {
    FactId actor, goods_value, illegal_gains, ad_fee, ad_fee_calculable, crime_suspected, life_health,
        finance, harm, accident_grade;
};

// The same for circumstances.
struct KnownCircumstances {
    CircumstanceId minor, corrected_in_time, no_harm, first_violation, first_violation_2y, minor_consequence,
        no_fault_proved, removed_harm, harm_to_health, under_14, no_capacity, age_14_17, partial_capacity;
};

// Everything the engine decides by; built once, then only read. Findings hold views of it and must not
// outlive it.
class Catalogue {
  public:
    static base::Result<Catalogue> from(const Sources& sources);
    Catalogue() = default;
    Catalogue(Catalogue&&) = default;
    Catalogue& operator=(Catalogue&&) = default;

    const law::Statutes& statutes() const { return statutes_; }
    const FactTable& facts() const { return facts_; }
    const CircumstanceTable& circumstances() const { return circumstances_; }
    const std::vector<SeriousFact>& serious_facts() const { return serious_facts_; }
    const std::vector<SeriousRule>& serious_rules() const { return serious_rules_; }
    const std::vector<Exemption>& exemptions() const { return exemptions_; }
    const std::vector<PoliceRow>& police() const { return police_; }
    const std::vector<Violation>& violations() const { return violations_; }
    const std::vector<Jurisdiction>& jurisdictions() const { return jurisdictions_; }
    const std::vector<DeclaredJump>& jumps() const { return jumps_; }
    const KnownFacts& fact() const { return known_facts_; }
    const KnownCircumstances& circumstance() const { return known_circumstances_; }

    const Violation* find(std::string_view violation_id) const;
    std::optional<SeriousId> find_serious(std::string_view code) const;
    std::string_view title_of(std::string_view measure) const;  // "revoke_licence" → "吊销许可证"
    bool is_penalty(std::string_view measure) const;  // orders and education are none (行政处罚法 第九条)
    // A six-digit code with its province and city, or a profile; unknown_jurisdiction otherwise. Of the
    // editions of a place those in force on the day, or those that have not ended.
    base::Result<Chain> chain(std::string_view jurisdiction, base::Date day) const;
    base::Result<Chain> chain(std::string_view jurisdiction) const;

  private:
    friend class Builder;
    base::Result<Chain> chain_on(std::string_view jurisdiction, std::optional<base::Date> day) const;
    law::Statutes statutes_;
    FactTable facts_;
    CircumstanceTable circumstances_;
    std::vector<SeriousFact> serious_facts_;
    std::vector<SeriousRule> serious_rules_;
    std::vector<Exemption> exemptions_;
    std::vector<PoliceRow> police_;
    std::vector<std::pair<std::string, Personal>> personal_;
    std::vector<Violation> violations_;
    std::vector<Jurisdiction> jurisdictions_;
    std::vector<DeclaredJump> jumps_;
    struct MeasureName {
        std::string kind, title;
        bool is_penalty;
    };
    std::vector<MeasureName> measures_;
    std::unordered_map<std::string_view, std::size_t> violation_places_;
    KnownFacts known_facts_{};
    KnownCircumstances known_circumstances_{};
};

// GET /api/violations: id, name, field, keywords, and for each text its law, articles, days in force and the
// facts it asks for.
base::Value violations_to_value(const Catalogue& catalogue);

template <class Files>
base::Result<Sources> Sources::read(const Files& files) {
    Sources sources = {};
    sources.statutes = TRY(files.load("law/statutes.yaml"));
    sources.facts = TRY(files.load("discretion/facts.yaml"));
    sources.circumstances = TRY(files.load("discretion/circumstances.yaml"));
    sources.serious = TRY(files.load("discretion/serious.yaml"));
    sources.measures = TRY(files.load("discretion/measures.yaml"));
    sources.exemptions = TRY(files.load("discretion/exemptions.yaml"));
    sources.personal = TRY(files.load("discretion/personal.yaml"));
    sources.police = TRY(files.load("discretion/police.yaml"));
    sources.jumps = TRY(files.load("discretion/jumps.yaml"));
    for (const std::string& path : files.paths("discretion/violations/"))
        sources.violations.emplace_back(path, TRY(files.load(path)));
    for (const std::string& path : files.paths("discretion/jurisdictions/"))
        sources.jurisdictions.emplace_back(path, TRY(files.load(path)));
    return sources;
}

}  // namespace discretion
