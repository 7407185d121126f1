#pragma once
#include "ports/foreign_volumes.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class ForeignVolumeStore final : public ports::ForeignVolumeStore {
  public:
    explicit ForeignVolumeStore(Pool& app) : app_(app) {}
    base::Result<void> begin(const identity::Viewer&, const ports::ForeignUpload&) override;
    base::Result<ports::ForeignUpload> upload(const identity::Viewer&, std::string_view id) override;
    base::Result<std::vector<ports::ForeignUpload>> uploads(const identity::Viewer&) override;
    base::Result<void> note_piece(const identity::Viewer&, std::string_view id, std::int64_t k,
                                  std::string_view sm3) override;
    base::Result<void> end(const identity::Viewer&, std::string_view id) override;
    base::Result<void> keep(const identity::Viewer&, const ports::ForeignVolume&) override;
    base::Result<std::vector<ports::ForeignVolume>> list(const identity::Viewer&) override;
    base::Result<ports::ForeignVolume> load(const identity::Viewer&, std::string_view id) override;
    base::Result<void> note_view(const identity::Viewer&, std::string_view id,
                                 std::string_view subject) override;

  private:
    Pool& app_;
};

}  // namespace postgres
