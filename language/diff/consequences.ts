import type { AssessedAnswer, AssessedBound, AssessedFinding, AssessedScenario, Assessment } from './assess.js';
import type { Names } from './keys.js';

/** What follows otherwise from the new text than from the old one. */
export interface Consequences {
    readonly newFindings: readonly AssessedFinding[];
    readonly goneFindings: readonly AssessedFinding[];
    readonly answers: readonly Pairwise<AssessedAnswer>[];
    readonly bounds: readonly Pairwise<AssessedBound>[];
    readonly scenarios: readonly Pairwise<AssessedScenario>[];
}

/** The same thing in both texts, otherwise; or in one of them only. */
export interface Pairwise<T> {
    readonly old?: T;
    readonly new?: T;
}

/** Compares what follows from two texts. @param names what names of the old text are in the new one */
export function consequencesOf(older: Assessment, newer: Assessment, names: Names): Consequences {
    const name = (old: string) => names.get(old) ?? old;
    const findingKey = ({ code, severity, message }: AssessedFinding, isOld: boolean) =>
        `${code} ${severity} ${isOld ? withNewNames(message.nl, names) : message.nl}`;
    const gone = without(
        older.findings,
        newer.findings,
        (f) => findingKey(f, true),
        (f) => findingKey(f, false),
    );
    const added = without(
        newer.findings,
        older.findings,
        (f) => findingKey(f, false),
        (f) => findingKey(f, true),
    );
    return {
        newFindings: added,
        goneFindings: gone,
        answers: changed(
            older.answers,
            newer.answers,
            (a, isOld) => `${isOld ? name(a.interventie) : a.interventie} ${a.code}`,
            (a) => a.outcome,
        ).filter((p) => p.old && p.new),
        bounds: changed(
            older.bounds,
            newer.bounds,
            (b, isOld) => `${isOld ? name(b.interventie) : b.interventie} ${b.of}`,
            (b, isOld) => {
                const called = (all: readonly string[]) => all.map((o) => (isOld ? name(o) : o)).sort();
                // how much at most cannot be said where something is not stated
                const greatest = b.notStated.length > 0 ? undefined : b.greatest;
                return JSON.stringify([b.least, greatest, called(b.notStated), called(b.vague)]);
            },
        ),
        scenarios: changed(
            older.scenarios,
            newer.scenarios,
            (s, isOld) => `${isOld ? name(s.interventie) : s.interventie} ${s.name}`,
            (s, isOld) => {
                const called = (n: string | undefined) => (isOld && n !== undefined ? name(n) : n);
                return JSON.stringify([s.outcome, called(s.end), s.path.map(called)]);
            },
        ).filter((p) => p.old && p.new),
    };
}

/** Whether nothing follows otherwise. */
export function areNone({ newFindings, goneFindings, answers, bounds, scenarios }: Consequences): boolean {
    return [newFindings, goneFindings, answers, bounds, scenarios].every((all) => all.length === 0);
}

function withNewNames(message: string, names: Names): string {
    return message.replace(/`([^`]+)`/g, (all, name: string) =>
        names.has(name) ? `\`${names.get(name) ?? ''}\`` : all,
    );
}

/** Those of the first that the second has not as often. */
function without<T>(
    all: readonly T[],
    others: readonly T[],
    keyOf: (one: T) => string,
    otherKey: (one: T) => string,
): readonly T[] {
    const left = new Map<string, number>();
    others.forEach((o) => left.set(otherKey(o), (left.get(otherKey(o)) ?? 0) + 1));
    return all.filter((one) => {
        const count = left.get(keyOf(one)) ?? 0;
        left.set(keyOf(one), count - 1);
        return count <= 0;
    });
}

function changed<T>(
    olds: readonly T[],
    news: readonly T[],
    keyOf: (one: T, isOld: boolean) => string,
    said: (one: T, isOld: boolean) => string,
): readonly Pairwise<T>[] {
    const before = new Map(olds.map((o) => [keyOf(o, true), o]));
    const after = new Map(news.map((n) => [keyOf(n, false), n]));
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Pairwise<T>[] => {
        const [o, n] = [before.get(key), after.get(key)];
        return o && n && said(o, true) === said(n, false)
            ? []
            : [{ ...(o ? { old: o } : {}), ...(n ? { new: n } : {}) }];
    });
}
