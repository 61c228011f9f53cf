import type { LangiumDocument } from 'langium';
import { contactsOf } from '../analysis/contacts.js';
import { neverBegun } from '../analysis/never-begun.js';
import { byEnd } from '../analysis/ends-in-time.js';
import { gapsOf } from '../analysis/gaps.js';
import { proofsOf } from '../analysis/proofs.js';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import type { Protocol } from '../model/protocol.js';
import { answersOf, type Answer } from '../rules/answers.js';
import { findingsOf } from '../rules/check.js';
import type { Severity } from '../rules/finding.js';
import { scenariosIn } from '../simulate/in-document.js';
import { testScenario } from '../simulate/test-scenario.js';
import type { Outcome } from '../simulate/run-scenario.js';
import type { Bilingual } from '../text/bilingual.js';

/** What follows from a text, as far as a comparison tells it. */
export interface Assessment {
    readonly findings: readonly AssessedFinding[];
    readonly answers: readonly AssessedAnswer[];
    readonly bounds: readonly AssessedBound[];
    readonly scenarios: readonly AssessedScenario[];
}

export interface AssessedFinding {
    readonly code: string;
    readonly severity: Severity;
    readonly message: Bilingual;
}

/** The answer to a question about all courses of a case. */
export interface AssessedAnswer extends Pick<Answer, 'code' | 'question' | 'outcome'> {
    readonly interventie: string;
}

/** Between what a sum lies on all courses to an end. */
export interface AssessedBound {
    readonly interventie: string;
    readonly of: 'contacts' | 'days';
    readonly least: number;
    /** undefined where it has no bound, or where it is not said */
    readonly greatest?: number;
    /** the elements of which it is not stated how much they take, or how much at most */
    readonly notStated: readonly string[];
    /** those of which it is stated vaguely */
    readonly vague: readonly string[];
}

export interface AssessedScenario {
    readonly name: string;
    readonly interventie: string;
    readonly outcome: Outcome;
    readonly path: readonly string[];
    readonly end?: string;
}

/** Checks a file, proves what can be proved of it, and runs its scenarios. */
export function assess(document: LangiumDocument<ProtocolFile>, services: DraaiboekServices): Assessment {
    const { interventions } = services.models.of(document);
    const { holidays } = services.settings.settingsFor(document.uri.toString());
    return {
        findings: findingsOf(document, services).map(({ code, severity, message }) => ({ code, severity, message })),
        answers: answersOf(document, services).flatMap(({ protocol, answers }) =>
            (answers ?? []).map(({ code, question, outcome }) => ({ interventie: protocol, code, question, outcome })),
        ),
        bounds: interventions.flatMap((protocol) => boundsIn(protocol, holidays)),
        scenarios: scenariosIn(document, services).map((one) => {
            const { outcome, run } = testScenario(one, UNREADABLE, { holidays });
            const { title, intervention } = one.scenario;
            const end = run?.end;
            const path = run?.path ?? [];
            return {
                name: title,
                interventie: intervention.name,
                outcome,
                path,
                ...(end === undefined ? {} : { end }),
            };
        }),
    };
}

const UNREADABLE: Bilingual = { nl: 'niet te lezen', en: 'not readable' };

/** Several files as one. */
export function together(all: readonly Assessment[]): Assessment {
    return {
        findings: all.flatMap((a) => a.findings),
        answers: all.flatMap((a) => a.answers),
        bounds: all.flatMap((a) => a.bounds),
        scenarios: all.flatMap((a) => a.scenarios),
    };
}

/** What the contacts and the duration of an interventie come to. */
export function boundsIn(protocol: Protocol, holidays: readonly string[]): AssessedBound[] {
    const proofs = proofsOf(protocol, holidays);
    if (!proofs?.space.complete) {
        return [];
    }
    const { space } = proofs;
    const ends = [...space.states.keys()].filter((state) => space.states[state]?.end !== undefined);
    const contacts = contactsOf(space, undefined, neverBegun(space, proofs.work));
    const sums = ends.flatMap((state) => contacts.certain(state) ?? []);
    const timed = { space, work: proofs.work };
    const gaps = gapsOf(space, timed.work);
    const unknown = new Set(gaps.notStated);
    const [shortest, longest] = [byEnd(timed, 'low'), byEnd(timed, 'high', (name) => unknown.add(name))];
    return [
        ...boundOf(
            protocol,
            'contacts',
            sums.map((s) => s.least),
            sums.map((s) => s.greatest),
            contacts,
        ),
        ...boundOf(
            protocol,
            'days',
            shortest.map((e) => e.amount),
            longest.map((e) => e.amount),
            { notStated: [...unknown], vague: gaps.vague },
        ),
    ];
}

function boundOf(
    { name }: Protocol,
    of: AssessedBound['of'],
    least: readonly number[],
    greatest: readonly number[],
    { notStated, vague }: Pick<AssessedBound, 'notStated' | 'vague'>,
): AssessedBound[] {
    const most = Math.max(...greatest);
    return least.length === 0 || greatest.length === 0
        ? []
        : [
              {
                  interventie: name,
                  of,
                  least: round(Math.min(...least)),
                  ...(Number.isFinite(most) ? { greatest: round(most) } : {}),
                  notStated: notStated.toSorted(),
                  vague: vague.toSorted(),
              },
          ];
}

/** Days are reckoned with months of 30.4 days; a tenth is enough. */
function round(amount: number): number {
    return Math.round(amount * 10) / 10;
}
