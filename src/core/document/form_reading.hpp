#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "document/check.hpp"

namespace document {

// What one form says and reads, gathered for the check; faults of its conditions are found on the way.
class FormReading {
  public:
    FormReading(const Template& form, const FieldBook& fields);

    std::vector<TemplateFault> faults;
    std::string words;            // all literal text
    std::set<std::string> paths;  // act.data.penalty.fine
    int seals = 0, signers = 0;

  private:
    struct Here {
        std::size_t holds = 0, is_true = 0;
    };
    Here here() const;
    void back_to(const Here& known);
    // What a name stands for: an act, or every one of a list of acts, of these types; or an item of a list
    // with these members. Neither: nothing is known of it.
    struct Known {
        std::set<std::string> types = {}, members = {};
    };
    // While it lives a loop's variable stands for one of what the loop runs over.
    class Loop {
      public:
        Loop(FormReading& reading, const std::string& name, const Expression* over);  // null: no loop
        ~Loop();
        Loop(const Loop&) = delete;
        Loop& operator=(const Loop&) = delete;

      private:
        FormReading& reading_;
        std::map<std::string, Known> known_;
        std::map<std::string, std::string> alias_;
    };
    Known known_of(const Expression& expression) const;
    Known known_at(const std::string& path) const;
    void member(const std::string& path);
    void blocks(const std::vector<BlockRule>& rules);
    void block(const BlockRule& rule);
    void row(const RowRule& rule);
    void text(const TextTemplate& text);
    void pieces(const std::vector<TextTemplate::Piece>& pieces);
    void choice(const TextTemplate::Piece& piece);
    void expression(const Expression& expression);
    void path(const std::string& written_path);
    void filter(const Expression& expression);
    void condition(const Expression& expression);
    void compare(const Expression& expression);
    void assume(const Expression& condition);
    void wanted(const std::string& path, const std::string& literal);
    void impossible(const Expression& atom);
    std::string resolved(const std::string& path) const;
    std::vector<const ActFields*> acts_at(const std::string& root) const;
    void fault(std::string kind, std::string detail);

    const Template& form_;
    const FieldBook& fields_;
    std::map<std::string, Known> known_;        // let or variable of a loop
    std::map<std::string, std::string> alias_;  // let → the path it stands for
    std::vector<std::string> true_here_;        // conditions that hold here, as they are written
    std::vector<std::pair<std::string, std::string>> holds_;  // path → literal it equals here
};

}  // namespace document
