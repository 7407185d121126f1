#include "procedure/page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "broken.hpp"

// docs/procedure.md is what `zhiheng procedure` writes; UPDATE_GOLDEN=1 writes it anew.
TEST(Page, IsWhatTheProgramWrites) {
    const std::string path = std::string(ZHIHENG_SOURCE_DIR) + "/docs/procedure.md";
    const std::string written = procedure::page(given::rules());
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path) << written;
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_TRUE(text.str() == written) << "docs/procedure.md is out of date: run with UPDATE_GOLDEN=1";
}
