#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "calendar/work_calendar.hpp"
#include "law/article_number.hpp"
#include "law/register.hpp"

namespace proofread {

// What the shelf of law texts answers about an article on a day.
struct ArticleText {
    enum class Held { no, article, without_article };
    Held held = Held::no;
    std::string text = {};    // the words of the article
    bool is_excerpt = false;  // a missing article may only be left out
    std::string last_article = {};
};
using ArticleShelf =
    std::function<ArticleText(std::string_view code, law::ArticleNumber article, base::Date day)>;

// A period a law fixes: the words around it and what must stand between them.
struct FixedPeriod {
    std::string id;
    std::string before, after;        // words that stand before and behind the period in one sentence
    std::vector<std::string> unless;  // words before `after` in the sentence that make it another period
    std::vector<std::string> right;   // readings that are right: "60日"
    bool at_most = false;             // shorter ones are right too
    std::optional<base::Date> from;
    std::string message, basis;
};

// What an article is cited for: the words of the sentence and the articles that say it.
struct Subject {
    std::string law;  // code
    std::optional<base::Date> from, to;
    std::vector<std::string> words;
    std::vector<int> articles;
};

// How many articles a law has on a day.
struct Extent {
    std::string law;
    std::optional<base::Date> from, to;
    int articles = 0;
};

// Everything the reader knows beside the file itself.
struct Knowledge {
    const calendar::WorkCalendar* calendar = nullptr;
    const law::Register* laws = nullptr;
    ArticleShelf articles = {};
    std::vector<FixedPeriod> periods = {};
    std::vector<Subject> subjects = {};
    std::vector<Extent> extents = {};
    std::vector<std::string> titles = {};     // of the forms: 行政处罚决定书
    std::vector<std::string> law_names = {};  // plain names of the laws that are known

    // proofread/periods.yaml and proofread/articles.yaml.
    base::Result<void> read(const base::Value& periods, const base::Value& articles);
};

}  // namespace proofread
