#include "document/template.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "document/layout.hpp"

namespace document {

using base::Value;

namespace {

// Reads blocks with the parts of the shared table put in place.
class BlockReader {
  public:
    BlockReader(Names& names, const Value& parts) : names_(names), parts_(parts) {}

    base::Result<std::vector<BlockRule>> blocks(const Value& list, const std::string& where) {
        std::vector<BlockRule> made;
        int i = 0;
        for (const Value& item : list.items()) {
            const std::string here = fmt::format("{}第{}块", where, ++i);
            auto read = block(item, here);
            if (!read) return located(std::move(read.error()), here);
            made.push_back(std::move(*read));
        }
        return made;
    }

  private:
    static std::unexpected<base::Error> located(base::Error error, const std::string& where) {
        if (!error.message.starts_with("第")) error.message = where + "：" + error.message;
        return base::fail(std::move(error));
    }

    base::Result<BlockRule> block(const Value& item, const std::string& where) {
        BlockRule made;
        made.where = where;
        if (item.as_string()) return paragraph(std::move(made), item, item);
        if (item.has("when")) made.when.push_back(TRY(parse_expression(item.text("when"), names_)));
        if (item.has("each")) return repeated(std::move(made), item, where);
        return by_kind(std::move(made), item, where);
    }

    base::Result<BlockRule> repeated(BlockRule made, const Value& item, const std::string& where) {
        made.kind = BlockRule::Kind::group;
        made.each.push_back(TRY(parse_expression(item.text("each"), names_)));
        made.as = std::string(item.text("as"));
        names_.local.push_back(made.as);
        names_.local.push_back(made.as + "_no");
        made.blocks = TRY(blocks(item["blocks"], where + "内"));
        names_.local.resize(names_.local.size() - 2);
        return made;
    }

    base::Result<BlockRule> by_kind(BlockRule made, const Value& item, const std::string& where) {
        if (item.has("use")) {
            const Value& part = parts_[item.text("use")];
            if (part.is_null())
                return base::fail("bad_template", fmt::format("没有公用段 {}", item.text("use")));
            made.kind = BlockRule::Kind::group;
            made.blocks = TRY(blocks(part, fmt::format("{}（{}）", where, item.text("use"))));
            return made;
        }
        if (item.has("blocks")) {
            made.kind = BlockRule::Kind::group;
            made.blocks = TRY(blocks(item["blocks"], where + "内"));
            made.otherwise = TRY(blocks(item["else"], where + "否则"));
            return made;
        }
        if (item.has("p")) return paragraph(std::move(made), item["p"], item);
        if (item.has("h")) return headed(std::move(made), item, "h", Face::heading);
        if (item.has("h2")) return headed(std::move(made), item, "h2", Face::subheading);
        if (item.has("small")) return headed(std::move(made), item, "small", Face::small);
        if (item.has("rows")) return table(std::move(made), item);
        if (item.has("sign")) return signatures(std::move(made), item);
        if (item.has("seal")) return seal(std::move(made), item["seal"]);
        if (item.has("space")) {
            made.kind = BlockRule::Kind::space;
            made.lines = static_cast<double>(item.integer("space").value_or(1));
            return made;
        }
        if (item.truth("new_page")) {
            made.kind = BlockRule::Kind::page_break;
            return made;
        }
        return base::fail("bad_template", "不认识的块");
    }

    base::Result<BlockRule> headed(BlockRule made, const Value& item, std::string_view name, Face face) {
        made.face = face;
        return paragraph(std::move(made), item[name], item);
    }

    base::Result<BlockRule> paragraph(BlockRule made, const Value& text, const Value& options) {
        made.kind = BlockRule::Kind::paragraph;
        made.text = TRY(TextTemplate::parse(shown(text), names_));
        const std::string_view align = options.as_string() ? std::string_view() : options.text("align");
        made.aligned = !align.empty();
        made.align = align == "right" ? Align::right : align == "centre" ? Align::centre : Align::left;
        made.indented = !options.as_object() || !options.has("indent") || options.truth("indent");
        return made;
    }

