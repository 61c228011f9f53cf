/**
 * What the server and its editor say to each other besides the Language Server Protocol. The client imports this file
 * and nothing else of the server.
 */

/** What a client may say of itself when it starts the server (`initializationOptions`). */
export interface ClientOptions {
    /** the client answers {@link READ_FILE}, {@link READ_FOLDER} and {@link FILE_KIND} */
    readonly files?: boolean;
    /** the language of the messages; without it the settings of the workspace say, which are Dutch by default */
    readonly language?: string;
    /** the client wants to hear {@link CHANGED} */
    readonly changes?: boolean;
    /** the client knows the commands of code lenses (`language/editor/code-lenses.ts`); without it there are none */
    readonly commands?: boolean;
}

/**
 * How the server's process keeps memory, for whoever starts it in Node: a folder of 200 files stays below 300 MB, where
 * Node by itself takes twice as much. The heap grows by little, and is cleaned up at once: in small steps that makes more
 * answers late than it makes later.
 */
export const SERVER_FLAGS: readonly string[] = [
    '--max-semi-space-size=16',
    '--initial-old-space-size=32',
    '--heap-growing-percent=60',
    '--no-incremental-marking',
];

/** Asks the client for the text of a file that the server cannot reach itself: `{ uri }` → its bytes in base64. */
export const READ_FILE = 'draaiboek/readFile';
/** Asks the client what is in a folder: `{ uri }` → {@link FolderEntry}[]. */
export const READ_FOLDER = 'draaiboek/readFolder';
/** Asks the client what is at a URI: `{ uri }` → {@link FileKind}. */
export const FILE_KIND = 'draaiboek/fileKind';

export interface FileRequest {
    readonly uri: string;
}

export type FileKind = 'file' | 'folder' | 'nothing';

export interface FolderEntry {
    readonly name: string;
    readonly kind: FileKind;
}

/** Asks what a protocol looks like: {@link PreviewRequest} → {@link Preview}, or null where it is about no interventie. */
export const PREVIEW = 'draaiboek/preview';

/** What a preview can show. */
export type PreviewKind = 'document' | 'diagram' | 'review';

export interface PreviewRequest {
    readonly uri: string;
    readonly kind: PreviewKind;
    /** a line of the text, from 0: the interventie that it is about is shown */
    readonly line: number;
}

export interface Preview {
    readonly kind: PreviewKind;
    /** name and title of the interventie */
    readonly name: string;
    readonly title: string;
    /** a whole page, or drawings one below the other; every text in it is escaped, and no script is in it */
    readonly html: string;
    /** where elements stand: ids in the HTML with lines in files, from 0, the last one included */
    readonly places: readonly PreviewPlace[];
}

export interface PreviewPlace {
    readonly id: string;
    readonly uri: string;
    readonly line: number;
    readonly character: number;
    readonly endLine: number;
}

/** Tells the client, once it asked for that, that files were read or checked anew: {@link Changed}. */
export const CHANGED = 'draaiboek/changed';

export interface Changed {
    /** the files, those that are gone included */
    readonly uris: readonly string[];
}

/** Asks in which language the messages about a file are, by the settings of its folder too: `{ uri }` → `nl` or `en`. */
export const LANGUAGE = 'draaiboek/language';

/** Somewhere in a file; all from 0. */
export interface Spot {
    readonly uri: string;
    readonly line: number;
    readonly character: number;
    readonly endLine: number;
    readonly endCharacter: number;
}

/** The trees of the side bar, each asked for with a {@link TreeRequest} and answered with {@link TreeNode}s. */
export const TREES = {
    /** what the interventies of a file consist of */
    structure: 'draaiboek/structure',
    /** all that a file leaves open */
    unknowns: 'draaiboek/unknowns',
    /** what reviews and `toets`en say about the interventies of a file, indicator by indicator */
    results: 'draaiboek/results',
} as const;

export interface TreeRequest {
    readonly uri: string;
}

export interface TreeNode {
    /** unique in its tree, and the same after an edit that does not concern it */
    readonly id: string;
    readonly label: string;
    /** stands behind the label */
    readonly description?: string;
    readonly tooltip?: string;
    /** what a screen reader says */
    readonly spoken: string;
    readonly icon: TreeIcon;
    /** the text that it is about */
    readonly at?: Spot;
    readonly children: readonly TreeNode[];
}

/** What a node of a tree is, for its picture. */
export type TreeIcon =
    | 'interventie'
    | 'goal'
    | 'role'
    | 'approach'
    | 'phase'
    | 'group'
    | 'step'
    | 'branch'
    | 'escalation'
    | 'end'
    | 'handover'
    | 'document'
    | 'unknown'
    | 'local'
    | 'framework'
    | 'scenario'
    | 'theme'
    | 'indicator'
    | 'good'
    | 'bad'
    | 'other'
    | 'attention'
    | 'part';

