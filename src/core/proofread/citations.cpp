#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "law/citation.hpp"
#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// One article as cited, and where.
struct Cited {
    std::string name;  // as written between 《》
    std::string code;
    law::ArticleNumber article;
    Spot spot;
};

// 《甲法》第一条、第二条和《乙法》第三条: what is cited for the same words.
struct Group {
    std::vector<Cited> articles;
    std::size_t line = 0, end = 0;
};

// "第（五）项", "第一款": how many letters.
std::size_t part_at(LettersView rest) {
    if (!rest.starts_with(U"第")) return 0;
    std::size_t at = 1;
    const bool bracketed = at < rest.size() && (rest[at] == U'（' || rest[at] == U'(');
    if (bracketed) ++at;
    const auto count = count_at(rest, at);
    if (!count) return 0;
    at = count->end;
    if (bracketed && at < rest.size() && (rest[at] == U'）' || rest[at] == U')')) ++at;
    const bool is_part = at < rest.size() && (rest[at] == U'款' || rest[at] == U'项' || rest[at] == U'目');
    return is_part ? at + 1 : 0;
}

std::size_t article_at(LettersView line, std::size_t at, law::ArticleNumber& article) {
    if (!line.substr(std::min(at, line.size())).starts_with(U"第")) return 0;
    const auto count = count_at(line, at + 1);
    if (!count || !line.substr(count->end).starts_with(U"条")) return 0;
    article = {.number = static_cast<int>(count->whole()), .inserted = 0};
    std::size_t end = count->end + 1;
    if (line.substr(end).starts_with(U"之")) {
        if (const auto inserted = count_at(line, end + 1)) {
            article.inserted = static_cast<int>(inserted->whole());
            end = inserted->end;
        }
    }
    return end;
}

std::size_t joint_at(LettersView rest) {
    for (const LettersView joint : {U"以及", U"、", U"和", U"及", U"至", U"，"})
        if (rest.starts_with(joint)) return joint.size();
    return 0;
}

// The articles behind a law's name; gives where they end, or `at` when there are none.
std::size_t read_articles(const Checker& checker, const Page& page, std::size_t number, std::size_t at,
                          const std::string& name, std::vector<Cited>& into) {
    const LettersView line = page.lines[number];
    const std::string code = checker.known.laws ? checker.known.laws->code_of(name) : law::plain_name(name);
    for (;;) {
        law::ArticleNumber article;
        const std::size_t end = article_at(line, at, article);
        if (end == 0) return at;
        into.push_back({
            name, code, article, {number, at, end}
        });
        at = end;
        for (;;) {
            const std::size_t part = part_at(line.substr(at));
            const std::size_t joint = part == 0 ? joint_at(line.substr(at)) : 0;
            const std::size_t next = joint > 0 ? part_at(line.substr(at + joint)) : 0;
            if (part == 0 && next == 0) break;
            at += part > 0 ? part : joint + next;
        }
        const std::size_t joint = joint_at(line.substr(at));
        law::ArticleNumber further;
        if (joint == 0 || article_at(line, at + joint, further) == 0) return at;
        at += joint;
    }
}

std::vector<Group> groups_in(const Checker& checker, const Page& page, std::size_t number) {
    const LettersView line = page.lines[number];
    std::vector<Group> groups;
    constexpr std::size_t name_max = 60;
    for (auto open = line.find(U'《'); open != nowhere; open = line.find(U'《', open + 1)) {
        const auto close = line.find(U'》', open);
        if (close == nowhere || close - open > name_max) continue;
        std::size_t at = close + 1;
        if (at < line.size() && line[at] == U'（') {
            const auto end = line.find(U'）', at);
            if (end != nowhere && end - at < 12) at = end + 1;
        }
        std::vector<Cited> read;
        const std::size_t end =
            read_articles(checker, page, number, at, text_of(line.substr(open + 1, close - open - 1)), read);
        if (read.empty()) continue;
        const bool joined = !groups.empty() && open >= groups.back().end && open - groups.back().end <= 2 &&
                            joint_at(line.substr(groups.back().end)) == open - groups.back().end;
        if (!joined) groups.push_back({{}, number, end});
        std::ranges::move(read, std::back_inserter(groups.back().articles));
        groups.back().end = end;
    }
    return groups;
}

