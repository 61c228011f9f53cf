import { isFollowUp, isOpen, statementsOf, textsOf } from '../../../model/queries.js';
import type { Effect } from '../../../model/goals.js';
import type { Protocol, Statement } from '../../../model/protocol.js';
import { isVague } from '../../../model/values.js';
import type { Limits } from '../../../settings/settings.js';
import { defineRule } from '../../rule.js';

export const erkenningBewijs = defineRule({
    code: 'erkenning/bewijs',
    severity: 'warning',
    title: {
        nl: 'Het niveau van erkenning past bij de beschreven studies',
        en: 'The level of recognition fits the studies described',
    },
    reason: {
        nl: 'De erkenning (NJi en partners) heet “effectief volgens eerste, goede of sterke aanwijzingen” bij een aantal studies die effect lieten zien. Hoeveel dat er zijn, staat in de instellingen (`limits.studiesNeeded`). Tellen doet wat `aangetoond op grond van … studies` zegt, of elk `onderzoek` met een aangetoond effect. De oudere niveaus “waarschijnlijk effectief” en “bewezen effectief” vragen er minstens één.',
        en: 'Recognition (NJi and partners) is “effective according to first, good or strong indications” given a number of studies that showed effect. How many is a setting (`limits.studiesNeeded`). What counts is what `aangetoond op grond van … studies` says, or each `onderzoek` with an effect shown. The older levels “waarschijnlijk effectief” and “bewezen effectief” ask for one at least.',
    },
    noFix: {
        nl: 'Welke studies er zijn, of welk niveau is toegekend, staat niet in de tekst.',
        en: 'Which studies there are, or which level was given, the text does not say.',
    },
    messages: {
        'no-effect': {
            nl: 'De erkenning is “{level}”, en er staat geen effect dat is aangetoond. Schrijf in de interventie `effect "…" aangetoond op grond van … studies`.',
            en: 'The recognition is “{level}”, and no effect that was shown is described. Write `effect "…" aangetoond op grond van … studies` in the interventie.',
        },
        'too-few': {
            nl: 'Bij “{level}” horen minstens {needed} studies; hier staan er {found}. Beschrijf de andere, of ga na of het niveau klopt.',
            en: '“{level}” asks for {needed} studies at least; {found} are described. Describe the others, or check the level.',
        },
        'no-study': {
            nl: 'Bij “{level}” hoort minstens één studie; hier staat er geen. Beschrijf op welke studies het effect berust, of ga na of het niveau klopt.',
            en: '“{level}” asks for one study at least; none is described. Describe the studies that the effect rests on, or check the level.',
        },
        strength: {
            nl: 'Of de studies “{level}” dragen, valt niet te zeggen: van de studies staat alleen het aantal in de tekst, en niet hoe sterk zij zijn en hoe lang het gezin is gevolgd. Beschrijf ze in een `onderzoek`.',
            en: 'Whether the studies support “{level}” cannot be decided: only their number is stated, and not how strong they are and how long cases were followed. Describe them in an `onderzoek`.',
        },
        undecided: {
            nl: 'Of er genoeg studies zijn voor “{level}” ({needed}), valt niet te zeggen: op hoeveel studies het effect “{effect}” berust, staat er niet precies.',
            en: 'Whether there are enough studies for “{level}” ({needed}) cannot be decided: on how many studies the effect “{effect}” rests is not stated exactly.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    erkenning { niveau "Effectief volgens eerste aanwijzingen" }
    effect "bereik van gezinnen" aangetoond op grond van 1 studie
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    erkenning { niveau "Effectief volgens eerste aanwijzingen" }
    effect "bereik van gezinnen" aangetoond op grond van 2 studies
}
`,
    checkProtocol: (protocol, report, { settings }) => {
        for (const statement of protocol.recognitions.flatMap((r) => statementsOf(r, 'niveau'))) {
            const needed = neededFor(statement, settings.limits);
            if (needed === undefined) {
                continue;
            }
            const shown = [...protocol.effects, ...protocol.research.flatMap((r) => r.effects)].filter(
                (e) => e.outcome === 'shown',
            );
            const parameters = { level: textsOf(statement).join(', '), needed };
            const found = studiesIn(protocol);
            const [open] = shown.filter(isInexact);
            const related = shown.map((e) => ({
                message: { nl: 'Een aangetoond effect.', en: 'An effect that was shown.' },
                at: e.at,
            }));
            if (shown.length === 0 && (protocol.refines !== undefined || isFollowUp(protocol))) {
                // effects have no name: those of what it works out or continues are not inherited, and hold all the same
                continue;
            }
            if (shown.length === 0) {
                report({ message: 'no-effect', at: statement.at, parameters });
            } else if (found >= needed && isStrong(statement) && isOnlyCounted(protocol)) {
                report({ message: 'strength', at: statement.at, severity: 'info', parameters, related });
            } else if (found < needed) {
                report({
                    message: open ? 'undecided' : needed === 1 ? 'no-study' : 'too-few',
                    at: statement.at,
                    severity: open ? 'info' : 'warning',
                    parameters: { ...parameters, found, effect: open?.subject ?? '' },
                    related,
                    data: { needed, found },
                });
            }
        }
    },
});

/** Whether a level asks for studies of some strength and for a follow-up, and not for a number only. */
function isStrong(statement: Statement): boolean {
    return /(goede|sterke) aanwijzing/i.test(textsOf(statement).join(' '));
}

/** Whether of the studies that showed an effect only the number is stated: no `onderzoek` describes one. */
function isOnlyCounted({ research }: Protocol): boolean {
    return !research.some((r) => r.effects.some((e) => e.outcome === 'shown'));
}

/** How many studies a level asks for; undefined where it says nothing about effect. */
function neededFor(statement: Statement, limits: Limits): number | undefined {
    const text = textsOf(statement).join(' ').toLowerCase();
    if (/(waarschijnlijk|bewezen) effectief/.test(text)) {
        // levels of older records: without any study they cannot be, and how many it took is not known here
        return 1;
    }
    const level = (['sterke', 'goede', 'eerste'] as const).find((word) => text.includes(word));
    return level && /effectief|aanwijzing/.test(text) ? limits.studiesNeeded[level] : undefined;
}

/** How many studies showed an effect: the most that one effect rests on, or the studies that describe one. */
function studiesIn(protocol: Protocol): number {
    const stated = [...protocol.effects, ...protocol.research.flatMap((r) => r.effects)]
        .filter((e) => e.outcome === 'shown')
        .map((e) => (e.basis?.type === 'quantity' ? (e.basis.low ?? 0) : 0));
    const described = protocol.research.filter((r) => r.effects.some((e) => e.outcome === 'shown')).length;
    return Math.max(0, described, ...stated);
}

/** Whether the text leaves open on how many studies an effect rests. */
function isInexact({ basis }: Effect): boolean {
    return basis !== undefined && (isOpen(basis) || basis.type !== 'quantity' || isVague(basis));
}
