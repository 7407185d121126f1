#pragma once
#include <pango/pangocairo.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "base/result.hpp"

namespace pdf {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Ref = std::unique_ptr<T, Unref>;

enum class Typeface { fangsong, song_bold, hei };  // 正文仿宋, 标题小标宋, 一级标题黑体

// The faces of an official paper. Fandol's are looked for in `folder`; what they lack, or all of it when the
// folder is not there, comes from Noto CJK character by character.
class Fonts {
  public:
    static base::Result<Fonts> open(const std::optional<std::filesystem::path>& folder);

    // A layout of the text, lines `width` points long (none: one line); refuses a character no font has.
    base::Result<Ref<PangoLayout>> layout(std::string_view text, Typeface face, double size,
                                          std::optional<double> width) const;

  private:
    Ref<PangoFontMap> map_;
    Ref<PangoContext> context_;
};

}  // namespace pdf
