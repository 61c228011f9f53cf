import type { Difference } from '../../../analysis/difference.js';
import { idleDeviations } from '../../../analysis/fidelity-idle.js';
import { differencesFrom } from '../../../analysis/fidelity.js';
import { STATEMENTS } from '../../../messages/statements.js';
import type { FlowNode } from '../../../model/process.js';
import { isOwn } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import type { Protocol } from '../../../model/protocol.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { defineRule } from '../../rule.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { removal } from '../../fixes/remove.js';
import { written } from '../../fixes/replace.js';
import { oneLine } from '../../../text/one-line.js';

export const uitwerkingAfwijking = defineRule({
    code: 'uitwerking/afwijking',
    severity: 'warning',
    title: {
        nl: 'Een plaatselijke uitwerking zegt waarin zij afwijkt',
        en: 'A local working-out says in what it departs',
    },
    reason: {
        nl: 'Een uitwerking neemt alles over wat zij niet opnieuw opschrijft. Wat zij wel opnieuw opschrijft, vervangt alles wat er stond: een vergeten regel is dan weg zonder dat iemand het zag. Of een methodiek gewerkt heeft, is alleen te zeggen als bekend is wat ervan is uitgevoerd (modeltrouw); daarom staat bij wat vervalt of anders gaat waarom. Wat erbij komt, mag, en staat er als mededeling; wat `onbekend` of `plaatselijk` was, is er om in te vullen. Blijft een andere waarde binnen wat er stond, zoals een kortere termijn, dan is het een mededeling. Wat een `aanpak` over zichzelf zegt, zoals de toegang, vervangt die van de ander ook; daarover gaat `afwijking aanpak`, en niet over de stappen erin. Wat een interventie boven haar onderdelen zegt, zoals de `duur`, neemt een uitwerking niet over; daarover gaat `afwijking interventie`.',
        en: 'A working-out takes over all that it does not write anew. What it does write anew replaces all that stood there: a forgotten line is gone without anybody having seen it. Whether a method worked can only be told when it is known what of it was carried out (fidelity); so what is dropped or goes otherwise says why. What is added is allowed, and told as information; what was `onbekend` or `plaatselijk` is there to be filled in. Where another value stays within what stood there, such as a shorter term, it is information. What an `aanpak` says of itself, such as who enters, replaces that of the other as well; `afwijking aanpak` is about that, and not about the steps in it. What an interventie says above its elements, such as the `duur`, a working-out does not take over; `afwijking interventie` is about that.',
    },
    messages: {
        element: {
            nl: '`{element}` ({kind}) is hier anders dan in `{base}`: {differences}. Zeg met `afwijking {kind} {element} omdat "…"` waarom, of schrijf het er weer bij.',
            en: '`{element}` ({kind}) is otherwise here than in `{base}`: {differencesEn}. Say why with `afwijking {kind} {element} omdat "…"`, or write it again.',
        },
        remarkWithin: {
            nl: '`{element}` ({kind}) is hier strenger dan in `{base}`: {differences}. Het blijft binnen wat daar staat. Met `afwijking {kind} {element} omdat "…"` kunt u zeggen waarom.',
            en: '`{element}` ({kind}) is stricter here than in `{base}`: {differencesEn}. It stays within what is written there. You can say why with `afwijking {kind} {element} omdat "…"`.',
        },
        approach: {
            nl: 'De `aanpak` is hier anders dan in `{base}`: {differences}. Een eigen `aanpak` vervangt wat die andere over zichzelf zegt. Zeg met `afwijking aanpak omdat "…"` waarom, of schrijf het er weer bij.',
            en: 'The `aanpak` is otherwise here than in `{base}`: {differencesEn}. An `aanpak` of its own replaces what the other says about itself. Say why with `afwijking aanpak omdat "…"`, or write it again.',
        },
        remarkApproachWithin: {
            nl: 'De `aanpak` is hier strenger dan in `{base}`: {differences}. Het blijft binnen wat daar staat. Met `afwijking aanpak omdat "…"` kunt u zeggen waarom.',
            en: 'The `aanpak` is stricter here than in `{base}`: {differencesEn}. It stays within what is written there. You can say why with `afwijking aanpak omdat "…"`.',
        },
        head: {
            nl: '`{element}` zegt van zichzelf iets anders dan `{base}`: {differences}. Zeg met `afwijking interventie omdat "…"` waarom, of schrijf wat daar staat.',
            en: '`{element}` says something else of itself than `{base}`: {differencesEn}. Say why with `afwijking interventie omdat "…"`, or write what is written there.',
        },
        remarkHeadWithin: {
            nl: '`{element}` is van zichzelf strenger dan `{base}`: {differences}. Het blijft binnen wat daar staat. Met `afwijking interventie omdat "…"` kunt u zeggen waarom.',
            en: '`{element}` is stricter of itself than `{base}`: {differencesEn}. It stays within what is written there. You can say why with `afwijking interventie omdat "…"`.',
        },
        undecidedSilent: {
            nl: '`{element}` zegt niets over wat `{base}` van zichzelf zegt: {differences}. Dat neemt een uitwerking niet over. Schrijf in `interventie {element}` wat hier geldt, of zeg daar met `afwijking interventie omdat "…"` waarom niet.',
            en: '`{element}` says nothing about what `{base}` says of itself: {differencesEn}. A working-out does not take that over. Write in `interventie {element}` what holds here, or say there with `afwijking interventie omdat "…"` why not.',
        },
        remarkAdded: {
            nl: '`{element}` voegt iets toe aan `{base}`: {differences}. Dat mag. Met `afwijking`, zoals `{example}`, kunt u zeggen waarom.',
            en: '`{element}` adds something to `{base}`: {differencesEn}. That is allowed. You can say why with `afwijking`, such as `{example}`.',
        },
        undecidedWording: {
            nl: '`{element}` zegt het hier en daar in andere woorden dan `{base}`: {differences}. Of dat hetzelfde is, beoordeelt een mens. Is het anders, zeg dan met `afwijking`, zoals `{example}`, waarom.',
            en: '`{element}` says it in other words than `{base}` in places: {differencesEn}. Whether that is the same a person has to judge. Where it is not, say why with `afwijking`, such as `{example}`.',
        },
        remarkKeeps: {
            nl: '`{element}` houdt hier ook {parts} uit `{base}`: wat erin een naam heeft en hier niet opnieuw staat, blijft. Moet iets weg, schrijf dan `vervalt stap … omdat "…"`.',
            en: '`{element}` keeps {partsEn} of `{base}` here as well: what has a name in it and is not written anew here stays. Write `vervalt stap … omdat "…"` for what should go.',
        },
        remarkSame: {
            nl: '`{element}` ({kind}) is hier precies als in `{base}`, terwijl `afwijking` zegt dat het anders gaat. Schrijf het opnieuw met wat er anders is, of haal deze regel weg.',
            en: '`{element}` ({kind}) is exactly as in `{base}` here, while `afwijking` says that it goes otherwise. Write it anew with what differs, or take this line away.',
        },
        remarkSameWhole: {
            nl: 'De `{kind}` zegt van zichzelf precies wat `{base}` zegt, terwijl `afwijking` zegt dat het anders gaat. Schrijf in de `{kind}` wat er anders is, of haal deze regel weg.',
            en: 'The `{kind}` says of itself exactly what `{base}` says, while `afwijking` says that it goes otherwise. Write in the `{kind}` what differs, or take this line away.',
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
    asks: {
        question: {
            nl: 'Zegt de uitwerking zelf waarin zij afwijkt van wat zij uitwerkt?',
            en: 'Does the working-out say itself in what it departs from what it works out?',
        },
        lacks: ({ refines, refinesValue }) =>
            (refines ?? refinesValue) === undefined
                ? {
                      nl: 'Het is geen uitwerking van een andere interventie.',
                      en: 'It is no working-out of another one.',
                  }
                : undefined,
        doubt: (protocol, { refinedBy }) =>
            refinedBy(protocol) === undefined
                ? {
                      nl: 'Waarvan dit een uitwerking is, is er niet bij.',
                      en: 'What this is a working-out of is not here.',
                  }
                : undefined,
    },
    checkProtocol: (protocol, report, { document, refinedBy }) => {
        const base = refinedBy(protocol);
        if (base) {
            const all = differencesFrom(base, protocol);
            const isNew = new Set(all.flatMap((d) => (d.kind === 'added' && d.what === undefined ? [d.element] : [])));
            const changed = new Set(all.flatMap((d) => (d.kind === 'changed' ? [keyOf(d)] : [])));
            const unsaid = all.filter(
                (d) =>
                    isUnsaid(d, protocol.at.file) &&
                    !leadsToNew(d, isNew) &&
                    // what is there instead of something else is told with that
                    !(d.kind === 'added' && d.what !== undefined && changed.has(keyOf(d))),
            );
            for (const [key, differences] of Map.groupBy(unsaid, groupOf)) {
                const [first] = differences;
                if (!first) {
                    continue;
                }
                const { element, at, elementAt } = first;
                const kind = wordOf(first);
                const isWhole = kind === 'aanpak' || kind === 'interventie';
                const isWithin = differences.every((d) => d.degree === 'within');
                const message = messageFor(key, kind, isWithin);
                const isListed = isListedAtOnce(key);
                const words = listed(
                    differences.map(key === 'added' ? additionInWords : key === 'wording' ? wordingInWords : inWords),
                );
                const departure = `afwijking ${isWhole ? kind : `${kind} ${written(element)}`} omdat onbekend`;
                const departures = new Set(
                    differences.map((d) => `afwijking ${departureOf(d, protocol)} omdat onbekend`),
                );
                report({
                    message,
                    at: isListed ? protocol.nameAt : differences.length === 1 ? at : (elementAt ?? at),
                    ...(isWithin || isListed ? { severity: 'info' as const } : {}),
                    parameters: {
                        ...(kind === 'aanpak' && !isListed
                            ? {}
                            : { kind, element: isListed ? protocol.name : element }),
                        base: base.name,
                        differences: words.nl,
                        differencesEn: words.en,
                        example: departure,
                    },
                    related: differences
                        .slice(0, isListed ? MOST_LISTED : 1)
                        .flatMap((d) =>
                            key === 'added'
                                ? [{ message: { nl: 'Dit komt erbij.', en: 'This is added.' }, at: d.at }]
                                : d.baseAt
                                  ? [{ message: { nl: 'Dit stond er.', en: 'This is what it was.' }, at: d.baseAt }]
                                  : [],
                        ),
                    fixes:
                        departures.size > MOST_LISTED
                            ? []
                            : insertStatement(document, protocol, isListed ? [...departures] : departure),
                    data: {
                        differences: differences.map(
                            ({ kind: how, elementKind, element: of, what = '', was = '', is = '' }) => ({
                                how,
                                ...(isListed ? { kind: elementKind, element: of } : {}),
                                what,
                                was,
                                is,
                            }),
                        ),
                    },
                });
            }
            for (const { node, parts } of keptParts(protocol, base)) {
                const names = enumerate(parts.map((p) => `\`${p}\``));
                report({
                    message: 'remarkKeeps',
                    at: node.nameAt,
                    severity: 'info',
                    parameters: { element: node.name, base: base.name, parts: names.nl, partsEn: names.en },
                });
            }
            for (const departure of idleDeviations(base, protocol, all)) {
                const { elementKind: kind, element } = departure;
                const isWhole = kind === 'aanpak' || kind === 'interventie';
                report({
                    message: isWhole ? 'remarkSameWhole' : 'remarkSame',
                    at: departure.at,
                    parameters: { kind, base: base.name, ...(isWhole ? {} : { element: element.name }) },
                    fixes: [removal(document, departure.at)],
                });
            }
        }
    },
});

/** The groups and phases with a name that are written anew, with the parts in them that are not, and so stay. */
function keptParts({ process }: Protocol, base: Protocol): { readonly node: FlowNode; readonly parts: string[] }[] {
    const before = new Map(base.process?.nodes.map((n) => [n.name, n]));
    return (process?.nodes ?? []).flatMap((node) => {
        const isAnew = isOwn(node) && (node.kind === 'group' || node.kind === 'phase') && before.has(node.name);
        const parts = isAnew ? (process?.nodes.filter((n) => n.parent === node.name && !isOwn(n)) ?? []) : [];
        return parts.length > 0 ? [{ node, parts: parts.map((p) => p.name) }] : [];
    });
}

type Listed = 'silent' | 'added' | 'wording';
type Group = Listed | `element ${string}`;

/** Each element is told by itself; what is only for information is told once for the whole working-out. */
function groupOf({ kind, degree, elementKind, element }: Difference): Group {
    return kind === 'added' && degree !== 'contrary'
        ? 'added'
        : degree === 'silent' || degree === 'wording'
          ? degree
          : `element ${elementKind} ${element}`;
}

function isListedAtOnce(key: Group): key is Listed {
    return key === 'silent' || key === 'added' || key === 'wording';
}

const LISTED = { silent: 'undecidedSilent', added: 'remarkAdded', wording: 'undecidedWording' } as const;

function messageFor(key: Group, kind: string, isWithin: boolean) {
    if (isListedAtOnce(key)) {
        return LISTED[key];
    }
    if (kind === 'aanpak') {
        return isWithin ? 'remarkApproachWithin' : 'approach';
    }
    return kind === 'interventie' ? (isWithin ? 'remarkHeadWithin' : 'head') : isWithin ? 'remarkWithin' : 'element';
}

/** The word by which a departure calls a group. */
const KIND_WORDS: Readonly<Record<string, string>> = { 'een-van': 'groep', 'naar-keuze': 'groep' };

function wordOf({ elementKind }: Difference): string {
    return KIND_WORDS[elementKind] ?? elementKind;
}

/** What stands behind `afwijking` to speak of a difference. */
function departureOf(difference: Difference, { name }: Protocol): string {
    const word = wordOf(difference);
    return word === 'aanpak' || (word === 'interventie' && difference.element === name)
        ? word
        : `${word} ${written(difference.element)}`;
}

/** What nobody said; what was left open is there to be filled in, and `onbekend` says itself that it is not known. */
function isUnsaid({ kind, saidBy, degree, at }: Difference, file: string): boolean {
    return saidBy === undefined && (kind === 'added' ? degree !== 'filled' && at.file === file : degree !== 'open');
}

function keyOf({ elementKind, element, what = '' }: Difference): string {
    return [elementKind, element, what].join(' ');
}

/** A way to what is new is told with that. */
function leadsToNew({ kind, what, is = '' }: Difference, isNew: ReadonlySet<string>): boolean {
    return kind === 'added' && what === 'daarna' && is.split(', ').every((name) => isNew.has(name));
}

function additionInWords(difference: Difference): Bilingual {
    const { element, elementKind, what, is } = difference;
    const name = elementKind === 'interventie' || elementKind === 'aanpak' ? '' : ` \`${element}\``;
    const more = is === undefined ? '' : ` (${short(is)})`;
    return what === undefined
        ? { nl: `${wordOf(difference)}${name}`, en: `${wordOf(difference)}${name}` }
        : {
              nl: `\`${said(what)}\`${more} bij ${wordOf(difference)}${name}`,
              en: `\`${said(what)}\`${more} at ${wordOf(difference)}${name}`,
          };
}

function wordingInWords(difference: Difference): Bilingual {
    const { element, elementKind, what = '', was, is } = difference;
    const name = elementKind === 'interventie' || elementKind === 'aanpak' ? '' : ` \`${element}\``;
    const texts = was === undefined || is === undefined ? '' : ` (“${short(was)}” en “${short(is)}”)`;
    const textsEn = texts.replace('” en “', '” and “');
    return {
        nl: `\`${said(what)}\`${texts} bij ${wordOf(difference)}${name}`,
        en: `\`${said(what)}\`${textsEn} at ${wordOf(difference)}${name}`,
    };
}

function inWords({ kind, what: word = '', was, is, degree }: Difference): Bilingual {
    const what = said(word);
    const before = was === undefined ? '' : ` (${short(was)})`;
    if (degree === 'silent') {
        return { nl: `\`${what}\`${before}`, en: `\`${what}\`${before}` };
    }
    if (kind === 'added') {
        const more = is === undefined ? '' : ` (${short(is)})`;
        return { nl: `\`${what}\`${more} is nieuw`, en: `\`${what}\`${more} is new` };
    }
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

/** What a query calls something, as one writes it: with spaces, unless the keyword itself has a hyphen. */
function said(what: string): string {
    return WITH_HYPHEN.has(what) ? what : what.replaceAll('-', ' ');
}

const WITH_HYPHEN = new Set(STATEMENTS.map((s) => s.keyword).filter((keyword) => keyword.includes('-')));

const LONGEST = 60;

function short(text: string): string {
    const line = oneLine(text);
    return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}

/** How many differences a message names. */
const MOST_LISTED = 5;

function listed(words: readonly Bilingual[]): Bilingual {
    const joined = (language: keyof Bilingual) => {
        const all = [...new Set(words.map((w) => w[language]))];
        const left = all.length - MOST_LISTED;
        const more = left <= 0 ? [] : [{ nl: `en nog ${String(left)}`, en: `and ${String(left)} more` }[language]];
        return [...all.slice(0, MOST_LISTED), ...more].join('; ');
    };
    return { nl: joined('nl'), en: joined('en') };
}
