import type { LangiumDocument } from 'langium';
import { isVersion } from '../../../generated/ast.js';
import { isOpen, statementsOf, textsOf } from '../../../model/queries.js';
import type { Block, Place, Protocol, Statement, Version } from '../../../model/protocol.js';
import { daysIn, interval, isVague, parseMonth } from '../../../model/values.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import type { Fix } from '../../finding.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind } from '../../fixes/replace.js';
import type { Limits } from '../../../settings/settings.js';
import { defineRule } from '../../rule.js';
import { levelOf } from './level.js';

export const erkenningVerlopen = defineRule({
    code: 'erkenning/verlopen',
    severity: 'warning',
    title: {
        nl: 'De erkenning was nog geldig toen deze versie werd gemaakt',
        en: 'The recognition was still valid when this version was made',
    },
    reason: {
        nl: 'Een erkenning (NJi en partners) geldt een aantal jaar: wat `geldigheid` zegt, anders tot de datum van `herbeoordeling`, anders zolang als bij het niveau hoort: drie jaar voor goed beschreven en vijf voor de andere, te veranderen in de instellingen (`limits.recognitionYears`). Vergeleken wordt met de datum van de `versie`: wat een tekst zegt, hangt niet af van de dag waarop iemand hem leest. Zonder die datum, of zonder datum bij de erkenning, valt er niets te zeggen, en dan staat dat er.',
        en: 'A recognition (NJi and partners) holds for some years: what `geldigheid` says, else until the date of `herbeoordeling`, else as long as its level holds: three years for well described and five for the others, which the settings may change (`limits.recognitionYears`). It is compared with the date of the `versie`: what a text says does not depend on the day on which somebody reads it. Without that date, or without a date of the recognition, nothing can be said, and the finding says so.',
    },
    messages: {
        expired: {
            nl: 'De erkenning liep af op {until}; deze versie is van {version}. Vul de nieuwe erkenning in, of zeg dat zij is verlopen.',
            en: 'The recognition ended on {until}; this version is of {version}. Fill in the new recognition, or say that it has expired.',
        },
        'expired-by-then': {
            nl: 'De erkenning is van {given} en liep uiterlijk af op {until}; deze versie is van {version}. Vul de nieuwe erkenning in, of zeg dat zij is verlopen.',
            en: 'The recognition is of {given} and ended on {until} at the latest; this version is of {version}. Fill in the new recognition, or say that it has expired.',
        },
        'no-version': {
            nl: 'Of de erkenning nog geldig was toen deze versie werd gemaakt, valt niet te zeggen: van deze versie staat geen datum in de tekst. Schrijf `versie "…" van …` met de datum.',
            en: 'Whether the recognition was still valid when this version was made cannot be decided: the text gives no date of this version. Write `versie "…" van …` with the date.',
        },
        'no-date': {
            nl: 'Of de erkenning nog geldig was toen deze versie werd gemaakt, valt niet te zeggen: bij de erkenning staat geen `datum`. Schrijf haar erbij, of `datum onbekend`.',
            en: 'Whether the recognition was still valid when this version was made cannot be decided: the recognition has no `datum`. Add it, or `datum onbekend`.',
        },
        level: {
            nl: 'Of de erkenning nog geldig was toen deze versie werd gemaakt ({version}), valt niet te zeggen: dat hangt af van haar niveau, en dat staat er niet. Schrijf het erbij, zoals `niveau "goed beschreven"`, of `niveau onbekend`.',
            en: 'Whether the recognition was still valid when this version was made ({version}) cannot be decided: that depends on its level, which is not stated. Add it, as in `niveau "goed beschreven"`, or `niveau onbekend`.',
        },
        vague: {
            nl: 'Of de erkenning nog geldig was toen deze versie werd gemaakt ({version}), valt niet te zeggen: “{validity}” is niet precies.',
            en: 'Whether the recognition was still valid when this version was made ({version}) cannot be decided: “{validity}” is not exact.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    versie "2" van 2026-03-01
    erkenning { niveau "goed beschreven"  datum 2022-06-01 }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    versie "2" van 2026-03-01
    erkenning { niveau "goed onderbouwd"  datum 2022-06-01 }
}
`,
    checkProtocol: (protocol, report, { settings, document }) => {
        const terms = protocol.recognitions
            .filter((r) => !r.none)
            .map((r) => termOf(r, yearsOf(r, settings.limits.recognitionYears)));
        for (const { recognition, at } of terms.filter((t) => t.type === 'undated')) {
            const fixes = insertStatement(document, recognition, 'datum onbekend');
            report({ message: 'no-date', at, severity: 'info', fixes });
        }
        const dated = terms.filter((t) => t.type === 'until' || t.type === 'inexact');
        // what is said to be unknown may be what renewed it
        if (dated.length === 0 || terms.some((t) => t.type === 'open')) {
            return;
        }
        const version = latestVersion(protocol);
        if (!version) {
            const [stated] = protocol.versions;
            if (!protocol.versions.some((v) => v.dateValue)) {
                report({
                    message: 'no-version',
                    at: stated?.at ?? protocol.nameAt,
                    severity: 'info',
                    fixes: stated
                        ? openDate(document, stated)
                        : insertStatement(document, protocol, 'versie onbekend van onbekend'),
                });
            }
            return;
        }
        if (dated.some((t) => t.type === 'until' && t.vague === undefined && standing(t, version) === 'valid')) {
            // a later recognition renews those before it
            return;
        }
        for (const term of dated) {
            const how = term.type === 'until' ? standing(term, version) : 'doubt';
            if (how === 'valid') {
                continue;
            }
            if (how === 'by level' && term.type === 'until') {
                const level = levelOf(term.recognition);
                if (level !== 'open') {
                    const hasLevel = statementsOf(term.recognition, 'niveau').length > 0;
                    report({
                        message: 'level',
                        at: term.at,
                        severity: 'info',
                        parameters: { version: version.text },
                        fixes: hasLevel ? [] : insertStatement(document, term.recognition, 'niveau onbekend'),
                        related: [{ message: { nl: 'Deze versie.', en: 'This version.' }, at: version.at }],
                    });
                }
                continue;
            }
            const until = term.type === 'until' ? term.until : undefined;
            const isPast = how === 'past';
            const isExact = until !== undefined && until.first === until.last && !('atLeast' in term);
            const doubt = term.vague ?? (isPast ? undefined : isExact ? version.text : term.given);
            report({
                message: doubt !== undefined ? 'vague' : isExact ? 'expired' : 'expired-by-then',
                at: term.at,
                severity: doubt !== undefined ? 'info' : 'warning',
                parameters: {
                    until: until?.last ?? '',
                    version: version.text,
                    given: term.given ?? '',
                    validity: doubt ?? '',
                },
                related: [{ message: { nl: 'Deze versie.', en: 'This version.' }, at: version.at }],
                data: { ...(until ? { until: until.last } : {}), version: version.text },
            });
        }
    },
});

/** The date of a version that has none. */
function openDate(document: LangiumDocument, version: Version): Fix[] {
    const node = nodeAt(document, version.at, isVersion);
    const at = node && lastOf(document, node, ['number', 'unknown']);
    return at && version.date === undefined && version.year === undefined ? [addedBehind(at, 'van onbekend')] : [];
}

/** The days between which something lies, where only a month or a year is said; else twice the same day. */
interface Days {
    readonly first: string;
    readonly last: string;
}

type Term =
    /** until when it holds, with the date from which that counts as it is written; `vague` where the text leaves room */
    | {
          readonly type: 'until';
          readonly recognition: Block;
          readonly until: Days;
          /** until when it holds by the level that holds for the fewest years, where its level is not known */
          readonly atLeast?: Days;
          readonly given?: string;
          readonly vague?: string;
          readonly at: Place;
      }
    /** its date cannot be read as days */
    | { readonly type: 'inexact'; readonly given?: string; readonly vague: string; readonly at: Place }
    /** the text says that it does not know */
    | { readonly type: 'open' }
    | { readonly type: 'undated'; readonly recognition: Block; readonly at: Place };

interface DatedVersion extends Days {
    readonly text: string;
    readonly at: Place;
}

function latestVersion(protocol: Protocol): DatedVersion | undefined {
    const dated = protocol.versions.flatMap(({ date, year, at, state }): DatedVersion[] => {
        const said = date ?? year;
        const days = said === undefined || state === 'vervallen' ? undefined : daysOf(said);
        return days && said !== undefined ? [{ ...days, text: said, at }] : [];
    });
    return dated.sort((a, b) => (a.last < b.last ? 1 : -1))[0];
}

/** How a recognition stood when a version was made; `by level` where that depends on a level that is not known. */
function standing(
    { until, atLeast }: { readonly until: Days; readonly atLeast?: Days },
    version: Days,
): 'valid' | 'past' | 'doubt' | 'by level' {
    const how = until.first >= version.last ? 'valid' : until.last < version.first ? 'past' : 'doubt';
    return atLeast && standing({ until: atLeast }, version) !== how ? 'by level' : how;
}

/** For how many years a recognition may hold: the fewest and the most, which are the same where its level is known. */
interface Years {
    readonly least: number;
    readonly most: number;
}

function yearsOf(recognition: Block, byLevel: Limits['recognitionYears']): Years {
    const level = levelOf(recognition);
    const years = level === undefined || level === 'open' ? Object.values(byLevel) : [byLevel[level]];
    return { least: Math.min(...years), most: Math.max(...years) };
}

/** The last day on which a recognition holds, and where that is said. */
function termOf(recognition: Block, years: Years): Term {
    const [validity] = statementsOf(recognition, 'geldigheid');
    const [given] = statementsOf(recognition, 'datum');
    const [renewal] = statementsOf(recognition, 'herbeoordeling');
    const stated = validity && endDays(validity);
    if (stated && validity) {
        return { type: 'until', recognition, until: stated, given: wordsOf(validity), at: validity.at };
    }
    if ([validity, given].some((s) => s?.values.some((v) => isOpen(v)))) {
        return { type: 'open' };
    }
    if (!given) {
        const [level] = statementsOf(recognition, 'niveau');
        return { type: 'undated', recognition, at: level?.at ?? recognition.at };
    }
    const from = saidDays(given);
    const said = wordsOf(given);
    if (!from) {
        return { type: 'inexact', given: said, vague: said, at: given.at };
    }
    const term = validity?.values.find((v) => v.type === 'quantity');
    const days = term?.high === undefined || term.unit === undefined ? undefined : daysIn(term.unit);
    if (validity && term?.high !== undefined && days !== undefined) {
        const until = laterDays(from, (term.high * days) / (daysIn('jaar') ?? 1));
        return isVague(term) || !Number.isFinite(interval(term).high) || validity.modality
            ? { type: 'until', recognition, until, given: said, vague: term.text, at: validity.at }
            : dated(recognition, until, given);
    }
    const words = validity && textsOf(validity).join(', ');
    if (validity && words) {
        return {
            type: 'until',
            recognition,
            until: laterDays(from, years.most),
            given: said,
            vague: words,
            at: validity.at,
        };
    }
    const next = renewal && endDays(renewal);
    return next && next.first > from.last
        ? { type: 'until', recognition, until: next, given: wordsOf(renewal), at: renewal.at }
        : {
              ...dated(recognition, laterDays(from, years.most), given),
              ...(years.least < years.most ? { atLeast: laterDays(from, years.least) } : {}),
          };
}

/** A term that counts from the date of the recognition. */
function dated(recognition: Block, until: Days, given: Statement): Term & { readonly type: 'until' } {
    const said = wordsOf(given);
    return { type: 'until', recognition, until, given: said, at: given.at, ...(given.modality ? { vague: said } : {}) };
}

function wordsOf({ values }: Statement): string {
    return values
        .flatMap((v) => (v.type === 'date' ? [v.date] : v.type === 'quantity' || v.type === 'text' ? [v.text] : []))
        .join(', ');
}

/** The days that a statement with one value means: `2015-06-01`, `2015`, "mei 2015". */
function saidDays(statement: Statement): Days | undefined {
    return statement.values.length === 1 ? daysOf(wordsOf(statement)) : undefined;
}

/** The days on which a statement says that something ends: `tot 2025-06-01`, `2020-01-01 t/m 2024-01-01`, "tot juni 2025". */
function endDays(statement: Statement): Days | undefined {
    const [value, ...others] = statement.values;
    if (value?.type === 'quantity' && value.highDate !== undefined && others.length === 0) {
        return daysOf(value.highDate);
    }
    return others.length === 0
        ? daysOf(wordsOf(statement).replace(/^(?:geldig )?(?:tot en met|tot|t\/m) /i, ''))
        : undefined;
}

function daysOf(said: string): Days | undefined {
    if (/^\d{4}-\d{2}-\d{2}$/.test(said)) {
        return { first: said, last: said };
    }
    const [, year, figures] = /^((?:19|20)\d{2})(?:-(\d{2}))?$/.exec(parseMonth(said.trim()) ?? said.trim()) ?? [];
    const month = figures === undefined ? undefined : Number(figures);
    if (year === undefined) {
        return undefined;
    }
    const last = new Date(Date.UTC(Number(year), month ?? 12, 0)).toISOString().slice(0, 10);
    return { first: `${year}-${String(month ?? 1).padStart(2, '0')}-01`, last };
}

function laterDays({ first, last }: Days, years: number): Days {
    return { first: later(first, years), last: later(last, years) };
}

/** The same day some years later; parts of a year in months. */
function later(date: string, years: number): string {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    const months = Math.round(years * 12);
    // the last day of a shorter month
    const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
