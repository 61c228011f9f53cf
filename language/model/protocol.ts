import type { Effect, Goal, Indicator, Rationale, Research } from './goals.js';
import type { Framework, Review } from './review.js';
import type { Scenario } from './scenario.js';
import type { Quantity, Value } from './values.js';
import type { Process } from './process.js';

/**
 * The process model: everything that one text says, plain, immutable and serialisable, with the place in the text of
 * each part. It is built in one place (build.ts), once for each version of a document; rules, analyses, documents and
 * workflow outputs read it and nothing else. A name in it (`Ref`) is the name of an element of the same protocol. Only
 * kept.ts changes it: with a later version of the text that says the same, its places and its words for people.
 */
export interface FileModel {
    /** URI of the file */
    readonly file: string;
    /** shared elements at the top level of the file */
    readonly sources: readonly Source[];
    readonly concepts: readonly Concept[];
    readonly organisations: readonly Organisation[];
    readonly roles: readonly Role[];
    readonly interventions: readonly Protocol[];
    readonly frameworks: readonly Framework[];
    readonly reviews: readonly Review[];
    readonly scenarios: readonly Scenario[];
    /** what is `onbekend` or `plaatselijk` outside the interventies */
    readonly unknowns: readonly UnknownItem[];
}

export interface Position {
    /** zero-based */
    readonly line: number;
    /** zero-based, in UTF-16 code units */
    readonly character: number;
}

export interface Range {
    readonly start: Position;
    readonly end: Position;
}

/** Where something stands in the text. */
export interface Place {
    /** URI of the file */
    readonly file: string;
    readonly range: Range;
}

/** A reference by name to an element, with the place of the reference. */
export interface Ref {
    readonly name: string;
    readonly at: Place;
}

/** A reference that a statement of its own makes (`werkt aan X volgens Y`), with what that statement says of itself. */
export interface StatedRef extends Ref {
    readonly provenance: readonly Provenance[];
    readonly modality?: Modality;
}

/** Where a claim comes from: a source with optional quotation, or the author's own reading (`afgeleid`). */
export interface Provenance {
    readonly source?: string;
    /** where in the source: "blz. 12" */
    readonly place?: string;
    /** literal quotation */
    readonly quote?: string;
    /** who says it inside the source */
    readonly speaker?: string;
    /** `aldus onbekend`: somebody whom the source does not name */
    readonly speakerUnknown?: true;
    readonly derived: boolean;
    /** why the author reads it so */
    readonly reason?: string;
    /** true where it was said once for the block (`tenzij anders vermeld`) and not here */
    readonly fromBlock: boolean;
    readonly at: Place;
}

/** Everything that stands in the text. */
export interface Stated {
    readonly at: Place;
    /** own claims first; where there are none, those of the nearest block that says them for its whole */
    readonly provenance: readonly Provenance[];
}

/** `keyword value`: one property of the block that it stands in; also what is open as a whole, such as `doelgroep onbekend`. */
export interface Statement extends Stated {
    /** the keyword as written: "duur", "niet primair doel" */
    readonly kind: string;
    /** the quoted name in `kenmerk "Methode" "…"`, `cijfer "…" 90`, `vraag "…"`, `dimensie "…"` */
    readonly subject?: string;
    readonly values: readonly Value[];
    readonly modality?: Modality;
    /** behind `na`: from when the term of an escalation counts, or after what a norm or a measurement holds */
    readonly after?: Value;
}

/** veelal, in beginsel, zo nodig, bij voorkeur, mogelijk, gestreefd naar */
export type Modality = 'usually' | 'in-principle' | 'if-needed' | 'preferably' | 'possibly' | 'aimed';

/** A colleague's comment, with its replies. */
export interface Remark extends Block {
    readonly author?: string;
    /** `van onbekend` */
    readonly authorValue?: Value;
    /** ISO date */
    readonly date?: string;
    /** `op onbekend` */
    readonly dateValue?: Value;
    readonly text: string;
    /** true where the text was in triple quotes */
    readonly markdown?: boolean;
    readonly state?: string;
    readonly replies: readonly Spoken[];
}

/** Something that somebody said: an experience, a statement, a reaction. */
export interface Spoken extends Stated {
    readonly kind: string;
    readonly who?: string;
    /** `van onbekend` */
    readonly whoValue?: Value;
    /** of what they said: `ervaring van ouders veelal "…"` */
    readonly modality?: Modality;
    readonly date?: string;
    /** `op onbekend` */
    readonly dateValue?: Value;
    /** empty where it is not known what they said */
    readonly text: string;
    /** `ervaring van ouders onbekend` */
    readonly textValue?: Value;
    /** true where the text was in triple quotes */
    readonly markdown?: boolean;
}

