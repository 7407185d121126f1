#pragma once
#include <filesystem>

#include "ports/random.hpp"
#include "ports/volume_desk.hpp"
#include "postgres/integrity/day_heads.hpp"
#include "postgres/pool.hpp"

namespace installation {

// Joins what a volume needs: the chain from the database, the agency's key, the file below the data folder.
class VolumeDesk final : public ports::VolumeDesk {
  public:
    VolumeDesk(postgres::Pool& app, postgres::DayHeads& keys, ports::Random& random,
               std::filesystem::path folder, const base::Value& rules)
        : app_(app), keys_(keys), random_(random), folder_(std::move(folder)), rules_(rules) {}

    base::Result<std::vector<ports::ChainAct>> chain(const identity::Viewer&,
                                                     std::string_view case_no) override;
    base::Result<std::filesystem::path> write(volume::Manifest manifest,
                                              std::vector<ports::VolumePiece> pieces,
                                              const std::vector<volume::Link>& chain) override;
    base::Result<Room> room() override;
    const base::Value& rules() const override { return rules_; }

  private:
    postgres::Pool& app_;
    postgres::DayHeads& keys_;
    ports::Random& random_;
    std::filesystem::path folder_;
    const base::Value& rules_;
};

}  // namespace installation