/** Asks which scenarios there are: {@link ScenariosRequest} → {@link ScenarioFile}[]. */
export const SCENARIOS = 'draaiboek/scenarios';
/** Runs a scenario: {@link ScenarioRequest} → {@link ScenarioOutcome}, or null where it is no longer there. */
export const RUN_SCENARIO = 'draaiboek/runScenario';
/** Asks what scenarios come through together: {@link CoverageRequest} → {@link CoveredFile}[]. */
export const COVERAGE = 'draaiboek/coverage';

export interface ScenariosRequest {
    /** all files of the workspace where these are not named */
    readonly uris?: readonly string[];
}

export interface ScenarioFile {
    readonly uri: string;
    /** in the order of the text */
    readonly scenarios: readonly ScenarioItem[];
}

export interface ScenarioItem {
    /** unique in its file: its title, with a number where there are several of one title */
    readonly id: string;
    readonly title: string;
    /** name of the interventie that it is about */
    readonly intervention: string;
    readonly at: Spot;
}

export interface ScenarioRequest {
    readonly uri: string;
    readonly id: string;
}

export interface ScenarioOutcome {
    /** `undecided`: the protocol leaves open or vague what is expected */
    readonly outcome: 'met' | 'failed' | 'undecided';
    readonly failures: readonly ScenarioFailure[];
    /** the path taken and what it comes to; nothing where it cannot be run */
    readonly course: readonly string[];
    /** what happened, in order */
    readonly log: readonly { readonly text: string; readonly at: Spot }[];
}

export interface ScenarioFailure {
    readonly message: string;
    /** undefined where the scenario itself says what cannot be */
    readonly compared?: { readonly expected: string; readonly actual: string };
    readonly at: Spot;
}

export interface CoverageRequest {
    readonly scenarios: readonly ScenarioRequest[];
}

export interface CoveredFile {
    readonly uri: string;
    /** the parts of processes that stand in it, in the order of the text */
    readonly parts: readonly CoveredPart[];
}

/** A step, group, phase, escalation, end or handover, with the ways that lead on from it by a decision. */
export interface CoveredPart {
    readonly name: string;
    /** how often the cases came through together */
    readonly times: number;
    readonly at: Spot;
    readonly branches: readonly { readonly label: string; readonly times: number; readonly at: Spot }[];
}

/** How far long work has come. */
export interface Progress {
    readonly done: number;
    readonly total: number;
    readonly what: string;
}

/** Asks which outputs can be made: `{ uri }`, for whose language they are named → {@link OutputChoice}[]. */
export const OUTPUTS = 'draaiboek/outputs';
/** Makes outputs: {@link GenerateRequest} → {@link GenerateAnswer}; nothing is written. */
export const GENERATE = 'draaiboek/generate';

export interface OutputChoice {
    readonly id: string;
    readonly title: string;
    readonly summary: string;
}

export interface GenerateRequest {
    /** the files whose interventies are turned into outputs */
    readonly uris: readonly string[];
    /** the ids of the outputs */
    readonly to: readonly string[];
    /** where they will be written, which decides what may be replaced */
    readonly folder: string;
    /** a token under which {@link Progress} is told */
    readonly progress?: string;
}

export interface GenerateAnswer {
    /** why nothing may be written; then there are no files */
    readonly refused?: string;
    /** outputs that were not made, and why */
    readonly notes: readonly string[];
    /** what to write; what is there already as it should be is left out */
    readonly files: readonly OutputToWrite[];
    /** how many files there are in all */
    readonly count: number;
    /** what to write before and after the files, so that the next run knows them */
    readonly record?: { readonly path: string; readonly before: string; readonly after: string };
}

export interface OutputToWrite {
    /** from the folder, with `/` */
    readonly path: string;
    readonly text?: string;
    /** of what is no text */
    readonly base64?: string;
}

/** Checks all files anew and publishes what is found: {@link CheckRequest} → {@link CheckAnswer}. */
export const CHECK = 'draaiboek/check';

export interface CheckRequest {
    /** a token under which {@link Progress} is told */
    readonly progress?: string;
}

export interface CheckAnswer {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
}

/** Asks what an interventie of a title could be named: `{ title }` → {@link NameAnswer}. */
export const NAME_FROM = 'draaiboek/nameFrom';
/** Asks for the text of a new protocol: {@link SkeletonRequest} → string. */
export const SKELETON = 'draaiboek/skeleton';

export interface NameAnswer {
    readonly title: string;
    readonly name: string;
    /** the name of a file for it */
    readonly file: string;
}

export interface SkeletonRequest {
    readonly title: string;
    readonly name: string;
}

/** Asks where a walk through a case is and what can happen there: {@link WalkRequest} → {@link WalkAnswer}, or null. */
export const WALK = 'draaiboek/walk';
/** Asks for the text of a scenario that goes as a walk did: {@link WalkScenarioRequest} → {@link WalkScenario}, or null. */
export const WALK_SCENARIO = 'draaiboek/walkScenario';

