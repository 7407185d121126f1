#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus.hpp"

namespace proofread_test {

// Changes a paragraph, or says that it has no room for the change.
using Change = std::function<bool(std::string& paragraph)>;
// Changes a paper of a file and gives its place.
using Make = std::function<std::optional<std::size_t>(File&)>;

bool is_digit(char c);

// The first paper of this title (of any when it is empty) in which some paragraph can be changed.
Make in(std::string title, Change change);

Change swap_words(std::string from, std::string to);
Change only_where(std::string words, Change change);
// The number behind these words with one digit made another.
Change wrong_digit(std::string words, std::size_t from_end = 1);
// The last letter of what stands behind these words made another.
Change wrong_end(std::string words, std::string end_mark = {});
// The year of the day on the line of the seal.
Change seal_year(int by);
// "2024年5月16日" → "2024年13月16日".
Change thirteenth_month();
// A day is given a day of the week that it is not.
Change wrong_weekday();
// The day behind these words, ten days on.
Change later_day(std::string words);
// One letter of the party's name typed as another, on the line that names the party.
Change misspelt(std::string begins);
// A paragraph with all these words left out.
Change remove_all(std::vector<std::string> lines_with);

}  // namespace proofread_test
