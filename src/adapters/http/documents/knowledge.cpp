#include "http/documents/knowledge.hpp"

#include <map>

namespace desk {

namespace {

using base::Value;

// The words of an article as one text.
std::string words_of(const ports::LawArticle& article) {
    std::string words;
    for (const Value& paragraph : article.paragraphs.items()) {
        words += paragraph.text("text");
        for (const Value& item : paragraph.list("items")) words += item.text("text");
    }
    return words;
}

proofread::ArticleText look_up(const Desk& desk, std::string_view code, std::string_view address,
                               base::Date day) {
    proofread::ArticleText text;
    const auto answer = desk.laws.article(code, address, day);
    if (!answer || !answer->version || answer->version->is_in_points) return text;
    text.held = answer->article ? proofread::ArticleText::Held::article
                                : proofread::ArticleText::Held::without_article;
    text.is_excerpt = answer->version->is_excerpt;
    if (answer->article) text.text = words_of(*answer->article);
    return text;
}

}  // namespace

proofread::Knowledge knowledge_of(const Desk& desk) {
    proofread::Knowledge known = desk.proofreading;
    known.articles = [&desk, asked = std::map<std::string, proofread::ArticleText>()](
                         std::string_view code, law::ArticleNumber number, base::Date day) mutable {
        const std::string address = law::address_of(number);
        const std::string key = std::string(code) + " " + address + " " + day.str();
        const auto found = asked.find(key);
        return found != asked.end() ? found->second
                                    : asked.emplace(key, look_up(desk, code, address, day)).first->second;
    };
    return known;
}

}  // namespace desk
