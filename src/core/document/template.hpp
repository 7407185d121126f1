#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "document/document.hpp"
#include "document/expression.hpp"
#include "document/text_template.hpp"

namespace document {

struct CellRule {
    TextTemplate text;
    int span = 1;
    bool label = false;
};

struct BlockRule;

struct RowRule {
    std::vector<CellRule> cells;
    double height_min = 0;
    std::vector<Expression> when;  // none or one
    std::vector<Expression> each;  // none or one
    std::string as;
    int rows_min = 0;  // empty rows are added up to this number, to be filled by hand
};

struct SignatureRule {
    TextTemplate label;
    std::vector<TextTemplate> name;  // none or one
};

// One block of a form as the template file writes it.
struct BlockRule {
    enum class Kind { paragraph, table, signatures, seal, space, page_break, group };
    Kind kind = Kind::paragraph;
    std::string where;             // "第3块": for errors
    std::vector<Expression> when;  // none or one
    std::vector<Expression> each;  // none or one: the block is repeated
    std::string as;
    std::vector<BlockRule> blocks;     // of a group
    std::vector<BlockRule> otherwise;  // of a group whose condition does not hold
    TextTemplate text;
    Face face = Face::body;
    Align align = Align::left;
    bool aligned = false;
    bool indented = true;
    std::vector<double> widths;
    bool small = false;  // of a table
    std::vector<RowRule> head;
    std::vector<RowRule> rows;
    std::vector<SignatureRule> signers;
    bool dated = true;
    TextTemplate date;
    double lines = 1;
};

// A form (文书格式) as data: what it is and how its blocks are made from the facts of a case.
class Template {
  public:
    // Checks every expression; the error names the template and the block. `shared` are parts and words that
    // several forms use (catalogue/documents/shared.yaml).
    static base::Result<Template> from(const base::Value& form, const base::Value& shared);

    const std::string& id() const { return id_; }
    int no() const { return no_; }
    const std::string& mark() const { return mark_; }  // T1 … T10 of the complaint set
    const std::string& title() const { return title_; }
    const std::string& code() const { return code_; }  // 罚告; empty when the form has no 文号
    bool external() const { return external_; }
    bool receipt() const { return receipt_; }          // served with a 送达回证
    const std::string& slot() const { return slot_; }  // Z1 … F6
    const std::vector<std::string>& approval() const { return approval_; }
    // Beside A4, which every form has: the sheets of the printers carried along, for what is made on the
    // spot.
    const std::vector<Sheet>& sheets() const { return sheets_; }
    base::Result<void> check_sheet(Sheet sheet) const;
    const std::string& place() const { return place_; }  // region or agency it is for; empty: everywhere
    bool in_force(base::Date day) const;
    bool overlaps(const Template& other) const;  // on some day both are in force
    bool before(const Template& other) const;
    bool numbered() const { return !code_.empty() || complaint_number_; }
    // What stands around the number: 城东市监罚告〔2024〕 and 号, 〔2026〕第 and 号 in the complaint set.
    std::string number_before(std::string_view short_name, int year) const;
    static std::string number_after() { return "号"; }

    base::Result<Document> fill(const base::Value& facts) const;

    // For the check of the catalogue: the form as it was read.
    const std::vector<BlockRule>& blocks() const { return blocks_; }
    const std::vector<std::pair<std::string, Expression>>& lets() const { return lets_; }
    const std::vector<std::string>& needs() const { return needs_; }
    const std::vector<TextTemplate>& page_sign() const { return page_sign_; }
    const std::vector<TextTemplate>& foot() const { return foot_; }
    const std::vector<TextTemplate>& title_text() const { return title_text_; }
    const base::Value& fields() const { return fields_; }  // what the form asks for itself
    Style style() const { return style_; }
    const Vocabulary& vocabulary() const { return *vocabulary_; }

  private:
    std::string id_, title_, code_, slot_, mark_, place_;
    std::optional<base::Date> from_, to_;
    base::Value fields_;
    bool complaint_number_ = false;
    int no_ = 0;
    bool external_ = false, receipt_ = false, page_numbers_ = true;
    Style style_ = Style::letter;
    std::vector<std::string> approval_;
    std::vector<Sheet> sheets_;
    std::vector<std::string> needs_;
    std::vector<std::pair<std::string, Expression>> lets_;
    std::vector<TextTemplate> title_text_, foot_;  // none or one
    std::vector<TextTemplate> page_sign_;
    std::vector<BlockRule> blocks_;
    std::shared_ptr<const Vocabulary> vocabulary_;
};

inline base::Result<Document> fill(const Template& form, const base::Value& facts) {
    return form.fill(facts);
}

// For whom and on which day a form is wanted.
struct Use {
    std::string_view place = {};  // code of the agency: 990101
    std::optional<base::Date> day = {};
};

// A free part that is drafted: what a form is for a paper, this is for one field.
struct Draft {
    std::string field;
    Template words;
};

// A place of a phrase: 【当事人】 and what stands there.
struct PhrasePlace {
    std::string name, help;
    Template words;
};

// All forms of the catalogue. A form may be there in several versions, by their dates, and be overridden for
// a region or an agency (`place`, the beginning of its code): the nearest place wins. An override repeats
// only what it changes: members of the form, and `texts` and `parts` of the shared table.
class Library {
  public:
    static base::Result<Library> from(const base::List& forms, const base::Value& shared);
    const Template* find(std::string_view id_or_mark, const Use& use = {}) const;
    const Template* by_no(int no, const Use& use = {}) const;
    const std::vector<Template>& forms() const { return forms_; }
    // The free parts of the papers of an act as the case itself would write them, by field of `paper`.
    const std::vector<Draft>& drafts_of(std::string_view act) const;
    const std::vector<PhrasePlace>& places() const { return places_; }

  private:
    base::Result<void> add(Template form);
    base::Result<void> add_drafts(const base::Value& table, const base::Value& shared);
    base::Result<void> add_places(const base::List& table, const base::Value& shared);
    std::vector<Template> forms_;
    std::map<std::string, std::vector<Draft>, std::less<>> drafts_;
    std::vector<PhrasePlace> places_;
};

// 城东市监罚告〔2024〕1号 (documents.md DN-01, DN-02).
std::string document_number(std::string_view short_name, std::string_view code, int year, int number);

}  // namespace document
