import type { Range } from '../model/protocol.js';
import type { AssessedBound, AssessedAnswer, AssessedScenario } from './assess.js';
import type { Area, ChangeKind, ElementId } from './change.js';
import type { Severity } from '../rules/finding.js';

/** What `diff --format json` prints. Scripts build on it: what is here stays. Its schema: docs/verschil.schema.json. */
export interface DifferenceJson {
    readonly version: 1;
    /** what was compared, as the user named it */
    readonly old: string;
    readonly new: string;
    /** the files of which a part cannot be read; with one of these the changes may be more, or others, than there are */
    readonly unread: readonly string[];
    readonly changes: readonly ChangeJson[];
    readonly consequences: {
        readonly newFindings: readonly FindingJson[];
        readonly goneFindings: readonly FindingJson[];
        readonly bounds: readonly {
            readonly old?: AssessedBound;
            readonly new?: AssessedBound;
            readonly sentence: string;
        }[];
        readonly answers: readonly {
            readonly interventie: string;
            readonly code: string;
            readonly question: string;
            readonly old: AssessedAnswer['outcome'];
            readonly new: AssessedAnswer['outcome'];
            readonly sentence: string;
        }[];
        readonly scenarios: readonly {
            readonly old?: AssessedScenario;
            readonly new?: AssessedScenario;
            readonly sentence: string;
        }[];
    };
    readonly summary: { readonly meaning: number; readonly text: number };
}

export interface ChangeJson {
    readonly kind: ChangeKind;
    readonly degree: 'meaning' | 'text';
    readonly area: Area;
    readonly element: ElementId;
    readonly what?: string;
    readonly of?: string;
    readonly old?: SaidJson;
    readonly new?: SaidJson;
    readonly others?: readonly ElementId[];
    readonly reason?: string;
    readonly sentence: string;
}

export interface SaidJson {
    readonly text: string;
    /** from where the tool runs, with `/`; the range is zero-based */
    readonly file?: string;
    readonly range?: Range;
}

export interface FindingJson {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
}
