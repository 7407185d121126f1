#pragma once
#include "ports/electronic_service_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class ElectronicServiceStore final : public ports::ElectronicServiceStore {
  public:
    explicit ElectronicServiceStore(Pool& app) : app_(app) {}

    base::Result<void> create(const identity::Viewer& viewer,
                              const ports::ElectronicService& service) override;
    base::Result<std::optional<ports::ElectronicService>> of_request(
        const identity::Viewer& viewer, const ports::Idempotency& request) override;
    base::Result<bool> is_sealed(const identity::Viewer& viewer, std::string_view document) override;
    base::Result<void> settle(const identity::Viewer& viewer,
                              const ports::ElectronicService& service) override;
    base::Result<std::vector<ports::ElectronicService>> of_document(const identity::Viewer& viewer,
                                                                    std::string_view document) override;
    base::Result<std::vector<ports::ElectronicService>> unopened(const identity::Viewer& viewer,
                                                                 base::Date until) override;
    base::Result<std::optional<ports::ElectronicService>> by_link(std::string_view link_sm3) override;
    base::Result<bool> is_struck(std::string_view link_sm3) override;
    base::Result<std::optional<bool>> try_code(std::string_view link_sm3, std::string_view code_sm3,
                                               const ports::Opening& opening, int wrong_max) override;
    base::Result<bool> replace_code(std::string_view link_sm3, std::string_view code_sm3, base::Instant until,
                                    int codes_max) override;
    base::Result<bool> may_read(std::string_view link_sm3, std::string_view reading_sm3,
                                base::Instant at) override;
    base::Result<void> file_receipt(std::string_view link_sm3, const ports::Evidence& evidence) override;

  private:
    Pool& app_;
};

}  // namespace postgres
