#include "postgres/laws/law_store.hpp"

namespace postgres {
namespace {

using base::List;
using base::Object;
using base::Value;

ports::LawVersion read_version(const Row& row) {
    return {.code = row.text("code"),
            .title = row.text("title"),
            .version_date = row.date("version_date"),
            .from = row.date("valid_from"),
            .to = row.date_or_none("valid_to"),
            .dated_by = row.text("dated_by"),
            .is_excerpt = row.truth("is_excerpt"),
            .is_in_points = row.truth("is_in_points"),
            .sm3 = row.text("sm3"),
            .head = row.value("head"),
            .articles_count = row.number("articles_count")};
}

ports::LawArticle read_article(const Row& row, const char* title) {
    return {.place = row.number("place"),
            .address = row.text("address"),
            .title = row.text(title),
            .part = row.text("part"),
            .chapter = row.text("chapter"),
            .section = row.text("section"),
            .paragraphs = row.value("paragraphs")};
}

Value articles_value(const std::vector<ports::LawArticle>& articles) {
    List list;
    for (const auto& article : articles)
        list.push_back(Object{
            {"place",      article.place     },
            {"address",    article.address   },
            {"title",      article.title     },
            {"part",       article.part      },
            {"chapter",    article.chapter   },
            {"section",    article.section   },
            {"paragraphs", article.paragraphs}
        });
    return list;
}

base::Result<LawStore::Stored> state_of(Transaction& transaction, const ports::LawVersion& version) {
    const auto found = TRY(transaction.run("laws/find_text", Params(version.code, version.version_date)));
    if (found.empty()) return LawStore::Stored::added;
    const bool same = found.front().view("sm3") == version.sm3;
    return same ? LawStore::Stored::unchanged : LawStore::Stored::changed;
}

base::Result<void> add(Transaction& transaction, const ports::LawText& text, base::Instant now) {
    const ports::LawVersion& version = text.version;
    TRY(transaction.run(
        "laws/add_text",
        Params(version.code, version.title, version.version_date, version.from, version.to, version.dated_by,
               version.is_excerpt, version.is_in_points, version.sm3, Json{version.head},
               version.articles_count, now, articles_value(text.articles))));
    return {};
}

base::Result<std::vector<ports::LawVersion>> read_versions(Pool& app, std::optional<std::string> code) {
    const auto rows = TRY(app.read(Context(), "laws/versions", Params(code)));
    std::vector<ports::LawVersion> versions;
    for (const auto row : rows) versions.push_back(read_version(row));
    return versions;
}

}  // namespace

base::Result<std::vector<LawStore::Stored>> LawStore::put(const std::vector<ports::LawText>& texts,
                                                          base::Instant now, bool is_trial) {
    return owner_.transact(Context(), [&](Transaction& transaction) -> base::Result<std::vector<Stored>> {
        std::vector<Stored> stored;
        for (const ports::LawText& text : texts) {
            const Stored state = TRY(state_of(transaction, text.version));
            stored.push_back(state);
            if (is_trial || state == Stored::unchanged) continue;
            if (state == Stored::changed)
                TRY(transaction.run("laws/replace_text",
                                    Params(text.version.code, text.version.version_date, now)));
            TRY(add(transaction, text, now));
        }
        TRY(transaction.commit());
        return stored;
    });
}

base::Result<std::vector<ports::LawVersion>> LawStore::versions() {
    return read_versions(app_, {});
}

base::Result<std::vector<ports::LawVersion>> LawStore::versions(std::string_view code) {
    return read_versions(app_, std::string(code));
}

base::Result<std::vector<ports::LawArticle>> LawStore::articles(std::string_view code,
                                                                base::Date version_date) {
    const auto rows = TRY(app_.read(Context(), "laws/articles", Params(code, version_date)));
    std::vector<ports::LawArticle> articles;
    for (const auto row : rows) articles.push_back(read_article(row, "title"));
    return articles;
}

base::Result<ports::ArticleAnswer> LawStore::article(std::string_view code, std::string_view address,
                                                     base::Date day) {
    const auto rows = TRY(app_.read(Context(), "laws/article", Params(code, address, day)));
    ports::ArticleAnswer answer;
    if (rows.empty()) return answer;
    answer.version = read_version(rows.front());
    if (!rows.front().is_null("place")) answer.article = read_article(rows.front(), "article_title");
    return answer;
}

}  // namespace postgres
