#include "base/value.hpp"

#include <algorithm>
#include <charconv>

namespace base {

namespace {

const Value null_value;
const List no_items;
const Object no_members;

const Value& element(const List& list, std::string_view index) {
    std::size_t position = 0;
    const auto read = std::from_chars(index.data(), index.data() + index.size(), position);
    if (read.ec != std::errc() || read.ptr != index.data() + index.size() || position >= list.size()) return null_value;
    return list[position];
}

}  // namespace

Object::Object(std::initializer_list<Member> members) : members_(members) {}

const Value* Object::find(std::string_view name) const {
    for (const auto& member : members_)
        if (member.first == name) return &member.second;
    return nullptr;
}

Value* Object::find(std::string_view name) { return const_cast<Value*>(std::as_const(*this).find(name)); }

void Object::set(std::string_view name, Value value) {
    if (Value* present = find(name))
        *present = std::move(value);
    else
        members_.emplace_back(std::string(name), std::move(value));
}

void Object::erase(std::string_view name) {
    std::erase_if(members_, [&](const Member& member) { return member.first == name; });
}

bool operator==(const Object& a, const Object& b) { return a.members_ == b.members_; }

const Value& Value::operator[](std::string_view name) const {
    const Object* object = as_object();
    const Value* value = object ? object->find(name) : nullptr;
    return value ? *value : null_value;
}

const Value& Value::at(std::string_view path) const {
    const Value* here = this;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const std::string_view step = path.substr(0, dot);
        here = here->as_list() ? &element(*here->as_list(), step) : &(*here)[step];
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return *here;
}

std::string_view Value::text(std::string_view name) const {
    const std::string* text = (*this)[name].as_string();
    return text ? std::string_view(*text) : std::string_view();
}

bool Value::truth(std::string_view name) const {
    const bool* value = (*this)[name].as_bool();
    return value && *value;
}

std::optional<std::int64_t> Value::integer(std::string_view name) const {
    const std::int64_t* value = (*this)[name].as_int();
    return value ? std::optional(*value) : std::nullopt;
}

const List& Value::list(std::string_view name) const { return (*this)[name].items(); }

const List& Value::items() const { return as_list() ? *as_list() : no_items; }

const Object& Value::object() const { return as_object() ? *as_object() : no_members; }

bool Value::has(std::string_view name) const { return !(*this)[name].is_null(); }

}  // namespace base
