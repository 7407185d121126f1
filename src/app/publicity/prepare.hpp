#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"
#include "cases/load_case.hpp"
#include "documents/papers.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"

namespace publicity {

// A decision as it may be published beside the one that was served, paragraph by paragraph: {document, title,
// number, paragraphs: [{parts: [{text, kind?, instead?}], changed}], counts: {kind: n}, left: [{kind,
// text}], published?: {act_n, at, sm3, size}}. `left` says what the proof still found in the finished words.
// Open to credit supervision, handlers and leaders: 公示规定 第六条.
base::Result<base::Value> compare(const office::Office&, const identity::Viewer&, std::string_view document);

// The PDF of it, set from the redacted words; refused (`personal_data_left`) while the proof finds something.
base::Result<std::string> pdf(const office::Office&, const identity::Viewer&, std::string_view document);

// 公示规定 第四条: the decision and the summary are published, nothing else.
bool is_published(std::string_view document);

// A paper as it would be published now: the bytes, and beside them what `compare` says. The same case gives
// the same bytes. No bytes while the proof finds something. `key` tells two papers of one form apart: the
// identifier of a recorded paper, the form and the place in the row of one that is still to be made.
struct Publication {
    std::string key, document, title, number, pdf;
    base::Value comparison;
    std::size_t left = 0;
};
// Of a recorded paper, or of one that the act of publication itself gives rise to.
base::Result<Publication> publication_of(const office::Office&, const identity::Viewer&,
                                         const cases::LoadedCase&, std::string_view document);
base::Result<Publication> publication_of(const office::Office&, const cases::LoadedCase&,
                                         const documents::Preview&);

// Keeps the bytes in the blob folder: {document, title, number?, sm3, size} for the act of publication.
// Error: `personal_data_left`.
base::Result<base::Value> kept_copy(const office::Office&, const Publication&);

// The very bytes that were published of a paper, to whoever may see the case. Error: `not_found`.
base::Result<std::string> published_pdf(const office::Office&, const identity::Viewer&,
                                        std::string_view document);

}  // namespace publicity