/** Sources that conflict, both written down. */
export interface Contradiction extends Stated {
    // its own claims say who calls it a contradiction; those of a side say who says that
    readonly title: string;
    readonly sides: readonly ContradictionSide[];
}

export interface ContradictionSide extends Stated {
    readonly element?: Ref;
    readonly text?: string;
    /** `onbekend`: that something else is said is known, what it is not */
    readonly value?: Value;
}

/** A block: its properties, comments and contradictions. */
export interface Block extends Stated {
    readonly statements: readonly Statement[];
    readonly remarks: readonly Remark[];
    readonly contradictions: readonly Contradiction[];
}

/** What has a name and may be referred to. */
export interface Named extends Block {
    readonly name: string;
    readonly title?: string;
    readonly nameAt: Place;
    /** name of the interventie from which it was inherited unchanged */
    readonly inheritedFrom?: string;
}

export interface Source extends Named {
    readonly kind: 'source' | 'guideline';
}

export interface Concept extends Named {
    readonly text?: string;
    /** true where the text was in triple quotes */
    readonly markdown?: boolean;
    /** `begrip X onbekend` */
    readonly value?: Value;
}

export type Organisation = Named;

export interface Role extends Named {
    readonly organisations: readonly Ref[];
    /** `van onbekend` */
    readonly organisationsValue?: Value;
    /** must be another person than these */
    readonly otherThan: readonly Ref[];
    /** `iemand anders dan onbekend` */
    readonly otherThanValue?: Value;
    /** words after `is`: "cliënt" */
    readonly flags: readonly string[];
    readonly isClient: boolean;
    /** `voert regie` */
    readonly directs: boolean;
    readonly filledBy?: Ref;
    /** of who fills it: `vervuld door bij voorkeur X` */
    readonly filledByModality?: Modality;
    /** who fills the role, where no other role does: a text, unknown or local */
    readonly filledByValue?: Value;
}

/** A statement of an interventie that this one works out. */
export interface StatementOfBase extends Statement {
    /** name of the interventie that says it */
    readonly inheritedFrom: string;
}

/** One interventie, with everything that its text and what it inherits say. */
export interface Protocol extends Named {
    /** the interventie of which this is a local working-out */
    readonly refines?: Ref;
    /** what it works out that is not described in these files, or is unknown */
    readonly refinesValue?: Value;
    /** the interventie that this one continues */
    readonly continues?: Ref;
    /** what it continues that is not described in these files, or is unknown or local */
    readonly continuesValue?: Value;
    /** what the interventie that it works out says to be open by a `kenmerk`, a `vraag` or a part, and this one says nothing about */
    readonly openInBase: readonly StatementOfBase[];
    readonly versions: readonly Version[];
    readonly parties: readonly Party[];
    readonly spoken: readonly Spoken[];
    /** declared numbers of steps: `6 stappen, niet benoemd`, `circa 6 stappen`, `onbekend aantal stappen` */
    readonly stepCounts: readonly StepCount[];
    readonly partners: readonly Partners[];
    readonly recognitions: readonly Recognition[];
    readonly targetGroups: readonly Named[];
    readonly goals: readonly Goal[];
    /** indicators that stand by themselves, outside a goal */
    readonly indicators: readonly Indicator[];
    readonly effects: readonly Effect[];
    readonly rationales: readonly Rationale[];
    readonly deliveries: readonly Block[];
    readonly research: readonly Research[];
    readonly collaborations: readonly Collaboration[];
    readonly facts: readonly Fact[];
    readonly documents: readonly ProtocolDocument[];
    readonly handovers: readonly Handover[];
    readonly dropped: readonly Departure[];
    readonly deviations: readonly Departure[];
    /** what goes along with what is dropped, or is led around it */
    readonly lost: readonly Lost[];
    /** undefined where the interventie has no `aanpak` */
    readonly process?: Process;
    /** own, inherited, and those of the file and the files it uses */
    readonly sources: readonly Source[];
    readonly concepts: readonly Concept[];
    readonly organisations: readonly Organisation[];
    readonly roles: readonly Role[];
    /** everything that is `onbekend` or `plaatselijk`, in the order of the text */
    readonly unknowns: readonly UnknownItem[];
}

export interface UnknownItem {
    readonly type: 'unknown' | 'local';
    /** what is unknown: the keyword or subject, with the element it belongs to: "datum (erkenning)" */
    readonly what: string;
    /** name of the element that it belongs to; the interventie itself at the highest level */
    readonly element: string;
    readonly reason?: string;
    readonly expected?: string;
    /** what holds where it is not decided locally: `plaatselijk standaard 2 weken` */
    readonly standard?: Quantity;
    readonly at: Place;
}