    // "@案由" is a label; {t, span, label} says more.
    base::Result<CellRule> cell(const Value& item) {
        CellRule made;
        std::string text = item.as_object() ? std::string(item.text("t")) : shown(item);
        made.span = static_cast<int>(item.integer("span").value_or(1));
        made.label = text.starts_with('@');
        if (made.label) text.erase(0, 1);
        made.text = TRY(TextTemplate::parse(text, names_));
        return made;
    }

    base::Result<RowRule> row(const Value& item, std::size_t columns) {
        RowRule made;
        if (item.as_object()) {
            if (item.has("when")) made.when.push_back(TRY(parse_expression(item.text("when"), names_)));
            if (item.has("each")) made.each.push_back(TRY(parse_expression(item.text("each"), names_)));
            made.as = std::string(item.text("as"));
            made.height_min = static_cast<double>(item.integer("height").value_or(0));
            made.rows_min = static_cast<int>(item.integer("rows_min").value_or(0));
        }
        if (!made.as.empty()) {
            names_.local.push_back(made.as);
            names_.local.push_back(made.as + "_no");
        }
        std::size_t covered = 0;
        for (const Value& one : item.as_object() ? item.list("cells") : item.items()) {
            made.cells.push_back(TRY(cell(one)));
            covered += static_cast<std::size_t>(made.cells.back().span);
        }
        if (!made.as.empty()) names_.local.resize(names_.local.size() - 2);
        if (covered != columns)
            return base::fail("bad_template", fmt::format("表格一行占{}列，应当占{}列", covered, columns));
        return made;
    }

    base::Result<BlockRule> table(BlockRule made, const Value& item) {
        made.kind = BlockRule::Kind::table;
        made.small = item.text("size") == "small";
        for (const Value& width : item.list("widths"))
            made.widths.push_back(static_cast<double>(width.as_int() ? *width.as_int() : 1));
        for (const Value& one : item.list("head")) made.head.push_back(TRY(row(one, made.widths.size())));
        for (const Value& one : item.list("rows")) made.rows.push_back(TRY(row(one, made.widths.size())));
        return made;
    }

    base::Result<BlockRule> signatures(BlockRule made, const Value& item) {
        made.kind = BlockRule::Kind::signatures;
        made.dated = !item.has("dated") || item.truth("dated");
        for (const Value& one : item.list("sign")) {
            SignatureRule rule;
            rule.label = TRY(TextTemplate::parse(one.as_object() ? one.text("label") : shown(one), names_));
            if (one.has("name")) rule.name.push_back(TRY(TextTemplate::parse(one.text("name"), names_)));
            made.signers.push_back(std::move(rule));
        }
        return made;
    }

    base::Result<BlockRule> seal(BlockRule made, const Value& item) {
        made.kind = BlockRule::Kind::seal;
        made.text =
            TRY(TextTemplate::parse(item.has("agency") ? item.text("agency") : "{{ agency.name }}", names_));
        made.date =
            TRY(TextTemplate::parse(item.has("date") ? item.text("date") : "{{ act.at | date }}", names_));
        return made;
    }

