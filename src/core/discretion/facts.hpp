#pragma once
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace discretion {

constexpr std::size_t facts_max = 64;
using FactId = std::uint8_t;
using FactSet = std::bitset<facts_max>;

enum class FactType { money, count, truth, choice };

struct FactName {
    std::string name = {};   // "goods_value"
    std::string title = {};  // "货值金额"
    FactType type = FactType::money;
    std::vector<std::string> choices = {};
    bool is_ordered = false;  // more of it is worse; every sum and count is
};

// The facts a rule may ask for (catalogue/discretion/facts.yaml).
class FactTable {
  public:
    static base::Result<FactTable> from(const base::Value& rows);
    std::optional<FactId> find(std::string_view name) const;
    const FactName& operator[](FactId id) const { return names_[id]; }
    std::size_t size() const { return names_.size(); }

  private:
    std::vector<FactName> names_;
};

// What is known of one fact. `none` = there is none, or the law treats it so; unknown = nobody has said.
struct FactValue {
    enum class State : std::uint8_t { unknown, none, known };
    State state = State::unknown;
    std::int64_t number = 0;  // fen, a count, 0 or 1, or the place of a choice
    bool is_known() const { return state != State::unknown; }
    friend bool operator==(const FactValue&, const FactValue&) = default;
};

class Facts {
  public:
    explicit Facts(std::size_t count = facts_max) : values_(count) {}
    const FactValue& operator[](FactId id) const { return values_[id]; }
    void set(FactId id, FactValue value) { values_[id] = value; }
    bool is_true(FactId id) const {
        return values_[id].state == FactValue::State::known && values_[id].number != 0;
    }
    std::size_t size() const { return values_.size(); }

  private:
    std::vector<FactValue> values_;
};

}  // namespace discretion
