#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "discretion/catalogue.hpp"
#include "explorer/words.hpp"
#include "law/register.hpp"

namespace explorer {

struct Query {
    std::string text;   // words, or an article: "过期", "食品安全法 第一百二十四条", "FSL 124"
    std::string field;  // one field only; empty: all
    std::size_t limit = 20;
};

struct Hit {
    std::size_t item = 0;  // place in the catalogue
    int score = 0;
    std::string because;  // what was found: the saying, the keyword, the article
};

// Finds items by what an officer would type. Built once from the catalogue, then only read, from many
// threads.
class Index {
  public:
    // The catalogue and the register must outlive the index.
    Index(const discretion::Catalogue& catalogue, const law::Register& laws, Words words);

    // The best first; equal ones in the order of the catalogue. Without words: all items of the field.
    std::vector<Hit> find(const Query& query) const;
    const Words& words() const { return words_; }
    const discretion::Catalogue& catalogue() const { return catalogue_; }

  private:
    struct Entry {
        std::string name;
        std::vector<std::string> keywords;
        std::vector<std::string> pairs;  // of characters, in name and keywords, sorted
    };
    struct Asked;
    std::vector<Hit> all_of(const Query& query) const;
    void score_sayings(const Asked& asked, std::vector<Hit>& hits) const;
    void score_articles(std::string_view text, std::vector<Hit>& hits) const;
    void score_entry(const Asked& asked, Hit& hit) const;
    int rarity(const std::string& pair) const;

    const discretion::Catalogue& catalogue_;
    const law::Register& laws_;
    Words words_;
    std::vector<Entry> entries_;
    std::map<std::string, int, std::less<>> holders_;  // of a pair: how many items have it
};

}  // namespace explorer
