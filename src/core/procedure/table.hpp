#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "procedure/main_state.hpp"

namespace procedure {

enum class FieldType {
    date,
    instant,
    yuan,
    text,
    longtext,
    boolean,
    integer,
    staff,
    act,
    document,
    choice,
    list,
    object,
    any
};

struct Choice {
    std::string id;
    std::string label;
};

// A field that is only asked for when another one beside it has one of these values; no values: when it is
// empty. The form hides it otherwise; what the law asks for is still checked by the guards.
struct AskedWhen {
    std::string field = {};
    std::vector<std::string> values = {};
};

// One step of a course the law lays down (听证办法 第二十五条). `place` are the words that tell where a step
// stands; `says` those of which one at least is said when the step has to be there, none when it may be
// absent.
struct CourseStep {
    std::string title;
    std::string place;
    std::vector<std::string> says = {};
};

// One point of data an act is asked for (acts.md §3). The form of the desk is drawn from it.
struct Field {
    std::string name;
    std::string label;
    FieldType type = FieldType::text;
    std::string type_name;  // as written: "penalty" and "items" are objects and lists of their own
    bool required = false;
    bool must_be_true = false;  // a tick the law asks for: false is refused
    std::vector<Choice> choices = {};
    std::vector<Field> fields = {};   // members of an object, or of each item of a list of objects
    std::string of = {};              // what a list holds: "choice", "staff", "act", "object" …
    std::vector<Field> element = {};  // the same as one nameless field
    std::string help = {};
    std::vector<std::string> of_acts = {};  // act ids a reference may point at; empty: any
    std::string refusal = {};               // code in place of element_missing (acts.md §1.4)
    int least = 0;                          // fewest items of a list
    bool past = false;                      // the day of something done: not later than the act
    std::string group = {};                 // heading over this field and the next ones of the same group
    bool folded = false;                    // allowed and seldom used: closed at first
    AskedWhen when = {};
    base::Value preset = {};              // what the form holds at first
    bool by_program = false;              // known only when the act is recorded; no form asks for it
    std::vector<CourseStep> course = {};  // a list of steps: those of the law, in their order
    bool has_choice(std::string_view id) const;
};

struct ActType {
    std::string id;     // file_case
    std::string title;  // 立案
    std::string phase;
    std::string basis;                   // 程序规定 第十九条
    std::vector<std::string> roles;      // whoever acts holds one of them; empty: anybody on the staff
    std::vector<std::string> each = {};  // one person of every role named: HOST and RECORDER
    int least = 1;
    bool handlers = false;  // 行政处罚法 第四十二条: two handlers of this case with certificates
    std::vector<std::string> approval_chain;  // UNIT_HEAD, LEADER; the last one signs
    std::vector<std::string> open_in;
    StateSet open_states;      // the same as a set
    bool opens_check = false;  // §3.2–3.3: begins checking a clue, or investigating a case
    bool evidence = false;     // §3.2: shut while reconsideration or suit runs
    std::vector<Field> fields;
    std::vector<Field> paper = {};
    std::vector<std::string> documents = {};  // numbers of documents.md, "37", "T5" or an English id
    std::string help = {};
    // The article by which one leader decides this alone, so that several may be approved in one step;
    // empty: each is approved by itself.
    std::string together = {};
    std::string never_struck = {};          // why it cannot be struck, where the law or the party rests on it
    std::vector<std::string> instead = {};  // and what is done in place of striking it
    std::string recorded_with = {};         // entered by the program together with that act, never alone
    int order = 0;                          // place on the path, for lists

    std::string_view approval() const {
        return approval_chain.empty() ? std::string_view() : approval_chain.back();
    }
    const Field* field(std::string_view name) const;
};

// What a refusal says: the words, the article, the acts that would cure it (acts.md §5).
struct RefusalText {
    std::string code;
    std::string message;
    std::string basis;
    std::vector<std::string> cure;
    std::map<std::string, std::string, std::less<>> basis_of_act = {};
    std::map<std::string, std::vector<std::string>, std::less<>> cure_of_act = {};
};

struct DocumentType {
    std::string no;        // "45", "T5", or the English id where there is no number
    std::string id;        // penalty_decision
    std::string title;     // 行政处罚决定书
    std::string code;      // 处罚, part of the number; empty when it bears none
    std::string slot;      // Z2, F1: place in the archived file
    bool receipt = false;  // needs a receipt of service (50)
    bool outward = false;
};

// The procedure as data: every act, state, refusal and document, read once and checked as a whole.
class Table {
  public:
    struct Sources {
        const base::Value& acts;
        const base::Value& papers;
        const base::Value& states;
        const base::Value& refusals;
        const base::Value& documents;
    };
    // Which rows count: those of the day a case began, and those that reach running cases on the day of an
    // act.
    struct Age {
        base::Date begun, on;
    };
    static base::Result<Table> from(const Sources& sources, const Age& age);

    const ActType* find(std::string_view id) const;
    // One row to be changed: a test takes a demand out of it to see that something notices.
    ActType* edit(std::string_view id);
    const std::vector<ActType>& acts() const { return acts_; }
    const DocumentType* document(std::string_view no_or_id) const;
    const std::vector<DocumentType>& documents() const { return documents_; }
    const RefusalText* refusal(std::string_view code) const;
    // The acts that lead from one state to the nearest of those; empty: none, or no way by an act alone.
    std::vector<std::string> way(MainState from, const StateSet& to) const;
    std::string_view state_label(MainState state) const;
    std::string_view sub_state_label(std::string_view state) const;
    std::string_view role_label(std::string_view role) const;
    std::string_view phase_label(std::string_view phase) const;
    bool knows_role(std::string_view role) const;
    base::Value to_value() const;  // GET /api/procedure

  private:
    friend struct TableReader;
    struct Step {
        MainState from;
        std::string act;
        MainState to;
    };
    std::vector<Step> steps_;
    std::vector<ActType> acts_;
    std::vector<DocumentType> documents_;
    std::map<std::string, int, std::less<>> by_id_;
    std::map<std::string, int, std::less<>> document_by_name_;
    std::map<std::string, RefusalText, std::less<>> refusals_;
    std::vector<std::pair<std::string, std::string>> states_, sub_states_, roles_, phases_;
};

base::Value to_value(const ActType& type);
base::Value to_value(const Field& field);

}  // namespace procedure
