#include "books/field_book.hpp"

namespace books {

namespace {

void add(document::ActFields& act, const std::vector<procedure::Field>& fields) {
    for (const procedure::Field& field : fields) {
        auto& choices = act.data[field.name];
        for (const procedure::Choice& choice : field.choices) choices.insert(choice.id);
        for (const procedure::Field& member : field.fields) act.members[field.name].insert(member.name);
    }
}

}  // namespace

document::FieldBook field_book(const procedure::Table& table) {
    document::FieldBook made;
    for (const procedure::ActType& type : table.acts()) {
        document::ActFields& act = made.acts[type.id];
        add(act, type.fields);
        for (const procedure::Field& field : type.paper) act.paper.insert(field.name);
    }
    return made;
}

}  // namespace books
