#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/document_store.hpp"

namespace documents {

// A recorded paper as its form and the facts frozen with it make it.
base::Result<document::Document> paper(const office::Office&, const ports::DocumentRow&);

// The PDF of a recorded paper: made on the first call or by the queue, from then on the very same bytes.
base::Result<std::string> pdf(const office::Office&, const identity::Viewer&, std::string_view id);

// The same for every paper of a case that stands.
base::Result<void> print_all(const office::Office&, const identity::Viewer&, std::string_view case_no);

// The sheets a recorded paper may be printed on beside A4.
std::vector<document::Sheet> sheets(const office::Office&, const ports::DocumentRow&);

// A copy to work or to print with: on another sheet its form has, or for a text processor. The sealed PDF is
// not touched.
base::Result<std::string> copy(const office::Office&, const identity::Viewer&, std::string_view id,
                               document::Sheet sheet);
base::Result<std::string> docx(const office::Office&, const identity::Viewer&, std::string_view id);
// All papers of a case that stand, in the order of the acts, one behind the other: to be printed in one go.
// Each as it is kept; a sealed one with its seal.
base::Result<std::string> batch(const office::Office&, const identity::Viewer&, std::string_view case_no);

// Its words, for screens and search.
base::Result<std::string> text(const office::Office&, const identity::Viewer&, std::string_view id);

// Makes the next paper of the queue, of whatever agency; false when the queue is empty.
base::Result<bool> make_next(const office::Office&);

}  // namespace documents
