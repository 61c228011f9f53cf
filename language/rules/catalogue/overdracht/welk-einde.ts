import type { FlowNode } from '../../../model/process.js';
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
        beside: {
            nl: 'Overdracht `{name}` vindt plaats vóór {next}, en ook als een gezin vanuit {steps} bij {ends} komt: `{to}` heeft hier geen eigen stap, en bij welk einde het werk overgaat, staat er niet. Schrijf `naar einde …` in de overdracht, met het einde of de eindes waar het werk overgaat.',
            en: 'Handover `{name}` takes place before {nextEn}, and also where a family comes from {steps} to {ends}: `{to}` has no step here, and at which end the work passes on is not said. Write `naar einde …` in the handover, with the end or the ends at which the work passes on.',
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
        const endsOf = nodesByHandover(protocol, (node) => node.kind === 'end');
        const workOf = nodesByHandover(protocol, (node) => node.kind !== 'end');
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const { name, to, toEnds, open, fromNodes } = handover;
            if (!to || toEnds.length > 0 || open.length > 0) {
                continue;
            }
            const ends = endsOf.get(name) ?? [];
            // work that begins behind it (`begint … na`), of which the end is another one
            const work = workOf.get(name) ?? [];
            if (ends.length > 1 || (ends.length > 0 && work.length > 0)) {
                const all = ends.map((e) => written(e.name));
                const behind = protocol.process?.arrows.filter((a) => work.some((n) => n.name === a.from)) ?? [];
                const offered = protocol.process?.nodes.filter(
                    (n) => ends.includes(n) || (n.kind === 'end' && behind.some((a) => a.to === n.name)),
                );
                const next = enumerate(work.map((n) => `\`${n.name}\``));
                report({
                    message: ends.length > 1 ? 'several' : 'beside',
                    at: handover.nameAt,
                    parameters: {
                        name,
                        to: to.name,
                        steps: enumerate(fromNodes.map((n) => `\`${n.name}\``)),
                        ends: enumerate(ends.map((e) => `\`${e.name}\``)),
                        next: next.nl,
                        nextEn: next.en,
                    },
                    related: ends.map((e) => ({
                        message: { nl: 'Dit einde.', en: 'This end.' },
                        at: e.nameAt,
                    })),
                    fixes: [
                        ...new Set([...(offered ?? []).map((e) => written(e.name)), all.join(', '), 'onbekend']),
                    ].flatMap((said) => insertStatement(document, handover, `naar einde ${said}`)),
                });
            }
        }
    },
});

/** The nodes of a kind before which each handover takes place as the text stands, in the order of the text. */
function nodesByHandover(
    { process }: Protocol,
    isMeant: (node: FlowNode) => boolean,
): ReadonlyMap<string, readonly FlowNode[]> {
    const into = Map.groupBy(process?.arrows.filter((a) => a.kind !== 'fallback') ?? [], (a) => a.to);
    const result = new Map<string, FlowNode[]>();
    for (const node of process?.nodes.filter(isMeant) ?? []) {
        for (const name of new Set(into.get(node.name)?.flatMap((a) => a.handovers))) {
            result.set(name, [...(result.get(name) ?? []), node]);
        }
    }
    return result;
}