export interface Version extends Stated {
    readonly number?: string;
    /** `versie onbekend`, `versie plaatselijk` */
    readonly numberValue?: Value;
    readonly date?: string;
    /** `van 2026`, `van februari 2026`: as written, where the day is not said */
    readonly year?: string;
    /** `van onbekend`, `van plaatselijk` */
    readonly dateValue?: Value;
    /** concept, vastgesteld, vervallen */
    readonly state?: string;
    /** `stand onbekend`, `stand plaatselijk` */
    readonly stateValue?: Value;
}

/** eigenaar, ontwikkelaar, opdrachtgever, financier, aanbieder */
export interface Party extends Block {
    readonly kind: string;
    readonly values: readonly Value[];
    readonly modality?: Modality;
}

export interface StepCount extends Stated {
    /** a quantity, of which the text is what stands before `stappen`; unknown or local */
    readonly count: Value;
    readonly unnamed: boolean;
}

export interface Partners extends Stated {
    readonly partners: readonly Ref[];
    readonly value?: Value;
    readonly modality?: Modality;
}

export interface Collaboration extends Block {
    readonly partners: readonly Ref[];
    readonly value?: Value;
    readonly modality?: Modality;
}

export interface Fact extends Named {
    readonly type: 'yes-no' | 'number' | 'date' | 'text' | 'one-of' | 'unspecified';
    /** the values of a one-of fact */
    readonly values: readonly string[];
    /** what is open of its type: `gegeven X: onbekend`, `gegeven X: een van onbekend` */
    readonly typeValue?: Value;
}

export interface ProtocolDocument extends Named {
    /** `over alle leefgebieden` */
    readonly coversAllAreas: boolean;
    /** the areas after `behalve` */
    readonly except: readonly string[];
    readonly about: readonly Value[];
}

/** `vervalt` or `afwijking`: how a local working-out departs from what it refines. */
export interface Departure extends Stated {
    readonly elementKind: string;
    /** of `afwijking aanpak` and `afwijking interventie` the keyword itself: the whole is meant */
    readonly element: Ref;
    readonly reason?: string;
    /** `omdat onbekend` */
    readonly reasonValue?: Value;
}

/**
 * What a `vervalt` takes along of what is inherited, or changes in it, without a word of the text about it.
 * - `branch`, `deadline`, `absent`: a way (`daarna`, `termijn … anders`, `bij uitblijven`) to what is dropped; it leads
 *   `to` where that led itself, or nobody says where
 * - `ways`: what is dropped chose where to go; what came before it now goes on in the order of the text
 * - `start`: the same of what came first: a case, or a phase, now begins with what follows in the text
 * - `interrupt`: an `altijd als` to what is dropped
 * - `inside`: a node that stands in a dropped group or phase
 * - `from`: an escalation or handover that began at what is dropped only
 */
export interface Lost {
    readonly kind: 'branch' | 'deadline' | 'absent' | 'ways' | 'start' | 'interrupt' | 'inside' | 'from';
    /** what is dropped */
    readonly dropped: string;
    /** the element that loses it or is lost itself; for an interruption and what came first what is dropped */
    readonly element: string;
    readonly to?: string;
    /** in the text that is inherited */
    readonly at: Place;
}

/** What leads somewhere, and may lead around what a local working-out drops. */
export interface Rerouted {
    /** the dropped node that the inherited text names here */
    readonly insteadOf?: string;
}

/** `erkenning` */
export interface Recognition extends Block {
    /** `erkenning geen`: the source says that there is none */
    readonly none: boolean;
    /** why there is none */
    readonly reason?: string;
}

export interface Handover extends Named {
    readonly from?: Ref;
    readonly fromValue?: Value;
    readonly to?: Ref;
    readonly toValue?: Value;
    readonly fromNodes: readonly StatedRef[];
    /** `naar einde`: of the ends behind those nodes, the ones at which the work passes on; all of them where it is not said */
    readonly toEnds: readonly StatedRef[];
    /** `vanuit onbekend`, `naar einde onbekend` */
    readonly open: readonly Statement[];
    readonly meetings: readonly Meetings[];
    readonly guards: readonly Guard[];
    readonly information: readonly Information[];
    readonly actions: readonly HandoverAction[];
    readonly contingencies: readonly Contingency[];
    readonly secrecy: readonly Secrecy[];
    readonly deadlines: readonly Deadline[];
    readonly confirmations: readonly Confirmation[];
    readonly whenAbsent: readonly WhenAbsent[];
    readonly direction: readonly Direction[];
    readonly closesAfter: readonly ClosesAfter[];
}

export interface Meetings extends Stated {
    /** how many; undefined where the text only says with whom */
    readonly value?: Value;
    readonly with: readonly Ref[];
    /** `met onbekend` */
    readonly withValue?: Value;
    /** of who join in: `met veelal X` */
    readonly withModality?: Modality;
    readonly modality?: Modality;
}