/** Everything that a walk is; the server keeps nothing of it between two questions. */
export interface WalkRequest {
    /** the file of the interventie, or of the scenario */
    readonly uri: string;
    /** the name of the interventie; without it the one around the line, and of a scenario the one that it is about */
    readonly intervention?: string;
    readonly line?: number;
    /** the id of a scenario: the walk that it tells comes in the answer */
    readonly scenario?: string;
    /** what is known when the case begins; without it that is asked first */
    readonly facts?: WalkFacts;
    /** what was chosen since, in order */
    readonly choices: readonly WalkChoice[];
}

export type WalkFacts = Readonly<Record<string, WalkValue | null>>;
export type WalkValue = boolean | number | string;

/** What was chosen, by names (`language/simulate/walk.ts`); a client sends back what it was offered. */
export interface WalkChoice {
    readonly kind: WalkKind;
    readonly step: string;
    readonly to?: string;
    readonly nth?: number;
    readonly facts?: Readonly<Record<string, WalkValue>>;
}

export type WalkKind =
    | 'begin'
    | 'finish'
    | 'again'
    | 'enough'
    | 'leave'
    | 'fall back'
    | 'choose'
    | 'take'
    | 'skip'
    | 'expire'
    | 'escalate'
    | 'interrupt';

export interface WalkAnswer {
    /** why this cannot be walked through; then all else is empty */
    readonly obstacle?: string;
    /** of the interventie, to ask on with */
    readonly uri: string;
    readonly intervention: string;
    readonly title: string;
    /** the walk that the scenario of the request tells */
    readonly planned?: {
        readonly title: string;
        readonly facts: WalkFacts;
        readonly choices: readonly WalkChoice[];
        /** why the scenario goes no further behind these choices, where it does not come to an end */
        readonly stop?: string;
    };
    /** what may be known when the case begins, and is asked then */
    readonly start: readonly WalkQuestion[];
    /** whether the case has begun */
    readonly begun: boolean;
    /** how many of the choices could be made: fewer where the text has changed */
    readonly made: number;
    /** where the case is; empty at its end */
    readonly current: readonly WalkPlace[];
    /** what each role has to do now, in the order of the text */
    readonly roles: readonly WalkRole[];
    readonly due: readonly WalkDue[];
    readonly options: readonly WalkOption[];
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    readonly documents: readonly { readonly label: string; readonly state: string }[];
    readonly contacts: string;
    readonly time: string;
    readonly directors: string;
    /** what happened, the last thing last */
    readonly log: readonly { readonly text: string; readonly when: string; readonly at: Spot }[];
    /** how it ended, or why it goes nowhere */
    readonly outcome?: { readonly text: string; readonly at: Spot; readonly isEnd: boolean };
}

export interface WalkQuestion {
    /** the name of a fact, or the text of what a person decides */
    readonly name: string;
    readonly label: string;
    readonly type: 'yes-no' | 'number' | 'text' | 'date' | 'one-of';
    /** of one-of */
    readonly values: readonly WalkValue[];
    readonly required: boolean;
}

export interface WalkPlace {
    readonly name: string;
    readonly label: string;
    /** `bezig`, `wacht` … */
    readonly stage: string;
    readonly isWaiting: boolean;
    /** what else it says: what it needs, what comes of it */
    readonly notes: readonly string[];
    /** its name */
    readonly at: Spot;
    /** its head, to the end of its name */
    readonly head: Spot;
}

export interface WalkRole {
    readonly label: string;
    readonly directs: boolean;
    readonly tasks: readonly { readonly text: string; readonly at: Spot }[];
}

export interface WalkDue {
    readonly text: string;
    readonly when: string;
    readonly at: Spot;
}

export interface WalkOption {
    readonly choice: WalkChoice;
    readonly label: string;
    /** the condition under which it comes */
    readonly detail?: string;
    /** work that is done, something that is decided, or something that happens besides */
    readonly group: 'work' | 'decision' | 'event';
    /** what becomes known by it, to be said in `facts` of the choice */
    readonly questions: readonly WalkQuestion[];
    readonly at: Spot;
}

export interface WalkScenarioRequest extends WalkRequest {
    readonly title: string;
}

export interface WalkScenario {
    /** undefined where no scenario can tell this walk */
    readonly text?: string;
    /** why there is none */
    readonly refused?: string;
    /** the files of scenarios about this interventie */
    readonly files: readonly string[];
}

/**
 * Asks what differs in meaning between a file and another one: {@link DifferenceRequest} → {@link DifferenceAnswer}, or
 * null where the file works out nothing while that is what was asked.
 */
export const DIFFERENCE = 'draaiboek/difference';

export interface DifferenceRequest {
    readonly uri: string;
    /** `base`: what the interventies of the file work out (`uitwerking van`) */
    readonly other:
        | { readonly kind: 'file'; readonly uri: string }
        | {
              readonly kind: 'version';
              /** as people see it */
              readonly name: string;
              /** the file and those that it uses, as they were */
              readonly files: readonly { readonly uri: string; readonly text: string }[];
          }
        | { readonly kind: 'base' };
}

export interface DifferenceAnswer {
    /** what was compared */
    readonly title: string;
    readonly markdown: string;
    /** of each interventie whose process differs */
    readonly pictures: readonly { readonly name: string; readonly svg: string }[];
}
