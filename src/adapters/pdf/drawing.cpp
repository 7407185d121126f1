#include "pdf/drawing.hpp"

#include <cairo-pdf.h>

namespace pdf {

namespace {

// Opens and closes the elements of the structure as the lines that belong to them are drawn. One that
// runs over a page is begun anew there, for the foot of the page stands between its parts.
class Structure {
  public:
    Structure(cairo_t* cairo, const std::vector<Element>& elements) : cairo_(cairo), elements_(elements) {}

    void enter(int element) {
        std::vector<int> path;
        for (int at = element; at >= 0; at = elements_[static_cast<std::size_t>(at)].parent)
            path.insert(path.begin(), at);
        std::size_t common = 0;
        while (common < open_.size() && common < path.size() && open_[common] == path[common]) ++common;
        close(common);
        for (std::size_t i = common; i < path.size(); ++i) {
            cairo_tag_begin(cairo_, elements_[static_cast<std::size_t>(path[i])].kind, nullptr);
            open_.push_back(path[i]);
        }
    }
    void close(std::size_t depth) {
        for (; open_.size() > depth; open_.pop_back())
            cairo_tag_end(cairo_, elements_[static_cast<std::size_t>(open_.back())].kind);
    }

  private:
    cairo_t* cairo_;
    const std::vector<Element>& elements_;
    std::vector<int> open_;
};

}  // namespace

void draw(cairo_t* cairo, const Page& page, const std::vector<Element>& elements) {
    for (const Stroke& stroke : page.strokes) {
        cairo_new_path(cairo);
        cairo_set_line_width(cairo, stroke.width);
        cairo_move_to(cairo, stroke.x1, stroke.y1);
        cairo_line_to(cairo, stroke.x2, stroke.y2);
        cairo_stroke(cairo);
    }
    for (const Box& box : page.boxes) cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
    cairo_fill(cairo);
    Structure structure(cairo, elements);
    for (const PlacedLine& placed : page.lines) {
        structure.enter(placed.element);
        cairo_move_to(cairo, placed.x, placed.baseline);
        PangoLayoutLine* line = pango_layout_get_line_readonly(placed.line.layout.get(), placed.line.index);
        pango_cairo_show_layout_line(cairo, line);
    }
    structure.close(0);
    cairo_show_page(cairo);
}

}  // namespace pdf