export interface Guard extends Stated {
    /** `pas als` holds before, `klaar als` after */
    readonly kind: 'only-when' | 'done-when';
    readonly condition: Condition;
}

export interface Information extends Stated {
    readonly modality?: Modality;
    readonly documents: readonly Ref[];
    readonly value?: Value;
}

export interface HandoverAction extends Stated {
    readonly modality?: Modality;
    /** empty where it is unknown or local */
    readonly text: string;
    readonly value?: Value;
    readonly performer?: Ref;
    /** `door onbekend` */
    readonly performerValue?: Value;
    /** of who does it: `door bij voorkeur X` */
    readonly performerModality?: Modality;
    readonly within?: Value;
    /** behind `na`: from when that counts */
    readonly after?: Value;
}

export interface Contingency extends Stated {
    /** empty where it is unknown or local */
    readonly situation: string;
    /** of the response */
    readonly modality?: Modality;
    readonly response: string;
    readonly value?: Value;
}

export interface Secrecy extends Stated {
    readonly modality?: Modality;
    readonly consentOf: readonly Ref[];
    /** of whose consent: `toestemming van bij voorkeur X` */
    readonly consentOfModality?: Modality;
    /** `toestemming van onbekend` */
    readonly consentOfValue?: Value;
    readonly exception?: string;
    /** `uitzondering onbekend` */
    readonly exceptionValue?: Value;
    readonly value?: Value;
}

/** From when a length of time counts. */
export type Since =
    | { readonly type: 'registration' }
    | { readonly type: 'begin' | 'end'; readonly node: Ref }
    /** when it is over: confirmed, where that is asked */
    | { readonly type: 'handover'; readonly handover: Ref }
    /** `na onbekend`, or a text: no moment that the process knows; `isBefore`: it counts back from there (`voor "de start"`) */
    | { readonly type: 'other'; readonly value: Value; readonly isBefore?: true };

export interface Deadline extends Stated, Rerouted {
    readonly modality?: Modality;
    readonly value: Value;
    readonly after?: Since;
    readonly otherwise?: Target;
    /** `anders: onbekend` */
    readonly otherwiseValue?: Value;
}

export interface Confirmation extends Stated {
    readonly modality?: Modality;
    readonly role?: Ref;
    /** `door onbekend` */
    readonly roleValue?: Value;
    /** of who confirms: `door bij voorkeur X` */
    readonly roleModality?: Modality;
    readonly within?: Value;
    /** behind `na`: from when that counts */
    readonly after?: Value;
    readonly value?: Value;
}

/** `bij uitblijven: X hoogstens 1 keer, anders: Y` is two of these: X, and Y for when the bound of X is reached. */
export interface WhenAbsent extends Stated, Rerouted {
    readonly modality?: Modality;
    /** behind `anders`: for when the bound of the one before is reached */
    readonly otherwise?: true;
    readonly target?: Target;
    readonly value?: Value;
}

export interface Direction extends Stated {
    readonly modality?: Modality;
    readonly role?: Ref;
    readonly value?: Value;
}

export interface ClosesAfter extends Stated {
    readonly modality?: Modality;
    readonly meeting?: number;
    readonly text?: string;
    /** unknown or local; of `gesprek onbekend` its unit is `gesprek` */
    readonly value?: Value;
}

/** Where an arrow goes; `atMost` bounds how often it may be taken in one case. */
export interface Target {
    readonly modality?: Modality;
    readonly node: Ref;
    readonly atMost?: number;
    /** `hoogstens onbekend keer`: that there is a bound is known, what it is not */
    readonly atMostValue?: Value;
}

/** A condition over typed facts; an informal or open one is decided by a person. */
export type Condition =
    | { readonly type: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
    | { readonly type: 'not'; readonly operand: Condition }
    | { readonly type: 'informal'; readonly text: string; readonly at: Place }
    /** `als onbekend`: that there is a condition is known, what it is not */
    | { readonly type: 'open'; readonly value: Value; readonly at: Place }
    | ModalCondition
    | FactTest;

/** `klaar als veelal C`: not firm, so that a person decides whether it counts in a case. Only a whole condition is one. */
export interface ModalCondition {
    readonly type: 'modal';
    readonly modality: Modality;
    readonly condition: Condition;
    readonly at: Place;
}

export interface FactTest {
    readonly type: 'fact';
    readonly fact: Ref;
    readonly negated: boolean;
    /** what the fact is compared with */
    readonly test:
        | { readonly type: 'yes' | 'no' | 'known' | 'unknown' }
        | { readonly type: 'number'; readonly value: Value }
        | { readonly type: 'word'; readonly word: string }
        | { readonly type: 'date'; readonly date: string }
        | { readonly type: 'text'; readonly text: string };
}
