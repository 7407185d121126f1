#pragma once
#include <string_view>

#include "base/value.hpp"
#include "naming/file_names.hpp"
#include "ports/paper_reader.hpp"
#include "proofread/knowledge.hpp"

namespace naming {

// A file of a case that holds words, proofread: alone, and against the papers and data of the case where it
// speaks of its party. {findings, counts, read: {scan, paragraphs}} as proofread::report; nothing is kept.
// Words a machine read off a picture are never called wrong. Errors: `not_found`, `no_words`,
// `still_reading`, and those of the reader (`encrypted`, `macro`, …).
base::Result<base::Value> proofread_file(const office::Office&, const FileNames&, const ports::PaperReader&,
                                         const identity::Viewer&, std::string_view evidence,
                                         const proofread::Knowledge&);

}  // namespace naming
