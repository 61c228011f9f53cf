import type { End } from '../../../model/process.js';
import type { Protocol } from '../../../model/protocol.js';
import { isOwn } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

export const overdrachtWelkEinde = defineRule({
    code: 'overdracht/welk-einde',
    severity: 'warning',
    title: {
        nl: 'Er staat bij welk einde het werk overgaat',
        en: 'It is said at which end the work passes on',
    },
    reason: {
        nl: 'Heeft wie ontvangt geen stap in deze aanpak, dan gaat het werk over bij een einde. Leidt `vanuit` naar meer dan één einde en staat er niet welk, dan geldt de overdracht bij elk van die eindes, ook waar het gezin niemand meer nodig heeft. Zeg het met `naar einde`; gaat het werk bij elk einde over, noem ze dan alle.',
        en: 'Where the receiver has no step in this approach, the work passes on at an end. Where `vanuit` leads to more than one end and which is not said, the handover holds at each of them, also where the family needs nobody any more. Say it with `naar einde`; where the work passes on at each end, name all of them.',
    },
    messages: {
        several: {
            nl: 'Bij welk einde overdracht `{name}` plaatsvindt, staat er niet: vanuit {steps} komt een gezin bij {ends}, en `{to}` heeft hier geen eigen stap. Schrijf `naar einde …` in de overdracht, met het einde of de eindes waar het werk overgaat.',
            en: 'At which end handover `{name}` takes place is not said: from {steps} a family comes to {ends}, and `{to}` has no step here. Write `naar einde …` in the handover, with the end or the ends at which the work passes on.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    gegeven hulp-nodig: ja/nee "Er is nog hulp nodig"
    aanpak {
        stap Gesprekken "Gesprekken thuis" {
            door Gezinswerker
            bepaalt hulp-nodig
            daarna {
                als hulp-nodig: Overgedragen
                anders: Afgesloten
            }
        }
        einde Overgedragen
        einde Afgesloten
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { vanuit Gesprekken }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    gegeven hulp-nodig: ja/nee "Er is nog hulp nodig"
    aanpak {
        stap Gesprekken "Gesprekken thuis" {
            door Gezinswerker
            bepaalt hulp-nodig
            daarna {
                als hulp-nodig: Overgedragen
                anders: Afgesloten
            }
        }
        einde Overgedragen
        einde Afgesloten
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        vanuit Gesprekken
        naar einde Overgedragen
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const endsOf = endsByHandover(protocol);
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const { name, to, toEnds, open, fromNodes } = handover;
            if (!to || toEnds.length > 0 || open.length > 0) {
                continue;
            }
            const ends = endsOf.get(name) ?? [];
            if (ends.length > 1) {
                const names = ends.map((e) => `\`${e.name}\``);
                const all = ends.map((e) => written(e.name));
                report({
                    message: 'several',
                    at: handover.nameAt,
                    parameters: {
                        name,
                        to: to.name,
                        steps: enumerate(fromNodes.map((n) => `\`${n.name}\``)),
                        ends: enumerate(names),
                    },
                    related: ends.map((e) => ({
                        message: { nl: 'Dit einde.', en: 'This end.' },
                        at: e.nameAt,
                    })),
                    fixes: [...all, all.join(', '), 'onbekend'].flatMap((said) =>
                        insertStatement(document, handover, `naar einde ${said}`),
                    ),
                });
            }
        }
    },
});

/** The ends at which each handover takes place as the text stands, in the order of the text. */
function endsByHandover({ process }: Protocol): ReadonlyMap<string, readonly End[]> {
    const into = Map.groupBy(process?.arrows.filter((a) => a.kind !== 'fallback') ?? [], (a) => a.to);
    const result = new Map<string, End[]>();
    for (const end of process?.nodes.filter((n) => n.kind === 'end') ?? []) {
        for (const name of new Set(into.get(end.name)?.flatMap((a) => a.handovers))) {
            result.set(name, [...(result.get(name) ?? []), end]);
        }
    }
    return result;
}
