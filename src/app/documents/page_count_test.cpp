#include "documents/page_count.hpp"

#include <gtest/gtest.h>

namespace documents {

TEST(PageCount, CountsPageObjectsAndNotTheTree) {
    EXPECT_EQ(
        page_count("<< /Type /Pages /Kids [ 1 0 R ] >>\n<< /Type /Page /Parent 2 0 R >>\n<< /Type /Page\n>>"),
        2);
    EXPECT_EQ(page_count(""), 0);
    EXPECT_EQ(page_count("/Type /Page"), 1);
}

}  // namespace documents
