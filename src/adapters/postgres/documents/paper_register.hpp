#pragma once
#include "ports/paper_register.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class PaperRegister final : public ports::PaperRegister {
  public:
    explicit PaperRegister(Pool& app) : app_(app) {}
    base::Result<std::optional<ports::CheckedPaper>> find(std::string_view code) override;

  private:
    Pool& app_;
};

}  // namespace postgres