bool covers(const std::optional<base::Date>& from, const std::optional<base::Date>& to, base::Date day) {
    return (!from || *from <= day) && (!to || day <= *to);
}

const Extent* extent_of(const Knowledge& known, const std::string& code, base::Date day) {
    for (const Extent& extent : known.extents)
        if (extent.law == code && covers(extent.from, extent.to, day)) return &extent;
    return nullptr;
}

// Where the next article is cited: 》第.
std::size_t next_citation(LettersView clause) {
    const auto close = clause.find(U"》第");
    if (close == nowhere) return clause.size();
    const auto open = clause.substr(0, close).rfind(U'《');
    return open == nowhere ? close : open;
}

class Reader {
  public:
    explicit Reader(Checker& checker) : checker_(checker) {}

    void read(const Page& page, const Group& group) {
        for (const Cited& cited : group.articles) check_name(page, cited);
        if (!page.day) return;
        for (const Cited& cited : group.articles) check_article(page, cited, *page.day);
        check_subject(page, group, *page.day);
    }

  private:
    // A name that differs by one letter from a law that is known.
    void check_name(const Page& page, const Cited& cited) {
        const std::string plain = law::plain_name(cited.name);
        const auto& names = checker_.known.law_names;
        if (names.empty() || std::ranges::find(names, plain) != names.end() || cited.code != plain) return;
        const Letters written = letters_of(plain);
        constexpr std::size_t least = 5;
        if (written.size() < least) return;
        for (const std::string& name : names)
            if (distance(written, letters_of(name), 1) == 1) {
                checker_.add(page, cited.spot,
                             {.rule = "citation.name",
                              .found = cited.name,
                              .expected = name,
                              .message = fmt::format("没有《{}》；是否为《{}》", cited.name, name)});
                return;
            }
    }

    ArticleText text(const Cited& cited, base::Date day) const {
        return checker_.known.articles ? checker_.known.articles(cited.code, cited.article, day)
                                       : ArticleText{};
    }

    void check_article(const Page& page, const Cited& cited, base::Date day) {
        const ArticleText held = text(cited, day);
        if (held.held == ArticleText::Held::article) return;
        const bool missing = held.held == ArticleText::Held::without_article && !held.is_excerpt;
        const Extent* extent =
            held.held == ArticleText::Held::no ? extent_of(checker_.known, cited.code, day) : nullptr;
        const bool beyond = extent && cited.article.number > extent->articles;
        if (missing || beyond) {
            checker_.add(page, cited.spot,
                         {.rule = "citation.no_article",
                          .found = law::title_of(cited.article),
                          .expected = beyond ? fmt::format("共{}条", extent->articles) : held.last_article,
                          .message = fmt::format("{}施行的《{}》没有{}", day.chinese(), cited.name,
                                                 law::title_of(cited.article))});
        } else if (held.held == ArticleText::Held::no && not_held_.insert(cited.code).second) {
            checker_.add(page, cited.spot,
                         {.rule = "citation.not_held",
                          .severity = Severity::info,
                          .found = cited.name,
                          .expected = {},
                          .message = fmt::format("未存有《{}》在{}施行的文本，引用的条文无法核对", cited.name,
                                                 day.chinese())});
        }
    }

