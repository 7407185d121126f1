#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "acts/record_act.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "documents/export_volume.hpp"
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

    // Somebody calls the party and enters it on a day that may be a later one.
    void visit(std::string_view at, std::string_view entered) {
        desk.clock.set(base::Instant::parse(entered).value());
        const auto done = record(Object{
            {"act",  "follow_up"                                     },
            {"at",   at                                              },
            {"data", Object{{"on", "2024-10-08"},
                            {"way", "phone"},
                            {"civil", 5},
                            {"standard", 5},
                            {"clean", 5},
                            {"problems", List{}}}}
        });
        ASSERT_TRUE(done) << done.error().message;
        ASSERT_FALSE(done->refusal) << done->refusal->message;
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
    file.visit("2024-10-08T10:00:00+08:00", "2024-10-08T10:00:00+08:00");
    EXPECT_EQ(notes(), before + 1) << "of the main file alone";
    const std::string note = file.text(56, "（正卷）");
    EXPECT_TRUE(note.contains("2024年10月8日补入《案件回访记录》，补入人：周敏。")) << note;
    EXPECT_TRUE(note.contains("| 立卷人 | 沈彤 / 2024年8月9日 |")) << "bound by the archivist: " << note;
}

// A paper comes to the file on the day it is entered, and every later note says the same day.
TEST(BoundFile, TellsTheDayAPaperWasEntered) {
    Archived file;
    file.visit("2024-10-08T10:00:00+08:00", "2024-10-12T09:00:00+08:00");
    const std::string first = file.text(56, "（正卷）");
    EXPECT_TRUE(first.contains("2024年10月12日补入《案件回访记录》")) << first;
    file.visit("2024-10-14T10:00:00+08:00", "2024-10-15T09:00:00+08:00");
    const std::string second = file.text(56, "（正卷）");
    EXPECT_TRUE(second.contains("1．2024年10月12日补入") && second.contains("2．2024年10月15日补入"))
        << second;
}

class NoVolumes final : public ports::VolumeDesk {
  public:
    base::Result<std::vector<ports::ChainAct>> chain(const identity::Viewer&, std::string_view) override {
        return std::vector<ports::ChainAct>();
    }
    base::Result<std::filesystem::path> write(volume::Manifest, std::vector<ports::VolumePiece>,
                                              const std::vector<volume::Link>&) override {
        return std::filesystem::path();
    }
    base::Result<Room> room() override { return std::make_shared<const std::filesystem::path>(); }
    const Value& rules() const override { return rules_; }

  private:
    Value rules_ = *catalogue::Files().load("documents/volume.yaml");
};

std::vector<std::string> titles(const Value& volume, std::string_view member) {
    std::vector<std::string> all;
    for (const Value& paper : volume.list(member)) all.emplace_back(paper.text("title"));
    return all;
}

// 行政处罚法 第五十九条: an office that stamps by hand has whole files too.
TEST(BoundFile, LacksNothingWhereTheSealIsOfInk) {
    Archived file;
    const NoVolumes volumes;
    const auto seen = [&] {
        return *documents::volume_of(file.desk.office, volumes, file.desk.viewer("zhou-min"), file.no);
    };
    for (const std::string& title : titles(seen(), "missing"))
        EXPECT_FALSE(title.contains("签章") || title.contains("行政处罚决定书》（")) << title;
    const auto before = titles(seen(), "not_sealed_here");
    EXPECT_EQ(std::ranges::count_if(
                  before, [](const std::string& one) { return one.starts_with("《行政处罚决定书》（"); }),
              1);
    for (auto& row : file.desk.documents.rows)
        if (row.no == 45) row.text_sm3 = "sealed";
    EXPECT_EQ(titles(seen(), "not_sealed_here").size() + 1, before.size());
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
