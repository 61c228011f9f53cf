import { usualWays } from '../../../analysis/usual.js';
import { combinationInWords } from '../../../analysis/values-in-words.js';
import { knownIn } from '../../../execution/enter.js';
import type { Way } from '../../../execution/machine.js';
import { factsIn, isInformal, isLeftOpen, mustHold, truthsOf, type Known } from '../../../execution/truth.js';
import type { Arrow } from '../../../model/process.js';
import type { Condition } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import { choosing, conditionsAt } from '../../choices.js';
import { butNot } from '../../fixes/but-not.js';
import { defineProof, example } from '../../proof.js';

export const keuzeOverlap = defineProof({
    code: 'keuze/overlap',
    severity: 'warning',
    title: {
        nl: 'Er gelden nooit twee takken naar verschillende plaatsen',
        en: 'Never do two branches to different places hold',
    },
    question: {
        nl: 'Is er bij elke keuze hoogstens één weg die geldt?',
        en: 'Does at most one way hold at every choice?',
    },
    concerns: ({ exits }) => exits.filter((w) => w.arrow.condition !== undefined).length > 1,
    lacks: (_protocol, { space }) =>
        conditionsAt(space).some(({ conditions }) => conditions.filter(asksFact).length > 1)
            ? undefined
            : {
                  nl: 'Geen keuze heeft twee takken die elk naar een gegeven vragen, dus er is niets dat tegelijk kan gelden.',
                  en: 'No choice has two branches that each ask about a fact, so there is nothing that can hold at once.',
              },
    doubt: ({ space: { machine }, decisions }) => {
        const names = decisions.flatMap(({ station }) => {
            const { node, exits = [] } = machine.stations[station] ?? {};
            const asking = exits.filter(({ arrow }) => arrow.condition && asksFact(arrow.condition));
            const isOpen = ({ arrow }: Way) => arrow.condition !== undefined && isLeftOpen(arrow.condition);
            const open = asking.filter(isOpen);
            return node && open.some((a) => asking.some((b) => b.target !== a.target)) ? [`\`${node.name}\``] : [];
        });
        const list = enumerate(names);
        return names.length === 0
            ? undefined
            : {
                  nl: `Wat een tak na ${list.nl} vraagt, laat de tekst open.`,
                  en: `What a branch behind ${list.en} asks the text leaves open.`,
              };
    },
    reason: {
        nl: 'Gelden twee takken tegelijk, dan gaat Draaiboek met de eerste verder, maar twee hulpverleners kunnen het verschillend lezen. Twee takken naar dezelfde stap, even vaak, zijn één weg die twee keer is gezegd. De regel rekent het uit voor de waarden die een gezin daar kan hebben.',
        en: 'Where two branches hold at once Draaiboek goes on with the first, but two workers can read it differently. The rule works it out for the values that a case can have there.',
    },
    messages: {
        undecided: {
            nl: 'Of er bij {values} na `{name}` één tak geldt, is niet te zeggen: die naar {first} en die naar {second} gelden allebei, en bij een ervan staat een woord als `veelal`.',
            en: 'Whether with {values} one branch holds behind `{name}` cannot be said: the one to {first} and the one to {second} both hold, and one of them has a word such as `veelal`.',
        },
        both: {
            nl: 'Bij {values} gelden na `{name}` twee takken: die naar {first} en die naar {second}. Maak de voorwaarden zo dat er één geldt.',
            en: 'With {values} two branches hold behind `{name}`: the one to {first} and the one to {second}. Make the conditions such that one holds.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven bezoeken: aantal "Hoe vaak er iemand kwam"
    aanpak {
        stap Bezoek "Langsgaan" {
            bepaalt bezoeken
            daarna {
                als bezoeken minstens 3: Klaar
                als bezoeken hoogstens 3: Gestopt
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven bezoeken: aantal "Hoe vaak er iemand kwam"
    aanpak {
        stap Bezoek "Langsgaan" {
            bepaalt bezoeken
            daarna {
                als bezoeken minstens 3: Klaar
                als bezoeken minder dan 3: Gestopt
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    prove: (_protocol, proofs, report, { document }) => {
        const { facts, factIndex } = proofs.space.machine;
        const asked = (name: string) => facts[factIndex.get(name) ?? -1];
        for (const { station, overlaps } of proofs.decisions) {
            const at = proofs.space.machine.stations[station];
            const name = at?.node.name ?? '';
            const usual = new Set(at && usualWays(at));
            for (const { first, second, values, state, alone } of overlaps) {
                // two branches to one node, as often, are one way, said twice
                if (first.target === second.target && isAsOften(first.arrow, second.arrow)) {
                    continue;
                }
                const isUsual = usual.has(first) || usual.has(second);
                const decided = (text: string) => values[text] === true;
                const bothHold = choosing(
                    proofs.space.machine,
                    station,
                    (known) => [first, second].every(({ arrow: { condition } }) => isHeld(condition, known)),
                    decided,
                );
                const shown = example(proofs, state, undefined, bothHold);
                // another course to it may know other values
                const known = shown.state && knownIn(proofs.space.machine, shown.state.facts);
                const there = Object.entries(values).map(([name, value]): [string, typeof value] => [
                    name,
                    known && factIndex.has(name) ? known.fact(name) : value,
                ]);
                const combination = new Map(there.map(([name, value]) => [name, [value]]));
                const to = (way: typeof first) => (way.arrow.to === undefined ? '`onbekend`' : `\`${way.arrow.to}\``);
                report({
                    message: isUsual ? 'undecided' : 'both',
                    ...(isUsual && { severity: 'info' as const }),
                    at: second.arrow.at,
                    parameters: {
                        name,
                        values: combinationInWords(combination, asked),
                        first: to(first),
                        second: to(second),
                    },
                    related: [
                        { message: { nl: 'De andere tak.', en: 'The other branch.' }, at: first.arrow.at },
                        ...shown.related,
                    ],
                    data: { ...shown.data, values: Object.fromEntries(there) },
                    inTime: shown.inTime,
                    fixes: isUsual
                        ? []
                        : [
                              ...(alone.includes(second) ? butNot(document, second.arrow.at, first.arrow.at) : []),
                              ...(alone.includes(first) ? butNot(document, first.arrow.at, second.arrow.at) : []),
                          ],
                });
            }
        }
    },
});

/** Whether it asks about a fact, and no person decides; what it holds that against may be left open. */
function asksFact(condition: Condition): boolean {
    return !isInformal(condition) || (isLeftOpen(condition) && factsIn(condition).size > 0);
}

function isHeld(condition: Condition | undefined, known: Known): boolean {
    return condition !== undefined && mustHold(truthsOf(condition, known));
}

function isAsOften(first: Arrow, second: Arrow): boolean {
    return first.atMost === second.atMost && (first.atMostValue === undefined) === (second.atMostValue === undefined);
}
