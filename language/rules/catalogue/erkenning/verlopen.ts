import type { LangiumDocument } from 'langium';
import { isVersion } from '../../../generated/ast.js';
import { isOpen, statementsOf, textsOf } from '../../../model/queries.js';
import type { Block, Place, Protocol, Statement, Version } from '../../../model/protocol.js';
import { daysIn, interval, isVague } from '../../../model/values.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import type { Fix } from '../../finding.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

export const erkenningVerlopen = defineRule({
    code: 'erkenning/verlopen',
    severity: 'warning',
    title: {
        nl: 'De erkenning was nog geldig toen deze versie werd gemaakt',
        en: 'The recognition was still valid when this version was made',
    },
    reason: {
        nl: 'Een erkenning (NJi en partners) geldt een aantal jaar: wat `geldigheid` zegt, anders tot de datum van `herbeoordeling`, anders zolang als de instellingen zeggen (`limits.recognitionYears`). Vergeleken wordt met de datum van de `versie`: wat een tekst zegt, hangt niet af van de dag waarop iemand hem leest. Zonder die datum, of zonder datum bij de erkenning, valt er niets te zeggen, en dan staat dat er.',
        en: 'A recognition (NJi and partners) holds for some years: what `geldigheid` says, else until the date of `herbeoordeling`, else as long as the settings say (`limits.recognitionYears`). It is compared with the date of the `versie`: what a text says does not depend on the day on which somebody reads it. Without that date, or without a date of the recognition, nothing can be said, and the finding says so.',
    },
    messages: {
        expired: {
            nl: 'De erkenning liep af op {until}; deze versie is van {version}. Vul de nieuwe erkenning in, of zeg dat zij is verlopen.',
            en: 'The recognition ended on {until}; this version is of {version}. Fill in the new recognition, or say that it has expired.',
        },
        'no-version': {
            nl: 'Of de erkenning nog geldig was toen deze versie werd gemaakt, valt niet te zeggen: van deze versie staat geen datum in de tekst. Schrijf `versie "…" van` met de datum.',
            en: 'Whether the recognition was still valid when this version was made cannot be decided: the text gives no date of this version. Write `versie "…" van` with the date.',
        },
        'no-date': {
            nl: 'Of de erkenning nog geldig was toen deze versie werd gemaakt, valt niet te zeggen: bij de erkenning staat geen `datum`. Schrijf haar erbij, of `datum onbekend`.',
            en: 'Whether the recognition was still valid when this version was made cannot be decided: the recognition has no `datum`. Add it, or `datum onbekend`.',
        },
        vague: {
            nl: 'Of de erkenning nog geldig was toen deze versie werd gemaakt ({version}), valt niet te zeggen: “{validity}” is niet precies.',
            en: 'Whether the recognition was still valid when this version was made ({version}) cannot be decided: “{validity}” is not exact.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    versie "2" van 2026-03-01
    erkenning { niveau "goed onderbouwd"  datum 2018-06-01 }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    versie "2" van 2026-03-01
    erkenning { niveau "goed onderbouwd"  datum 2024-06-01 }
}
`,
    checkProtocol: (protocol, report, { settings, document }) => {
        const terms = protocol.recognitions.map((r) => termOf(r, settings.limits.recognitionYears));
        if (terms.length === 0 || terms.some((t) => t.type === 'open')) {
            return;
        }
        const undated = terms.find((t) => t.type === 'undated');
        if (undated) {
            const fixes = insertStatement(document, undated.recognition, 'datum onbekend');
            report({ message: 'no-date', at: undated.at, severity: 'info', fixes });
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
        const [last] = terms
            .flatMap((t) => (t.type === 'until' ? [t] : []))
            .sort((a, b) => (a.until < b.until ? 1 : -1));
        if (last && last.until < version.date) {
            report({
                message: last.vague === undefined ? 'expired' : 'vague',
                at: last.at,
                severity: last.vague === undefined ? 'warning' : 'info',
                parameters: { until: last.until, version: version.date, validity: last.vague ?? '' },
                related: [{ message: { nl: 'Deze versie.', en: 'This version.' }, at: version.at }],
                data: { until: last.until, version: version.date },
            });
        }
    },
});

/** The date of a version that has none. */
function openDate(document: LangiumDocument, version: Version): Fix[] {
    const node = nodeAt(document, version.at, isVersion);
    const at = node && lastOf(document, node, ['number', 'unknown']);
    return at && version.date === undefined ? [addedBehind(at, 'van onbekend')] : [];
}

type Term =
    /** until when it holds, as an ISO date; `vague` where the text does not say that exactly */
    | { readonly type: 'until'; readonly until: string; readonly vague?: string; readonly at: Place }
    /** the text says that it does not know */
    | { readonly type: 'open' }
    | { readonly type: 'undated'; readonly recognition: Block; readonly at: Place };

function latestVersion(protocol: Protocol): { readonly date: string; readonly at: Place } | undefined {
    const dated = protocol.versions.flatMap(({ date, at, state }) =>
        date === undefined || state === 'vervallen' ? [] : [{ date, at }],
    );
    return dated.sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

/** The last day on which a recognition holds, and where that is said. */
function termOf(recognition: Block, years: number): Term {
    const [validity] = statementsOf(recognition, 'geldigheid');
    const [given] = statementsOf(recognition, 'datum');
    const [renewal] = statementsOf(recognition, 'herbeoordeling');
    const stated = validity && dateOf(validity);
    if (stated !== undefined && validity) {
        return { type: 'until', until: stated, at: validity.at };
    }
    if ([validity, given].some((s) => s?.values.some((v) => isOpen(v)))) {
        return { type: 'open' };
    }
    const from = given && dateOf(given);
    if (from === undefined || !given) {
        const [level] = statementsOf(recognition, 'niveau');
        return { type: 'undated', recognition, at: given?.at ?? level?.at ?? recognition.at };
    }
    const term = validity?.values.find((v) => v.type === 'quantity');
    const days = term?.high === undefined || term.unit === undefined ? undefined : daysIn(term.unit);
    if (validity && term?.high !== undefined && days !== undefined) {
        const until = later(from, (term.high * days) / (daysIn('jaar') ?? 1));
        return isVague(term) || !Number.isFinite(interval(term).high) || validity.modality
            ? { type: 'until', until, vague: term.text, at: validity.at }
            : dated(until, given);
    }
    const words = validity && textsOf(validity).join(', ');
    if (validity && words) {
        return { type: 'until', until: later(from, years), vague: words, at: validity.at };
    }
    const next = renewal && dateOf(renewal);
    return next !== undefined && next > from
        ? { type: 'until', until: next, at: renewal?.at ?? given.at }
        : dated(later(from, years), given);
}

/** A term that counts from the date of the recognition. */
function dated(until: string, { values, modality, at }: Statement): Term {
    const vague = values.flatMap((v) => (v.type === 'date' ? [v.date] : []))[0];
    return { type: 'until', until, at, ...(modality && vague !== undefined ? { vague } : {}) };
}

function dateOf(statement: Statement): string | undefined {
    const value = statement.values.find((v) => v.type === 'date');
    return value && /^\d{4}-\d{2}-\d{2}$/.test(value.date) ? value.date : undefined;
}

/** The same day some years later; parts of a year in months. */
function later(date: string, years: number): string {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    const months = Math.round(years * 12);
    // the last day of a shorter month
    const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
