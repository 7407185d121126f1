#pragma once
#include "ports/head_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class HeadExchange final : public ports::HeadStore {
  public:
    explicit HeadExchange(Pool& app) : app_(app) {}
    base::Result<std::vector<ports::SentHead>> pending(int heads_max) override;
    base::Result<void> keep_receipt(const ports::HeadReceipt& receipt) override;
    base::Result<void> note_failure(const ports::DayHead& head, std::string_view error,
                                    base::Instant at) override;
    base::Result<bool> knows(std::string_view region) override;
    base::Result<std::vector<ports::ReceivedHead>> received_from(std::string_view region) override;
    base::Result<void> keep_received(const ports::ReceivedHead& received) override;
    base::Result<std::vector<ports::SentHead>> sent(const identity::Viewer& viewer,
                                                    ports::Month month) override;
    base::Result<std::vector<ports::ReceivedHead>> received(const identity::Viewer& viewer) override;
    base::Result<std::vector<ports::HeadReceipt>> receipts() override;
    base::Result<std::vector<ports::ReceivedHead>> all_received() override;
    base::Result<std::vector<ports::DayHead>> heads_of(std::string_view region) override;

  private:
    Pool& app_;
};

}  // namespace postgres
