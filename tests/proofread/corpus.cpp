#include "corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/identifiers.hpp"
#include "base/numerals.hpp"
#include "books/books.hpp"
#include "catalogue/yaml.hpp"
#include "document/template.hpp"
#include "json/json.hpp"

namespace proofread_test {

namespace {

namespace fs = std::filesystem;
using base::Value;
using proofread::Source;

const fs::path tests = fs::path(ZHIHENG_SOURCE_DIR) / "tests";

template <class T>
T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + " " + result.error().message);
    return std::move(*result);
}

std::string file_text(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

const books::Books& all_books() {
    static const auto books =
        must(books::load_books(catalogue::Files(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue")));
    return *books;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// A number of so many digits at most, and the mark behind it.
std::optional<int> number_at(std::string_view text, std::size_t& at, std::size_t digits_max,
                             std::string_view mark) {
    int number = 0;
    std::size_t digits = 0;
    for (; digits < digits_max && at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits)
        number = number * 10 + (text[at] - '0');
    if (digits == 0 || !text.substr(at).starts_with(mark)) return {};
    at += mark.size();
    return number;
}

std::optional<base::Date> day_at(std::string_view text, std::size_t& at,
                                 std::array<std::string_view, 3> marks) {
    std::size_t end = at;
    const auto year = number_at(text, end, 4, marks[0]);
    const auto month = year ? number_at(text, end, 2, marks[1]) : std::nullopt;
    const auto day = month ? number_at(text, end, 2, marks[2]) : std::nullopt;
    if (!day || *year < 1990) return {};
    const std::chrono::year_month_day ymd{std::chrono::year(*year),
                                          std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
    if (!ymd.ok()) return {};
    at = end;
    return base::Date(ymd);
}

// Every day in a text, as data writes it and as papers do, moved by so many weeks.
std::string moved(std::string_view text, int weeks) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const bool starts =
            (text[at] == '1' || text[at] == '2') && (at == 0 || text[at - 1] < '0' || text[at - 1] > '9');
        if (const auto written = starts ? day_at(text, at, {"-", "-", ""}) : std::nullopt)
            result += written->plus_days(7 * weeks).str();
        else if (const auto told = starts ? day_at(text, at, {"年", "月", "日"}) : std::nullopt)
            result += told->plus_days(7 * weeks).chinese();
        else
            result += text[at++];
    }
    return result;
}

std::string credit_code(std::string_view begin, int serial) {
    constexpr std::string_view letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (const char ninth : std::string_view("0123456789X"))
        for (const char last : letters) {
            const std::string code = fmt::format("{}MA{:06}{}{}", begin, serial, ninth, last);
            if (base::is_credit_code(code)) return code;
        }
    throw std::runtime_error("no credit code");
}

std::string resident_id(std::string_view born, int serial) {
    std::string digits(born);
    std::erase(digits, '-');
    for (const char last : std::string_view("0123456789X")) {
        const std::string number = fmt::format("999901{}{:03}{}", digits, serial * 2 + 1, last);
        if (base::is_resident_id(number)) return number;
    }
    throw std::runtime_error("no resident id");
}

struct Change {
    std::string from, to;
};

// Other people, firms and places for the same story.
std::vector<Change> party_changes(int variant) {
    constexpr std::array<const char*, 10> people{"王建国", "王丽华", "王志强", "王海燕", "王小兵",
                                                 "王春梅", "王宏伟", "王雪松", "王立新", "王亚楠"};
    constexpr std::array<const char*, 10> firms{"禾源", "沃田", "金穗园", "绿野", "丰登",
                                                "广袤", "春华", "秋实",   "沃野", "良种"};
    constexpr std::array<const char*, 10> traders{"李秀英", "李国庆", "李文博", "李晓东", "李桂芳",
                                                  "李成林", "李玉兰", "李俊杰", "李凤霞", "李德全"};
    const auto at = static_cast<std::size_t>(variant) % people.size();
    const int day = 1 + variant % 27;
    const std::string born = fmt::format("{}-{:02}-{:02}", 1962 + variant % 30, 1 + variant % 12, day);
    return {
        {"王某", people[at]},
        {"李某", traders[at]},
        {"丰穗", firms[at]},
        {"1985-03-12", born},
        {"999901198503120011", resident_id(born, 10 + variant)},
        {"91990101MA0000035L", credit_code("91990101", 3000 + variant)},
        {"92990101MA0000041P", credit_code("92990101", 5000 + variant)},
        {"东湖路66号", fmt::format("东湖路{}号", 60 + variant)},
        {"工业园二路9号", fmt::format("工业园二路{}号", 9 + variant)},
        {"13900000001", fmt::format("139000{:05}", 10'000 + variant)},
        {"86000", std::to_string(52'000 + 1'000 * (variant % 40))},
        {"86670", std::to_string(52'670 + 1'000 * (variant % 40))},
        {"43000", fmt::format("{}", 26'000 + 500 * (variant % 40))},
        {"49008", fmt::format("{}", 20'420 * (12 + variant % 17) / 10)},
        {"2.4", fmt::format("{}.{}", (12 + variant % 17) / 10, (12 + variant % 17) % 10)},
        {"LJZJ2024-0416", fmt::format("LJZJ2024-{:04}", 416 + variant)},
        {"QD2024001", fmt::format("QD2024{:03}", 101 + variant)},
        {"QD2024002", fmt::format("QD2024{:03}", 301 + variant)},
    };
}

std::vector<Change> all_changes(int variant) {
    std::vector<Change> changes = party_changes(variant);
    const std::size_t plain = changes.size();
    for (std::size_t i = 0; i < plain; ++i) {
        const Change change = changes[i];
        if (const auto day = base::Date::parse(change.from))
            changes.push_back({day->chinese(), base::Date::parse(change.to)->chinese()});
        else if (const auto sum = base::Money::parse(change.from); sum && change.from.size() == 5)
            changes.push_back({base::rmb_capital(*sum), base::rmb_capital(*base::Money::parse(change.to))});
    }
    return changes;
}

// The same papers told of other people, sums and weeks.
File varied(const File& file, const std::string& name, int variant) {
    File other = file;
    other.name = fmt::format("{} {}", name, variant);
    const std::vector<Change> changes = all_changes(variant);
    const auto vary = [&](std::string& text) {
        for (const Change& change : changes) text = replaced(std::move(text), change.from, change.to);
        text = moved(text, variant * 3);
    };
    for (Source& source : other.sources) {
        for (std::string& paragraph : source.paragraphs) vary(paragraph);
        if (source.day) source.day = source.day->plus_days(7 * 3 * variant);
    }
    return other;
}

Source source_of(const document::Document& paper, const std::string& id) {
    Source source{.id = id,
                  .title = paper.title,
                  .number = paper.number,
                  .day = {},
                  .is_draft = paper.number.empty(),
                  .paragraphs = {}};
    const std::string text = document::plain_text(paper);
    const auto day = base::Date::parse(paper.date);
    if (day && !text.contains("（印章）")) source.day = *day;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) source.paragraphs.push_back(line);
    return source;
}

Value facts_of_row(const Value& whole, const Value& row) {
    Value facts = whole;
    base::Object& members = *facts.as_object();
    const auto n = static_cast<std::size_t>(row.integer("act").value_or(1));
    base::List acts = facts.list("acts");
    acts.resize(std::min(acts.size(), n));
    base::Object act = acts.back().object();
    members.set("today", Value(acts.back().text("at").substr(0, 10)));
    members.set("acts", Value(std::move(acts)));
    if (row.has("own")) {
        act.set("paper", Value(base::Object()));
        for (const auto& [name, value] : row["own"].object()) act.set(name, value);
    }
    members.set("act", Value(std::move(act)));
    for (const auto& [name, value] : row.object())
        if (name != "template" && name != "case" && name != "act" && name != "variant" && name != "own")
            members.set(name, value);
    return facts;
}

// A sheet as offices make them by hand: products, a sum, the sum in words.
Source value_sheet(const File& file, int variant) {
    const std::string party = [&] {
        for (const Source& source : file.sources)
            for (const std::string& line : source.paragraphs)
                if (line.starts_with("当事人：")) return line.substr(0, line.find("（字号"));
        return std::string("当事人：王某");
    }();
    Source sheet{
        .id = "货值金额计算表",
        .title = {},
        .number = {},
        .day = {},
        .is_draft = true,
        .paragraphs = {"货值金额计算表", party}
    };
    sheet.paragraphs.emplace_back("| 序号 | 名称 | 单价（元） | 数量 | 金额（元） |");
    std::int64_t total = 0;
    for (int i = 1; i <= 4; ++i) {
        const int price = 350 + 125 * i + 10 * variant, quantity = 3 * i + variant % 7;
        total += static_cast<std::int64_t>(price) * quantity;
        sheet.paragraphs.push_back(
            fmt::format("| {} | 样品{} | {} | {} | {} |", i, i, base::Money::fen(price).str(), quantity,
                        base::Money::fen(static_cast<std::int64_t>(price) * quantity).str()));
    }
    sheet.paragraphs.push_back(fmt::format("| 合计 | | | | {} |", base::Money::fen(total).str()));
    sheet.paragraphs.push_back(fmt::format(
        "　　以上合计金额{}元（大写：人民币{}）。每件{}元，共{}元。", base::Money::fen(total).str(),
        base::rmb_capital(base::Money::fen(total)), 12 + variant, 12 + variant));
    sheet.paragraphs.back() = sheet.paragraphs.back().substr(0, sheet.paragraphs.back().find("每件"));
    sheet.paragraphs.push_back(
        fmt::format("　　另购进包装箱{}个，每个{}元，共{}元。", 10 + variant, 4, 4 * (10 + variant)));
    return sheet;
}

File file_of_case(const std::string& name) {
    File file{name, {}};
    const Value whole = must(json::parse(file_text(tests / "golden" / ("case_" + name + ".json"))));
    const Value rows = must(catalogue::read_yaml(file_text(tests / "golden/papers.yaml"), "papers.yaml"));
    for (const Value& row : rows.items()) {
        if (row.text("case") != name) continue;
        const document::Template* form = all_books().templates.find(row.text("template"));
        const auto paper = document::fill(*form, facts_of_row(whole, row));
        if (paper)
            file.sources.push_back(source_of(
                *paper, fmt::format("{}-{}", row.text("template"), row.integer("act").value_or(0))));
    }
    return file;
}

Value facts_of_scenario(const Value& scenario, std::size_t n) {
    base::List acts;
    for (std::size_t i = 0; i <= n; ++i) {
        base::Object act = scenario.list("acts")[i].object();
        base::List by;
        for (const Value& id : act.find("by") ? act.find("by")->items() : base::List{})
            for (const Value& person : scenario.list("staff"))
                if (person.text("id") == *id.as_string())
                    by.push_back(base::Object{
                        {"id",   id            },
                        {"name", person["name"]}
                    });
        act.set("n", Value(i + 1));
        act.set("type", Value(*act.find("act")));
        act.set("by", Value(std::move(by)));
        if (!act.find("paper")) act.set("paper", Value(base::Object()));
        acts.push_back(Value(std::move(act)));
    }
    base::Object party = scenario["party"].object();
    const Value details = scenario["party"]["details"];
    for (const auto& [name, value] : details.object()) party.set(name, value);
    const Value act = acts.back();
    return base::Object{
        {"agency", base::Object{{"name", "临江市城东区市场监督管理局"},
                                {"short_name", "临东"},
                                {"reconsideration_body", "临江市城东区人民政府"},
                                {"court", "临江市城东区人民法院"},
                                {"phone", "0999-12315001"},
                                {"bank", "临江银行城东支行"}}},
        {"case", base::Object{{"no", "990101-2026-000007"}, {"cause", scenario["cause"]}}},
        {"party", std::move(party)},
        {"handlers", act["by"]},
        {"act", act},
        {"acts", std::move(acts)},
        {"number", Value()},
        {"today", act.text("at").substr(0, 10)}
    };
}

// The papers the acts of a scenario give rise to, numbered as they come.
File file_of_scenario(const fs::path& path) {
    File file{path.stem().string(), {}};
    const Value scenario = must(json::parse(file_text(path)));
    static const Value types =
        must(catalogue::Files(fs::path(ZHIHENG_SOURCE_DIR) / "catalogue").load("procedure/acts.yaml"));
    int serial = 40;
    base::List numbered;
    for (std::size_t i = 0; i < scenario.list("acts").size(); ++i) {
        const Value& act = scenario.list("acts")[i];
        for (const Value& type : types.list("acts")) {
            if (type.text("id") != act.text("act")) continue;
            for (const Value& wanted : type.list("documents")) {
                const document::Template* form =
                    wanted.as_int() ? all_books().templates.by_no(static_cast<int>(*wanted.as_int()))
                                    : all_books().templates.find(document::shown(wanted));
                if (!form || form->no() >= 50 || form->no() == 4 || form->no() == 5) continue;
                if (form->no() == 45 && act["data"].text("kind") != "penalty") continue;
                if (form->no() == 46 && act["data"].text("kind") == "penalty") continue;
                Value facts = facts_of_scenario(scenario, i);
                facts.as_object()->set("documents", numbered);
                const auto day = base::Date::parse(act.text("at").substr(0, 10));
                if (!form->code().empty()) {
                    const auto number =
                        document::document_number("临东", form->code(), day->year(), ++serial);
                    facts.as_object()->set("number", number);
                    numbered.push_back(base::Object{
                        {"document", form->no()             },
                        {"n",        static_cast<int>(i) + 1},
                        {"title",    form->title()          },
                        {"number",   number                 }
                    });
                } else
                    facts.as_object()->erase("number");
                const auto paper = document::fill(*form, facts);
                if (paper) file.sources.push_back(source_of(*paper, fmt::format("{}-{}", form->id(), i + 1)));
            }
        }
    }
    return file;
}

}  // namespace

const proofread::Knowledge& knowledge() {
    return all_books().proofreading;
}

const std::vector<File>& correct_files() {
    static const std::vector<File> files = [] {
        std::vector<File> made;
        const auto add = [&](const File& file, int from, int to) {
            for (int variant = from; variant < to; ++variant) {
                made.push_back(varied(file, file.name, variant));
                made.back().sources.push_back(value_sheet(made.back(), variant));
            }
        };
        for (const char* name : {"milk", "phosphate", "none", "words"}) add(file_of_case(name), 0, 10);
        std::vector<fs::path> scenarios;
        for (const auto& entry : fs::directory_iterator(tests / "scenario"))
            if (entry.path().extension() == ".json") scenarios.push_back(entry.path());
        std::ranges::sort(scenarios);
        for (const fs::path& path : scenarios) add(file_of_scenario(path), 10, 14);
        return made;
    }();
    return files;
}

std::vector<proofread::Finding> faults(const File& file) {
    auto findings = proofread::check(file.sources, {}, knowledge());
    std::erase_if(findings,
                  [](const proofread::Finding& one) { return one.severity == proofread::Severity::info; });
    return findings;
}

std::string words(const File& file, const proofread::Finding& finding) {
    const Source& source = file.sources[finding.place.source];
    return fmt::format("{} {}:{} [{}] {} (found {}, expected {})\n    {}", file.name, source.id,
                       finding.place.paragraph + 1, finding.rule, finding.message, finding.found,
                       finding.expected,
                       finding.place.paragraph < source.paragraphs.size()
                           ? source.paragraphs[finding.place.paragraph].substr(0, 400)
                           : std::string());
}

}  // namespace proofread_test
