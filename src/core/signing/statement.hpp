#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"

namespace signing {

inline constexpr std::string_view statement_format = "zhiheng-signature/1";

enum class Kind { seal, officer };  // 电子印章, 执法人员电子签名
std::string_view name_of(Kind kind);
std::string_view label_of(Kind kind);

// A handwritten signature on the paper (手写签名), bound by the hash of its strokes.
struct Handwritten {
    std::string role, name, at, sm3;
    friend bool operator==(const Handwritten&, const Handwritten&) = default;
};

// What a signature covers: the data of the paper, its words and the very bytes of the PDF, who signs as whom
// and when. Signed is the canonical JSON of it.
struct Statement {
    std::string document, case_no, title, number;
    std::string data_sm3, text_sm3, pdf_sm3;
    std::int64_t pdf_size = 0;
    Kind kind = Kind::seal;
    std::string signer, signer_name, agency;
    std::string certificate;  // serial
    std::string user_id;
    base::Instant at;
    std::vector<Handwritten> handwritten = {};
};

base::Value to_value(const Statement& statement);
base::Result<Statement> read_statement(const base::Value& value);

}  // namespace signing