    // What the sentence is about, and whether one of the articles of that law says it.
    void check_subject(const Page& page, const Group& group, base::Date day) {
        const LettersView line = page.lines[group.line];
        const LettersView sentence = sentence_at(line, std::min(group.end, line.size() - 1));
        const std::size_t begin = sentence_begin(line, std::min(group.end, line.size() - 1));
        LettersView clause = sentence.substr(std::min(group.end - begin, sentence.size()));
        clause = clause.substr(0, next_citation(clause));
        if (const auto stop = clause.find(U"的规定"); (stop == nowhere || stop > 2) && !decides(clause))
            return;
        for (const Cited& cited : group.articles) {
            std::vector<const Subject*> about;
            for (const Subject& subject : checker_.known.subjects)
                if (subject.law == cited.code && covers(subject.from, subject.to, day) &&
                    std::ranges::any_of(subject.words, [&](const std::string& word) {
                        return has(clause, letters_of(word));
                    }))
                    about.push_back(&subject);
            if (about.empty()) continue;
            const bool one_says_it = std::ranges::any_of(group.articles, [&](const Cited& other) {
                return other.code == cited.code && says(other, about, day);
            });
            if (one_says_it) continue;
            checker_.add(
                page, cited.spot,
                {.rule = "citation.subject",
                 .severity = Severity::warning,
                 .found = law::title_of(cited.article),
                 .expected = law::title_of({about.front()->articles.front(), 0}),
                 .message = fmt::format("《{}》{}不是关于“{}”的规定", cited.name,
                                        law::title_of(cited.article), about.front()->words.front())});
            return;
        }
    }

    // "依据……第三十三条第一款，决定不予行政处罚" leaves 的规定 out.
    static bool decides(LettersView clause) {
        return clause.starts_with(U"，决定") || clause.starts_with(U"，现决定") ||
               clause.starts_with(U"，本局决定");
    }

    bool says(const Cited& cited, const std::vector<const Subject*>& about, base::Date day) const {
        const bool listed = std::ranges::any_of(about, [&](const Subject* subject) {
            return std::ranges::find(subject->articles, cited.article.number) != subject->articles.end();
        });
        if (listed) return true;
        const ArticleText held = text(cited, day);
        return std::ranges::any_of(about, [&](const Subject* subject) {
            return std::ranges::any_of(subject->words,
                                       [&](const std::string& word) { return held.text.contains(word); });
        });
    }

    Checker& checker_;
    std::set<std::string> not_held_;
};

// What the decision says was violated, against what the case says was.
void check_violated(Checker& checker, const Page& page, const Group& group) {
    if (checker.facts.violated.empty() || !checker.known.laws) return;
    if (!page.is(U"行政处罚决定书") && !page.is(U"行政处罚告知书") && !page.is(U"案件调查终结报告")) return;
    const LettersView line = page.lines[group.line];
    const Spot& first = group.articles.front().spot;
    const std::size_t begin = sentence_begin(line, first.begin);
    const LettersView before = line.substr(begin, first.begin - begin);
    const auto open = before.rfind(U'《');
    if (open == nowhere || !before.substr(0, open).ends_with(U"违反了")) return;
    std::set<std::pair<std::string, int>> right;
    for (const std::string& basis : checker.facts.violated)
        for (const auto& cited : law::citations_in(basis))
            if (cited.article) right.insert({checker.known.laws->code_of(cited.law), cited.article->number});
    for (const Cited& cited : group.articles) {
        const bool same_law =
            std::ranges::any_of(right, [&](const auto& one_of) { return one_of.first == cited.code; });
        if (!same_law || right.contains({cited.code, cited.article.number})) continue;
        checker.add(page, cited.spot,
                    {.rule = "citation.violated",
                     .found = law::title_of(cited.article),
                     .expected = checker.facts.violated.front(),
                     .message = fmt::format("本案认定违反的是{}，文中写作{}", checker.facts.violated.front(),
                                            law::title_of(cited.article))});
    }
}

bool has_any(LettersView words, std::initializer_list<LettersView> wanted) {
    return std::ranges::any_of(wanted, [&](LettersView word) { return has(words, word); });
}

