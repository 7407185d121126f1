#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "acts/record_act.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "documents/print.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"

// The papers of a file at its end, and the numbers the register gives on the way there.
namespace {

using base::List;
using base::Object;
using base::Value;

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

// The milk case to its archive; what the archivist enters besides.
struct Archived {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    std::string no;

    explicit Archived(const Object& entered = {}) {
        std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/milk_2024.json");
        Value whole = *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
        List acts = whole.list("acts");
        Object data = acts.back()["data"].object();
        for (const auto& [name, value] : entered) data.set(name, value);
        acts.back().as_object()->set("data", std::move(data));
        whole.as_object()->set("acts", std::move(acts));
        const auto made = demo::seed_case(desk.office, desk.clock, desk.directory.organisation, whole,
                                          {.bytes = testing_office::tiny_picture, .name_ending = ".png"});
        EXPECT_TRUE(made) << made.error().message;
        if (made) no = *made;
    }

    std::string text(int document, std::string_view title = {}) const {
        const ports::DocumentRow* found = nullptr;
        for (const auto& row : desk.documents.rows)
            if (row.no == document && (title.empty() || row.title.ends_with(title))) found = &row;
        EXPECT_NE(found, nullptr) << document << title;
        return found ? document::plain_text(*documents::paper(desk.office, *found)) : std::string();
    }

    base::Result<acts::Settled> record(const Value& body) {
        const auto viewer = desk.viewer("zhou-min");
        return acts::record_act(desk.office, viewer, no, *acts::ActRequest::from(body, viewer), {});
    }
};

TEST(BoundFile, HasTheNumbersOfTheArchiveOnItsCover) {
    const Archived named({
        {"catalogue_no", "07"},
        {"file_no",      "16"}
    });
    const std::string cover = named.text(54, "（正卷）");
    EXPECT_TRUE(cover.contains("| 目录号 | 07 |")) << cover;
    EXPECT_TRUE(cover.contains("| 案卷号 | 16 |")) << cover;
    EXPECT_TRUE(cover.contains("| 全宗号 | 0101 |")) << cover;
    const std::string blank = Archived().text(54, "（副卷）");
    EXPECT_TRUE(blank.contains("| 目录号 | ＿＿＿＿ |")) << blank;
}

// documents.md AR-08
TEST(BoundFile, TellsInANewNoteWhatCameLater) {
    Archived file;
    const auto notes = [&] {
        return std::ranges::count(file.desk.documents.rows, 56, &ports::DocumentRow::no);
    };
    const auto before = notes();
    file.desk.clock.set(base::Instant::parse("2024-10-08T10:00:00+08:00").value());
    const Value visit = Object{
        {"act",  "follow_up"                                 },
        {"data", Object{{"on", "2024-10-08"},
                        {"way", "phone"},
                        {"civil", 5},
                        {"standard", 5},
                        {"clean", 5},
                        {"problems", List{}}}}
    };
    const auto done = file.record(visit);
    ASSERT_TRUE(done) << done.error().message;
    ASSERT_FALSE(done->refusal) << done->refusal->message;
    EXPECT_EQ(notes(), before + 1) << "of the main file alone";
    const std::string note = file.text(56, "（正卷）");
    EXPECT_TRUE(note.contains("2024年10月8日补入《案件回访记录》，补入人：周敏。")) << note;
    ASSERT_TRUE(file.record(visit));
    const std::string next = file.text(56, "（正卷）");
    EXPECT_TRUE(next.contains("1．2024年10月8日补入") && next.contains("2．2024年10月8日补入")) << next;
}

// documents.md DN-06: what somebody typed in place of the register's number is not kept.
TEST(BoundFile, KeepsNoNumberThatWasTyped) {
    const Archived file;
    const auto loaded = cases::load_case(file.desk.office, file.desk.viewer("zhou-min"), file.no);
    ASSERT_TRUE(loaded);
    int lists = 0;
    for (const casefile::Act& act : loaded->state.acts()) {
        if (act.type != "seize") continue;
        ++lists;
        EXPECT_FALSE(act.data.has("list_no")) << act.n;
    }
    EXPECT_EQ(lists, 1);
    EXPECT_TRUE(file.text(21).contains(file.no + "-QD001")) << file.text(21);
}

}  // namespace
