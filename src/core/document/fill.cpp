#include <fmt/format.h>

#include <algorithm>

#include "document/template.hpp"

namespace document {

using base::Value;

namespace {

base::Result<bool> holds(const std::vector<Expression>& when, const Scope& scope) {
    if (when.empty()) return true;
    const Term term = TRY(when.front().evaluate(scope));
    return is_true(term.value());
}

class Filler {
  public:
    explicit Filler(Scope& scope) : scope_(scope) {}
    std::vector<Block> made;

    base::Result<void> blocks(const std::vector<BlockRule>& rules) {
        for (const BlockRule& rule : rules) {
            auto done = block(rule);
            if (done) continue;
            base::Error error = std::move(done.error());
            if (!error.message.starts_with("第")) error.message = rule.where + "：" + error.message;
            return base::fail(std::move(error));
        }
        return {};
    }

  private:
    base::Result<void> block(const BlockRule& rule) {
        const bool wanted = TRY(holds(rule.when, scope_));
        if (!wanted) return blocks(rule.otherwise);
        switch (rule.kind) {
            case BlockRule::Kind::paragraph:
                return paragraphs(rule);
            case BlockRule::Kind::table:
                return table(rule);
            case BlockRule::Kind::signatures:
                return signatures(rule);
            case BlockRule::Kind::seal:
                return seal(rule);
            case BlockRule::Kind::space:
                made.emplace_back(Space{rule.lines});
                return {};
            case BlockRule::Kind::page_break:
                made.emplace_back(PageBreak{});
                return {};
            case BlockRule::Kind::group:
                return group(rule);
        }
        return {};
    }

    base::Result<void> group(const BlockRule& rule) {
        if (rule.each.empty()) return blocks(rule.blocks);
        const Term list = TRY(rule.each.front().evaluate(scope_));
        const base::List items = list.value().items();
        for (std::size_t i = 0; i < items.size(); ++i) {
            scope_.names.emplace_back(rule.as, items[i]);
            scope_.names.emplace_back(rule.as + "_no", Value(i + 1));
            auto done = blocks(rule.blocks);
            scope_.names.resize(scope_.names.size() - 2);
            if (!done) return done;
        }
        return {};
    }

    base::Result<void> paragraphs(const BlockRule& rule) {
        for (Paragraph& paragraph : TRY(rule.text.render(scope_))) {
            paragraph.face = rule.face;
            if (rule.aligned) paragraph.align = rule.align;
            if (!rule.indented || paragraph.align != Align::left) paragraph.indented = false;
            made.emplace_back(std::move(paragraph));
        }
        return {};
    }

    base::Result<Row> row(const RowRule& rule) {
        Row one{.cells = {}, .height_min = rule.height_min};
        for (const CellRule& cell : rule.cells) {
            Cell filled{.paragraphs = TRY(cell.text.render(scope_)), .span = cell.span, .label = cell.label};
            one.cells.push_back(std::move(filled));
        }
        return one;
    }

    base::Result<void> rows(const RowRule& rule, std::vector<Row>& out) {
        const bool wanted = TRY(holds(rule.when, scope_));
        if (!wanted) return {};
        if (rule.each.empty()) {
            out.push_back(TRY(row(rule)));
            return {};
        }
        const Term list = TRY(rule.each.front().evaluate(scope_));
        const base::List items = list.value().items();
        for (std::size_t i = 0; i < items.size(); ++i) {
            scope_.names.emplace_back(rule.as, items[i]);
            scope_.names.emplace_back(rule.as + "_no", Value(i + 1));
            auto one = row(rule);
            scope_.names.resize(scope_.names.size() - 2);
            out.push_back(TRY(std::move(one)));
        }
        for (int i = static_cast<int>(items.size()); i < rule.rows_min; ++i) {
            Row empty{.cells = std::vector<Cell>(rule.cells.size()), .height_min = rule.height_min};
            for (std::size_t k = 0; k < rule.cells.size(); ++k) empty.cells[k].span = rule.cells[k].span;
            out.push_back(std::move(empty));
        }
        return {};
    }

    base::Result<void> table(const BlockRule& rule) {
        Table one{.widths = rule.widths, .head = {}, .rows = {}, .small = rule.small};
        for (const RowRule& head : rule.head) TRY(rows(head, one.head));
        for (const RowRule& body : rule.rows) TRY(rows(body, one.rows));
        made.emplace_back(std::move(one));
        return {};
    }

    base::Result<std::string> words(const TextTemplate& text) {
        std::string joined;
        for (const Paragraph& paragraph : TRY(text.render(scope_)))
            joined += (joined.empty() ? "" : "\n") + paragraph.text();
        return joined;
    }

    base::Result<void> signatures(const BlockRule& rule) {
        Signatures one{.lines = {}, .dated = rule.dated};
        for (const SignatureRule& signer : rule.signers) {
            SignatureLine line{.label = TRY(words(signer.label))};
            if (!signer.name.empty()) line.name = TRY(words(signer.name.front()));
            if (!line.label.empty()) one.lines.push_back(std::move(line));
        }
        made.emplace_back(std::move(one));
        return {};
    }

    base::Result<void> seal(const BlockRule& rule) {
        Seal one{.agency = TRY(words(rule.text)), .date = TRY(words(rule.date))};
        made.emplace_back(std::move(one));
        return {};
    }

    Scope& scope_;
};

// A numbered paper that has no number yet prints the blank form of one.
std::string number_line(const Value& facts, const Template& form) {
    if (!form.numbered()) return {};
    if (facts.has("number")) return std::string(facts.text("number"));
    int year = 0;
    for (const char digit : facts.text("today").substr(0, 4)) year = year * 10 + (digit - '0');
    return form.number_before(facts["agency"].text("short_name"), year) + "　　" + Template::number_after();
}

}  // namespace

base::Result<Document> Template::fill(const Value& facts) const {
    for (const std::string& path : needs_)
        if (is_absent(facts.at(path)))
            return base::fail("missing_field", fmt::format("模板 {}：缺少“{}”", id_, path), "", path);
    Scope scope{.facts = facts, .vocabulary = *vocabulary_};
    const auto build = [&]() -> base::Result<Document> {
        for (const auto& [name, expression] : lets_) {
            const Term term = TRY(expression.evaluate(scope));
            scope.names.emplace_back(name, term.value());
        }
        Filler filler(scope);
        TRY(filler.blocks(blocks_));
        Document made;
        made.template_id = id_;
        made.no = no_;
        made.style = style_;
        made.title = title_;
        made.date = std::string(facts.text("today"));
        made.blocks = std::move(filler.made);
        made.number = number_line(facts, *this);
        made.check = std::string(facts.text("check"));
        if (external_) made.agency = std::string(facts["agency"].text("name"));
        made.page_numbers = page_numbers_;
        if (!title_text_.empty())
            for (const Paragraph& line : TRY(title_text_.front().render(scope))) made.title = line.text();
        if (!foot_.empty())
            for (const Paragraph& line : TRY(foot_.front().render(scope))) made.foot += line.text();
        for (const TextTemplate& text : page_sign_)
            for (const Paragraph& line : TRY(text.render(scope))) made.page_sign.push_back(line.text());
        return made;
    };
    auto made = build();
    if (!made) {
        made.error().message = fmt::format("模板 {}：{}", id_, made.error().message);
        return base::fail(std::move(made.error()));
    }
    return made;
}

}  // namespace document
