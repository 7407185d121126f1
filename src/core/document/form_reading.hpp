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
    void blocks(const std::vector<BlockRule>& rules);
    void block(const BlockRule& rule);
    void row(const RowRule& rule);
    void text(const TextTemplate& text);
    void pieces(const std::vector<TextTemplate::Piece>& pieces);
    void choice(const TextTemplate::Piece& piece);
    void expression(const Expression& expression);
    void path(const std::string& path);
    void filter(const Expression& expression);
    void condition(const Expression& expression);
    void compare(const Expression& expression);
    std::size_t assume(const Expression& condition);
    void wanted(const std::string& path, const std::string& literal);
    std::vector<const ActFields*> acts_at(const std::string& root) const;
    void fault(std::string kind, std::string detail);

    const Template& form_;
    const FieldBook& fields_;
    std::map<std::string, std::string> act_of_;               // let → the act type it is
    std::vector<std::pair<std::string, std::string>> holds_;  // path → literal it equals here
};

}  // namespace document
