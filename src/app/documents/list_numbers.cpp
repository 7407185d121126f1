#include "documents/list_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace documents {

namespace {

using base::List;
using base::Object;
using base::Value;
using Numbers = std::map<std::int64_t, std::string>;  // of the act that made the list

constexpr int item_list = 24;

Numbers numbers_in(const Object& facts) {
    Numbers numbers;
    const Value* papers = facts.find("documents");
    if (!papers || !papers->as_list()) return numbers;
    for (const Value& paper : *papers->as_list())
        if (paper.integer("document") == item_list && paper.integer("n") && !paper.text("number").empty())
            numbers[*paper.integer("n")] = paper.text("number");
    return numbers;
}

void settle(Value& value, const Numbers& numbers) {
    if (List* list = value.as_list())
        for (Value& inner : *list) settle(inner, numbers);
    Object* act = value.as_object();
    if (!act) return;
    const auto n = value.integer("n");
    Value* data = act->find("data");
    const auto number = n ? numbers.find(*n) : numbers.end();
    if (data && data->as_object() && number != numbers.end())
        data->as_object()->set("list_no", number->second);
}

void settle(Object& facts, const Numbers& numbers) {
    if (numbers.empty()) return;
    for (const char* acts : {"act", "acts"})
        if (Value* value = facts.find(acts)) settle(*value, numbers);
}

}  // namespace

void settle_list_numbers(Object& facts) {
    settle(facts, numbers_in(facts));
}

void expect_list_number(Object& facts, int act_n, std::string_view case_no,
                        const std::vector<ports::DocumentRow>& rows) {
    const auto lists = std::ranges::count(rows, item_list, &ports::DocumentRow::no);
    settle(facts, {
                      {act_n, fmt::format("{}-QD{:03}", case_no, lists + 1)}
    });
}

void add_papers_of_the_act(Object& facts, const ports::DocumentRow& paper) {
    List papers;
    if (const Value* known = facts.find("documents"); known && known->as_list()) papers = *known->as_list();
    for (const Value& sibling : paper.siblings) papers.push_back(sibling);
    facts.set("documents", std::move(papers));
    Numbers numbers = numbers_in(facts);
    if (paper.no == item_list && !paper.number.empty()) numbers[paper.act_n] = paper.number;
    settle(facts, numbers);
}

}  // namespace documents
