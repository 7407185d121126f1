#include "synth/book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace synth {

namespace {

using base::Object;
using base::Value;

// YAML's merge key: what the anchor holds, with what stands beside it laid over.
Value merged(const Value& value) {
    if (const auto* list = value.as_list()) {
        base::List result;
        for (const Value& item : *list) result.push_back(merged(item));
        return result;
    }
    if (value.as_object() == nullptr) return value;
    Object result;
    if (value.has("<<"))
        for (const auto& [name, member] : value["<<"].object()) result.set(name, merged(member));
    for (const auto& [name, member] : value.object())
        if (name != "<<") result.set(name, merged(member));
    return result;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

// "dun/20": the word and the number behind the mark, which is cut off.
int number_behind(std::string_view& word, char mark) {
    const auto place = word.find(mark);
    if (place == std::string_view::npos) return 0;
    int number = 0;
    std::from_chars(word.data() + place + 1, word.data() + word.size(), number);
    word = word.substr(0, place);
    return number;
}

// "serve 45 decide+1", "hold_hearing+9 at 11:30", "dun/20"
Step step_of_line(std::string_view line) {
    Step step;
    auto words = words_of(line);
    for (auto& word : words) {
        step.working_days += number_behind(word, '+');
        step.days += number_behind(word, '/');
    }
    step.act = words.front();
    if (step.act == "serve" && words.size() == 3) {
        int document = 0;
        std::from_chars(words[1].data(), words[1].data() + words[1].size(), document);
        step.set.set("document", document);
        step.set.set("of", fmt::format("#{}", words[2]));
    }
    if (words.size() == 3 && words[1] == "at") step.time = words[2];
    return step;
}

Step step_of(const Value& row) {
    Step step{.act = std::string(row.text("act")),
              .label = std::string(row.text("label")),
              .working_days = static_cast<int>(row.integer("wait").value_or(0)),
              .days = static_cast<int>(row.integer("after").value_or(0)),
              .time = std::string(row.text("at")),
              .set = row["set"].object(),
              .by = std::string(row.text("by")),
              .party = std::string(row.text("party"))};
    for (const Value& name : row.list("drop"))
        if (name.as_string() != nullptr) step.drop.push_back(*name.as_string());
    return step;
}

base::Result<void> add_steps(std::vector<Step>& steps, const base::List& rows, const Value& parts) {
    for (const Value& row : rows) {
        const auto* line = row.as_string();
        if (line == nullptr) {
            steps.push_back(step_of(row));
        } else if (line->starts_with("part ")) {
            const auto name = std::string_view(*line).substr(5);
            if (!parts.has(name)) return base::fail("bad_catalogue", fmt::format("没有片段 {}", name));
            TRY(add_steps(steps, parts.list(name), parts));
        } else {
            steps.push_back(step_of_line(*line));
        }
    }
    return {};
}

}  // namespace

base::Result<Book> Book::from(const Value& acts, const Value& paths) {
    Book book;
    const Value content = merged(acts);
    for (const auto& [kind, data] : content["acts"].object()) book.usual.emplace(kind, data.object());
    book.matters = content.list("matters");
    book.words = content["words"];
    const Value ways = merged(paths);
    for (const Value& row : ways.list("paths")) {
        Path path{.id = std::string(row.text("id")),
                  .title = std::string(row.text("title")),
                  .share = static_cast<int>(row.integer("share").value_or(0)),
                  .party = std::string(row.text("party")),
                  .violation = std::string(row.text("violation")),
                  .large = row.truth("large")};
        TRY(add_steps(path.steps, row.list("steps"), ways["parts"]));
        for (const Step& step : path.steps)
            if (!book.usual.contains(step.act))
                return base::fail("bad_catalogue", fmt::format("路径 {}：没有行为 {}", path.id, step.act));
        book.paths.push_back(std::move(path));
    }
    if (book.paths.empty() || book.matters.empty()) return base::fail("bad_catalogue", "没有模拟路径");
    return book;
}

const Path* Book::find(std::string_view id) const {
    const auto found = std::ranges::find(paths, id, &Path::id);
    return found == paths.end() ? nullptr : &*found;
}

}  // namespace synth
