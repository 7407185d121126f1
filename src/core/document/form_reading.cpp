#include "document/form_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace document {

using Kind = Expression::Kind;

namespace {

std::string written(const Expression& expression) {
    std::string made = fmt::format("{}:{}:{}", static_cast<int>(expression.kind), expression.name,
                                   shown(expression.literal));
    for (const Expression& part : expression.parts) made += "(" + written(part) + ")";
    return made;
}

struct Place {
    std::string root, member, field;
};

Place place_of(const std::string& path) {
    Place made;
    std::string* into[] = {&made.root, &made.member, &made.field};
    std::size_t at = 0;
    for (std::string* part : into) {
        const auto dot = std::min(path.find('.', at), path.size());
        *part = path.substr(std::min(at, path.size()), dot - std::min(at, path.size()));
        at = dot + 1;
    }
    return made;
}

}  // namespace

FormReading::FormReading(const Template& form, const FieldBook& fields) : form_(form), fields_(fields) {
    for (const auto& [name, value] : form.lets()) {
        known_[name] = known_of(value);
        alias_.erase(name);
        if (value.kind == Kind::path) alias_[name] = resolved(value.name);
        expression(value);
    }
    for (const std::string& need : form.needs()) path(need);
    for (const auto* lines : {&form.foot(), &form.page_sign(), &form.title_text()})
        for (const TextTemplate& line : *lines) text(line);
    blocks(form.blocks());
}

void FormReading::fault(std::string kind, std::string detail) {
    const auto same = [&](const TemplateFault& known) {
        return known.kind == kind && known.detail == detail;
    };
    if (std::ranges::none_of(faults, same))
        faults.push_back({form_.id(), std::move(kind), std::move(detail)});
}

void FormReading::blocks(const std::vector<BlockRule>& rules) {
    for (const BlockRule& rule : rules) block(rule);
}

void FormReading::block(const BlockRule& rule) {
    for (const Expression& when : rule.when) condition(when);
    const Loop loop(*this, rule.as, rule.each.empty() ? nullptr : &rule.each.front());
    const auto known = here();
    for (const Expression& when : rule.when) assume(when);
    text(rule.text);
    if (rule.kind == BlockRule::Kind::seal) {
        ++seals;
        text(rule.date);
    }
    for (const SignatureRule& signer : rule.signers) {
        ++signers;
        text(signer.label);
        for (const TextTemplate& name : signer.name) text(name);
    }
    for (const RowRule& head : rule.head) row(head);
    for (const RowRule& body : rule.rows) row(body);
    blocks(rule.blocks);
    back_to(known);
    blocks(rule.otherwise);
}

void FormReading::row(const RowRule& rule) {
    for (const Expression& when : rule.when) condition(when);
    const Loop loop(*this, rule.as, rule.each.empty() ? nullptr : &rule.each.front());
    const auto known = here();
    for (const Expression& when : rule.when) assume(when);
    for (const CellRule& cell : rule.cells) text(cell.text);
    back_to(known);
}

void FormReading::text(const TextTemplate& text) {
    pieces(text.pieces());
}

void FormReading::pieces(const std::vector<TextTemplate::Piece>& all) {
    using PieceKind = TextTemplate::Piece::Kind;
    for (const auto& piece : all) {
        if (piece.kind == PieceKind::literal) {
            words += piece.text;
        } else if (piece.kind == PieceKind::choice) {
            choice(piece);
        } else if (piece.kind == PieceKind::loop) {
            const Loop loop(*this, piece.text, &piece.expression);
            for (const auto& branch : piece.branches) pieces(branch.pieces);
        } else {
            expression(piece.expression);
        }
    }
}

void FormReading::choice(const TextTemplate::Piece& piece) {
    std::set<std::string> before;
    for (const auto& branch : piece.branches) {
        const bool is_else = branch.condition.kind == Kind::literal && is_true(branch.condition.literal);
        if (!is_else) condition(branch.condition);
        if (!before.insert(written(branch.condition)).second)
            fault("unreachable",
                  fmt::format("条件与前面的分支相同，永远不会用到：{}", branch.condition.field()));
        const auto known = here();
        assume(branch.condition);
        pieces(branch.pieces);
        back_to(known);
    }
}

