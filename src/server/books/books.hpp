#pragma once
#include <memory>

#include "alarms/table.hpp"
#include "base/result.hpp"
#include "catalogue/catalogue.hpp"
#include "discretion/catalogue.hpp"
#include "document/template.hpp"
#include "electronic_service/rules.hpp"
#include "explorer/words.hpp"
#include "law/register.hpp"
#include "naming/rules.hpp"
#include "office/fast_track.hpp"
#include "picture/limits.hpp"
#include "procedure/rules.hpp"
#include "proofread/knowledge.hpp"
#include "sweep/sweep.hpp"
#include "volume/hazards.hpp"

namespace books {

// Acts, states, refusals, periods and working days, read and checked once.
base::Result<procedure::Rules> load_rules(const catalogue::Files& files);

// Everything the program knows of the law.
struct Books {
    procedure::Rules rules;
    discretion::Catalogue discretion;
    document::Library templates;
    law::Register laws;
    explorer::Words words;
    alarms::Table alarms;
    base::Value binding;                     // what a file must hold
    proofread::Knowledge proofreading = {};  // points into this
    office::FastTrackLists fast_track = {};
    picture::Limits pictures = {};
    volume::ForeignLimits foreign = {};  // volumes of other agencies
    electronic_service::Rules electronic_service = {};
    sweep::Rules sweep = {};    // when what was begun and left is cleared away
    naming::Rules naming = {};  // what files are called
    base::Value holidays = {};  // as the program brings them, before any year an installation added
};
base::Result<std::unique_ptr<Books>> load_books(const catalogue::Files& files);

}  // namespace books
