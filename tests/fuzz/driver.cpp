#include "fuzz/driver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <fstream>

namespace fuzz {

namespace {

constexpr std::size_t shown_bytes = 400;

std::uint64_t number_of(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

void leave(const std::string& trail, std::string_view input) {
    if (trail.empty()) return;
    std::ofstream file(trail, std::ios::binary | std::ios::trunc);
    file.write(input.data(), static_cast<std::streamsize>(input.size()));
}

std::optional<std::string> complaint_of(const Target& target, std::string_view input) {
    try {
        return target(input);
    } catch (const std::exception& error) {
        return std::string("an exception escaped: ") + error.what();
    }
}

}  // namespace

Plan Plan::for_test(std::uint64_t runs) {
    Plan plan{.seed = number_of("ZHIHENG_FUZZ_SEED", 1), .runs = number_of("ZHIHENG_FUZZ_RUNS", runs)};
    if (const char* trail = std::getenv("ZHIHENG_FUZZ_TRAIL")) plan.trail = trail;
    return plan;
}

std::string Failure::words() const {
    std::string shown;
    for (const char c : std::string_view(input).substr(0, shown_bytes)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f)
            shown += c;
        else
            shown += fmt::format("\\x{:02x}", byte);
    }
    return fmt::format("seed {}, run {}, {} bytes: {}\n{}", seed, run, input.size(), complaint, shown);
}

std::optional<Failure> run(const Corpus& corpus, const Plan& plan, const Target& target) {
    Mutator mutator(corpus, plan.seed);
    const std::uint64_t kept = corpus.inputs.size();
    for (std::uint64_t i = 0; i < kept + plan.runs; ++i) {
        const std::string input = i < kept ? corpus.inputs[i] : mutator.next(plan.bytes_max);
        leave(plan.trail, input);
        if (auto complaint = complaint_of(target, input)) return Failure{plan.seed, i, input, *complaint};
    }
    return {};
}

// splitmix64: small, and the same on every machine.
std::uint64_t Mutator::draw() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

std::size_t Mutator::below(std::size_t limit) {
    return limit == 0 ? 0 : static_cast<std::size_t>(draw() % limit);
}

std::size_t Mutator::length_in(std::string_view text, std::size_t from) {
    const std::size_t most = std::min<std::size_t>(text.size() - from, draw() % 4 == 0 ? 4096 : 16);
    return most == 0 ? 0 : 1 + below(most);
}

std::string Mutator::next(std::size_t bytes_max) {
    std::string text = corpus_.inputs.empty() ? std::string() : corpus_.inputs[below(corpus_.inputs.size())];
    const std::size_t changes = 1 + below(6);
    for (std::size_t i = 0; i < changes; ++i) change(text);
    if (text.size() > bytes_max) text.resize(bytes_max);
    return text;
}

void Mutator::change(std::string& text) {
    constexpr std::array steps{&Mutator::flip,   &Mutator::cut,         &Mutator::repeat,
                               &Mutator::splice, &Mutator::insert_word, &Mutator::replace_number,
                               &Mutator::move,   &Mutator::insert_word};
    (this->*steps[below(steps.size())])(text);
}

void Mutator::flip(std::string& text) {
    if (text.empty()) return;
    char& byte = text[below(text.size())];
    byte = draw() % 2 == 0 ? static_cast<char>(byte ^ static_cast<char>(1u << below(8)))
                           : static_cast<char>(draw() & 0xffu);
}

void Mutator::cut(std::string& text) {
    const std::size_t from = place_in(text);
    text.erase(from, length_in(text, from));
}

// Nested brackets and long runs come from writing a piece many times.
void Mutator::repeat(std::string& text) {
    const std::size_t from = place_in(text);
    const std::string piece = text.substr(from, length_in(text, from));
    const std::size_t times = draw() % 8 == 0 ? 200 : 1 + below(3);
    std::string run;
    for (std::size_t i = 0; i < times && run.size() < 100'000; ++i) run += piece;
    text.insert(from, run);
}

void Mutator::splice(std::string& text) {
    if (corpus_.inputs.empty()) return;
    const std::string& other = corpus_.inputs[below(corpus_.inputs.size())];
    const std::size_t from = place_in(other);
    text = text.substr(0, place_in(text)) + other.substr(from);
}

void Mutator::insert_word(std::string& text) {
    if (corpus_.words.empty()) return flip(text);
    const std::string& word = corpus_.words[below(corpus_.words.size())];
    const std::size_t at = place_in(text);
    const std::size_t replaced = draw() % 2 == 0 ? std::min(word.size(), text.size() - at) : 0;
    text.replace(at, replaced, word);
}

// A number is swapped for one at the edge of what its reader takes.
void Mutator::replace_number(std::string& text) {
    constexpr std::array<std::string_view, 14> edges{"0",
                                                     "-1",
                                                     "1.005",
                                                     "1e308",
                                                     "99999999999999999999",
                                                     "2147483648",
                                                     "1,000",
                                                     "１２３",
                                                     "三万元",
                                                     "9223372036854775807",
                                                     "0000000000000000000000001",
                                                     "NaN",
                                                     "999999999999.99",
                                                     "-0.00"};
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto first =
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(place_in(text)), text.end(), digit);
    if (first == text.end()) return;
    const auto last = std::find_if_not(first, text.end(), digit);
    text.replace(first, last, edges[below(edges.size())]);
}

void Mutator::move(std::string& text) {
    const std::size_t from = place_in(text);
    const std::string piece = text.substr(from, length_in(text, from));
    text.erase(from, piece.size());
    text.insert(place_in(text), piece);
}

}  // namespace fuzz
