#pragma once
#include <string>
#include <variant>
#include <vector>

namespace document {

enum class Align { left, centre, right };

// A piece of text and the fact it came from ("act.paper.facts"); literal words of the form have no field.
struct Run {
    std::string text;
    std::string field = {};
    friend bool operator==(const Run&, const Run&) = default;
};

enum class Face { body, heading, subheading, small };

struct Paragraph {
    std::vector<Run> runs;
    Align align = Align::left;
    Face face = Face::body;
    bool indented = true;  // 首行缩进两字
    std::string text() const;
};

struct Cell {
    std::vector<Paragraph> paragraphs;
    int span = 1;
    bool label = false;
};

struct Row {
    std::vector<Cell> cells;
    double height_min = 0;  // millimetres
};

// The rows of `head` are printed again at the top of every page the table runs on to.
struct Table {
    std::vector<double> widths;  // relative to each other
    std::vector<Row> head;
    std::vector<Row> rows;
    bool small = false;  // set in 五号, for tables of many narrow columns
};

struct SignatureLine {
    std::string label;      // 执法人员（签名）
    std::string name = {};  // printed when the paper is signed in the system
    std::string field = {};
};

struct Signatures {
    std::vector<SignatureLine> lines;
    bool dated = true;
};

// Room for the seal over the agency's name and the date; nothing else may stand there (GB/T 9704).
struct Seal {
    std::string agency;
    std::string date;
};

struct Space {
    double lines = 1;
};

struct PageBreak {};

using Block = std::variant<Paragraph, Table, Signatures, Seal, Space, PageBreak>;

enum class Style { letter, record, form };

// The sheet: A4 in the office; A5 and a roll of 80 mm for printers carried along (当场处罚); the strips of 75
// × 11 cm and 30 × 7 cm that seal a place (封条).
enum class Sheet { a4, a5, roll, strip_large, strip_small };

struct Document {
    std::string template_id;
    int no = 0;
    Style style = Style::letter;
    std::string agency;  // the line above the title; empty on internal papers
    std::string title;
    std::string number;  // 文号, empty when the form has none
    std::string date;    // the day it was made, 2024-07-04
    std::vector<Block> blocks;
    std::string foot;                    // 本文书一式…份
    std::vector<std::string> page_sign;  // who signs at the foot of every page (询问笔录, 现场笔录)
    bool page_numbers = true;
    std::string check = {};  // the address a reader's telephone is led to; printed as a square code
    Sheet sheet = Sheet::a4;
    double spread = 1;  // share of the room asked for that the rows of a form or the lines of a letter get,
                        // to save a sheet
};

std::string plain_text(const Document& document);

}  // namespace document
