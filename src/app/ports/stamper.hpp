#pragma once
#include "base/result.hpp"
#include "document/document.hpp"
#include "document/layout.hpp"
#include "signing/marks.hpp"

namespace ports {

class Stamper {
  public:
    virtual ~Stamper() = default;
    // The paper printed with seal and handwriting drawn into their spots. Errors: `no_seal_place`,
    // `no_signing_place`.
    virtual base::Result<document::Printed> stamped(const document::Document& document,
                                                    const signing::Marks& marks) = 0;
};

}  // namespace ports
