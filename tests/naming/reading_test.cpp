#include <gtest/gtest.h>

#include <algorithm>

#include "../golden/golden_papers.hpp"
#include "catalogue/catalogue.hpp"
#include "naming/recognise.hpp"
#include "pdf/renderer.hpp"
#include "text_files/file_words.hpp"
#include "text_files/limited_program.hpp"

using namespace std::string_literals;

namespace {

const std::filesystem::path fonts = std::filesystem::path(ZHIHENG_BINARY_DIR).parent_path() / "fonts";

const naming::Rules& rules() {
    static const naming::Rules made = [] {
        std::vector<naming::Form> forms;
        for (const auto& form : golden::library().forms()) forms.push_back({form.id(), form.title()});
        return golden::must(
            naming::Rules::from(golden::must(catalogue::Files().load("documents/file_names.yaml")), forms));
    }();
    return made;
}

// One of our own papers, as it is printed and laid under a scanner.
std::string printed(std::string_view form) {
    const auto papers = golden::papers();
    const auto paper = std::ranges::find(papers, form, &golden::Paper::form);
    if (paper == papers.end()) throw std::runtime_error("no golden paper of " + std::string(form));
    const auto* found = golden::library().find(paper->form, {});
    const pdf::Renderer renderer(fonts);
    return golden::must(renderer.print(golden::must(found->fill(paper->facts)))).bytes;
}

std::string picture(const std::string& pdf) {
    const auto drawn = text_files::run_limited(
        {"/usr/bin/pdftoppm", "-png", "-gray", "-r", "150", "-f", "1", "-l", "1", "-singlefile", "-"}, pdf,
        64U << 20U);
    EXPECT_EQ(drawn.status, 0) << drawn.complaint;
    return drawn.output;
}

std::string kind_of(std::string_view type, const std::string& bytes) {
    const text_files::FileWords reader(rules());
    const auto words = reader.read(type, bytes);
    if (!words) return words.error().code;
    const auto proposal = naming::recognise(rules(), *words, {});
    return proposal ? proposal->kind_id : "nothing";
}

TEST(Reading, OurOwnPaperIsRecognisedFromItsPictureAndFromItsText) {
    const std::string pdf = printed("penalty_notice");
    EXPECT_EQ(kind_of("application/pdf", pdf), "penalty_notice");
    EXPECT_EQ(kind_of("image/png", picture(pdf)), "penalty_notice");
}

TEST(Reading, EveryPageOfAScanIsReadAndTheFirstNamesIt) {
    const auto lines =
        golden::must(text_files::read_scan(printed("penalty_notice"), rules().read_pixels_max));
    const auto second = std::ranges::find(lines, ports::page_break);
    ASSERT_NE(second, lines.end()) << "the notice has two pages";
    EXPECT_GT(second - lines.begin(), 5);
    EXPECT_GT(lines.end() - second, 3);
    EXPECT_EQ(naming::recognise(rules(), {lines.begin(), second}, {})->kind_id, "penalty_notice");
}

TEST(Reading, BrokenAndHostileFilesAreTold) {
    const std::string head = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s;
    const struct {
        const char *why, *type;
        std::string bytes;
        const char* code;
    } table[] = {
        {"20,000 × 20,000",                   "image/png",                                                               head + "\0\0\x4e\x20\0\0\x4e\x20"s, "picture_too_large"},
        {"a picture that ends in its header", "image/png",                                                               head + "\0\0\1\0\0\0\1\0\x08"s,     "bad_picture"      },
        {"no picture at all",                 "image/jpeg",                                                              "\xff\xd8\xff"s,                    "bad_picture"      },
        {"HEIC",                              "image/heic",                                                              "....ftypheic"s,                    "picture_kind"     },
        {"a broken PDF",                      "application/pdf",                                                         "%PDF-1.7\nnothing"s,               "bad_pdf"          },
        {"a broken DOCX",                     "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "PK\3\4"s,                                                                                                                                          "bad_docx"         },
        {"a film",                            "video/mp4",                                                               "....ftypisom"s,                    "bad_kind"         },
    };
    const text_files::FileWords reader(rules());
    for (const auto& row : table) {
        const auto words = reader.read(row.type, row.bytes);
        ASSERT_FALSE(words) << row.why;
        EXPECT_EQ(words.error().code, row.code) << row.why << " " << words.error().message;
        EXPECT_FALSE(words.error().message.empty());
    }
}

TEST(Reading, WithoutTesseractTheProgramSaysSo) {
    const text_files::FileWords reader(rules(), {.tesseract = "/nowhere/tesseract"});
    const auto words = reader.read("image/gif", "GIF89a\x10\0\x10\0"s);
    ASSERT_FALSE(words);
    EXPECT_EQ(words.error().code, "no_reader");
    EXPECT_NE(words.error().message.find("tesseract-ocr"), std::string::npos);
}

}  // namespace
