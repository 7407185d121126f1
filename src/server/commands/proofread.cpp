#include "proofread/proofread.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "books/books.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"
#include "law/text.hpp"
#include "text_files/limits.hpp"
#include "text_files/text_files.hpp"

namespace commands {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view help = R"(用法：zhiheng proofread 文件… [--laws 目录]
校对：把所列文件作为一个案卷互相核对（.txt、.docx、带文字的 .pdf），写出发现的问题（JSON）。
  --laws 目录   核对法条所用的法律文本（Markdown），没有时引用的条文只作“无法核对”的提示
退出码：0 没有发现错误或者疑点，1 有，2 文件不能读取。
)";

// The texts of a folder, by the code of the law; the newest first.
struct Held {
    base::Date from;
    std::optional<base::Date> to;
    law::LawText text;
};
using Shelf = std::map<std::string, std::vector<Held>, std::less<>>;

// The day in the name of a file, as the import of texts reads it: 行政处罚法(2021-01-22).md.
std::optional<base::Date> day_in_name(const std::string& name) {
    const auto open = name.rfind('(');
    if (open == std::string::npos || open + 11 > name.size()) return {};
    const auto day = base::Date::parse(name.substr(open + 1, 10));
    return day ? std::optional<base::Date>(*day) : std::nullopt;
}

base::Result<Shelf> read_laws(const std::string& folder, const law::Register& known) {
    std::error_code unknown;
    if (!fs::is_directory(folder, unknown)) return base::fail("no_file", fmt::format("没有目录 {}", folder));
    Shelf shelf;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".md") continue;
        law::TextReading reading = law::read_text(TRY(read_input(entry.path().string())));
        const auto named = day_in_name(entry.path().filename().string());
        const auto day = named ? named : reading.text.issued;
        if (!reading.is_good() || !day) continue;
        const law::InForce days = known.in_force(reading.text, *day);
        shelf[known.code_of(reading.text.title)].push_back({days.from, days.to, std::move(reading.text)});
    }
    return shelf;
}

std::string words_of(const law::Article& article) {
    std::string words;
    for (const law::Paragraph& paragraph : article.paragraphs) {
        words += paragraph.text;
        for (const law::Item& item : paragraph.items) words += item.text;
    }
    return words;
}

proofread::ArticleText look_up(const Shelf& shelf, std::string_view code, law::ArticleNumber number,
                               base::Date day) {
    const auto law = shelf.find(code);
    if (law == shelf.end()) return {};
    for (const Held& held : law->second) {
        if (day < held.from || (held.to && day > *held.to) || held.text.articles.empty()) continue;
        const auto article = std::ranges::find(held.text.articles, number, &law::Article::number);
        proofread::ArticleText text{.held = proofread::ArticleText::Held::without_article,
                                    .text = {},
                                    .is_excerpt = held.text.is_excerpt,
                                    .last_article = "至" + law::title_of(held.text.articles.back().number)};
        if (article == held.text.articles.end()) return text;
        text.held = proofread::ArticleText::Held::article;
        text.text = words_of(*article);
        return text;
    }
    return {};
}

base::Result<std::vector<proofread::Source>> read_all(const std::vector<std::string>& paths) {
    std::vector<proofread::Source> sources;
    for (const std::string& path : paths) {
        std::error_code unknown;
        const auto bytes = fs::file_size(path, unknown);
        if (!unknown && bytes > text_files::file_bytes_max)
            return base::fail("file_too_large", "文件超过32 MiB，不予读取", {}, path);
        const std::string content = TRY(read_input(path));
        auto paragraphs = text_files::read(fs::path(path).filename().string(), content);
        if (!paragraphs) {
            paragraphs.error().field = path;
            return std::unexpected(std::move(paragraphs).error());
        }
        proofread::Source source;
        source.id = path;
        source.paragraphs = std::move(*paragraphs);
        if (path.ends_with(".docx")) source.unread = text_files::left_unread(content);
        sources.push_back(std::move(source));
    }
    return sources;
}

base::Result<base::Value> report_on(const Options& options, bool& has_fault) {
    const auto sources = TRY(read_all(options.words()));
    const auto books = TRY(books::load_books(catalogue::Files()));
    Shelf shelf;
    proofread::Knowledge known = books->proofreading;
    if (const auto folder = options.value("--laws")) {
        shelf = TRY(read_laws(*folder, books->laws));
        known.articles = [&shelf](std::string_view code, law::ArticleNumber number, base::Date day) {
            return look_up(shelf, code, number, day);
        };
    }
    const auto findings = proofread::check(sources, {}, known);
    has_fault = std::ranges::any_of(
        findings, [](const auto& finding) { return finding.severity != proofread::Severity::info; });
    return proofread::report(sources, findings);
}

}  // namespace

int proofread(Arguments arguments) {
    const auto options = Options::read(arguments, {"--laws"}, {});
    if (!options) return complain(options.error());
    if (options->help() || options->words().empty()) {
        say(help);
        return options->help() ? done : bad_input;
    }
    bool has_fault = false;
    const auto report = report_on(*options, has_fault);
    if (!report) return complain(report.error());
    std::cout << json::write_pretty(*report) << "\n";
    return has_fault ? refused : done;
}

}  // namespace commands
