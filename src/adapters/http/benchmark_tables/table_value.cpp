#include "http/benchmark_tables/table_value.hpp"

#include <algorithm>
#include <array>

#include "benchmark_tables/dry_run.hpp"
#include "http/desk/values.hpp"

namespace desk {

using base::List;
using base::Object;
using base::Value;

namespace {

std::string_view name_of(const discretion::Catalogue& catalogue, std::string_view item) {
    const discretion::Violation* violation = catalogue.find(item);
    return violation ? std::string_view(violation->name) : item;
}

std::string_view title_of_fault(std::string_view kind) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> titles{
        {{"outside_the_law", "超出法定幅度"},
         {"no_such_range", "与法定档次不符"},
         {"gap", "幅度有空档"},
         {"overlap", "两行重叠"},
         {"not_monotone", "轻重倒置"},
         {"no_text", "没有有效文本"},
         {"unknown_item", "不认识的事项"},
         {"too_many_combinations", "条件组合过多"}}
    };
    for (const auto& [name, title] : titles)
        if (name == kind) return title;
    return kind;
}

Value candidate_value(const benchmark::Candidate& candidate, const discretion::Catalogue& catalogue) {
    return Object{
        {"item", candidate.item},
        {"name", name_of(catalogue, candidate.item)},
        {"likeness", candidate.likeness},
        {"same_article", candidate.same_article}
    };
}

}  // namespace

std::string state_of(const ports::BenchmarkVersion& version, const std::vector<ports::BenchmarkVersion>& all,
                     base::Date today) {
    if (version.status != "approved") return version.status;
    if (today < version.from) return "pending";
    const bool is_superseded = std::ranges::any_of(all, [&](const ports::BenchmarkVersion& other) {
        return other.table == version.table && other.status == "approved" &&
               other.version > version.version && other.from <= today;
    });
    return is_superseded ? "superseded" : "in_force";
}

Value table_head_value(const ports::BenchmarkVersion& version, std::string_view state) {
    return Object{
        {"id", version.id},
        {"table", version.table},
        {"version", version.version},
        {"agency", version.agency},
        {"title", version.title},
        {"file_name", version.file_name},
        {"line_count", version.line_count},
        {"from", version.from.str()},
        {"state", state},
        {"drafted_by", person_value(version.drafted_by, version.drafted_by_name)},
        {"lock", version.lock},
        {"created_at", version.created_at.str()},
        {"updated_at", version.updated_at.str()}
    };
}

Value lines_value(const std::vector<benchmark::Line>& lines) {
    List list;
    for (const benchmark::Line& line : lines)
        list.push_back(Object{
            {"row", line.row},
            {"cells", List(line.cells.begin(), line.cells.end())}
        });
    return list;
}

Value problems_value(const std::vector<benchmark::Problem>& problems) {
    List list;
    for (const benchmark::Problem& problem : problems)
        list.push_back(Object{
            {"row",     problem.row    },
            {"column",  problem.column },
            {"code",    problem.code   },
            {"message", problem.message},
            {"cure",    problem.cure   }
        });
    return list;
}

Value subjects_value(const std::vector<benchmark::Subject>& subjects,
                     const std::vector<benchmark::Line>& lines, const discretion::Catalogue& catalogue) {
    List list;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const benchmark::Subject& subject = subjects[i];
        List rows, candidates;
        for (const std::size_t line : subject.lines) rows.push_back(lines[line].row);
        for (const benchmark::Candidate& candidate : subject.candidates)
            candidates.push_back(candidate_value(candidate, catalogue));
        Object value{
            {"subject",    i                                            },
            {"violation",  subject.violation                            },
            {"basis",      subject.basis                                },
            {"rows",       std::move(rows)                              },
            {"item",       subject.item ? Value(*subject.item) : Value()},
            {"candidates", std::move(candidates)                        }
        };
        if (subject.item && !subject.item->empty()) value.set("item_name", name_of(catalogue, *subject.item));
        list.push_back(std::move(value));
    }
    return list;
}

Value signature_value(const ports::BenchmarkSignature& signature) {
    return Object{
        {"n", signature.n},
        {"round", signature.round},
        {"action", signature.action},
        {"person", person_value(signature.person, signature.person_name)},
        {"role", signature.role},
        {"opinion", signature.opinion},
        {"content_sm3", signature.content_sm3},
        {"at", signature.at.str()}
    };
}

Value report_value(const benchmark::TableReport& report, const discretion::Catalogue& catalogue) {
    List faults, differences;
    for (const benchmark::TableFault& fault : report.faults)
        faults.push_back(Object{
            {"lines", List(fault.lines.begin(), fault.lines.end())},
            {"item", fault.item},
            {"kind", fault.kind},
            {"title", title_of_fault(fault.kind)},
            {"detail", fault.detail}
        });
    for (const benchmark::Difference& difference : report.differences)
        differences.push_back(Object{
            {"line", difference.line},
            {"item", difference.item},
            {"name", name_of(catalogue, difference.item)},
            {"tier", discretion::title_of(difference.tier)},
            {"serious", difference.is_serious},
            {"law", difference.law},
            {"range", difference.range},
            {"before", difference.before},
            {"after", difference.after},
            {"changes", difference.changes()}
        });
    return Object{
        {"faults",      std::move(faults)     },
        {"differences", std::move(differences)},
        {"points",      report.points         }
    };
}

}  // namespace desk
