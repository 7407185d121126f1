#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace crypto {

// GB/T 32905 SM3, fed piece by piece.
class Sm3 {
  public:
    Sm3();
    ~Sm3();
    Sm3(Sm3&&) noexcept;
    Sm3& operator=(Sm3&&) noexcept;
    void update(std::string_view bytes);
    std::string finish();  // 64 hexadecimal digits; afterwards the object starts anew

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

std::string sm3_hex(std::string_view bytes);

}  // namespace crypto
