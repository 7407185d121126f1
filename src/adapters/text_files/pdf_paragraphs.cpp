#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "text_files/pdf_page.hpp"

namespace text_files {

namespace {

// One sign of UTF-8 text.
std::string_view sign_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    return text.substr(at, size);
}

bool is_wide(std::string_view sign) {
    return sign.size() >= 3;
}

// The room a text takes, in widths of a Chinese letter.
double room_of(std::string_view text) {
    double room = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view sign = sign_at(text, at);
        room += is_wide(sign) ? 1 : 0.5;
        at += sign.size();
    }
    return room;
}

bool is_one_of(std::string_view sign, std::string_view signs) {
    return !sign.empty() && signs.find(sign) != std::string_view::npos;
}

// What cannot begin a line and what cannot end one.
constexpr std::string_view closing = "，。；：、！？）》〉〕】”’％%)]}";
constexpr std::string_view opening = "（《〈〔【“‘([{";

// The first piece of a line that is not broken: a Chinese letter, or a number or Latin word, with the marks
// that stay with it.
std::string_view first_piece(std::string_view text) {
    std::size_t at = 0;
    const auto next = [&] { return at < text.size() ? sign_at(text, at) : std::string_view(); };
    while (is_one_of(next(), opening)) at += next().size();
    if (is_wide(next())) {
        at += next().size();
    } else {
        const auto number = [&] {
            while (!next().empty() && !is_wide(next()) && next() != " ") at += next().size();
        };
        number();
        // A date stays whole, and so does a number with its unit.
        while (next() == "年" || next() == "月") {
            at += next().size();
            number();
        }
        if (is_wide(next())) at += next().size();
    }
    while (is_one_of(next(), closing)) at += next().size();
    return text.substr(0, at);
}

// 第1页, 共4页, 第1页 共4页: the count of pages, wherever it stands; - 3 - only in the margin.
bool is_count_of_pages(const PrintedPage& page, const PrintedLine& line) {
    std::string bare;
    for (std::size_t at = 0; at < line.words.size();) {
        const std::string_view sign = sign_at(line.words, at);
        if (sign != " " && sign != "　" && sign != "，" && sign != "/") bare += sign;
        at += sign.size();
    }
    const bool in_margin = line.top > page.height * 0.88 || line.bottom < page.height * 0.1;
    bool has_digit = false, has_word = false;
    for (std::size_t at = 0; at < bare.size();) {
        const std::string_view sign = sign_at(bare, at);
        const bool is_word = sign == "第" || sign == "页" || sign == "共";
        const bool is_digit = sign.front() >= '0' && sign.front() <= '9';
        const bool is_dash = sign == "-" || sign == "—" || sign == "－" || sign == "–";
        if (!is_word && !is_digit && !(is_dash && in_margin)) return false;
        has_digit = has_digit || is_digit;
        has_word = has_word || sign == "页";
        at += sign.size();
    }
    return has_digit && (has_word || in_margin);
}

int half_points(double height) {
    return static_cast<int>(std::lround(height * 2));
}

// How high most of the words are.
int usual_height(const std::vector<PrintedPage>& pages) {
    std::map<int, double> letters;
    for (const PrintedPage& page : pages)
        for (const PrintedLine& line : page.lines) letters[half_points(line.height())] += room_of(line.words);
    const auto most = std::ranges::max_element(letters, {}, [](const auto& entry) { return entry.second; });
    return most == letters.end() ? 0 : most->first;
}

// One sign of another face makes a line a little higher.
bool is_alike(const PrintedLine& a, const PrintedLine& b) {
    return std::abs(a.height() - b.height()) < 0.16 * std::max(a.height(), b.height());
}

// The column a line stands in: the edges of the long lines that begin about where it begins, or a first line
// two letters in from there.
struct Column {
    double left = 0, right = 0;
};
std::optional<Column> column_of(const PrintedPage& page, const PrintedLine& line, double letter) {
    constexpr double long_line = 12, indent = 2.6;
    std::optional<Column> column;
    std::size_t lines = 0;
    for (const PrintedLine& other : page.lines) {
        if (!is_alike(line, other) || std::abs(other.left - line.left) > indent * letter) continue;
        if (other.width() < long_line * letter) continue;
        ++lines;
        if (!column) column = Column{other.left, other.right};
        column->left = std::min(column->left, other.left);
        column->right = std::max(column->right, other.right);
    }
    return lines >= 2 ? column : std::nullopt;
}

bool ends_sentence(std::string_view line) {
    for (const std::string_view mark : {"。", "；", "！", "？", "”"})
        if (line.ends_with(mark)) return true;
    return false;
}

