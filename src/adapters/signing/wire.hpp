#pragma once
#include <string>
#include <utility>

#include "base/result.hpp"
#include "base/value.hpp"

namespace signing_keys {

// One end of a connection that speaks JSON line by line over a Unix socket; whatever takes longer than ten
// seconds has failed.
class Wire {
  public:
    explicit Wire(int descriptor) : descriptor_(descriptor) {}
    ~Wire();
    Wire(Wire&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Wire& operator=(Wire&&) = delete;
    static base::Result<Wire> to(const std::string& socket);

    base::Result<void> put(const base::Value& value) const;
    base::Result<base::Value> take();

  private:
    int descriptor_;
};

inline constexpr std::size_t line_max = 1 << 20;

// A listening socket only its owner may reach.
base::Result<int> listen_at(const std::string& socket);

}  // namespace signing_keys