// "依据《食品安全法》第一百二十五条的规定，建议罚款…" where the act itself names 第一百二十四条.
void check_statute(Checker& checker, const Page& page, const Group& group) {
    if (!page.source->penalty || page.source->penalty->statute.empty()) return;
    std::vector<Provision> statute = page.source->penalty->statute;
    if (checker.known.laws)
        for (Provision& provision : statute) provision.law = checker.known.laws->code_of(provision.law);
    const LettersView line = page.lines[group.line];
    const std::size_t at = group.articles.front().spot.begin;
    const std::size_t begin = sentence_begin(line, at);
    const LettersView before = line.substr(begin, at - begin);
    const LettersView behind = line.substr(group.end, begin + sentence_at(line, at).size() - group.end);
    const bool decides = has_any(before, {U"依据", U"根据"}) && has_any(behind, {U"建议", U"拟", U"决定"}) &&
                         has_any(behind, {U"罚款", U"处罚", U"没收"});
    if (!decides || has_any(before, {U"违反了"}) ||
        has_any(behind, {U"从轻", U"从重", U"减轻", U"不予", U"加处", U"裁量"}))
        return;
    for (const Cited& cited : group.articles) {
        const auto same_law = std::ranges::find(statute, cited.code, &Provision::law);
        const bool is_right = std::ranges::any_of(statute, [&](const Provision& provision) {
            return std::ranges::any_of(group.articles, [&](const Cited& one) {
                return one.code == provision.law && one.article.number == provision.article;
            });
        });
        if (same_law == statute.end() || is_right) continue;
        const std::string right = law::title_of({same_law->article, 0});
        checker.add(page, cited.spot,
                    {.rule = "citation.statute",
                     .found = law::title_of(cited.article),
                     .expected = right,
                     .message = fmt::format("本次填报的处罚依据为《{}》{}，文书中写作{}", cited.name, right,
                                            law::title_of(cited.article))});
        return;
    }
}

// The provision that was violated is told alike in notice, report and decision.
void compare_violated(Checker& checker, const std::vector<std::pair<const Page*, Group>>& told) {
    for (const auto& [page, group] : told) {
        if (!page->is(U"行政处罚决定书")) continue;
        for (const auto& [other_page, other] : told) {
            if (!other_page->is(U"行政处罚告知书")) continue;
            for (const Cited& cited : group.articles) {
                const auto same_law = std::ranges::find(other.articles, cited.code, &Cited::code);
                const bool same = std::ranges::any_of(other.articles, [&](const Cited& one_of) {
                    return one_of.code == cited.code && one_of.article == cited.article;
                });
                if (same || same_law == other.articles.end()) continue;
                checker.add(
                    *page, cited.spot,
                    {.rule = "twice.provision",
                     .found = law::title_of(cited.article),
                     .expected = law::title_of(same_law->article),
                     .message = fmt::format("决定书认定违反《{}》{}，告知书写作{}", cited.name,
                                            law::title_of(cited.article), law::title_of(same_law->article)),
                     .basis = "行政处罚法 第四十四条",
                     .other_page = other_page,
                     .other = same_law->spot});
            }
        }
    }
}

bool is_of_violation(const Page& page, const Group& group) {
    const LettersView line = page.lines[group.line];
    const std::size_t at = group.articles.front().spot.begin;
    const auto open = line.substr(0, at).rfind(U'《');
    return open != nowhere && line.substr(0, open).ends_with(U"违反了");
}

}  // namespace

void check_citations(Checker& checker) {
    Reader reader(checker);
    std::vector<std::pair<const Page*, Group>> violated;
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i)
            for (const Group& group : groups_in(checker, page, i)) {
                reader.read(page, group);
                check_violated(checker, page, group);
                check_statute(checker, page, group);
                if (is_of_violation(page, group)) violated.emplace_back(&page, group);
            }
    compare_violated(checker, violated);
}

}  // namespace proofread
