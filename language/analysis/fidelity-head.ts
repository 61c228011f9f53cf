import type { Block, Protocol, Statement } from '../model/protocol.js';
import type { Around, Difference, Part } from './difference.js';
import { hyphened } from './elements.js';
import { answersOf, type Answer } from './query-answers.js';
import { compare } from './restated-answers.js';
import { theRest } from './restated-rest.js';

/**
 * What an interventie says of itself that tells how it is done: how long, how often, for whom, by which principles, with
 * what. What it says about its history, money, research and reception is no part of that.
 */
const OF_ITSELF: ReadonlySet<string> = new Set([
    'duur',
    'looptijd',
    'frequentie',
    'intensiteit',
    'leeftijd',
    'leefgebieden',
    'gericht-op',
    'niet-primair-doel',
    'biedt',
    'biedt-geen',
    'principe',
    'werkwijze',
    'werving',
    'uitkomstmaat',
]);

/** The same where it stands in `uitvoering` as well. */
const OF_DELIVERY: ReadonlySet<string> = new Set([
    'locatie',
    'materiaal',
    'opleiding',
    'competentie',
    'kwaliteitsbewaking',
    'organisatie',
    'begeleiding',
    'randvoorwaarde',
]);

/**
 * How the head of a local working-out differs from that of what it refines: what an interventie says of itself, its
 * `uitvoering`, its working elements and its number of steps. These have no name, so a working-out does not inherit them.
 */
export function headDifferences(base: Protocol, protocol: Protocol, around: Around): Difference[] {
    const [before, after] = [headOf(base), headOf(protocol)];
    const words = new Set([...before, ...after].map((s) => hyphened(s.kind)));
    const answers = (head: readonly Statement[], word: string) =>
        head.filter((s) => hyphened(s.kind) === word).flatMap(answersOf);
    const parts = [...words].flatMap((word) =>
        compareOrTell(word, answers(before, word), answers(after, word), around),
    );
    const told = new Set(parts.map((p) => p.what));
    parts.push(...theRest(blockOf(before), blockOf(after), told, new Set()));
    parts.push(
        ...compareOrTell('werkzaam-element', workingElements(base), workingElements(protocol), around),
        ...compareOrTell('stappen', stepCounts(base), stepCounts(protocol), around),
    );
    const placeOf = (head: readonly Statement[], word: string | undefined) =>
        head.find((s) => hyphened(s.kind) === word)?.at;
    return parts.map((part) => ({
        ...part,
        elementKind: 'interventie',
        element: protocol.name,
        at: placeOf(after, part.what) ?? protocol.nameAt,
        elementAt: protocol.nameAt,
        baseAt: placeOf(before, part.what) ?? base.nameAt,
    }));
}

/** What is not taken over is not denied either. */
function compareOrTell(word: string, before: readonly Answer[], after: readonly Answer[], around: Around): Part[] {
    const parts = compare(word, before, after, around);
    return after.length > 0 ? parts : parts.map((p) => ({ ...p, degree: 'silent' }));
}

/** What an interventie says of itself, and in its `uitvoering`, that tells how it is done. */
export function headOf({ statements, deliveries }: Protocol): Statement[] {
    return [
        ...statements.filter((s) => OF_ITSELF.has(hyphened(s.kind)) || OF_DELIVERY.has(hyphened(s.kind))),
        ...deliveries.flatMap((d) => d.statements.filter((s) => OF_DELIVERY.has(hyphened(s.kind)))),
    ];
}

function blockOf(statements: readonly Statement[]): Pick<Block, 'statements'> {
    return { statements };
}

function workingElements({ rationales }: Protocol): Answer[] {
    const titles = rationales.flatMap((r) => r.workingElements.map((w) => w.title)).filter((title) => title !== '');
    // `werkzaam element onbekend`, which has no name, is a statement
    const open = rationales.flatMap((r) => r.statements.filter((s) => s.kind === 'werkzaam element'));
    return [...titles.map((text): Answer => ({ type: 'text', text })), ...open.flatMap((s) => s.values)];
}

function stepCounts({ stepCounts: counts }: Protocol): Answer[] {
    return counts.map(({ count }) => count);
}
