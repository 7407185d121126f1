#include "discretion/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "discretion/check_line.hpp"
#include "discretion/check_place.hpp"

namespace discretion {

namespace {

using namespace std::string_view_literals;

class Checker {
  public:
    explicit Checker(const Catalogue& catalogue) : catalogue_(catalogue) {}
    CheckReport run() {
        jump_is_met_.assign(catalogue_.jumps().size(), false);
        for (const Violation& violation : catalogue_.violations()) check_violation(violation);
        check_jumps();
        check_places(catalogue_, report_);
        return std::move(report_);
    }

  private:
    void check_violation(const Violation& violation);
    void check_days(const Violation& violation, std::size_t place);
    void check_end(const Violation& violation);
    void check_law(const Violation& violation, const Version& version);
    void check_fine(const Violation& violation, const Version& version, const Fine& fine);
    void compare_steps(const Violation& violation, const Version& version, const Line& line,
                       const std::vector<LineRange>& ranges);
    void check_serious(const Violation& violation, const Version& version);
    void check_jumps();
    bool is_declared(const Violation& violation, std::string_view fact);
    void add(const Violation& violation, const Version& version, std::string kind, std::string detail,
             base::Object witness = {}) {
        report_.faults.push_back({violation.id, catalogue_.statutes()[version.statute].code, std::move(kind),
                                  std::move(detail), std::move(witness)});
    }

    const Catalogue& catalogue_;
    CheckReport report_;
    Certificate certificate_;
    std::vector<bool> jump_is_met_;
};

std::string days_of(base::Date from, std::optional<base::Date> to) {
    return fmt::format("{}—{}", from.str(), to ? to->str() : "");
}

void Checker::check_violation(const Violation& violation) {
    const std::size_t faults = report_.faults.size();
    certificate_ = {.id = violation.id, .name = violation.name};
    for (std::size_t i = 0; i < violation.versions.size(); ++i) {
        const Version& version = violation.versions[i];
        certificate_.texts.push_back(fmt::format("{} {}", catalogue_.statutes()[version.statute].code,
                                                 days_of(version.from, version.to)));
        check_days(violation, i);
        check_law(violation, version);
        if (version.fine) check_fine(violation, version, *version.fine);
        if (version.serious && version.serious->fine) check_fine(violation, version, *version.serious->fine);
        check_serious(violation, version);
    }
    check_end(violation);
    certificate_.is_clean = report_.faults.size() == faults;
    report_.fines += certificate_.fines;
    report_.points += certificate_.points;
    report_.comparisons += certificate_.comparisons;
    report_.items.push_back(std::move(certificate_));
}

void Checker::check_days(const Violation& violation, std::size_t place) {
    if (place == 0) return;
    const Version& before = violation.versions[place - 1];
    const Version& version = violation.versions[place];
    if (before.to && before.to->plus_days(1) == version.from) return;
    add(violation, version, "days_without_text",
        fmt::format("{}的文本止于{}，{}起才有下一文本", violation.id,
                    before.to ? before.to->str() : "（未写明）", version.from.str()));
}

// The last text ended while the law goes on in a later one: the item has no version from then on.
void Checker::check_end(const Violation& violation) {
    const Version& last = violation.versions.back();
    if (!last.to) return;
    const law::Statute& statute = catalogue_.statutes()[last.statute];
    const base::Date next = last.to->plus_days(1);
    const bool goes_on =
        (!statute.to || next <= *statute.to) || catalogue_.statutes().on(statute.family, next);
    if (goes_on)
        add(violation, last, "days_without_text",
            fmt::format("{}的文本止于{}，该法此后仍然有效而没有相应文本", violation.id, last.to->str()));
}

void Checker::check_law(const Violation& violation, const Version& version) {
    const law::Statute& statute = catalogue_.statutes()[version.statute];
    const bool begins_before = version.from < statute.from;
    const bool ends_after = statute.to && (!version.to || *statute.to < *version.to);
    if (begins_before || ends_after)
        add(violation, version, "outside_the_law",
            fmt::format("施行期间超出{}（{}）的施行期间", statute.short_title, statute.code));
    const bool is_cited = std::ranges::any_of(
        version.penalty, [&](law::Reference reference) { return reference.statute == version.statute; });
    if (!is_cited) add(violation, version, "outside_the_law", fmt::format("处罚条款不属于{}", statute.code));
    if (!statute.is_held)
        add(violation, version, "text_not_held", fmt::format("{}的文本未经核对", statute.short_title));
}

void Checker::check_fine(const Violation& violation, const Version& version, const Fine& fine) {
    ++certificate_.fines;
    const Line line({}, {&fine}, catalogue_.facts());
    Facts facts(catalogue_.facts().size());
    std::vector<LineRange> ranges(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        line.set(i, facts);
        ranges[i] = range_at(fine, facts);
        ++certificate_.points;
        if (ranges[i].fitting == 1) continue;
        const bool is_gap = ranges[i].fitting == 0;
        add(violation, version, is_gap ? "gap" : "overlap",
            is_gap ? "没有一档幅度与这些事实相符"
                   : fmt::format("{}档幅度同时与这些事实相符", ranges[i].fitting),
            line.witness(i, catalogue_.facts()));
        return;
    }
    compare_steps(violation, version, line, ranges);
}

std::string range_words(const LineRange& range) {
    return fmt::format("{}元至{}元", range.min.rounded_up().str(), range.max.rounded_down().str());
}

// 过罚相当 (行政处罚法 第五条第二款): along an ordered fact neither end of the range may fall.
void Checker::compare_steps(const Violation& violation, const Version& version, const Line& line,
                            const std::vector<LineRange>& ranges) {
    for (const Axis& axis : line.axes()) {
        const FactName& fact = catalogue_.facts()[axis.fact];
        if (!fact.is_ordered) continue;
        bool is_declared_here = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line.step_of(axis, i) + 1 == axis.points.size()) continue;
            const LineRange& lighter = ranges[i];
            const LineRange& heavier = ranges[i + axis.stride];
            ++certificate_.comparisons;
            if (lighter.min <= heavier.min && lighter.max <= heavier.max) continue;
            if (!is_declared_here && !is_declared(violation, fact.name)) {
                add(violation, version, "non_monotone",
                    fmt::format("{}加重而幅度由{}降为{}", fact.title, range_words(lighter),
                                range_words(heavier)),
                    line.witness(i + axis.stride, catalogue_.facts()));
                return;
            }
            is_declared_here = true;
        }
    }
}