    Names& names_;
    const Value& parts_;
};

base::Result<Style> style_of(std::string_view name) {
    if (name == "letter") return Style::letter;
    if (name == "record") return Style::record;
    if (name == "form") return Style::form;
    return base::fail("bad_template", fmt::format("不认识的版式 {}", name));
}

base::Result<std::optional<base::Date>> day_of(const Value& form, std::string_view name) {
    if (!form.has(name)) return std::optional<base::Date>();
    const auto day = base::Date::parse(form.text(name));
    if (!day) return base::fail("bad_template", fmt::format("{} 不是日期", name));
    return std::optional<base::Date>(*day);
}

base::Error named(base::Error error, std::string_view id) {
    error.message = fmt::format("模板 {}：{}", id, error.message);
    return error;
}

}  // namespace

base::Result<Template> Template::from(const Value& form, const Value& shared) {
    Template made;
    made.id_ = std::string(form.text("id"));
    made.no_ = static_cast<int>(form.integer("no").value_or(0));
    made.title_ = std::string(form.text("title"));
    made.code_ = std::string(form.text("code"));
    made.slot_ = std::string(form.text("slot"));
    made.external_ = form.truth("external");
    made.receipt_ = form.truth("receipt");
    made.page_numbers_ = !form.has("page_numbers") || form.truth("page_numbers");
    made.mark_ = std::string(form.text("mark"));
    made.place_ = std::string(form.text("place"));
    made.complaint_number_ = form.text("number") == "complaint";
    made.fields_ = form["fields"];
    for (const Value& role : form.list("approval")) made.approval_.push_back(shown(role));
    for (const Value& path : form.list("needs")) made.needs_.push_back(shown(path));
    if (made.id_.empty() || made.title_.empty()) return base::fail("bad_template", "模板缺少 id 或 title");

    const auto read = [&]() -> base::Result<void> {
        made.style_ = TRY(style_of(form.text("style")));
        made.from_ = TRY(day_of(form, "from"));
        made.to_ = TRY(day_of(form, "to"));
        for (const Value& sheet : form.list("sheets")) made.sheets_.push_back(TRY(sheet_named(shown(sheet))));
        Vocabulary vocabulary = TRY(Vocabulary::from(shared));
        made.vocabulary_ = std::make_shared<const Vocabulary>(std::move(vocabulary));
        Names names{*made.vocabulary_};
        for (const Value& lets : {shared["lets"], form["let"]})
            for (const auto& [name, text] : lets.object()) {
                made.lets_.emplace_back(name, TRY(parse_expression(shown(text), names)));
                names.local.push_back(name);
            }
        if (form.has("title_text"))
            made.title_text_.push_back(TRY(TextTemplate::parse(form.text("title_text"), names)));
        if (form.has("foot")) made.foot_.push_back(TRY(TextTemplate::parse(form.text("foot"), names)));
        for (const Value& line : form.list("page_sign"))
            made.page_sign_.push_back(TRY(TextTemplate::parse(shown(line), names)));
        made.blocks_ = TRY(BlockReader(names, shared["parts"]).blocks(form["blocks"], ""));
        return {};
    };
    if (auto done = read(); !done) return base::fail(named(std::move(done.error()), made.id_));
    return made;
}

base::Result<void> Template::check_sheet(Sheet sheet) const {
    if (sheet == Sheet::a4 || std::ranges::find(sheets_, sheet) != sheets_.end()) return {};
    std::string sizes = "A4";
    for (const Sheet one : sheets_) sizes += fmt::format("、{}", title_of(one));
    return base::fail(
        "bad_parameter",
        fmt::format("《{}》只用{}印制，没有{}的版式；A5和80毫米卷纸用于当场制作的文书，封条纸用于封条",
                    title_, sizes, title_of(sheet)),
        "", "sheet");
}

bool Template::in_force(base::Date day) const {
    return (!from_ || *from_ <= day) && (!to_ || day <= *to_);
}

bool Template::overlaps(const Template& other) const {
    const bool ends_before = to_ && other.from_ && *to_ < *other.from_;
    const bool begins_after = from_ && other.to_ && *other.to_ < *from_;
    return !ends_before && !begins_after;
}

bool Template::before(const Template& other) const {
    return other.from_ && (!from_ || *from_ < *other.from_);
}

// documents.md DN-01 to DN-03.
std::string Template::number_before(std::string_view short_name, int year) const {
    return fmt::format("{}市监{}〔{}〕{}", short_name, code_, year, complaint_number_ ? "第" : "");
}

std::string document_number(std::string_view short_name, std::string_view code, int year, int number) {
    return fmt::format("{}市监{}〔{}〕{}号", short_name, code, year, number);
}

}  // namespace document
