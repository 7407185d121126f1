#pragma once
#include <string>
#include <vector>

#include "document/document.hpp"
#include "pdf/page.hpp"

namespace pdf {

// Lays the blocks of a document out on pages, top to bottom.
class Typesetter {
  public:
    // `spread`: how much of the room a form's rows ask for at least they get, and how much of its line a
    // letter's line; 1 is all of it. `spare`: points left free at the foot of every page.
    Typesetter(const Fonts& fonts, const document::Document& document, double spread = 1, double spare = 0);
    base::Result<std::vector<Page>> pages();
    const std::vector<Element>& elements() const { return elements_; }

  private:
    // What is put while it lives belongs to one element of the structure.
    class Within {
      public:
        Within(Typesetter& setter, const char* kind);
        ~Within() { setter_.element_ = before_; }
        Within(const Within&) = delete;
        Within& operator=(const Within&) = delete;

      private:
        Typesetter& setter_;
        int before_;
    };

    struct LaidCell {
        std::vector<TextLine> lines;
        std::vector<TextLine> at_bottom;  // right-aligned last lines: signature and date of an opinion
        double x = 0, width = 0;
        bool label = false;
    };
    struct LaidRow {
        std::vector<LaidCell> cells;
        double height_min = 0;
        std::size_t line_count() const;
    };

    double left_over() const { return bottom_ - y_; }
    void new_page();
    void put(const TextLine& line, double x, double top, const Measure& measure);
    void put_lines(const std::vector<TextLine>& lines, std::size_t from, std::size_t to,
                   const Measure& measure);

    void put_broken(const std::vector<TextLine>& lines, std::size_t from, std::size_t to,
                    const Measure& measure);

    base::Result<void> heading_block();
    base::Result<void> block(std::size_t index);
    const Measure& measure_of(const document::Paragraph& paragraph) const {
        return paragraph.face == document::Face::small ? small_ : body_;
    }
    base::Result<Column> set(const document::Paragraph& paragraph) const;
    base::Result<void> paragraph(const document::Paragraph& paragraph, double keep_after);
    base::Result<void> signatures(const document::Signatures& signatures, double keep_after);
    base::Result<void> seal(const document::Seal& seal);
    double seal_room() const;
    double room_kept_for(std::size_t index) const;
    base::Result<double> room_headed(std::size_t index) const;
    std::size_t lines_before(std::size_t count, const Measure& measure, double keep_after,
                             bool heading) const;

    base::Result<void> table(const document::Table& table);
    base::Result<LaidRow> lay_row(const document::Row& row, const std::vector<double>& widths) const;
    double height_of(const LaidRow& row) const;
    void put_row(const LaidRow& row, std::size_t from, std::size_t to, double height);
    void put_table_row(const LaidRow& row, const std::vector<LaidRow>& head);

    base::Result<void> check_code();
    bool room_beside_seal(double width) const;
    void mark(document::Spot::Kind kind, double x, double y, double width, double height, std::string label);
    base::Result<void> last_page_foot();
    void cut_roll();
    base::Result<void> page_margins();

    const Fonts& fonts_;
    const document::Document& document_;
    document::Layout layout_;
    double spread_, spare_;
    std::size_t together_;  // lines of a paragraph at least on either side of a break of the page
    Measure body_, cell_, title_, small_;  // cell_: of the table being set
    std::vector<Page> pages_;
    std::vector<Element> elements_;
    int element_ = -1;
    double y_ = 0, bottom_ = 0;
    std::size_t seal_page_ = 0;  // pages there were when the last seal was set; 0: none
    double seal_top_ = 0;
};

}  // namespace pdf
