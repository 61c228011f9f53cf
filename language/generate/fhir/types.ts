/**
 * The parts of FHIR R4 that are made here, as JSON (http://hl7.org/fhir/R4/plandefinition.html). What FHIR calls code,
 * id, uri and canonical are texts.
 */

export interface Extension {
    readonly url: string;
    readonly valueCode?: string;
    readonly valueString?: string;
}

export interface CodeableConcept {
    readonly coding?: readonly { readonly system: string; readonly code: string }[];
    readonly text?: string;
    readonly _text?: Absent;
}

/** A primitive that has no value, with why: `"_version": …` */
export interface Absent {
    readonly extension: readonly Extension[];
}

export interface Quantity {
    readonly value: number;
    readonly comparator?: '<' | '<=' | '>=' | '>';
    readonly unit?: string;
    readonly system?: string;
    readonly code?: string;
}

export interface Timing {
    readonly repeat?: {
        readonly boundsDuration?: Quantity;
        readonly frequency?: number;
        readonly frequencyMax?: number;
        readonly period?: number;
        readonly periodUnit?: string;
    };
    readonly code?: CodeableConcept;
}

/** `timing[x]` of an action and of an activity definition. */
export interface Timed {
    readonly timingDuration?: Quantity;
    readonly timingRange?: { readonly low: Quantity; readonly high: Quantity };
    readonly timingTiming?: Timing;
}

export interface Participant {
    readonly type: 'patient' | 'practitioner';
    readonly role: CodeableConcept;
}

export interface RelatedArtifact {
    readonly type: 'documentation' | 'citation' | 'derived-from' | 'predecessor';
    readonly display: string;
}

export interface DataRequirement {
    readonly type: 'DocumentReference' | 'Observation';
    readonly codeFilter: readonly { readonly path: string; readonly code: readonly { readonly display: string }[] }[];
}

export interface Goal {
    readonly id: string;
    readonly category: CodeableConcept;
    readonly description: CodeableConcept;
    readonly target?: readonly { readonly measure: CodeableConcept; readonly detailQuantity?: Quantity }[];
}

export interface ActionCondition {
    readonly kind: 'applicability' | 'start' | 'stop';
    readonly expression: { readonly description: string; readonly language: string; readonly expression: string };
}

export interface RelatedAction {
    readonly actionId?: string;
    readonly _actionId?: Absent;
    readonly relationship: 'before-start' | 'after-end' | 'after-start' | 'concurrent';
    readonly offsetDuration?: Timed['timingDuration'];
    readonly offsetRange?: Timed['timingRange'];
}

export interface Action extends Timed {
    readonly id: string;
    readonly title?: string;
    readonly description?: string;
    readonly textEquivalent?: string;
    readonly code?: readonly CodeableConcept[];
    readonly documentation?: readonly RelatedArtifact[];
    readonly goalId?: readonly string[];
    readonly trigger?: readonly { readonly type: 'named-event'; readonly name: string }[];
    readonly condition?: readonly ActionCondition[];
    readonly input?: readonly DataRequirement[];
    readonly output?: readonly DataRequirement[];
    readonly relatedAction?: readonly RelatedAction[];
    readonly participant?: readonly Participant[];
    readonly groupingBehavior?: 'logical-group';
    readonly selectionBehavior?: 'all' | 'any' | 'exactly-one' | 'at-most-one';
    readonly cardinalityBehavior?: 'multiple';
    readonly definitionCanonical?: string;
    readonly action?: readonly Action[];
}

/** What a plan and an activity definition both say of themselves. */
export interface Definition {
    readonly id: string;
    readonly language: string;
    readonly text: { readonly status: 'generated'; readonly div: string };
    readonly url: string;
    readonly version?: string;
    readonly _version?: Absent;
    readonly name: string;
    readonly title: string;
    readonly status: 'draft';
    readonly experimental?: true;
    readonly date?: string;
    readonly _date?: Absent;
    readonly publisher?: string;
    readonly _publisher?: Absent;
    readonly description?: string;
    readonly _description?: Absent;
    readonly purpose?: string;
    readonly relatedArtifact?: readonly RelatedArtifact[];
}

export interface PlanDefinition extends Definition {
    readonly resourceType: 'PlanDefinition';
    readonly type: CodeableConcept;
    readonly useContext?: readonly {
        readonly code: { readonly system: string; readonly code: string };
        readonly valueCodeableConcept: CodeableConcept;
    }[];
    readonly goal?: readonly Goal[];
    readonly action?: readonly Action[];
}

export interface ActivityDefinition extends Definition, Timed {
    readonly resourceType: 'ActivityDefinition';
    readonly kind: 'Task';
    readonly code: CodeableConcept;
    readonly participant?: readonly Participant[];
}

export interface Bundle {
    readonly resourceType: 'Bundle';
    readonly type: 'collection' | 'transaction';
    readonly entry: readonly {
        readonly fullUrl: string;
        readonly resource: PlanDefinition | ActivityDefinition;
        readonly request?: { readonly method: 'PUT'; readonly url: string };
    }[];
}