void FormReading::condition(const Expression& condition) {
    if (condition.kind == Kind::literal)
        fault("unreachable", fmt::format("条件恒为{}", is_true(condition.literal) ? "真" : "假"));
    expression(condition);
    if (condition.kind != Kind::both) return;
    const auto known = here();
    for (const Expression& part : condition.parts) assume(part);
    back_to(known);
}

// Remembers what an `a == 'x'` that holds says about a; another value of it cannot hold beside it.
void FormReading::assume(const Expression& condition) {
    if (condition.kind == Kind::both)
        for (const Expression& part : condition.parts) assume(part);
    else
        impossible(condition);
    const auto& parts = condition.parts;
    if (condition.kind == Kind::compare && condition.name == "==" && parts[0].kind == Kind::path &&
        parts[1].kind == Kind::literal) {
        const std::string value = shown(parts[1].literal), read = resolved(parts[0].name);
        for (const auto& [path, literal] : holds_)
            if (path == read && literal != value)
                fault("unreachable", fmt::format("{} 不能既是 {} 又是 {}", path, literal, value));
        holds_.emplace_back(read, value);
    }
}

// `x` and `not x` cannot hold at once, in one condition or one inside the other.
void FormReading::impossible(const Expression& atom) {
    const bool denied = atom.kind == Kind::negate;
    const std::string said = written(denied ? atom.parts.at(0) : atom);
    const std::string opposite = (denied ? "" : "not ") + said;
    if (std::ranges::find(true_here_, opposite) != true_here_.end())
        fault("unreachable", fmt::format("条件与同时成立的另一条件相反：{}", atom.field()));
    true_here_.push_back((denied ? "not " : "") + said);
}

FormReading::Here FormReading::here() const {
    return {holds_.size(), true_here_.size()};
}

void FormReading::back_to(const Here& known) {
    holds_.resize(known.holds);
    true_here_.resize(known.is_true);
}

// `d.goods` where d stands for act.data is act.data.goods.
std::string FormReading::resolved(const std::string& path) const {
    const auto dot = std::min(path.find('.'), path.size());
    const auto known = alias_.find(path.substr(0, dot));
    return known == alias_.end() ? path : known->second + path.substr(dot);
}

void FormReading::expression(const Expression& expression_) {
    if (expression_.kind == Kind::path) path(expression_.name);
    if (expression_.kind == Kind::filter) filter(expression_);
    if (expression_.kind == Kind::compare) compare(expression_);
    for (const Expression& part : expression_.parts) expression(part);
}

void FormReading::filter(const Expression& expression_) {
    const auto& parts = expression_.parts;
    if (expression_.name == "label" && !form_.vocabulary().labels.has(shown(parts.at(1).literal)))
        fault("unknown_field", fmt::format("没有名为 {} 的用语", shown(parts[1].literal)));
    if (expression_.name != "where" || parts.size() < 3 || shown(parts[1].literal) != "type") return;
    const base::Value& types = parts[2].literal;
    const base::List one{types};
    for (const base::Value& type : types.as_list() ? types.items() : one)
        if (!fields_.acts.contains(shown(type)))
            fault("unknown_field", fmt::format("没有名为 {} 的行为", shown(type)));
}

void FormReading::compare(const Expression& expression_) {
    const auto& parts = expression_.parts;
    if (parts[0].kind != Kind::path || parts[1].kind != Kind::literal) return;
    if (expression_.name != "==" && expression_.name != "!=" && expression_.name != "in") return;
    const base::Value& value = parts[1].literal;
    const base::List one{value};
    for (const base::Value& literal : value.as_list() ? value.items() : one)
        if (literal.as_string()) wanted(resolved(parts[0].name), shown(literal));
}

// A coded value that no act can have makes the condition dead.
void FormReading::wanted(const std::string& path, const std::string& literal) {
    const Place place = place_of(path);
    if (path == "act.type" && !fields_.acts.contains(literal))
        fault("unreachable", fmt::format("没有名为 {} 的行为", literal));
    if (const auto code = fields_.codes.find(path);
        code != fields_.codes.end() && !form_.vocabulary().labels[code->second].has(literal))
        fault("unreachable", fmt::format("{} 不会是 {}", path, literal));
    if (place.member != "data" || std::ranges::count(path, '.') != 2) return;
    bool possible = false, coded = false;
    for (const ActFields* act : acts_at(place.root)) {
        const auto field = act->data.find(place.field);
        if (field == act->data.end()) continue;
        coded = true;
        possible |= field->second.empty() || field->second.contains(literal);
    }
    if (coded && !possible) fault("unreachable", fmt::format("{} 不会是 {}", path, literal));
}

