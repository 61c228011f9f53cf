import type { End, FlowNode } from '../../../model/process.js';
import { byName, isOwn } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

/** Of more ends none is proposed: nobody would read them all. */
const MOST_PROPOSED = 4;

export const stroomWelkEinde = defineRule({
    code: 'stroom/welk-einde',
    severity: 'warning',
    restsOn: ['ways'],
    title: { nl: 'De laatste stap zegt bij welk einde hij uitkomt', en: 'The last step says to which end it leads' },
    reason: {
        nl: 'Zonder `daarna` gaat de laatste stap naar het enige `einde`. Zijn er meer, dan kan het elk van die zijn: de een leest dat het gezin geholpen is, de ander dat het traject gestopt is, en geen controle of uitvoer kan verder dan die stap kijken.',
        en: 'Without `daarna` the last step leads to the only `einde`. Where there are more, it may be each of them: one reader takes it that the family was helped, another that the course was stopped, and no check or output can look beyond that step.',
    },
    messages: {
        which: {
            nl: 'Wat er na `{name}` komt, staat er niet, en er zijn {count} eindes: {ends}. Schrijf welk het is, zoals `daarna: {end}`.',
            en: 'What comes after `{name}` is not said, and there are {count} ends: {endsEn}. Write which it is, such as `daarna: {end}`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven besluit: een van hulp, klaar, stoppen
    aanpak {
        stap Plan "Een plan maken" {
            bepaalt besluit
            daarna {
                als besluit is hulp: Hulp
                als besluit is klaar: Klaar
                anders: Gestopt
            }
        }
        stap Hulp "Helpen"
        einde Klaar
        einde Gestopt
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven besluit: een van hulp, klaar, stoppen
    aanpak {
        stap Plan "Een plan maken" {
            bepaalt besluit
            daarna {
                als besluit is hulp: Hulp
                als besluit is klaar: Klaar
                anders: Gestopt
            }
        }
        stap Hulp "Helpen" { daarna: Klaar }
        einde Klaar
        einde Gestopt
    }
}
`,
    checkProtocol: ({ process }, report, { document }) => {
        const ends = process?.nodes.filter((n) => n.kind === 'end') ?? [];
        const [first] = ends;
        if (!process || !first || ends.length < 2) {
            return;
        }
        const nodes = byName<FlowNode>(process.nodes);
        for (const arrow of process.arrows) {
            const node = nodes.get(arrow.from ?? '');
            const isUnsaid = arrow.kind === 'next' && arrow.implied && arrow.to === undefined && !arrow.insteadOf;
            if (!node || !isUnsaid) {
                continue;
            }
            // what is inherited was clear until the working-out added an end
            const at = isOwn(node) ? node : ends.find((e) => isOwn(e));
            if (at) {
                const names = enumerate(ends.map((e) => `\`${e.name}\``));
                report({
                    message: 'which',
                    at: at.nameAt,
                    parameters: {
                        name: node.name,
                        count: ends.length,
                        ends: names.nl,
                        endsEn: names.en,
                        end: first.name,
                    },
                    related: ends.map((e: End) => ({
                        message: { nl: `Einde \`${e.name}\`.`, en: `End \`${e.name}\`.` },
                        at: e.nameAt,
                    })),
                    fixes:
                        isOwn(node) && ends.length <= MOST_PROPOSED
                            ? ends.flatMap((e) => insertStatement(document, node, `daarna: ${written(e.name)}`))
                            : [],
                    data: { node: node.name, ends: ends.map((e) => e.name) },
                });
            }
        }
    },
});
