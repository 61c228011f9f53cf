import type { Difference } from '../../../analysis/difference.js';
import { differencesFrom } from '../../../analysis/fidelity.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { baseOf } from '../../bases.js';
import { defineDocumentRule } from '../../document-rule.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';

export const uitwerkingAfwijking = defineDocumentRule({
    code: 'uitwerking/afwijking',
    severity: 'warning',
    title: {
        nl: 'Een plaatselijke uitwerking zegt waarin zij afwijkt',
        en: 'A local working-out says in what it departs',
    },
    reason: {
        nl: 'Een uitwerking neemt alles over wat zij niet opnieuw opschrijft. Wat zij wel opnieuw opschrijft, vervangt alles wat er stond: een vergeten regel is dan weg zonder dat iemand het zag. Of een methodiek gewerkt heeft, is alleen te zeggen als bekend is wat ervan is uitgevoerd (modeltrouw); daarom staat bij wat vervalt of anders gaat waarom. Wat erbij komt, mag; wat `onbekend` of `plaatselijk` was, is er om in te vullen. Blijft een andere waarde binnen wat er stond, zoals een kortere termijn, dan is het een mededeling. Wat een `aanpak` over zichzelf zegt, zoals de toegang, vervangt die van de ander ook; daarover gaat `afwijking aanpak`, en niet over de stappen erin.',
        en: 'A working-out takes over all that it does not write anew. What it does write anew replaces all that stood there: a forgotten line is gone without anybody having seen it. Whether a method worked can only be told when it is known what of it was carried out (fidelity); so what is dropped or goes otherwise says why. What is added is allowed; what was `onbekend` or `plaatselijk` is there to be filled in. Where another value stays within what stood there, such as a shorter term, it is information. What an `aanpak` says of itself, such as who enters, replaces that of the other as well; `afwijking aanpak` is about that, and not about the steps in it.',
    },
    messages: {
        element: {
            nl: '`{element}` ({kind}) is hier anders dan in `{base}`: {differences}. Zeg met `afwijking {kind} {element} omdat "…"` waarom, of schrijf het er weer bij.',
            en: '`{element}` ({kind}) is otherwise here than in `{base}`: {differencesEn}. Say why with `afwijking {kind} {element} omdat "…"`, or write it again.',
        },
        within: {
            nl: '`{element}` ({kind}) is hier strenger dan in `{base}`: {differences}. Het blijft binnen wat daar staat. Met `afwijking {kind} {element} omdat "…"` kunt u zeggen waarom.',
            en: '`{element}` ({kind}) is stricter here than in `{base}`: {differencesEn}. It stays within what is written there. You can say why with `afwijking {kind} {element} omdat "…"`.',
        },
        approach: {
            nl: 'De `aanpak` is hier anders dan in `{base}`: {differences}. Een eigen `aanpak` vervangt wat die andere over zichzelf zegt. Zeg met `afwijking aanpak omdat "…"` waarom, of schrijf het er weer bij.',
            en: 'The `aanpak` is otherwise here than in `{base}`: {differencesEn}. An `aanpak` of its own replaces what the other says about itself. Say why with `afwijking aanpak omdat "…"`, or write it again.',
        },
    },
    wrong: `
interventie Basis "Basis" {
    rol Gezinswerker
    document Gezinsplan
    aanpak {
        stap Plan "Eén plan maken" { door Gezinswerker  levert Gezinsplan  duur hoogstens 2 weken }
    }
}
interventie Breda "Breda" uitwerking van Basis {
    aanpak {
        stap Plan "Eén plan maken" { door Gezinswerker  duur hoogstens 4 weken }
    }
}
`,
    right: `
interventie Basis "Basis" {
    rol Gezinswerker
    document Gezinsplan
    aanpak {
        stap Plan "Eén plan maken" { door Gezinswerker  levert Gezinsplan  duur hoogstens 2 weken }
    }
}
interventie Breda "Breda" uitwerking van Basis {
    afwijking stap Plan omdat "Het plan staat in Breda in het dossier; gezinnen vroegen om meer tijd."
    aanpak {
        stap Plan "Eén plan maken" { door Gezinswerker  duur hoogstens 4 weken }
    }
}
`,
    checkDocument: ({ document, file, services }, report) => {
        for (const protocol of file.interventions) {
            const base = baseOf(protocol, 'refines', document, services);
            if (!base) {
                continue;
            }
            const unsaid = differencesFrom(base, protocol).filter(isToBeSaid);
            for (const [, differences] of Map.groupBy(unsaid, (d) => `${d.elementKind} ${d.element}`)) {
                const [first] = differences;
                if (!first) {
                    continue;
                }
                const { element, at, elementAt, baseAt } = first;
                const kind = KIND_WORDS[first.elementKind] ?? first.elementKind;
                const isApproach = kind === 'aanpak';
                const isWithin = differences.every((d) => d.degree === 'within');
                const words = differences.map(inWords);
                report({
                    message: isApproach ? 'approach' : isWithin ? 'within' : 'element',
                    at: differences.length === 1 ? at : (elementAt ?? at),
                    ...(isWithin ? { severity: 'info' as const } : {}),
                    parameters: {
                        ...(isApproach ? {} : { kind, element }),
                        base: base.name,
                        differences: joined(words, 'nl'),
                        differencesEn: joined(words, 'en'),
                    },
                    related: baseAt
                        ? [{ message: { nl: 'Dit stond er.', en: 'This is what it was.' }, at: baseAt }]
                        : [],
                    fixes: insertStatement(
                        document,
                        protocol,
                        `afwijking ${isApproach ? 'aanpak' : `${kind} ${written(element)}`} omdat onbekend`,
                    ),
                    data: {
                        differences: differences.map(({ kind: how, what = '', was = '', is = '' }) => ({
                            how,
                            what,
                            was,
                            is,
                        })),
                    },
                });
            }
        }
    },
});

/** The word by which a departure calls a group. */
const KIND_WORDS: Readonly<Record<string, string>> = { 'een-van': 'groep', 'naar-keuze': 'groep' };

/** What nobody said: what no longer holds, and what is stricter. Other words may say the same; a person judges them. */
function isToBeSaid({ kind, saidBy, degree }: Difference): boolean {
    return kind !== 'added' && saidBy === undefined && (degree === 'contrary' || degree === 'within');
}

function inWords({ kind, what = '', was, is }: Difference): Bilingual {
    const before = was === undefined ? '' : ` (${short(was)})`;
    if (kind === 'dropped') {
        return { nl: `\`${what}\`${before} ontbreekt`, en: `\`${what}\`${before} is missing` };
    }
    return was === undefined || is === undefined
        ? { nl: `\`${what}\`${before} is anders`, en: `\`${what}\`${before} is different` }
        : {
              nl: `\`${what}\` was ${short(was)} en is ${short(is)}`,
              en: `\`${what}\` was ${short(was)} and is ${short(is)}`,
          };
}

const LONGEST = 60;

function short(text: string): string {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}

function joined(words: readonly Bilingual[], language: keyof Bilingual): string {
    return [...new Set(words.map((w) => w[language]))].join('; ');
}