FormReading::Loop::Loop(FormReading& reading, const std::string& name, const Expression* over)
    : reading_(reading), known_(reading.known_), alias_(reading.alias_) {
    if (over == nullptr) return;
    reading.expression(*over);
    reading.known_[name] = reading.known_of(*over);
    reading.alias_.erase(name);
}

FormReading::Loop::~Loop() {
    reading_.known_ = std::move(known_);
    reading_.alias_ = std::move(alias_);
}

// acts | where('type', 'decide') | last; answers; act.data.points; a ?? b where both are known.
FormReading::Known FormReading::known_of(const Expression& expression) const {
    const auto& parts = expression.parts;
    if (expression.kind == Kind::path) return known_at(resolved(expression.name));
    if (expression.kind == Kind::coalesce) {
        Known first = known_of(parts.at(0)), second = known_of(parts.at(1));
        if ((first.types.empty() && first.members.empty()) || first.types.empty() != second.types.empty() ||
            first.members.empty() != second.members.empty())
            return {};
        first.types.merge(second.types);
        first.members.merge(second.members);
        return first;
    }
    static const std::set<std::string, std::less<>> same_kind{"last", "first", "without", "where"};
    if (expression.kind != Kind::filter || !same_kind.contains(expression.name)) return {};
    Known known = known_of(parts.at(0));
    if (expression.name != "where" || parts.size() < 3 || shown(parts[1].literal) != "type" ||
        known.types.empty())
        return known;
    known.types.clear();
    const base::Value& wanted = parts[2].literal;
    const base::List one{wanted};
    for (const base::Value& type : wanted.as_list() ? wanted.items() : one)
        if (fields_.acts.contains(shown(type))) known.types.insert(shown(type));
    return known;
}

FormReading::Known FormReading::known_at(const std::string& path) const {
    Known made;
    if (const auto known = known_.find(path); known != known_.end()) return known->second;
    if (path == "acts" || path == "act")
        for (const auto& [id, act] : fields_.acts) made.types.insert(id);
    const Place place = place_of(path);
    if (place.member != "data" || place.field.empty() || std::ranges::count(path, '.') != 2) return made;
    for (const ActFields* act : acts_at(place.root)) {
        if (const auto members = act->members.find(place.field); members != act->members.end())
            made.members.insert(members->second.begin(), members->second.end());
        else if (act->data.contains(place.field))
            return {};
    }
    return made;
}

std::vector<const ActFields*> FormReading::acts_at(const std::string& root) const {
    std::vector<const ActFields*> made;
    for (const std::string& type : known_at(root).types)
        if (const auto act = fields_.acts.find(type); act != fields_.acts.end()) made.push_back(&act->second);
    return made;
}

// `q.text` where q is a point of the defence.
void FormReading::member(const std::string& path) {
    const Place place = place_of(path);
    const auto known = known_.find(place.root);
    if (known == known_.end() || known->second.members.empty() || place.member.empty()) return;
    if (!known->second.members.contains(place.member))
        fault("unknown_field", fmt::format("没有行为填报 {}", path));
}

void FormReading::path(const std::string& written_path) {
    const std::string path = resolved(written_path);
    paths.insert(written_path);
    paths.insert(path);
    member(path);
    const Place place = place_of(path);
    if (place.field.empty() || (place.member != "data" && place.member != "paper")) return;
    const auto acts = acts_at(place.root);
    if (acts.empty()) return;
    for (const base::Value& own : form_.fields().items())
        if (own.text("name") == place.field) return;
    const bool known = std::ranges::any_of(acts, [&](const ActFields* act) {
        return place.member == "data" ? act->data.contains(place.field)
                                      : act->paper.contains(place.field) || act->data.contains(place.field);
    });
    if (!known) fault("unknown_field", fmt::format("没有行为填报 {}", path));
}

}  // namespace document
