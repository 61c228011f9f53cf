import type { Block, Modality, Named, Place, Ref, Spoken, Stated, StatedRef, Statement } from './protocol.js';
import type { Value } from './values.js';

export interface Framework extends Named {
    readonly owner?: string;
    /** `van onbekend` */
    readonly ownerValue?: Value;
    readonly verdicts: readonly Verdict[];
    readonly themes: readonly Theme[];
}

export interface Verdict extends Named {
    /** "✓" */
    readonly sign?: string;
}

export interface Theme extends Named {
    readonly criteria: readonly Criterion[];
    /** indicators directly under the theme */
    readonly indicators: readonly FrameworkIndicator[];
}

export interface Criterion extends Named {
    readonly indicators: readonly FrameworkIndicator[];
}

export interface FrameworkIndicator extends Named {
    readonly queries: readonly Query[];
}

/** `toets`: a question about the text of a protocol. */
export interface Query extends Stated {
    readonly quantifier: 'every' | 'none' | 'at-least' | 'at-most' | 'exactly';
    readonly count?: number;
    readonly elementKind: string;
    /** of the kind of element */
    readonly nameAt: Place;
    readonly container?: string;
    readonly where: readonly QueryCriterion[];
    readonly has: readonly QueryCriterion[];
    /** as written, without the claims behind it */
    readonly text: string;
}

export interface QueryCriterion {
    readonly property: string;
    /** of the property */
    readonly nameAt: Place;
    readonly at: Place;
    readonly negated: boolean;
    readonly value?: Value | { readonly type: 'yes' | 'no' };
}

export interface Review extends Named {
    readonly intervention: Ref;
    readonly framework: Ref;
    /** the codes of all indicators of the framework, in its order; empty where the framework is not found */
    readonly frameworkIndicators: readonly { readonly code: string; readonly hasQueries: boolean }[];
    readonly by: readonly ReviewBy[];
    readonly informants: readonly Named[];
    readonly findings: readonly ReviewFinding[];
}

export interface ReviewBy extends Stated {
    readonly value: Value;
    readonly date?: string;
    /** `op onbekend` */
    readonly dateValue?: Value;
    readonly version?: string;
    /** `over versie onbekend` */
    readonly versionValue?: Value;
}

export interface ReviewFinding extends Block {
    readonly indicators: readonly Ref[];
    /** one finding for several indicators together */
    readonly joint: boolean;
    /** how a joint finding is shared out over its indicators, where that is said or unknown */
    readonly allocation?: Value;
    readonly verdict?: Ref;
    /** the sign of that verdict in its framework: "✓" */
    readonly verdictSign?: string;
    /** an unknown verdict */
    readonly verdictValue?: Value;
    readonly text?: string;
    /** true where the text was in triple quotes */
    readonly markdown?: boolean;
    readonly attention: readonly Attention[];
    readonly concerns: readonly StatedRef[];
    /** `betreft onbekend` */
    readonly open: readonly Statement[];
    readonly reactions: readonly Spoken[];
    readonly followUps: readonly FollowUp[];
}

/** LET OP */
export interface Attention extends Stated {
    readonly text: string;
    /** true where the text was in triple quotes */
    readonly markdown?: boolean;
}

export interface FollowUp extends Block {
    readonly modality?: Modality;
    /** empty where it is unknown or local */
    readonly text: string;
    readonly value?: Value;
    readonly who?: string;
    /** `door onbekend` */
    readonly whoValue?: Value;
    /** ISO date */
    readonly due?: string;
    /** `voor onbekend` */
    readonly dueValue?: Value;
    readonly state?: string;
}