// 情节严重 may not be cheaper than the ordinary limb on the same facts.
void Checker::check_serious(const Violation& violation, const Version& version) {
    if (!version.fine || !version.serious || !version.serious->fine) return;
    const Fine& serious = *version.serious->fine;
    const Line line({}, {&*version.fine, &serious}, catalogue_.facts());
    Facts facts(catalogue_.facts().size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        line.set(i, facts);
        const LineRange ordinary = range_at(*version.fine, facts);
        const LineRange heavier = range_at(serious, facts);
        if (ordinary.fitting != 1 || heavier.fitting != 1) return;
        ++certificate_.comparisons;
        if (ordinary.min <= heavier.min && ordinary.max <= heavier.max) continue;
        if (is_declared(violation, "serious")) return;
        add(violation, version, "serious_lighter",
            fmt::format("情节严重的幅度{}低于一般的幅度{}", range_words(heavier), range_words(ordinary)),
            line.witness(i, catalogue_.facts()));
        return;
    }
}

bool Checker::is_declared(const Violation& violation, std::string_view fact) {
    const std::vector<DeclaredJump>& jumps = catalogue_.jumps();
    const auto found = std::ranges::find_if(
        jumps, [&](const DeclaredJump& jump) { return jump.violation == violation.id && jump.fact == fact; });
    if (found == jumps.end()) return false;
    jump_is_met_[static_cast<std::size_t>(found - jumps.begin())] = true;
    const std::string words = fmt::format("{}：{}", fact, found->source);
    if (std::ranges::find(certificate_.jumps, words) == certificate_.jumps.end())
        certificate_.jumps.push_back(words);
    return true;
}

void Checker::check_jumps() {
    for (std::size_t i = 0; i < jump_is_met_.size(); ++i)
        if (!jump_is_met_[i])
            report_.faults.push_back({catalogue_.jumps()[i].violation,
                                      "jumps.yaml",
                                      "jump_not_found",
                                      fmt::format("写明的{}跳跃并不存在", catalogue_.jumps()[i].fact),
                                      {}});
}

base::Value value_of(const Certificate& certificate) {
    base::List texts;
    for (const std::string& text : certificate.texts) texts.push_back(text);
    base::List jumps;
    for (const std::string& jump : certificate.jumps) jumps.push_back(jump);
    return base::Object{
        {"id",          certificate.id         },
        {"name",        certificate.name       },
        {"texts",       std::move(texts)       },
        {"fines",       certificate.fines      },
        {"rows",        certificate.rows       },
        {"points",      certificate.points     },
        {"comparisons", certificate.comparisons},
        {"jumps",       std::move(jumps)       },
        {"clean",       certificate.is_clean   }
    };
}

base::Value value_of(const std::vector<Certificate>& certificates) {
    base::List list;
    for (const Certificate& certificate : certificates) list.push_back(value_of(certificate));
    return list;
}

}  // namespace

CheckReport check(const Catalogue& catalogue) {
    return Checker(catalogue).run();
}

base::Value CheckReport::to_value() const {
    base::List rows;
    for (const CheckFault& fault : faults) {
        base::Object row{
            {"violation", fault.violation},
            {"law",       fault.law      },
            {"kind",      fault.kind     },
            {"detail",    fault.detail   }
        };
        if (!fault.witness.empty()) row.set("witness", fault.witness);
        rows.push_back(std::move(row));
    }
    return base::Object{
        {"faults",      std::move(rows) },
        {"items",       value_of(items) },
        {"places",      value_of(places)},
        {"fines",       fines           },
        {"points",      points          },
        {"comparisons", comparisons     }
    };
}

}  // namespace discretion
