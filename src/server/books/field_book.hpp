#pragma once
#include "document/check.hpp"
#include "procedure/table.hpp"

namespace books {

// What the acts of the table are asked for, for the check of the forms.
document::FieldBook field_book(const procedure::Table& table);

}  // namespace books
