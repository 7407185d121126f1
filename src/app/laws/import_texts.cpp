#include "laws/import_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace laws {

namespace {

using base::Date;
using base::Object;
using base::Value;

// "…(2021-01-22).md" names the version by its day.
std::optional<Date> day_in_name(const std::string& name) {
    constexpr std::size_t day_bytes = 10;
    for (auto open = name.find('('); open != std::string::npos; open = name.find('(', open + 1)) {
        if (name.size() <= open + day_bytes + 1 || name[open + day_bytes + 1] != ')') continue;
        if (const auto day = Date::parse(name.substr(open + 1, day_bytes))) return *day;
    }
    return {};
}

std::optional<Date> version_date_of(const SourceFile& file, const law::LawText& text,
                                    const law::Register& known) {
    if (const auto day = day_in_name(file.name)) return day;
    if (text.issued) return text.issued;
    return text.printed_from ? text.printed_from : known.sole_version(known.code_of(text.title));
}

// What decides whether two texts are the same; the days in force belong to it.
std::string digest_of(const law::LawText& text, const law::InForce& span, const ports::Hasher& hasher) {
    std::string all = text.title + "\n" + span.from.str() + "\n" + (span.to ? span.to->str() : "") + "\n";
    const auto add = [&](std::string_view words) { (all += words) += '\x1f'; };
    for (const auto* lines : {&text.history, &text.preamble, &text.annex}) {
        for (const std::string& line : *lines) add(line);
        all += '\x1e';
    }
    for (const law::Article& article : text.articles) {
        for (const std::string& words :
             {law::address_of(article.number), article.part, article.chapter, article.section})
            add(words);
        for (const law::Paragraph& paragraph : article.paragraphs) {
            add(paragraph.text);
            for (const law::Item& item : paragraph.items) add(item.text);
            all += '\x1d';
        }
        all += '\x1e';
    }
    return hasher.sm3(all);
}

Value lines_value(const std::vector<std::string>& lines) {
    return base::List(lines.begin(), lines.end());
}

ports::LawText kept(const law::LawText& text, const std::string& code, Date version_date,
                    const law::InForce& span, const ports::Hasher& hasher) {
    ports::LawText law;
    law.version = {
        .code = code,
        .title = text.title,
        .version_date = version_date,
        .from = span.from,
        .to = span.to,
        .dated_by = std::string(law::title_of(span.basis)),
        .is_excerpt = text.is_excerpt,
        .is_in_points = text.numbering == law::Numbering::points,
        .sm3 = digest_of(text, span, hasher),
        .head = Object{{"history", lines_value(text.history)},
                       {"preamble", lines_value(text.preamble)},
                       {"annex", lines_value(text.annex)}},
        .articles_count = static_cast<int>(text.articles.size())
    };
    for (const law::Article& article : text.articles)
        law.articles.push_back({.place = static_cast<int>(law.articles.size()) + 1,
                                .address = law::address_of(article.number),
                                .title = law::title_of(article.number),
                                .part = article.part,
                                .chapter = article.chapter,
                                .section = article.section,
                                .paragraphs = law::paragraphs_value(article)});
    return law;
}

struct Prepared {
    ImportRow row;
    std::optional<ports::LawText> text;
};

Prepared prepare(const SourceFile& file, const law::Register& known, const ports::Hasher& hasher) {
    law::TextReading reading = law::read_text(file.bytes);
    Prepared prepared;
    prepared.row.file = file.name;
    prepared.row.title = reading.text.title;
    prepared.row.articles = reading.text.articles.size();
    prepared.row.problems = std::move(reading.problems);
    const auto version_date = version_date_of(file, reading.text, known);
    if (!version_date)
        prepared.row.problems.push_back(
            {0, "没有公布或者施行的日期：可以在文件头写明，或者加一行 <!-- EFFECTIVE_FROM: 2023-05-01 -->"});
    if (!prepared.row.problems.empty()) return prepared;
    const law::InForce span = known.in_force(reading.text, *version_date);
    prepared.row.code = known.code_of(reading.text.title);
    prepared.row.from = span.from;
    prepared.row.to = span.to;
    prepared.row.dated_by = law::title_of(span.basis);
    prepared.text = kept(reading.text, prepared.row.code, *version_date, span, hasher);
    return prepared;
}

// Two files that claim to be the same text of one law: neither can be taken for the other.
void refuse_doubles(std::vector<Prepared>& all) {
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = 0; k < i && all[i].text; ++k) {
            if (!all[k].text || all[k].text->version.code != all[i].text->version.code ||
                all[k].text->version.version_date != all[i].text->version.version_date)
                continue;
            all[i].row.problems.push_back(
                {0, fmt::format("与文件 {} 是同一法律的同一文本", all[k].row.file)});
            all[i].text.reset();
        }
}

}  // namespace

base::Result<std::vector<ImportRow>> import_texts(const std::vector<SourceFile>& files,
                                                  const law::Register& known, ports::LawStore& store,
                                                  const ports::Hasher& hasher, base::Instant now,
                                                  bool is_trial) {
    std::vector<Prepared> all;
    for (const SourceFile& file : files) all.push_back(prepare(file, known, hasher));
    refuse_doubles(all);
    std::vector<ports::LawText> good;
    for (const Prepared& prepared : all)
        if (prepared.text) good.push_back(*prepared.text);
    const auto stored = TRY(store.put(good, now, is_trial));
    std::vector<ImportRow> rows;
    std::size_t next = 0;
    for (Prepared& prepared : all) {
        if (prepared.text) prepared.row.stored = stored[next++];
        rows.push_back(std::move(prepared.row));
    }
    return rows;
}

}  // namespace laws
