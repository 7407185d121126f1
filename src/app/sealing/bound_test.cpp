#include <gtest/gtest.h>

#include "sealing/desk.hpp"

// 程序规定 第七十八条: what is bound stays as it was bound.
TEST(Bound, IsWhatWasMadeBeforeTheFileWasArchived) {
    const auto act = [](int n, const char* type) {
        return casefile::Act{.n = n, .type = type, .at = {}, .by = {}, .data = {}};
    };
    const std::vector<casefile::Act> open{act(1, "file_case"), act(2, "decide"), act(3, "close")};
    std::vector<casefile::Act> archived = open;
    archived.push_back(act(4, "archive"));
    archived.push_back(act(5, "serve"));
    const struct {
        const char* why;
        const std::vector<casefile::Act>& acts;
        int act_n;
        bool is_bound;
    } table[] = {
        {"the file is open",                  open,     2, false},
        {"a decision of an archived file",    archived, 2, true },
        {"cover, index and note themselves",  archived, 4, false},
        {"a paper that came after archiving", archived, 5, false},
    };
    for (const auto& row : table) EXPECT_EQ(sealing::is_bound(row.acts, row.act_n), row.is_bound) << row.why;
}
