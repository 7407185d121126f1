#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

// What a reader made of one input: nothing, or what it did wrong in one sentence. A crash, a sanitizer report
// or an exception that escapes ends the run as well; the input that did it is then in the file named below.
using Target = std::function<std::optional<std::string>(std::string_view input)>;

struct Plan {
    std::uint64_t seed = 1;
    std::uint64_t runs = 1000;
    std::size_t bytes_max = 64 * 1024;  // a mutation that grows beyond it is cut
    // The input being tried is kept here when set, so that a crash leaves it behind.
    std::string trail = {};

    // `runs` for ./test; the environment asks for more: ZHIHENG_FUZZ_RUNS, ZHIHENG_FUZZ_SEED and
    // ZHIHENG_FUZZ_TRAIL (docs/fuzzing.md).
    static Plan for_test(std::uint64_t runs);
};

struct Failure {
    std::uint64_t seed = 0, run = 0;  // the same seed and corpus give the same input in the same run
    std::string input = {};
    std::string complaint = {};
    std::string words() const;  // for the message of a test; the input is escaped and cut
};

// Good inputs, and words of the format that mutations splice in ("act_end", "１２３", "<c r=").
struct Corpus {
    std::vector<std::string> inputs = {};
    std::vector<std::string> words = {};
};

// Tries every input of the corpus unchanged, then `runs` mutations of them; the first failure ends it.
std::optional<Failure> run(const Corpus& corpus, const Plan& plan, const Target& target);

// One mutation of `input`; pure but for the state of the generator.
class Mutator {
  public:
    Mutator(const Corpus& corpus, std::uint64_t seed) : corpus_(corpus), state_(seed) {}
    std::string next(std::size_t bytes_max);

  private:
    std::uint64_t draw();
    std::size_t below(std::size_t limit);  // 0 when the limit is 0
    std::size_t place_in(std::string_view text) { return below(text.size() + 1); }
    std::size_t length_in(std::string_view text, std::size_t from);
    void change(std::string& text);
    void flip(std::string& text);
    void cut(std::string& text);
    void repeat(std::string& text);
    void splice(std::string& text);
    void insert_word(std::string& text);
    void replace_number(std::string& text);
    void move(std::string& text);

    const Corpus& corpus_;
    std::uint64_t state_;
};

}  // namespace fuzz