// A mark that hangs over the edge of the page is told as a line of its own: it goes back to its words.
void take_hanging_marks(PrintedPage& page) {
    for (PrintedLine& mark : page.lines) {
        if (mark.words.size() > 3 || !is_one_of(mark.words, closing)) continue;
        for (PrintedLine& line : page.lines) {
            const bool is_beside = std::abs(line.right - mark.left) < line.height() / 3 &&
                                   std::abs(line.bottom - mark.bottom) < line.height() / 3;
            if (&line == &mark || !is_beside || line.words.empty()) continue;
            line.words += mark.words;
            mark.words.clear();
            break;
        }
    }
}

// "联系人：周敏　联系电话：…": what stands one letter apart on a line is one line.
void join_rows(PrintedPage& page) {
    for (PrintedLine& line : page.lines)
        for (PrintedLine& other : page.lines) {
            const double height = line.height(), gap = other.left - line.right;
            const bool is_beside =
                std::abs(line.top - other.top) < height / 5 && gap > height * 0.3 && gap < height * 1.6;
            if (!is_beside || line.words.empty() || other.words.empty() || &line == &other) continue;
            if (is_count_of_pages(page, line) || is_count_of_pages(page, other)) continue;
            line.words += "　" + other.words;
            line.right = other.right;
            other.words.clear();
        }
}

// Sets the lines of pages together. A page with more lines than people print is left as it is.
constexpr std::size_t lines_max = 2'000;

class Joiner {
  public:
    explicit Joiner(std::vector<PrintedPage> pages) : pages_(std::move(pages)) {}

    std::vector<std::string> paragraphs() {
        const int usual = usual_height(pages_);
        std::vector<std::string> feet;
        for (PrintedPage& page : pages_)
            if (page.lines.size() <= lines_max) {
                take_hanging_marks(page);
                join_rows(page);
            }
        for (const PrintedPage& page : pages_) {
            for (const PrintedLine& line : page.lines) {
                if (line.words.empty() || is_count_of_pages(page, line)) continue;
                const bool is_foot =
                    line.top > page.height * 0.8 && half_points(line.height()) < usual - usual / 12;
                if (is_foot)
                    feet.push_back(line.words);
                else
                    add(page, line);
            }
        }
        std::ranges::move(feet, std::back_inserter(paragraphs_));
        return std::move(paragraphs_);
    }

  private:
    void add(const PrintedPage& page, const PrintedLine& line) {
        if (page_ != nullptr && runs_on(page, line)) {
            const bool are_words = ends_in_latin(paragraphs_.back()) && !is_wide(sign_at(line.words, 0));
            paragraphs_.back() += (are_words ? " " : "") + line.words;
        } else {
            paragraphs_.push_back(line.words);
            const auto column =
                page.lines.size() > lines_max ? std::nullopt : column_of(page, line, line.height());
            begins_inside_ = column && line.left > column->left + line.height();
        }
        page_ = &page;
        line_ = &line;
    }

    // A number broken in two stays one; two English words do not become one.
    static bool ends_in_latin(const std::string& text) {
        const char last = text.back();
        return (last >= 'a' && last <= 'z') || last == ',' || last == '.';
    }

    bool runs_on(const PrintedPage& page, const PrintedLine& next) const {
        if (page.lines.size() > lines_max || page_->lines.size() > lines_max) return false;
        const PrintedLine& last = *line_;
        const double room = room_of(last.words);
        if (!is_alike(last, next) || room < 1) return false;
        const double letter = last.width() / room;
        const auto column = column_of(*page_, last, letter);
        if (!column || std::abs(next.left - column->left) > letter || next.left > last.left + letter)
            return false;
        const bool is_below = next.top > last.top && next.top - last.bottom < 1.4 * last.height();
        if (page_ == &page && !is_below) return false;
        // Where first lines stand at the edge too, the end of a sentence may be that of a paragraph.
        if (!begins_inside_ && ends_sentence(last.words)) return false;
        return column->right - last.right < (room_of(first_piece(next.words)) - 0.1) * letter;
    }

    std::vector<PrintedPage> pages_;
    std::vector<std::string> paragraphs_;
    const PrintedPage* page_ = nullptr;
    const PrintedLine* line_ = nullptr;
    bool begins_inside_ = false;
};

}  // namespace

std::vector<std::string> paragraphs_of(std::vector<PrintedPage> pages) {
    return Joiner(std::move(pages)).paragraphs();
}

}  // namespace text_files
