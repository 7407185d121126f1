#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace base {

class Value;
using List = std::vector<Value>;
using Member = std::pair<std::string, Value>;

// The members of an object in the order they were written.
class Object {
  public:
    Object() = default;
    Object(std::initializer_list<Member> members);
    const Value* find(std::string_view name) const;
    Value* find(std::string_view name);
    void set(std::string_view name, Value value);  // adds, or replaces in place
    void erase(std::string_view name);
    const std::vector<Member>& members() const { return members_; }
    std::size_t size() const { return members_.size(); }
    bool empty() const { return members_.empty(); }
    auto begin() const { return members_.begin(); }
    auto end() const { return members_.end(); }
    friend bool operator==(const Object&, const Object&);

  private:
    std::vector<Member> members_;
};

// A number that is not a whole one in 64 bits, kept as it was written ("4200.50", "1e3").
struct Decimal {
    std::string text;
    friend bool operator==(const Decimal&, const Decimal&) = default;
};

// Data as it comes from JSON or YAML: the language in which acts, catalogues and answers are spoken.
class Value {
  public:
    Value() = default;
    Value(std::nullptr_t) {}
    Value(bool value) : content_(value) {}
    Value(std::int64_t value) : content_(value) {}
    Value(int value) : content_(static_cast<std::int64_t>(value)) {}
    Value(std::size_t value) : content_(static_cast<std::int64_t>(value)) {}
    Value(Decimal value) : content_(std::move(value)) {}
    Value(std::string value) : content_(std::move(value)) {}
    Value(std::string_view value) : content_(std::string(value)) {}
    Value(const char* value) : content_(std::string(value)) {}
    Value(List value) : content_(std::move(value)) {}
    Value(Object value) : content_(std::move(value)) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(content_); }
    const bool* as_bool() const { return std::get_if<bool>(&content_); }
    const std::int64_t* as_int() const { return std::get_if<std::int64_t>(&content_); }
    const Decimal* as_decimal() const { return std::get_if<Decimal>(&content_); }
    const std::string* as_string() const { return std::get_if<std::string>(&content_); }
    const List* as_list() const { return std::get_if<List>(&content_); }
    const Object* as_object() const { return std::get_if<Object>(&content_); }
    List* as_list() { return std::get_if<List>(&content_); }
    Object* as_object() { return std::get_if<Object>(&content_); }

    // Lenient readers: what is absent or of another kind reads as nothing. `at` follows a dotted path
    // ("penalty.fine", "items.0.name"); the returned value is null when the path leads nowhere.
    const Value& operator[](std::string_view name) const;
    const Value& at(std::string_view path) const;
    std::string_view text(std::string_view name) const;  // string member, or ""
    bool truth(std::string_view name) const;             // bool member, or false
    std::optional<std::int64_t> integer(std::string_view name) const;
    const List& list(std::string_view name) const;       // list member, or an empty one
    const List& items() const;                           // this list, or an empty one
    const Object& object() const;                        // this object, or an empty one
    bool has(std::string_view name) const;               // a member that is there and not null

    friend bool operator==(const Value&, const Value&) = default;

  private:
    std::variant<std::monostate, bool, std::int64_t, Decimal, std::string, List, Object> content_;
};

}  // namespace base
