#pragma once
#include "tree.hpp"

// What the compiler and CMake cannot see (STYLE): each rule names the places that break it.
using Faults = std::vector<Fault>;

Faults foreign_headers_in_core(const Tree& tree);  // the core is pure: values in, values out
Faults undeclared_includes(const Tree& tree);      // a sibling's header without the sibling in DEPENDS
Faults hidden_inputs(const Tree& tree);            // the clock and chance outside adapters/system
Faults sql_in_code(const Tree& tree);              // statements live in db/queries and db/migrations
Faults figures_of_persons(const Tree& tree);       // cases or fines counted up by who handled them
Faults long_files(const Tree& tree);
Faults web_imports(const Tree& tree);    // app → features → shared → api, no feature another
Faults machine_paths(const Tree& tree);  // what exists on one machine only
Faults loose_ends(const Tree& tree);     // notes to oneself, headers that may be read twice
