#pragma once
#include <optional>
#include <vector>

#include "discretion/catalogue.hpp"

namespace discretion {

// One fact of a fine and the numbers at which its conditions can change.
struct Axis {
    FactId fact = 0;
    std::vector<std::int64_t> points = {};
    std::size_t stride = 1;  // between two combinations that differ by one step of this axis
};

// Every combination of the points of all axes, numbered from 0.
class Line {
  public:
    // The facts that the conditions name and the facts that multiples are taken of.
    Line(const std::vector<const Condition*>& conditions, const std::vector<const Fine*>& fines,
         const FactTable& facts);

    std::size_t size() const { return size_; }
    const std::vector<Axis>& axes() const { return axes_; }
    void set(std::size_t combination, Facts& facts) const;
    std::size_t step_of(const Axis& axis, std::size_t combination) const {
        return combination / axis.stride % axis.points.size();
    }
    base::Object witness(std::size_t combination, const FactTable& facts) const;

  private:
    std::vector<Axis> axes_;
    std::size_t size_ = 1;
};

// The range of a fine on facts: how many brackets fit, and the ends of the one that does.
struct LineRange {
    int fitting = 0;
    const Bracket* bracket = nullptr;
    Exact min, max;
};
LineRange range_at(const Fine& fine, const Facts& facts);

}  // namespace discretion
