#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"

namespace ports {

struct LawArticle {
    int place = 0;        // from 1, in the order of the text
    std::string address;  // "120-1"
    std::string title;    // "第一百二十条之一"
    std::string part, chapter, section;
    base::Value paragraphs;  // [{text, items: [{no, text}]}]
};

// One text of a law with the days it is in force.
struct LawVersion {
    std::string code, title;
    base::Date version_date, from;
    std::optional<base::Date> to;
    std::string dated_by;  // how the days are known, in words
    bool is_excerpt = false;
    bool is_in_points = false;  // 一、二、… instead of articles
    std::string sm3;
    base::Value head;  // {history, preamble, annex}: lists of lines
    int articles_count = 0;
};

struct LawText {
    LawVersion version;
    std::vector<LawArticle> articles;
};

struct ArticleAnswer {
    std::optional<LawVersion> version;  // nothing: no text of that day is held
    std::optional<LawArticle> article;  // nothing: the text has no such article, or an excerpt leaves it out
};

// The texts of the law. Everybody reads them; only the import writes, and a text is never changed in place.
class LawStore {
  public:
    enum class Stored { added, changed, unchanged };

    virtual ~LawStore() = default;
    // All or none. The same text again changes nothing; another text of the same version takes its place, and
    // the one before is kept with the day it was replaced.
    virtual base::Result<std::vector<Stored>> put(const std::vector<LawText>&, base::Instant now,
                                                  bool is_trial) = 0;
    virtual base::Result<std::vector<LawVersion>> versions() = 0;  // by code, the newest first
    virtual base::Result<std::vector<LawVersion>> versions(std::string_view code) = 0;
    virtual base::Result<std::vector<LawArticle>> articles(std::string_view code,
                                                           base::Date version_date) = 0;
    virtual base::Result<ArticleAnswer> article(std::string_view code, std::string_view address,
                                                base::Date day) = 0;
};

}  // namespace ports
