import type { components } from './schema'

type Schemas = components['schemas']

export type Data = Record<string, unknown>
export type Problem = Pick<Schemas['Problem'], 'title' | 'status'> & Partial<Schemas['Problem']>
export type Session = Schemas['Session']
export type Person = Schemas['Person']
export type Colleague = Schemas['Colleague']
export type Choice = Schemas['Choice']
export type Field = Schemas['Field']
export type ActType = Schemas['ActType']
export type Procedure = Schemas['Procedure']
export type Violation = Schemas['Violation']
export type ViolationVersion = Schemas['ViolationVersion']
export type Party = Schemas['Party']
export type PartyInput = Schemas['PartyInput']
export type NewCase = Schemas['NewCase']
export type CaseRow = Schemas['CaseListItem']
export type NextClock = Schemas['NextClock']
export type CaseView = Schemas['Case']
export type Task = Schemas['Task']
export type OpenAct = Schemas['OpenAct']
export type ShutAct = Schemas['ShutAct']
export type Clock = Schemas['Clock']
export type TimelineAct = Schemas['Act']
export type ActBody = Schemas['ActInput'] & { by: string[] }
export type Recorded = Schemas['ActRecorded']
export type Proposed = Schemas['ActProposed']
export type ActCheck = Schemas['ActCheck']
export type Refusal = Schemas['Refusal']
export type Step = Schemas['Step']
export type ActForm = Schemas['Form']
export type Draft = Schemas['DraftBody']
export type DraftedParts = Schemas['DraftedParts']
export type CitedEvidence = Schemas['CitedEvidence']
export type Phrase = Schemas['Phrase']
export type PhraseList = Schemas['Phrases']
export type NewPhrase = Schemas['NewPhrase']
export type EditedPhrase = Schemas['EditedPhrase']
export type ReadyPhrase = Schemas['ReadyPhrase']
export type DocumentKind = Schemas['DocumentKind']
export type Preview = Schemas['PreviewInput']
export type PaperWords = Schemas['PaperWords']
export type PaperLine = PaperWords['lines'][number]
export type PaperSheet = Schemas['PaperSheets']['sheets'][number]
export type CaseDocument = Schemas['Document']
export type Publication = Schemas['Publication']
export type PaperSignatures = Schemas['PaperSignatures']
export type PaperSignature = Schemas['PaperSignature']
export type HandwritingInput = Schemas['HandwritingInput']
export type Proofreading = Schemas['Proofreading']
export type ProofreadingFinding = Schemas['ProofreadingFinding']
export type ProofreadingPlace = Schemas['ProofreadingPlace']
export type Upload = Schemas['Upload']
export type Evidence = Schemas['Evidence']
export type FileNaming = Schemas['FileNaming']
export type Custody = Schemas['CustodyEvent']
export type Proposal = Schemas['Proposal']
export type PanelMeeting = Schemas['PanelMeeting']
export type PanelItem = Schemas['PanelItem']
export type NightlyRun = Schemas['NightlyRun']
export type PublicationText = Schemas['PublicationText']
export type ForeignPaper = Schemas['ForeignPaper']
export type ForeignUpload = Schemas['ForeignUpload']
export type ForeignUploadLeft = Schemas['ForeignUploadLeft']
export type ForeignVolume = Schemas['ForeignVolume']
export type FindingAnswer = Schemas['FindingAnswers'][number]
export type VolumeFault = Schemas['VolumeFault']
export type PanelPlan = Schemas['PanelPlan']
export type ApprovalOutcome = Schemas['ApprovalOutcome']
export type Signed = Schemas['Signed']
export type BenchmarkTables = Schemas['BenchmarkTables']
export type BenchmarkHead = Schemas['BenchmarkHead']
export type BenchmarkTable = Schemas['BenchmarkTable']
export type BenchmarkLine = Schemas['BenchmarkLine']
export type BenchmarkProblem = Schemas['BenchmarkProblem']
export type BenchmarkSubject = Schemas['BenchmarkSubject']
export type BenchmarkSignature = Schemas['BenchmarkSignature']
export type BenchmarkReport = Schemas['BenchmarkReport']
export type Inbox = Schemas['Inbox']
export type Duty = Schemas['Duty']
export type Reference = Schemas['Reference']
export type Advice = Omit<Schemas['Advice'], 'finding'> & { finding?: Finding }
export type Simulation = Schemas['Simulation']
export type SimulationQuestion = Schemas['SimulationQuestion']
export type SimulationTally = Schemas['SimulationTally']
export type SimulatedCase = Schemas['SimulatedCase']
export type Why = Schemas['Why']
export type StateName = Schemas['StateName']
export type Verification = Schemas['Verification']
export type LawArticle = Schemas['LawArticle']
export type ExplorerItem = Schemas['ExplorerItem']
export type ExplorerVersion = Schemas['ExplorerVersion']
export type ExplorerChoices = Schemas['ExplorerChoices']
export type FineWords = Schemas['FineWords']
export type Explored = Schemas['Explored']
export type PenaltyScale = Schemas['Scale']

/** The answer of a discretion request; its exact form is that of `zhiheng decide`. */
export interface Finding {
  outcome?: string
  because?: string
  statutory?: { min: string; max: string; kind?: string; mode?: string }
  limb?: string
  allowed_tiers?: string[]
  allowed_with_approval?: string[]
  recommended_tier?: string
  bands?: Record<string, Band>
  band?: Band | null
  companions?: { kind: string; mode: string; amount?: string; basis: string; state?: string }[]
  flags?: string[]
  ignored?: { code: string; why: string }[]
  verdict?: { result: string; tier?: string; note?: string }
  trace?: { step: number; rule: string; source: string; input: Data; result: Data }[]
  reasoning_text?: string
  error?: { code: string; title: string; detail: string; field?: string; needs?: string[] }
}

export interface Band {
  min: string
  max: string
  min_incl: boolean
  max_incl: boolean
}
