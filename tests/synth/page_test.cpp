#include "procedure/page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "synth/stories.hpp"
#include "synth/told.hpp"

namespace {

const std::string& written() {
    static const synth_test::Stories world;
    static const std::string page = [] {
        const auto told = synth::stories(world.rules, world.book, world.place, world.cast);
        return told ? procedure::page(world.rules, *told) : told.error().message;
    }();
    return page;
}

}  // namespace

// docs/procedure.md is what `zhiheng procedure` writes; UPDATE_GOLDEN=1 writes it anew.
TEST(Page, IsWhatTheProgramWrites) {
    const std::string path = std::string(ZHIHENG_SOURCE_DIR) + "/docs/procedure.md";
    const std::string& page = written();
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path) << page;
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_TRUE(text.str() == page) << "docs/procedure.md is out of date: run with UPDATE_GOLDEN=1";
}

// A state nobody sees in the figure is one nobody knows the way to and from.
TEST(Page, DrawsEveryState) {
    const std::string& page = written();
    for (std::size_t i = 1; i < procedure::main_state_count; ++i) {
        // 结案 waits for its approval as a proposal, before there is an act.
        if (static_cast<procedure::MainState>(i) == procedure::MainState::closing) continue;
        const auto state = procedure::name(static_cast<procedure::MainState>(i));
        EXPECT_TRUE(page.contains("\" as " + std::string(state) + "\n")) << state;
    }
}
