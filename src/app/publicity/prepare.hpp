#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"

namespace publicity {

// A decision as it may be published beside the one that was served, paragraph by paragraph: {document, title,
// number, paragraphs: [{parts: [{text, kind?, instead?}], changed}], counts: {kind: n}, left: [{kind,
// text}]}. `left` says what the proof still found in the finished words. Open to credit supervision, handlers
// and leaders: 公示规定 第六条.
base::Result<base::Value> compare(const office::Office&, const identity::Viewer&, std::string_view document);

// The PDF of it, set from the redacted words; refused (`personal_data_left`) while the proof finds something.
base::Result<std::string> pdf(const office::Office&, const identity::Viewer&, std::string_view document);

}  // namespace publicity
