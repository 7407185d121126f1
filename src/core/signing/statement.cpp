#include "signing/statement.hpp"

#include <array>

namespace signing {

namespace {

constexpr std::array text_members = {
    std::pair{"document",    &Statement::document   },
    std::pair{"case",        &Statement::case_no    },
    std::pair{"title",       &Statement::title      },
    std::pair{"number",      &Statement::number     },
    std::pair{"data_sm3",    &Statement::data_sm3   },
    std::pair{"text_sm3",    &Statement::text_sm3   },
    std::pair{"pdf_sm3",     &Statement::pdf_sm3    },
    std::pair{"signer",      &Statement::signer     },
    std::pair{"signer_name", &Statement::signer_name},
    std::pair{"agency",      &Statement::agency     },
    std::pair{"certificate", &Statement::certificate},
    std::pair{"user_id",     &Statement::user_id    },
};

}  // namespace

std::string_view name_of(Kind kind) {
    return kind == Kind::seal ? "seal" : "officer";
}

std::string_view label_of(Kind kind) {
    return kind == Kind::seal ? "电子印章" : "执法人员电子签名";
}

base::Value to_value(const Statement& statement) {
    base::Object value{
        {"format",   statement_format       },
        {"kind",     name_of(statement.kind)},
        {"pdf_size", statement.pdf_size     },
        {"at",       statement.at.str()     }
    };
    for (const auto& [name, member] : text_members) value.set(name, statement.*member);
    base::List handwritten;
    for (const Handwritten& one : statement.handwritten)
        handwritten.push_back(base::Object{
            {"role", one.role},
            {"name", one.name},
            {"at",   one.at  },
            {"sm3",  one.sm3 }
        });
    value.set("handwritten", std::move(handwritten));
    return value;
}

base::Result<Statement> read_statement(const base::Value& value) {
    const auto size = value.integer("pdf_size");
    const auto kind = value.text("kind");
    if (value.text("format") != statement_format || !size || (kind != "seal" && kind != "officer"))
        return base::fail("bad_statement", "不是可以核验的签名内容");
    Statement made;
    made.pdf_size = *size;
    made.kind = kind == "seal" ? Kind::seal : Kind::officer;
    made.at = TRY(base::Instant::parse(value.text("at")));
    for (const auto& [name, member] : text_members) made.*member = value.text(name);
    for (const base::Value& one : value.list("handwritten"))
        made.handwritten.push_back({.role = std::string(one.text("role")),
                                    .name = std::string(one.text("name")),
                                    .at = std::string(one.text("at")),
                                    .sm3 = std::string(one.text("sm3"))});
    return made;
}

}  // namespace signing
